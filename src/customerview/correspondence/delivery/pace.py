"""How fast we may send by GOV.UK Notify, and for how long to leave it alone: its limit of messages a minute, and what its refusals ask.

Nothing is lost by waiting: what should leave waits in its row.
"""

from __future__ import annotations

import os
import time
from collections import deque
from collections.abc import Callable
from datetime import datetime, timedelta

from customerview.kernel import LONDON

A_MINUTE = 3000
"""Its usual limit, reckoned over the last 60 seconds for each kind of key; a service may have agreed another."""
MINUTE = 60.0
FIRST_REST, LONGEST_REST = 2.0, 300.0


class Pace:
    """One account's pace. `rests` says for how many seconds nothing should be sent: 0 when something may be."""

    def __init__(self, a_minute: int = 0, clock: Callable[[], float] = time.monotonic) -> None:
        self.a_minute = a_minute or int(os.environ.get("CUSTOMERVIEW_NOTIFY_A_MINUTE") or A_MINUTE)
        self.clock = clock
        self._sent: deque[float] = deque(maxlen=self.a_minute)
        self._until, self._failed = 0.0, 0

    def rests(self) -> float:
        now = self.clock()
        full = self._sent[0] + MINUTE - now if len(self._sent) == self.a_minute else 0.0
        return max(0.0, self._until - now, full)

    def sent(self) -> None:
        """A message was taken, or may have been."""
        self._sent.append(self.clock())

    def went_well(self) -> None:
        self._failed = 0

    def failed(self) -> None:
        """It is away or out of order: twice as long each time, up to five minutes."""
        self._until = self.clock() + min(LONGEST_REST, FIRST_REST * 2**self._failed)
        self._failed = min(self._failed + 1, 10)

    def limited(self, error: str) -> None:
        """It says that we sent too much: in the last minute, or today, which ends at midnight."""
        now = datetime.now(LONDON)
        midnight = (now + timedelta(days=1)).replace(hour=0, minute=0, second=0, microsecond=0)
        self._until = self.clock() + ((midnight - now).total_seconds() if error == "TooManyRequestsError" else MINUTE)
