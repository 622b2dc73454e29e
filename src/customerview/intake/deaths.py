"""Reports of deaths from the public reporting service and from registration: each becomes the same action as a death told by phone.

A report is recorded with the one customer it can only mean. In any doubt it becomes an item of its own, which the bereavement team
has to settle within days (`match_death_report`): a death is never recorded with somebody it may not be about, and never lost.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated
from uuid import UUID, uuid5

import msgspec

from customerview.instructions import catalogue
from customerview.instructions.bereavement.receive_unmatched_report import ReceiveUnmatchedReport
from customerview.instructions.bereavement.report_death import ReportDeath
from customerview.kernel import Action, Actor, Field, Words
from customerview.ledger import View, look, reading, writing
from customerview.linkage import identify, search
from customerview.perform import perform

ITEMS = UUID("2b7d3c1e-98a4-4e55-9d0e-5f0c4f0b7a31")
"""A report that comes again names the same item."""

Short = Annotated[str, msgspec.Meta(max_length=100)]
Long = Annotated[str, msgspec.Meta(max_length=200)]


class DeathNotification(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A report of somebody's death, as another service passes it on. `reference` is that service's own, and known by it again."""

    reference: Annotated[str, msgspec.Meta(min_length=1, max_length=60, pattern="^[A-Za-z0-9][A-Za-z0-9._/-]*$")]
    source: str = "public_reporting"
    given: Annotated[str, msgspec.Meta(min_length=1, max_length=100)]
    family: Annotated[str, msgspec.Meta(min_length=1, max_length=100)]
    born: date
    nino: Annotated[str, msgspec.Meta(max_length=13)] = ""
    postcode: Annotated[str, msgspec.Meta(max_length=10)] = ""
    died: date | None = None
    reporter: Short = ""
    reach: Long = ""
    relation: Short = ""
    next_of_kin: Short = ""
    next_of_kin_reach: Long = ""
    executor: Short = ""
    executor_reach: Long = ""


SOURCES = ("public_reporting", "registration", "coroner")
FIELDS = {
    "nino": Field(question=Words("National Insurance number", "Rhif Yswiriant Gwladol"), kind="nino"),
    "postcode": Field(question=Words("Postcode", "Cod post"), kind="postcode"),
    "source": Field(question=Words("Where does it come from?", "O ble y daw?"), kind="choice"),
}


class Received(msgspec.Struct, frozen=True, kw_only=True):
    """What became of a report: recorded with a customer, or an item that somebody has to settle."""

    reference: str
    outcome: str
    record: UUID


def receive_death(told: DeathNotification, *, by: Actor, secret: str) -> Received:
    """Record a report, once however often it comes. Raises what `perform` raises."""
    with reading(secret, catalogue(), by) as view:
        customer = meant(view, told)
    if customer is not None:
        action: Action = ReportDeath(
            date_known=told.died is not None, source=told.source, died=told.died, reporter=told.reporter, reach=told.reach,
            relation=told.relation, next_of_kin=told.next_of_kin, next_of_kin_reach=told.next_of_kin_reach, executor=told.executor,
            executor_reach=told.executor_reach, reference=told.reference,
        )  # fmt: skip
        stream, key, outcome = customer, f"death:{told.reference}", "recorded"
    else:
        person = f"{told.given} {told.family}, born {told.born}, {told.nino or 'no number'}, {told.postcode or 'no postcode'}"
        action = ReceiveUnmatchedReport(
            source=told.source, reference=told.reference, died=told.died, person=person, reporter=told.reporter, reach=told.reach
        )
        stream, key, outcome = uuid5(ITEMS, f"{by.id} {told.reference}"), f"unmatched:{told.reference}", "to be matched"
    look(secret, stream, by, reason="To record that a death was reported")
    perform(action, on=stream, by=by, ledger=writing(secret, catalogue()), catalogue=catalogue(), key=key)
    return Received(reference=told.reference, outcome=outcome, record=stream)


def meant(view: View, told: DeathNotification) -> UUID | None:
    """The one customer it can only mean: by number, name and birth; or, where no number is told, by name, birth and postcode."""
    if told.nino:
        return identify(view, nino=told.nino, names=[(told.given, told.family)], births=[told.born]).stream
    if not told.postcode:
        return None
    found = [f for f in search(view, name=f"{told.family}, {told.given}", born=told.born, postcode=told.postcode) if f.exact]
    return found[0].stream if len(found) == 1 else None
