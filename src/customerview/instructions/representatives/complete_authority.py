"""Fill in what was left open about somebody who acts; and a line says what its own copy holds."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Asked, Fact, Problem, Record, Words, field, records

from ..personal_details.facts import LANGUAGES
from ..personal_details.formats import FORMATS
from .facts import AuthorityCompleted
from .held_elsewhere_facts import AuthorityCopyReported
from .on_authority import NOT_HELD, OnAuthority
from .record_authority import DOCUMENTS

COMPARED = {
    "type": Words("role", "rôl"), "holder": Words("who acts", "pwy sy'n gweithredu"), "starts": Words("first day", "diwrnod cyntaf"),
    "ends": Words("last day", "diwrnod olaf"), "address": Words("address", "cyfeiriad"), "paid_to": Words("payment details", "manylion talu"),
}  # fmt: skip


class CompleteAuthority(OnAuthority, frozen=True, kw_only=True):
    """What was missing about somebody who acts for a customer is filled in."""

    about = records(Words("Complete what is known of who acts", "Cwblhau'r hyn sy'n hysbys am bwy sy'n gweithredu"),
                    may=("case_manager", "team_leader", "operations_manager", "line_system"))  # fmt: skip

    document: Annotated[str, field("Which document was seen?", kind="choice", choices=DOCUMENTS.items())] = ""
    all_lines: Annotated[bool, field("Does it cover all benefits?", kind="yes_no")] = False
    no_end: Annotated[bool, field("Is it without an end?", kind="yes_no")] = False
    reach_by: Annotated[str, field("How are they reached?", max_length=200)] = ""
    paid_to: Annotated[str, field("How is the customer's money paid?", max_length=200)] = ""
    address_line: Annotated[str, field("Their address, in one line without the postcode", max_length=200)] = ""
    postcode: Annotated[str, field("Their postcode", kind="postcode", max_length=10)] = ""
    email: Annotated[str, field("Their email address", kind="email", max_length=200)] = ""
    language: Annotated[str, field("Which language do they use?", kind="choice", choices=LANGUAGES.items())] = ""
    format: Annotated[str, field("In which form do they get letters?", kind="choice", choices=FORMATS.items())] = ""

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [
            AuthorityCompleted(
                authority=self.authority, type=record.authority.held[self.authority].type, document=self.document, reach_by=self.reach_by,
                all_lines=self.all_lines, no_end=self.no_end, paid_to=self.paid_to, email=self.email, language=self.language, format=self.format,
                address=tuple(part.strip() for part in self.address_line.split(",") if part.strip()), postcode=self.postcode.upper(),
            )
        ]  # fmt: skip


class ReportAuthorityCopy(OnAuthority, frozen=True, kw_only=True):
    """A line compared its own copy of who acts with the shared entry."""

    about = records(
        Words("Compare a line's copy of who acts", "Cymharu copi llinell o bwy sy'n gweithredu"),
        may=("line_system", "case_manager"),
    )

    differs: Annotated[
        tuple[str, ...], field("What is not the same? None chosen: it agrees", kind="choices", choices=COMPARED.items())
    ] = ()

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        if self.authority not in record.authority.held:
            return [Problem("authority", NOT_HELD)]
        if not asked.by.line or set(self.differs) - COMPARED.keys():
            return [Problem("differs", Words("Choose from the list, as a line's own.", "Dewiswch o'r rhestr, fel un o'r llinellau."))]
        return []

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [AuthorityCopyReported(authority=self.authority, line=asked.by.line, agrees=not self.differs, differs=self.differs)]
