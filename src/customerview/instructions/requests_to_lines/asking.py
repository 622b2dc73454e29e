"""What every request to a line has in common: about which award, for which team, by when it is answered; and that it is sent once."""

from __future__ import annotations

from typing import Any, ClassVar

from customerview.kernel import Asked, Fact, Record

from ..directory import team
from ..on_award import OnAward
from .facts import LineAsked, LineRequestJoined

RULE = "line_answers_what_it_was_asked"


def answer_by(what: str, asked: Asked) -> Any:
    """The day by which a line answers what it is asked today."""
    return asked.calendar.add(asked.today, asked.of(RULE).figure(f"{what}_due_wd"))


class AskLine(OnAward, frozen=True, kw_only=True):
    """Base of what a line is asked. A field of an action is the field of `LineAsked` with the same name."""

    what: ClassVar[str] = ""
    instead_of: ClassVar[str] = ""
    """The action that the line alone may do, for which others ask it by this."""

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        told = {name: getattr(self, name) for name in self.__struct_fields__ if name != "award"}
        by = asked.by.teams[0] if asked.by.teams else team(asked.by.line or "OPERATIONS")
        care = tuple(dict.fromkeys(one.instruction for one in record.needs.take_care.values()))
        request = LineAsked(what=self.what, **self.of_award(record), team=by, answer_by=answer_by(self.what, asked), care=care, **told)
        same = record.line_requests.same(request)
        if same is None:
            return [request]
        return [LineRequestJoined(line_request=same.number, what=self.what, **self.of_award(record), team=by, why=request.why)]
