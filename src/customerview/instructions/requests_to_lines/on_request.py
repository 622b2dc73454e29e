"""What everything done about one request to a line has in common: which, and whose business it is."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Action, Asked, Problem, Record, Words, field

from .slices import LineRequest

NO_SUCH_REQUEST = Words("Nothing of this number was asked of a line, or it is over.",
                        "Ni ofynnwyd dim â'r rhif hwn i linell, neu mae drosodd.")  # fmt: skip


class OnRequest(Action, frozen=True, kw_only=True):
    """Base of what is done about one request."""

    line_request: Annotated[int, field(Words("Which request?", "Pa gais?"), kind="number", hidden=True, ge=1)]

    def one(self, record: Record) -> LineRequest | None:
        """The request, if it is not over."""
        found: LineRequest | None = record.line_requests.open.get(self.line_request)
        return found

    def line(self, record: Record) -> str:
        found = record.line_requests.known(self.line_request)
        return found.line if found else ""

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        return [] if self.one(record) else [Problem("line_request", NO_SUCH_REQUEST)]

    def of_request(self, record: Record) -> dict[str, str | int]:
        """The fields every fact about a request carries."""
        one = record.line_requests.known(self.line_request)
        return {"line_request": self.line_request, "what": one.what, "award": one.award, "benefit": one.benefit, "line": one.line}
