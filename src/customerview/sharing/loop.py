"""The worker's loop: note what is shared, send what is due, until told to stop."""

from __future__ import annotations

import threading

from .collect import collect
from .deliver import client, deliver

PAUSE_SECONDS = 0.3


def share(stop: threading.Event) -> None:
    """Share until `stop` is set."""
    with client() as sender:
        while not stop.is_set():
            taken = collect()
            sent = deliver(sender)
            if not taken and not sent:
                stop.wait(PAUSE_SECONDS)
