"""Answer one recognition question, at once when something is heard."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Asked, Fact, Problem, Record, Words, field, records

from ..roles import STAFF
from .facts import QUESTIONS, answered
from .on_contact import OnContact

HEARD_BEFORE = Words("This was heard in this contact. If nothing is needed, record why under it.",
                     "Clywyd hyn yn y cyswllt hwn. Os nad oes angen dim, cofnodwch pam oddi tano.")  # fmt: skip


class AnswerRecognitionQuestion(OnContact, frozen=True, kw_only=True):
    """What was heard is recorded the moment it is heard, and what it calls for begins."""

    about = records(Words("Record what you heard", "Cofnodi'r hyn a glywsoch"), may=STAFF, protects=True)

    question: Annotated[str, field("What did you hear?", kind="choice", choices=QUESTIONS.items())]
    answer: Annotated[bool, field("Is it so?", kind="yes_no")]
    detail: Annotated[str, field("In their words", kind="long_text", max_length=1000)] = ""

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        wrong = super().problems(record, asked)
        if self.question not in QUESTIONS:
            wrong.append(Problem("question", Words("Choose what you heard.", "Dewiswch yr hyn a glywsoch.")))
        elif not wrong and not self.answer and record.contacts.open[self.contact].answers.get(self.question):
            wrong.append(Problem("answer", HEARD_BEFORE))
        return wrong

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [answered(contact=self.contact, question=self.question, answer=self.answer, line=asked.by.line, detail=self.detail)]
