"""Record that somebody acts for the customer."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from customerview.kernel import Action, Asked, Fact, Problem, Record, Words, asks, field

from ..directory import LINES
from ..personal_details.facts import LANGUAGES
from ..personal_details.formats import FORMATS
from .facts import AUTHORITY_TYPES, AuthorityRecorded

ACTING_TYPES = {code: held.words for code, held in AUTHORITY_TYPES.items() if held.acts}
DOCUMENTS = {
    "BF57": Words("Appointment confirmed (BF57)", "Penodiad wedi'i gadarnhau (BF57)"),
    "power_of_attorney": Words("Registered power of attorney", "Pŵer atwrnai cofrestredig"),
    "court_order": Words("Court order", "Gorchymyn llys"),
    "other": Words("Another document", "Dogfen arall"),
}
HELD_BEFORE = Words("This authority is recorded already.", "Mae'r awdurdod hwn eisoes wedi'i gofnodi.")


class RecordAuthority(Action, frozen=True, kw_only=True):
    """Somebody is recorded as acting for a customer: who, for what, from when, on which document."""

    about = asks(Words("Record who acts for the customer", "Cofnodi pwy sy'n gweithredu dros y cwsmer"),
                 may=("case_manager", "team_leader", "operations_manager", "line_system", "job"))  # fmt: skip

    authority: Annotated[str, field("The id of the link, the same in both records", hidden=True, max_length=40)] = ""
    type: Annotated[str, field("In what role do they act?", kind="choice", choices=ACTING_TYPES.items())]
    holder: Annotated[
        str,
        field(
            "Their number here, if they are a customer or an organisation we know (optional)",
            max_length=40,
            hint="It stands at the end of the address of their page. With it they can sign in and act.",
        ),
    ] = ""
    name: Annotated[str, field("Name of the person or organisation", min_length=1, max_length=150)]
    reach_by: Annotated[str, field("How are they reached?", max_length=200)] = ""
    lines: Annotated[tuple[str, ...], field("For which benefits?", kind="choices", choices=LINES.items())] = ()
    all_lines: Annotated[bool, field("Does it cover all benefits?", kind="yes_no")] = False
    starts: Annotated[date, field("From which day?", kind="date")]
    ends: Annotated[date | None, field("Until which day, if it has an end?", kind="date")] = None
    no_end: Annotated[bool, field("Is it without an end?", kind="yes_no")] = False
    paid_to: Annotated[
        str,
        field("How is the customer's money paid?", max_length=200, hint="For example: to their account, the one that ends in 4471"),
    ] = ""
    address_line: Annotated[str, field("Their address, in one line without the postcode", max_length=200)] = ""
    postcode: Annotated[str, field("Their postcode", kind="postcode", max_length=10)] = ""
    email: Annotated[str, field("Their email address", kind="email", max_length=200)] = ""
    language: Annotated[str, field("Which language do they use?", kind="choice", choices=LANGUAGES.items())] = ""
    format: Annotated[str, field("In which form do they get letters?", kind="choice", choices=FORMATS.items())] = ""
    document: Annotated[str, field("Which document was seen?", kind="choice", choices=DOCUMENTS.items())] = ""

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        wrong = []
        if self.authority in record.authority.held:
            wrong.append(Problem("authority", HELD_BEFORE))
        if self.type not in ACTING_TYPES:
            wrong.append(Problem("type", Words("Choose in what role they act.", "Dewiswch ym mha rôl y maent yn gweithredu.")))
        if unknown := set(self.lines) - LINES.keys():
            said = ", ".join(sorted(unknown))
            wrong.append(Problem("lines", Words(f"There is no benefit called {said}.", f"Nid oes budd-dal o'r enw {said}.")))
        if self.ends and self.ends < self.starts:
            wrong.append(Problem("ends", Words("The last day is before the first.", "Mae'r diwrnod olaf cyn y cyntaf.")))
        if self.lines and self.all_lines:
            wrong.append(
                Problem(
                    "all_lines",
                    Words(
                        "Choose the benefits, or say that it covers all.",
                        "Dewiswch y budd-daliadau, neu dywedwch ei fod yn cwmpasu pob un.",
                    ),
                )
            )
        if self.ends and self.no_end:
            wrong.append(
                Problem("no_end", Words("Give a last day, or say that it has none.", "Rhowch ddiwrnod olaf, neu dywedwch nad oes un."))
            )
        return wrong

    @property
    def address(self) -> tuple[str, ...]:
        return tuple(part.strip() for part in self.address_line.split(",") if part.strip())

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        link = self.authority or f"A-{record.number + 1}"
        return [
            AuthorityRecorded(
                authority=link, type=self.type, holder=self.holder.strip() or f"known-by-name-{link}", name=self.name, reach_by=self.reach_by, lines=self.lines,
                starts=self.starts, ends=self.ends, document=self.document, all_lines=self.all_lines, no_end=self.no_end, paid_to=self.paid_to,
                address=self.address, postcode=self.postcode.upper(), email=self.email, language=self.language, format=self.format,
            )
        ]  # fmt: skip
