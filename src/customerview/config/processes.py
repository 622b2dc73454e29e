"""Child processes that cannot outlive us: each is the leader of its own group, and the kernel ends it when its parent dies."""

from __future__ import annotations

import ctypes
import os
import signal
import subprocess
import sys
import time
from contextlib import suppress

PR_SET_PDEATHSIG = 1
_libc = ctypes.CDLL(None, use_errno=True) if sys.platform == "linux" else None


def die_with_parent(how: int = signal.SIGTERM) -> None:
    """Ask the kernel to send this process a signal when its parent dies, even by kill -9. Only Linux can."""
    if _libc:
        _libc.prctl(PR_SET_PDEATHSIG, how, 0, 0, 0)


def start(command: list[object], *, how: int = signal.SIGTERM, **options) -> subprocess.Popen:
    """Start a command on a leash. Call it from the main thread: the kernel watches the thread that started the child."""

    def leash() -> None:
        die_with_parent(how)

    return subprocess.Popen([str(part) for part in command], preexec_fn=leash, start_new_session=True, **options)


def stop(process: subprocess.Popen, *, how: int = signal.SIGTERM, patience: float = 10) -> None:
    """End a child and what it started: politely, then, when patience runs out, at once."""
    if process.poll() is None:
        signal_group(process, how)
        give_up = time.monotonic() + patience
        while process.poll() is None and time.monotonic() < give_up:
            time.sleep(0.05)
    signal_group(process, signal.SIGKILL)  # whatever of its group is left
    process.wait()


def signal_group(process: subprocess.Popen, how: int) -> None:
    with suppress(ProcessLookupError, PermissionError):  # the group is gone
        os.killpg(process.pid, how)
