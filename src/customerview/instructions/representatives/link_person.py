"""Record who is close to the customer, or no longer."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from customerview.kernel import Action, Asked, Fact, Problem, Record, Words, field, records

from ..roles import STAFF
from .facts import RELATIONS, PersonLinked, PersonUnlinked


class LinkPerson(Action, frozen=True, kw_only=True):
    """Somebody close to a customer is recorded: a partner, a child, a carer, the next of kin."""

    about = records(Words("Record who is close to the customer", "Cofnodi pwy sy'n agos at y cwsmer"), may=(*STAFF, "line_system", "job"))

    link: Annotated[str, field("The id of the link, the same in both records", hidden=True, max_length=40)] = ""
    relation: Annotated[str, field("What are they to the customer?", kind="choice", choices=RELATIONS.items())]
    person: Annotated[UUID | None, field("Their own record, if they are a customer too", hidden=True)] = None
    name: Annotated[str, field("Name", max_length=150)] = ""
    reach_by: Annotated[str, field("How are they reached?", max_length=200)] = ""

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        if self.link in record.people.linked:
            return [Problem("link", Words("This is recorded already.", "Mae hyn eisoes wedi'i gofnodi."))]
        if self.relation in RELATIONS:
            return []
        return [Problem("relation", Words("Choose what they are to the customer.", "Dewiswch beth ydynt i'r cwsmer."))]

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        link = self.link or f"P-{record.number + 1}"
        source = asked.by.line or asked.by.kind
        return [PersonLinked(link=link, relation=self.relation, person=self.person, source=source, name=self.name, reach_by=self.reach_by)]


class UnlinkPerson(Action, frozen=True, kw_only=True):
    """Somebody is no longer recorded as close to a customer."""

    about = records(Words("Record that somebody is no longer close to the customer", "Cofnodi nad yw rhywun yn agos at y cwsmer mwyach"),
                    may=(*STAFF, "line_system", "job"))  # fmt: skip

    link: Annotated[str, field("Which link?", hidden=True, max_length=40)]

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        if self.link in record.people.linked:
            return []
        return [Problem("link", Words("No such link is recorded.", "Nid oes cysylltiad o'r fath wedi'i gofnodi."))]

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [PersonUnlinked(link=self.link, relation=record.people.linked[self.link].relation)]
