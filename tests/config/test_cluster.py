"""The embedded PostgreSQL: it survives being killed, a start cut short, and a deep folder; and it ends with whoever started it."""

import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import psycopg
import pytest

from customerview.config import processes
from customerview.config.cluster import ADMINISTRATOR, Cluster
from customerview.config.home import home

FAST = {"fsync": "off", "shared_buffers": "16MB"}


@pytest.fixture
def place():
    """A folder that the server's account may enter, which pytest's own are not."""
    folder = Path(tempfile.mkdtemp(dir=home()))
    folder.chmod(0o711)
    return folder / "postgres"


def connect(cluster):
    return psycopg.connect(**cluster.address(), dbname="postgres", user=ADMINISTRATOR, password=cluster.password, autocommit=True)


def postmaster(cluster):
    return int((cluster.data / "postmaster.pid").read_text().splitlines()[0])


def is_alive(pid):
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def ends(pid, within=30):
    give_up = time.monotonic() + within
    while is_alive(pid) and time.monotonic() < give_up:
        time.sleep(0.05)
    return not is_alive(pid)


def test_a_killed_server_starts_again_with_what_was_committed(place):
    cluster = Cluster(place, "word", shared_buffers="16MB")
    cluster.start(stay=False)
    with connect(cluster) as db:
        db.execute("CREATE TABLE kept (n int)")
        db.execute("INSERT INTO kept VALUES (1)")
    os.kill(postmaster(cluster), signal.SIGKILL)
    assert cluster.start(stay=False)
    with connect(cluster) as db:
        assert db.execute("SELECT n FROM kept").fetchall() == [(1,)]
    cluster.stop()


def test_starting_twice_uses_the_server_that_runs_and_stopping_stops_it(place):
    first, second = Cluster(place, "word", **FAST), Cluster(place, "word", **FAST)
    assert first.start(stay=False)
    assert not second.start(stay=False)
    second.stop()
    assert not first.is_running()
    first.stop()


def test_a_first_start_cut_short_is_begun_again(place):
    (place / "data").mkdir(parents=True)
    (place / "draft").mkdir()
    (place / "draft" / "half").touch()
    cluster = Cluster(place, "word", **FAST)
    cluster.start(stay=False)
    with connect(cluster) as db:
        assert db.execute("SELECT 1").fetchone() == (1,)
    cluster.stop()


def test_a_folder_too_deep_for_a_socket_has_its_socket_elsewhere(place):
    deep = Cluster(place / ("d" * 60) / ("e" * 60), "word", **FAST)
    assert len(str(deep.socket)) < 100
    assert not deep.socket.is_relative_to(place)


def test_the_server_listens_on_no_network_and_its_folders_are_private(place):
    cluster = Cluster(place, "word", **FAST)
    cluster.start(stay=False)
    with connect(cluster) as db:
        assert db.execute("SHOW listen_addresses").fetchone() == ("",)
    for folder in (cluster.data, cluster.socket, cluster.folder):
        assert folder.stat().st_mode & 0o077 == 0
    cluster.stop()


STARTER = """
import sys, time
from pathlib import Path
from customerview.config.cluster import Cluster
Cluster(Path(sys.argv[1]), "word", fsync="off", shared_buffers="16MB").start(stay=False)
print("up", flush=True)
time.sleep(60)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells a child of its parent's death")
def test_the_server_ends_when_whoever_started_it_is_killed(place):
    starter = subprocess.Popen([sys.executable, "-c", STARTER, str(place)], stdout=subprocess.PIPE, text=True)
    assert starter.stdout.readline() == "up\n"
    server = postmaster(Cluster(place, "word"))
    starter.kill()
    starter.wait()
    starter.stdout.close()
    assert ends(server)


def test_a_child_that_will_not_listen_is_ended_with_all_its_own(tmp_path):
    stubborn = "trap '' TERM; sleep 60 & echo $! > child; wait; sleep 60"
    process = processes.start(["bash", "-c", stubborn], cwd=tmp_path)
    give_up = time.monotonic() + 5
    while not (tmp_path / "child").exists() and time.monotonic() < give_up:
        time.sleep(0.02)
    child = int((tmp_path / "child").read_text())
    processes.stop(process, patience=0.3)
    assert process.poll() is not None
    assert ends(child)
