"""Two service lines, the web and the worker, each a process of its own, on one database."""

from __future__ import annotations

import json
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from customerview.config.home import home
from tests.api.desk import Desk
from tests.processes import free_port, running


@pytest.fixture
def desk(database) -> Desk:
    return Desk(database)


class StandIn:
    """A stand-in line, as somebody at its console sees it. `at`: its place, where it shares a process with others."""

    def __init__(self, code: str, port: int, at: str = "") -> None:
        self.code, self.port, self.at = code, port, at

    def ask(self, path: str, body: dict[str, Any] | None = None) -> dict[str, Any]:
        direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        sent = None if body is None else json.dumps(body).encode()
        with direct.open(urllib.request.Request(f"http://localhost:{self.port}/{self.at}{path}", sent), timeout=10) as answer:
            return json.load(answer)

    def state(self) -> dict[str, Any]:
        return self.ask("state")

    def behave(self, **told: Any) -> None:
        self.ask("behave", told)


class Town:
    """Everything that runs, and where."""

    def __init__(self, environment: dict[str, str], logs: Path, stack: ExitStack) -> None:
        self.environment, self.logs, self.stack = environment, logs, stack
        self.lines: dict[str, StandIn] = {}

    def start_line(self, code: str) -> StandIn:
        port = free_port()
        self.stack.enter_context(
            running("serve", "service-line", code, "--port", str(port), environment=self.environment, log=self.logs / f"{code}.log",
                    ready_at=f"http://localhost:{port}/state")
        )  # fmt: skip
        self.lines[code] = StandIn(code, port)
        return self.lines[code]

    def of_the_others(self, code: str) -> StandIn:
        """A line that shares the process of all others."""
        return StandIn(code, self.lines["others"].port, f"{code}/")

    def memories(self) -> list[Path]:
        """The files in which stand-in lines keep what they were sent."""
        return list((home() / "service_lines").iterdir())

    def worker(self):
        return running("serve", "worker", environment=self.environment, log=self.logs / "worker.log")


@pytest.fixture
def town(own_database, tmp_path) -> Iterator[Town]:
    port = free_port()
    url = f"http://localhost:{port}"
    environment = own_database.environment() | {"CUSTOMERVIEW_BASE_URL": url, "PORT": str(port)}
    with ExitStack() as stack:
        town = Town(environment, tmp_path, stack)
        stack.enter_context(
            running("serve", "web", environment=environment, log=tmp_path / "web.log", ready_at=f"{url}/api/v1/openapi.json")
        )
        yield town


def until(holds: Callable[[], bool], *, patience: float = 60) -> None:
    """Wait until something holds, or say that it does not."""
    give_up = time.monotonic() + patience
    while not holds():
        assert time.monotonic() < give_up, "it does not come to be"
        time.sleep(0.1)
