"""Start parts of the service for a test, on a free port and on a leash, and say what went wrong when they do not start."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from customerview.config import processes
from customerview.config.supervisor import ask

CUSTOMERVIEW = Path(sys.executable).with_name("customerview")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def running(*command: str, environment: dict[str, str], log: Path, ready_at: str = "", patience: float = 30) -> Iterator[subprocess.Popen]:
    """Within this block `customerview COMMAND` runs, and answers where it should."""
    with log.open("wb") as words:
        process = processes.start([CUSTOMERVIEW, *command], env=environment, stdin=subprocess.DEVNULL, stdout=words, stderr=words)
    try:
        give_up = time.monotonic() + patience
        while ready_at and (answer := ask(ready_at)):
            if process.poll() is not None or time.monotonic() > give_up:
                raise RuntimeError(f"`customerview {' '.join(command)}` is not ready: {answer}\n{log.read_text(errors='replace')[-3000:]}")
            time.sleep(0.05)
        yield process
    finally:
        processes.stop(process)


def until(holds, patience: float = 60) -> bool:
    """Wait until something holds; false if it did not in time."""
    give_up = time.monotonic() + patience
    while not (held := holds()) and time.monotonic() < give_up:
        time.sleep(0.05)
    return held
