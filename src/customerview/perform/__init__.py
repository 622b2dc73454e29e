"""The one door: every change to anything goes through `perform`.

In one transaction: may they? load, guards, facts, shares, duties, projections. A conflict reloads and asks the guards
again. Every asking is logged and commits, refusals too. `foresee` says what the guards would say, and writes nothing.
"""

from .asking import NOT_YOUR_LINE, circumstances, foresee, may_do
from .door import Override, Performed, perform
from .not_done import Busy, Invalid, KeyUsedTwice, NewerFacts, NotAllowed, NotDone, NotThere, Refused

__all__ = [
    "NOT_YOUR_LINE", "Busy", "Invalid", "KeyUsedTwice", "NewerFacts", "NotAllowed", "NotDone", "NotThere", "Override", "Performed", "Refused",
    "circumstances", "foresee", "may_do", "perform",
]  # fmt: skip
