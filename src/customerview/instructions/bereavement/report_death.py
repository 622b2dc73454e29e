"""Report a death: one short form, by anyone, to anyone."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from customerview.kernel import Action, Asked, Fact, Problem, Record, Words, field, records

from ..roles import STAFF
from .facts import DeathReported, NextOfKinRecorded

SOURCE_NAMES = {
    "caller": Words("Somebody told us by phone or in person", "Dywedodd rhywun wrthym dros y ffôn neu'n bersonol"),
    "letter": Words("A letter", "Llythyr"),
    "message": Words("A message", "Neges"),
    "line": Words("A service's own system", "System gwasanaeth ei hun"),
    "visit": Words("A visit", "Ymweliad"),
    "public_reporting": Words("The public reporting service", "Y gwasanaeth adrodd cyhoeddus"),
    "registration": Words("Registration of deaths", "Cofrestru marwolaethau"),
    "certificate": Words("A certificate", "Tystysgrif"),
    "coroner": Words("A coroner", "Crwner"),
}


class ReportDeath(Action, frozen=True, kw_only=True):
    """Somebody tells us that a person has died, and need tell nobody else."""

    about = records(Words("Record that somebody has died", "Cofnodi bod rhywun wedi marw"), may=(*STAFF, "line_system", "job"))

    date_known: Annotated[bool, field("Do they know the date?", kind="yes_no", hint="If not, we ask for it within days.")]
    source: Annotated[str, field("How do we know?", kind="choice", choices=SOURCE_NAMES.items())]
    died: Annotated[date | None, field("On which day did they die?", kind="date")] = None
    reporter: Annotated[str, field("Who told us?", max_length=100)] = ""
    reach: Annotated[str, field("How can we reach them?", max_length=200)] = ""
    relation: Annotated[str, field("What were they to the person?", max_length=100)] = ""
    next_of_kin: Annotated[str, field("Who is the next of kin?", max_length=100)] = ""
    next_of_kin_reach: Annotated[str, field("How can the next of kin be reached?", max_length=200)] = ""
    executor: Annotated[str, field("Who is the executor, if there is one?", max_length=100)] = ""
    executor_reach: Annotated[str, field("How can the executor be reached?", max_length=200)] = ""
    transferred: Annotated[bool, field("Did the bereavement team take the call over?", kind="yes_no")] = False
    reference: Annotated[str, field("Their reference, if there is one", max_length=60)] = ""

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        wrong = []
        if self.source not in SOURCE_NAMES:
            wrong.append(Problem("source", Words("Say how we know.", "Nodwch sut rydym yn gwybod.")))
        if self.date_known and self.died is None:
            wrong.append(Problem("died", Words("Enter the date, or say that it is not known.",
                                               "Rhowch y dyddiad, neu dywedwch nad yw'n hysbys.")))  # fmt: skip
        if self.died and self.died > asked.today:
            wrong.append(Problem("died", Words("The date is in the future.", "Mae'r dyddiad yn y dyfodol.")))
        return wrong

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        told: list[Fact] = [
            DeathReported(
                source=self.source, died=self.died if self.date_known else None, reference=self.reference, line=asked.by.line,
                transferred=self.transferred, reachable=bool(self.reach), reporter=self.reporter, reach=self.reach, relation=self.relation,
            )
        ]  # fmt: skip
        if self.next_of_kin:
            told.append(NextOfKinRecorded(claim="next_of_kin", name=self.next_of_kin, reach=self.next_of_kin_reach))
        if self.executor:
            told.append(NextOfKinRecorded(claim="executor", name=self.executor, reach=self.executor_reach))
        return told
