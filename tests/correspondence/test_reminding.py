"""Reminders: a letter the same day to whoever reads one, once; left to a person for whoever does not; none after a death."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID, uuid4

import pytest

from customerview.correspondence.reminding import remind_those_due
from customerview.instructions import catalogue
from customerview.instructions.appointments.facts import AppointmentBooked, AppointmentReminded
from customerview.instructions.bereavement.facts import DeathReported
from customerview.instructions.personal_details.facts import AddressChanged, CustomerRegistered, FormatChosen, RouteRecorded
from customerview.instructions.support_needs.facts import AdjustmentAgreed
from customerview.kernel import LONDON, Recorded
from customerview.ledger import reading
from customerview.ledger.bulk import load_streams
from customerview.population.playing import Life
from customerview.work.open_duty import load

NOW = datetime.now(LONDON)
BOOKED = AppointmentBooked(
    at=datetime.combine(NOW.date() + timedelta(days=1), time(14), LONDON), minutes=30, how="mobile", purpose="review", line="PIP", team="pip.case",
    remind_on=NOW.date(),
)  # fmt: skip


@pytest.fixture
def known(own_database):
    """A customer with an appointment tomorrow, booked ten days ago."""

    def tell(*facts) -> UUID:
        stream, at = uuid4(), datetime.now(UTC) - timedelta(days=10)
        begun = [CustomerRegistered(source="PIP", given="Siân", family="Morgan", born=date(1961, 3, 4)),
                 AddressChanged(role="home", lines=("1 Heol y Tŷ",), postcode="VL1 2AB"), *facts, BOOKED]  # fmt: skip
        history = [Recorded(stream=stream, number=n, fact=f, by="job:test", at=at, effective=at.date()) for n, f in enumerate(begun, 1)]
        record = catalogue().fold.of(stream, history)
        with own_database.connect("worker") as db:
            load_streams(db, catalogue(), [(history, record)])
            load(db, [Life(stream, history, record, []).change])
        return stream

    return tell


def reminded(database, stream: UUID) -> list[AppointmentReminded]:
    with database.using("worker"), reading(None, catalogue()) as view:
        return [f.fact for f in view.timeline(stream, kinds=[AppointmentReminded.kind.code])]


def test_each_is_reminded_once_by_a_way_that_is_there_the_same_day(known, own_database):
    email = RouteRecorded(route="email", value="sian@example.com", preferred=True)
    reads, paper = known(email), known(email, FormatChosen(format="large_print_18"), AdjustmentAgreed(adjustment="reminder"))
    dead = known(email, DeathReported(source="caller"))
    with own_database.using("worker"):
        assert remind_those_due(NOW) == 1 and remind_those_due(NOW) == 0
    assert [(fact.route, fact.written) for fact in reminded(own_database, reads)] == [("email", True)]
    assert reminded(own_database, paper) == [] == reminded(own_database, dead)
    with own_database.using("worker"), reading(None, catalogue()) as view:
        owed = {stream: {o.duty for o in view.whole(stream).duties.open.values()} for stream in (reads, paper)}
    assert "remind_of_appointment" not in owed[reads], "it was done"
    assert "remind_of_appointment" in owed[paper], "a person rings"
