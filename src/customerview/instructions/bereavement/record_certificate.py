"""Record a certificate: its date is compared with the one held."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from customerview.kernel import Action, Asked, Fact, Problem, Record, Words, field, records

from ..roles import STAFF
from .facts import CertificateRecorded
from .on_death import FUTURE, certain

CERTIFICATES = {
    "certificate": Words("Death certificate", "Tystysgrif marwolaeth"),
    "interim": Words("Coroner's interim certificate", "Tystysgrif dros dro'r crwner"),
    "abroad": Words("Certificate from abroad", "Tystysgrif o dramor"),
}


class RecordCertificate(Action, frozen=True, kw_only=True):
    """A certificate of the death arrived."""

    about = records(Words("Record a death certificate", "Cofnodi tystysgrif marwolaeth"), may=(*STAFF, "line_system"))

    died: Annotated[date, field("Which date of death does it give?", kind="date")]
    kind: Annotated[str, field("What kind is it?", kind="choice", choices=CERTIFICATES.items())] = "certificate"
    document: Annotated[str, field("Where is it kept?", max_length=100)] = ""

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        return [Problem("died", FUTURE)] if self.died > asked.today else []

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        arrived = CertificateRecorded(died=self.died, kind=self.kind, document=self.document)
        return [arrived, *certain(self.died, "certificate", "", record)]
