"""Keeps the services running, and stops all that it started and only that."""

from __future__ import annotations

import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

from customerview.config import processes
from customerview.config.home import home
from customerview.config.services import Service

CUSTOMERVIEW = Path(sys.executable).with_name("customerview")
PAUSE_BEFORE_RESTART_SECONDS = 1.0


class NotReady(Exception):
    """A service did not come up; says what it last said."""


class Supervisor:
    """The services of one installation, as children of this process."""

    def __init__(self, environment: dict[str, str]) -> None:
        self.environment = environment
        self.running: dict[str, tuple[Service, subprocess.Popen]] = {}
        self.logs = home() / "logs"
        self.logs.mkdir(mode=0o700, exist_ok=True)

    def run_once(self, command: tuple[str, ...]) -> str:
        """Run one command to its end and return the last line it said; its progress goes where ours goes."""
        process = processes.start(
            [CUSTOMERVIEW, *(part.format_map(self.environment) for part in command)],
            env=self.environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip
        try:
            said, _ = process.communicate()
        except BaseException:
            processes.stop(process)
            raise
        if process.returncode:
            raise NotReady(f"{said}`customerview {' '.join(command)}` failed with exit code {process.returncode}.")
        return said.strip().rpartition("\n")[2]

    def start(self, service: Service) -> None:
        with self.log(service).open("ab") as log:
            process = processes.start(
                [CUSTOMERVIEW, *service.command], env=self.environment, stdin=subprocess.DEVNULL, stdout=log, stderr=log
            )
        self.running[service.name] = (service, process)

    def wait_until_ready(self, patience: float = 180) -> None:
        """Wait until every service answers."""
        give_up = time.monotonic() + patience
        for service, process in self.running.values():
            while service.ready_at:
                answer = ask(service.ready_at.format_map(self.environment))
                if answer == "":
                    break
                if process.poll() is not None or time.monotonic() > give_up:
                    raise NotReady(f"The {service.name} is not ready: {answer}\n{self.last_words(service)}")
                time.sleep(0.1)

    def mend(self) -> list[str]:
        """Start again whatever has ended by itself, and name it."""
        ended = [service for service, process in self.running.values() if process.poll() is not None]
        for service in ended:
            processes.stop(self.running[service.name][1])  # nothing of its group may live beside its successor
            time.sleep(PAUSE_BEFORE_RESTART_SECONDS)
            self.start(service)
        return [service.name for service in ended]

    def stop(self) -> None:
        """Stop everything, the last started first."""
        while self.running:
            _, (_, process) = self.running.popitem()
            processes.stop(process, patience=8)

    def log(self, service: Service) -> Path:
        return self.logs / f"{service.name.replace(' ', '-')}.log"

    def last_words(self, service: Service, lines: int = 15) -> str:
        return "\n".join(self.log(service).read_text(errors="replace").splitlines()[-lines:])


def ask(address: str) -> str:
    """Nothing if the address answers 200, else what it says instead."""
    direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))  # never by way of a proxy: it is this machine
    try:
        with direct.open(address, timeout=5):
            return ""
    except urllib.error.HTTPError as error:
        return error.read(2000).decode(errors="replace")
    except OSError as error:
        return str(error)
