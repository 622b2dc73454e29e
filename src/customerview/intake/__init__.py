"""What comes in from other systems, and how old it is: every message becomes an action like any other.

`receive_death` takes a report of a death from the public reporting service or from registration; `record_matched_deaths`, a loop
of the worker, records one that matched nobody once somebody has matched it. `heard(line)` keeps when a service line was last
heard from, by which every value shown says its age.

`receive_payments` takes a batch of payments made as expected: rows, kept as received, beside the line's own stream that digests
them; `check_payments`, a loop of the worker, turns what does not fit into facts; `verify_payments` proves that the rows are those
that were received; `payments_made(view, stream)` shows a customer's latest.
"""

from .checked_payments import check_payments
from .deaths import FIELDS as DEATH_FIELDS
from .deaths import SOURCES as DEATH_SOURCES
from .deaths import DeathNotification, Received, receive_death
from .matched_deaths import record_matched_deaths
from .payments import BatchReceived, Payment, PaymentBatch, PaymentMade, keep, line_stream, payments_made, receive_payments
from .sources import heard
from .verifying import PaymentsVerified, verify_payments

__all__ = [
    "DEATH_FIELDS", "DEATH_SOURCES", "BatchReceived", "DeathNotification", "Payment", "PaymentBatch", "PaymentMade", "PaymentsVerified", "Received",
    "check_payments", "heard", "keep", "line_stream", "payments_made", "receive_death", "receive_payments", "record_matched_deaths",
    "verify_payments",
]  # fmt: skip
