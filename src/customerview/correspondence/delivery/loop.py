"""The worker's loop: note what is released, hand over print runs when they are due, until told to stop."""

from __future__ import annotations

import threading

from django.utils import timezone

from .collect import collect
from .print_runs import after_cut_off, gather, hand_over, unfinished

PAUSE_SECONDS = 0.5


def deliver_letters(stop: threading.Event) -> None:
    """Deliver until `stop` is set. A run that was interrupted is finished first."""
    for run in unfinished():
        hand_over(run)
    while not stop.is_set():
        if not (collect() or printed()):
            stop.wait(PAUSE_SECONDS)


def printed() -> bool:
    """Hand over one run when one is due: a whole file at any time, what is left once today's cut-off has passed."""
    run = gather(least=1 if after_cut_off(timezone.now()) else 500)
    if run is None:
        return False
    hand_over(run)
    return True
