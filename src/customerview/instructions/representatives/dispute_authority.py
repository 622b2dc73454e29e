"""Record that somebody disputes who acts for the customer."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Asked, Fact, Record, Words, field, records

from ..roles import STAFF
from .facts import AuthorityDisputed
from .on_authority import OnAuthority

SOURCES = {
    "customer": Words("The customer", "Y cwsmer"), "family": Words("Family or a friend", "Teulu neu ffrind"),
    "professional": Words("A professional", "Gweithiwr proffesiynol"), "colleague": Words("A colleague", "Cydweithiwr"),
}  # fmt: skip


class DisputeAuthority(OnAuthority, frozen=True, kw_only=True):
    """Somebody says that whoever acts for a customer should not, or does not act in their interest."""

    about = records(Words("Record a dispute about who acts", "Cofnodi anghydfod ynghylch pwy sy'n gweithredu"), may=STAFF, protects=True)

    source: Annotated[str, field("Who says so?", kind="choice", choices=SOURCES.items())]
    what: Annotated[str, field("What do they say?", kind="long_text", min_length=1, max_length=1000)]

    suspected: Annotated[
        bool, field("Is harm by whoever acts suspected?", kind="yes_no", hint="If so they act no more until this is settled.")
    ] = False

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [AuthorityDisputed(authority=self.authority, source=self.source, what=self.what, suspected=self.suspected)]
