"""Send a line what it said it needs."""

from __future__ import annotations

from typing import Annotated, Any

from customerview.kernel import Asked, Fact, Problem, Record, Words, field, records

from ..roles import STAFF
from .asking import answer_by
from .facts import MoreSentToLine
from .on_request import OnRequest


class SendMoreToLine(OnRequest, frozen=True, kw_only=True):
    """What the line said it needs was found out, and is sent to it; it owes its answer again."""

    about = records(Words("Send the line what it needs", "Anfon yr hyn sydd ei angen at y llinell"), may=STAFF)

    sent: Annotated[str, field("What do you send?", kind="long_text", min_length=3, max_length=1000, missing="Say what you send.")]

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        wrong = super().problems(record, asked)
        if not wrong and record.line_requests.open[self.line_request].stage != "needs_more":
            wrong.append(Problem("line_request", Words("The line has not asked for anything.", "Nid yw'r llinell wedi gofyn am ddim.")))
        return wrong

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        of: dict[str, Any] = self.of_request(record)
        return [MoreSentToLine(**of, answer_by=answer_by(str(of["what"]), asked), sent=self.sent)]
