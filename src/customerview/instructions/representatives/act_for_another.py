"""The other half of an authority: this person acts for somebody else, or no longer."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from customerview.kernel import Action, Asked, Fact, Problem, Record, Words, field, records

from .facts import ActsFor, ActsForEnded

TOLD_ALREADY = Words("This is recorded already.", "Mae hyn eisoes wedi'i gofnodi.")


class RecordActsFor(Action, frozen=True, kw_only=True):
    """This customer is recorded as acting for another."""

    about = records(Words("Record that this customer acts for another", "Cofnodi bod y cwsmer hwn yn gweithredu dros un arall"),
                    may=("job", "line_system"))  # fmt: skip

    authority: Annotated[str, field("The id of the link, the same in both records", hidden=True, min_length=1, max_length=40)]
    type: Annotated[str, field("In what role?", hidden=True, max_length=30)]
    person: Annotated[UUID, field("For whom?", hidden=True)]
    lines: Annotated[tuple[str, ...], field("For which benefits?", hidden=True)] = ()

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        held = record.authority.acts_for.get(self.authority)
        return [Problem("authority", TOLD_ALREADY)] if held and held.lines == self.lines else []

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [ActsFor(authority=self.authority, type=self.type, person=self.person, lines=self.lines)]


class EndActsFor(Action, frozen=True, kw_only=True):
    """This customer no longer acts for another."""

    about = records(Words("Record that this customer no longer acts for another", "Cofnodi nad yw'r cwsmer hwn yn gweithredu dros un arall mwyach"),
                    may=("job", "line_system"))  # fmt: skip

    authority: Annotated[str, field("The id of the link, the same in both records", hidden=True, min_length=1, max_length=40)]

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        if self.authority in record.authority.acts_for:
            return []
        return [
            Problem(
                "authority",
                Words("This customer does not act by this authority.", "Nid yw'r cwsmer hwn yn gweithredu drwy'r awdurdod hwn."),
            )
        ]

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [ActsForEnded(authority=self.authority, type=record.authority.acts_for[self.authority].type)]
