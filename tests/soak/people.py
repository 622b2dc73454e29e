"""A few customers for bad days, whom the writers all write to."""

from __future__ import annotations

from datetime import UTC, date, datetime
from uuid import uuid4

from customerview.instructions import catalogue
from customerview.instructions.personal_details.facts import CustomerRegistered
from customerview.kernel import Recorded
from customerview.ledger.bulk import load_streams
from tests.soak.installation import Installation


def customers(installation: Installation, count: int) -> list[str]:
    """New customers, each with one fact."""
    rules, at = catalogue(), datetime.now(UTC)
    histories = []
    for number in range(count):
        registered = CustomerRegistered(source="DEBT", given="Alex", family="Soak", born=date(1970, 1, 1), nino=f"QZ{number:06}A")
        first = Recorded(stream=uuid4(), number=1, fact=registered, by="job:soak", at=at, effective=at.date())
        histories.append(([first], rules.fold.of(first.stream, [first])))
    with installation.connect() as db, db.transaction():
        load_streams(db, rules, histories)
    return [str(history[0].stream) for history, _ in histories]
