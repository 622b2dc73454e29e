"""What goes out: facts that are shared reach each recipient by signed webhook, in order, at least once, until each receipt is in.

A reader of the feed notes every share (`collect`), its place in the feed committed with what it noted; a sender delivers what
is due (`deliver`). A recipient that is down misses nothing: it is tried less and less often, and has everything once it is
back. What was delivered and not confirmed is delivered again; meanwhile the duty `share_receipt_confirmed` shows the gap.
No free text and no names leave by webhook: a recipient reads them in the record, with a reason.
"""

from .collect import collect
from .deliver import deliver
from .loop import share
from .signature import signed
from .subscriptions import NoSubscription, Subscription, rotate, standing, subscribe, unsubscribe

__all__ = [
    "NoSubscription", "Subscription", "collect", "deliver", "rotate", "share", "signed", "standing", "subscribe", "unsubscribe",
]  # fmt: skip
