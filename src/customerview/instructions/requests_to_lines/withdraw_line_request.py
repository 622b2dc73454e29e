"""Take back what a line was asked."""

from __future__ import annotations

from typing import Annotated, Any

from customerview.kernel import Asked, Fact, Problem, Record, Words, field, records

from ..roles import STAFF
from .facts import LineRequestWithdrawn
from .on_request import OnRequest


class WithdrawLineRequest(OnRequest, frozen=True, kw_only=True):
    """What a line was asked is no longer wanted: it settled itself, or it was asked by mistake."""

    about = records(Words("Take back what the line was asked", "Tynnu'n ôl yr hyn a ofynnwyd i'r llinell"), may=STAFF)

    why: Annotated[
        str, field("Why is it no longer wanted?", kind="long_text", min_length=3, max_length=500, missing="Say why it is no longer wanted.")
    ]

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        wrong = super().problems(record, asked)
        if not wrong and record.line_requests.open[self.line_request].stage not in ("asked", "needs_more"):
            wrong.append(Problem("line_request", Words("The line has answered already.", "Mae'r llinell wedi ateb eisoes.")))
        return wrong

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        of: dict[str, Any] = self.of_request(record)
        return [LineRequestWithdrawn(**of, why=self.why)]
