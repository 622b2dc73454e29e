"""`customerview demo`: ready when it says so, kept from one time to the next, and gone when it is stopped, however it is stopped."""

import os
import random
import signal
import subprocess
import tempfile
from pathlib import Path

import pytest

from customerview.config import processes
from customerview.config.home import SOURCE, home
from customerview.config.services import Service
from customerview.config.supervisor import Supervisor, ask
from tests.processes import CUSTOMERVIEW, until

pytestmark = pytest.mark.journey
PATIENCE = 240


class Demo:
    """A demo of its own: its home, its ports, and every process that works in them."""

    def __init__(self) -> None:
        self.home = Path(tempfile.mkdtemp(dir=home()))
        self.home.chmod(0o711)
        self.port = free_ports_together(8)
        self.log = self.home / "demo.log"
        self.process = None

    def start(self):
        environment = {name: value for name, value in os.environ.items() if name not in ("DATABASE_URL", "CUSTOMERVIEW_LOGIN")}
        environment |= {"CUSTOMERVIEW_HOME": str(self.home), "PORT": str(self.port), "CUSTOMERS": "30"}
        environment["DJANGO_SETTINGS_MODULE"] = "customerview.config.settings"

        with self.log.open("wb") as words:
            self.process = processes.start([CUSTOMERVIEW, "demo"], env=environment, stdin=subprocess.DEVNULL, stdout=words, stderr=words)
        assert until(lambda: self.ready_line() in self.log.read_text() or self.process.poll() is not None, PATIENCE), self.log.read_text()
        assert self.process.poll() is None, self.log.read_text()

    def ready_line(self):
        return f"\nReady: http://localhost:{self.port}\n"

    def left(self):
        """The processes that are the demo's: by the home they were given, whoever their parent is by now."""
        found = []
        for path in Path("/proc").glob("[0-9]*"):
            try:
                mine = str(self.home).encode() in (path / "environ").read_bytes() + (path / "cmdline").read_bytes()
            except OSError:
                continue
            if mine and int(path.name) != os.getpid():
                found.append((path / "cmdline").read_bytes().replace(b"\0", b" ").decode())
        return found

    def end(self, how):
        self.process.send_signal(how)
        self.process.wait(60)
        assert until(lambda: not self.left(), 60), self.left()


def free_ports_together(count):
    """Below those that systems hand out by themselves, so that no other test is given one of them meanwhile."""
    return next(port for port in iter(lambda: random.randrange(12_000, 32_000), None) if all(is_free(port + n) for n in range(count)))


def is_free(port):
    return "refused" in ask(f"http://127.0.0.1:{port}/").lower()


@pytest.fixture
def demo():
    demo = Demo()
    yield demo
    if demo.process.poll() is None:
        demo.end(signal.SIGTERM)


def test_it_is_ready_when_it_says_so_and_ctrl_c_ends_all_of_it_and_the_data_is_kept(demo):
    demo.start()
    assert ask(f"http://localhost:{demo.port}/health") == ""
    demo.end(signal.SIGINT)
    kept = (demo.home / "postgres" / "data" / "global" / "pg_control").stat().st_ino
    demo.start()
    assert (demo.home / "postgres" / "data" / "global" / "pg_control").stat().st_ino == kept


def test_when_it_is_killed_nothing_of_it_is_left(demo):
    demo.start()
    demo.end(signal.SIGKILL)


def test_a_port_in_use_is_said_at_once(identity_provider):
    done = subprocess.run([CUSTOMERVIEW, "demo", "--port", str(identity_provider.port)], capture_output=True, text=True, timeout=20)
    assert done.returncode == 1
    assert f"Port {identity_provider.port} cannot be used" in done.stderr


def test_a_service_that_ends_by_itself_is_started_again(tmp_path):
    supervisor = Supervisor(dict(os.environ))
    supervisor.start(Service("short", ("db", "status")))
    try:
        assert until(lambda: supervisor.running["short"][1].poll() is not None)
        assert supervisor.mend() == ["short"]
        assert supervisor.mend() == []
    finally:
        supervisor.stop()
    assert supervisor.running == {}


def test_when_the_web_server_is_killed_its_processes_end_too(service):
    assert ask(f"{service.url}/health") == ""
    service.web.kill()
    assert until(lambda: "refused" in ask(f"{service.url}/health").lower())


def test_make_hands_on_how_many_customers_and_which_port():
    """Given both are in the environment, when `make demo` starts the demonstration, then it is told them."""
    told = {**os.environ, "CUSTOMERS": "7", "PORT": "8123"}
    said = subprocess.run(
        ["make", "--no-print-directory", "--old-file=setup", "demo", "CV=sh -c 'echo $$CUSTOMERS $$PORT'"], cwd=SOURCE, env=told, capture_output=True, text=True, check=True
    )  # fmt: skip
    assert said.stdout.split() == ["7", "8123"]
