"""The worker: the loops that follow the ledger's feed, and the jobs asked for by other processes.

A loop is a function that is given an event and works until the event is set, a batch at a time, each batch's effect committed
with its place in the feed. One that fails is logged and begun again: the others go on.
"""

from __future__ import annotations

import asyncio
import importlib
import logging
import os
import signal
import threading
from collections.abc import Callable
from contextlib import suppress

from django.db import close_old_connections, connections
from procrastinate.contrib.django import app

log = logging.getLogger(__name__)
Loop = Callable[[threading.Event], None]

LOOPS: list[str] = [
    "customerview.sharing:share", "customerview.linkage:link_people", "customerview.intake:record_matched_deaths", "customerview.proofs:withdraw",
    "customerview.intake:check_payments", "customerview.performance:follow",
    "customerview.correspondence:write_letters", "customerview.correspondence:remind", "customerview.correspondence.delivery:deliver_letters",
]  # fmt: skip
"""Each room's loops, as "customerview.room:function". Adding one is one line."""

LONGEST_PAUSE_SECONDS = 30
PATIENCE_WITH_JOBS_SECONDS = 5
HEARTBEAT_SECONDS = 5


def run() -> None:
    """Work until told to stop (SIGTERM or SIGINT), then finish what is in hand."""
    stop = threading.Event()
    threads = [threading.Thread(target=keep_running, args=(name, find(name), stop), name=name) for name in LOOPS]
    for thread in threads:
        thread.start()
    try:
        asyncio.run(run_jobs())
    finally:
        stop.set()
        for thread in threads:
            thread.join()


async def run_jobs() -> None:
    """Run jobs until a signal comes, then let those in hand end; what cannot end in time will be run again by another worker."""
    with app.replace_connector(app.connector.get_worker_connector()):
        async with app.open_async():
            work = asyncio.create_task(
                app.run_worker_async(
                    install_signal_handlers=False,
                    shutdown_graceful_timeout=PATIENCE_WITH_JOBS_SECONDS,
                    update_heartbeat_interval=HEARTBEAT_SECONDS,
                )
            )
            for how in (signal.SIGTERM, signal.SIGINT):
                asyncio.get_running_loop().add_signal_handler(how, told_to_stop, work)
            with suppress(asyncio.CancelledError):
                await work


def told_to_stop(work: asyncio.Task) -> None:
    """End politely; but a database that went away first must not keep this process waiting for it."""
    work.cancel()
    last_resort = threading.Timer(PATIENCE_WITH_JOBS_SECONDS + 2, os._exit, [1])
    last_resort.daemon = True
    last_resort.start()


def keep_running(name: str, loop: Loop, stop: threading.Event) -> None:
    """Run a loop, and begin it again if it fails: soon at first, then less often."""
    pause = 1.0
    while not stop.is_set():
        try:
            loop(stop)
            pause = 1.0
        except Exception:
            log.exception("loop %s failed; it begins again in %d seconds", name, pause)
            close_old_connections()
            stop.wait(pause)
            pause = min(pause * 2, LONGEST_PAUSE_SECONDS)
    connections.close_all()


def find(name: str) -> Loop:
    module, function = name.split(":")
    return getattr(importlib.import_module(module), function)
