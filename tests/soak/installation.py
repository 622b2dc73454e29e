"""An installation of its own for bad days: a database server that keeps its promises (no shortcut of the tests' one), web, worker
and a follower of the feed, any of which can be killed, and is then started again as the supervisor of the demo does."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import psycopg

from customerview.config import processes
from customerview.config.cluster import Cluster
from customerview.config.supervisor import ask
from tests.processes import CUSTOMERVIEW, free_port

PYTHON = Path(sys.executable)
TABLES = """
    CREATE TABLE soak_seen (id bigint GENERATED ALWAYS AS IDENTITY, stream uuid NOT NULL, number integer NOT NULL);
    CREATE TABLE soak_done (stream uuid NOT NULL, number integer NOT NULL, PRIMARY KEY (stream, number));
    GRANT SELECT, INSERT ON soak_seen, soak_done TO cv_worker;
"""


class Installation:
    """Everything of one installation, in one folder."""

    def __init__(self, folder: Path, without: str = "") -> None:
        folder.mkdir(parents=True, exist_ok=True)
        folder.chmod(0o711)
        self.folder, self.port = folder, free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.environment = {k: v for k, v in os.environ.items() if k not in ("DATABASE_URL", "CUSTOMERVIEW_LOGIN")} | {
            "CUSTOMERVIEW_HOME": str(folder), "DJANGO_SETTINGS_MODULE": "tests.soak.settings", "CUSTOMERVIEW_MADE_UP": "1",
            "CUSTOMERVIEW_BASE_URL": self.url, "PORT": str(self.port), "SOAK_WITHOUT": without, "PYTHONPATH": os.getcwd(),
        }  # fmt: skip
        self.running: dict[str, subprocess.Popen] = {}
        self.kills = 0

    def __enter__(self) -> Installation:
        self.cluster = Cluster(self.folder / "postgres", self.secret("administrator"))
        self.cluster.start(stay=False)
        self.call("db", "prepare")
        with self.connect("migrator") as owner:
            owner.execute(TABLES)
        for name in COMMANDS:
            self.start(name)
        return self

    def __exit__(self, *_: object) -> None:
        for process in self.running.values():
            processes.stop(process, patience=3)
        self.cluster.stop()

    def secret(self, name: str) -> str:
        """A secret of this installation, made by the same code in a process that has its home."""
        code = f"from customerview.config.home import secret; print(secret({name!r}), end='')"
        return subprocess.run([PYTHON, "-c", code], env=self.environment, check=True, capture_output=True, text=True).stdout

    def call(self, *command: str) -> str:
        done = subprocess.run([CUSTOMERVIEW, *command], env=self.environment, capture_output=True, text=True)
        if done.returncode:
            raise RuntimeError(f"`customerview {' '.join(command)}` failed: {done.stdout[-2000:]}{done.stderr[-2000:]}")
        return done.stdout

    def client(self, role: str, line: str) -> dict[str, str]:
        return json.loads(self.call("client", "create", f"soak {line}", "--role", role, "--line", line, "--json"))

    def connect(self, login: str = "worker", **options: object) -> psycopg.Connection:
        password = (self.folder / "secrets" / f"{login}_database_password.secret").read_text()
        where = self.cluster.address() | {"dbname": "customerview", "user": f"cv_{login}", "password": password}
        return psycopg.connect(**where, autocommit=True, **options)

    def start(self, name: str) -> None:
        command = [part.format(port=self.port) for part in COMMANDS[name]]
        with (self.folder / f"{name}.log").open("ab") as log:
            self.running[name] = processes.start(command, env=self.environment, stdin=subprocess.DEVNULL, stdout=log, stderr=log)

    def kill(self, name: str) -> None:
        """kill -9, at once, and start it again. Of the database it is the first process that dies; the rest follow it."""
        self.kills += 1
        if name == "database":
            os.kill(self.cluster.server.pid, signal.SIGKILL)
            self.cluster.server.wait()
            self.cluster.start(stay=False)
            return
        processes.signal_group(self.running[name], signal.SIGKILL)
        self.running[name].wait()
        self.start(name)

    def mend(self) -> None:
        """Start again whatever has ended by itself, as the supervisor does."""
        for name, process in self.running.items():
            if process.poll() is not None:
                processes.stop(process)
                self.start(name)

    def wait_until(self, holds: Callable[[], bool], patience: float = 60) -> bool:
        give_up = time.monotonic() + patience
        while not holds():
            if time.monotonic() > give_up:
                return False
            time.sleep(0.1)
            self.mend()
        return True

    def wait_until_ready(self) -> None:
        if not self.wait_until(lambda: ask(f"{self.url}/api/v1/openapi.json") == ""):
            raise RuntimeError(f"The web is not ready: {(self.folder / 'web.log').read_text(errors='replace')[-2000:]}")


GRANIAN = (
    str(PYTHON.with_name("granian")), "--interface", "wsgi", "--no-ws", "--log-level", "warning", "--host", "127.0.0.1", "--port", "{port}",
    "--workers", "1", "--blocking-threads", "4", "tests.soak.web:application",
)  # fmt: skip
COMMANDS = {
    "web": GRANIAN,
    "worker": (str(CUSTOMERVIEW), "serve", "worker"),
    "follower": (str(PYTHON), "-m", "tests.soak.follower"),
}
