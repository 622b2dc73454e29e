"""Answer every recognition question, at the end of a contact. No answer is filled in beforehand."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Asked, Fact, Record, Words, field, records

from ..roles import STAFF
from .facts import QUESTIONS, answered
from .on_contact import OnContact


def _yes_no(code: str):
    return field(QUESTIONS[code], kind="yes_no", missing="Answer yes or no: it cannot be left out.")


class AnswerRecognitionQuestions(OnContact, frozen=True, kw_only=True):
    """Twelve short questions, so that nothing important is left out silently."""

    about = records(Words("Answer the recognition questions", "Ateb y cwestiynau adnabod"), may=STAFF, protects=True)

    suicide: Annotated[bool, _yes_no("suicide")]
    danger: Annotated[bool, _yes_no("danger")]
    health: Annotated[bool, _yes_no("health")]
    death: Annotated[bool, _yes_no("death")]
    disagrees: Annotated[bool, _yes_no("disagrees")]
    dissatisfied: Annotated[bool, _yes_no("dissatisfied")]
    change: Annotated[bool, _yes_no("change")]
    somebody_else: Annotated[bool, _yes_no("somebody_else")]
    evidence: Annotated[bool, _yes_no("evidence")]
    request: Annotated[bool, _yes_no("request")]
    help: Annotated[bool, _yes_no("help")]
    fraud: Annotated[bool, _yes_no("fraud")]

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        held = record.contacts.open[self.contact].answers
        # What was heard stands: a later no does not take it back, what was done about it ends it.
        answers = {code: getattr(self, code) or held.get(code, False) for code in QUESTIONS}
        return [
            answered(contact=self.contact, question=code, answer=answer, line=asked.by.line)
            for code, answer in answers.items()
            if held.get(code) != answer
        ]
