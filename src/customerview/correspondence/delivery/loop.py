"""The worker's loop: note what is released, send what is due, hand over print runs, hear what became of it, until told to stop."""

from __future__ import annotations

import logging
import threading
from contextlib import nullcontext

from django.utils import timezone

from .by_notify import send_due
from .collect import collect
from .notices import act_on_notices, ask_after
from .notify import Notify
from .print_runs import after_cut_off, gather, hand_over, unfinished

log = logging.getLogger(__name__)
PAUSE_SECONDS = 0.5


def deliver_letters(stop: threading.Event) -> None:
    """Deliver until `stop` is set. A run that was interrupted is finished first."""
    for run in unfinished():
        hand_over(run)
    notify = Notify.configured()
    if notify is None:
        log.info("no account at GOV.UK Notify is configured: nothing leaves by email")
    with notify or nullcontext():
        while not stop.is_set():
            heard = act_on_notices() + (ask_after(notify) if notify else 0)
            if not (heard + collect() + send_due(notify) + printed()):
                stop.wait(PAUSE_SECONDS)


def printed() -> bool:
    """Hand over one run when one is due: a whole file at any time, what is left once today's cut-off has passed."""
    run = gather(least=1 if after_cut_off(timezone.now()) else 500)
    if run is None:
        return False
    hand_over(run)
    return True
