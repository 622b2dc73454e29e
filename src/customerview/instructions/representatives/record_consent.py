"""Record that the customer lets us talk to somebody."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from customerview.kernel import Action, Asked, Fact, Problem, Record, Words, field, records

from ..directory import BENEFITS
from ..roles import STAFF
from .facts import AuthorityRecorded

TOPICS = {
    "progress": Words("How a claim or request is going", "Sut mae cais yn dod yn ei flaen"),
    "payments": Words("Payments", "Taliadau"),
    "decisions": Words("Decisions and how they were made", "Penderfyniadau a sut y'u gwnaed"),
    "dispute": Words("Asking us to look at a decision again", "Gofyn i ni edrych ar benderfyniad eto"),
    "appointments": Words("Appointments", "Apwyntiadau"),
}


class RecordConsent(Action, frozen=True, kw_only=True):
    """You let us talk to somebody about your benefits: about what, and until when."""

    about = records(Words("Let us talk to somebody for you", "Gadael i ni siarad â rhywun ar eich rhan"), may=("customer", *STAFF))

    name: Annotated[str, field(
        Words("Who may we talk to?", "Gyda phwy y gallwn siarad?"), min_length=1, max_length=150,
        hint=Words("A person, or an organisation and its branch", "Person, neu sefydliad a'i gangen"),
        missing=Words("Enter the name of the person or organisation.", "Rhowch enw'r person neu'r sefydliad."))]  # fmt: skip
    purpose: Annotated[str, field(
        Words("What are they helping you with?", "Gyda beth maen nhw'n eich helpu?"), min_length=1, max_length=300,
        missing=Words("Say what they are helping you with.", "Nodwch gyda beth maen nhw'n eich helpu."))]  # fmt: skip
    topics: Annotated[tuple[str, ...], field(
        Words("What may we talk to them about?", "Am beth y gallwn siarad â nhw?"), kind="choices", choices=TOPICS.items(), min_length=1,
        missing=Words("Choose what we may talk about.", "Dewiswch am beth y gallwn siarad."))]  # fmt: skip
    lines: Annotated[tuple[str, ...], field(
        Words("About which benefits? None chosen: all of them", "Am ba fudd-daliadau? Dim wedi'i ddewis: pob un"), kind="choices",
        choices=BENEFITS.items())] = ()  # fmt: skip
    ends: Annotated[date, field(
        Words("Until which day?", "Tan ba ddiwrnod?"), kind="date", missing=Words("Enter the last day.", "Rhowch y diwrnod olaf."))]  # fmt: skip
    holder: Annotated[
        str, field(Words("Their id, if we know them", "Eu rhif adnabod, os ydym yn eu hadnabod"), hidden=True, max_length=40)
    ] = ""

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        wrong = []
        if self.ends < asked.today:
            wrong.append(Problem("ends", Words("The last day must be today or later.", "Rhaid i'r diwrnod olaf fod heddiw neu'n hwyrach.")))
        if set(self.topics) - TOPICS.keys():
            wrong.append(Problem("topics", Words("Choose what we may talk about.", "Dewiswch am beth y gallwn siarad.")))
        if set(self.lines) - BENEFITS.keys():
            wrong.append(Problem("lines", Words("Choose from the benefits.", "Dewiswch o'r budd-daliadau.")))
        return wrong

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        # The id of a consent given here is the number of its fact: nothing goes before it.
        number = record.number + 1
        return [
            AuthorityRecorded(
                authority=f"C-{number}", type="consent", holder=self.holder or f"C-{number}", name=self.name, purpose=self.purpose,
                topics=self.topics, lines=self.lines, starts=asked.today, ends=self.ends, document="own_word",
            )
        ]  # fmt: skip
