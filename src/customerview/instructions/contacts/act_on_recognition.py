"""Record what was done about a yes."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Action, Asked, Fact, Problem, Record, Words, field, records

from ..roles import STAFF
from .facts import QUESTIONS, RecognitionActedOn


class ActOnRecognition(Action, frozen=True, kw_only=True):
    """What was heard has been acted on, or there is a reason why nothing was needed."""

    about = records(Words("Record what you did about it", "Cofnodi'r hyn a wnaethoch amdano"), may=STAFF)

    contact: Annotated[int, field("Which contact?", kind="number", hidden=True)]
    question: Annotated[str, field("About what?", kind="choice", choices=QUESTIONS.items())]
    what: Annotated[
        str, field("What was done, by whom, or why nothing was needed?", kind="long_text", min_length=3, max_length=2000, missing="Say what was done.")
    ]  # fmt: skip

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        if f"{self.contact}:{self.question}" not in record.contacts.awaiting:
            return [Problem("question", Words("Nothing waits under this question.", "Nid oes dim yn aros o dan y cwestiwn hwn."))]
        return []

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [RecognitionActedOn(contact=self.contact, question=self.question, what=self.what)]
