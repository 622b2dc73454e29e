"""Accept a piece of work that another team offers."""

from __future__ import annotations

from customerview.kernel import Asked, Fact, Problem, Record, Words, records
from customerview.kernel.facts import DutyAccepted

from ..roles import STAFF
from .on_duty import OnDuty

NOT_OFFERED = Words("This work is not offered to your team.", "Nid yw'r gwaith hwn yn cael ei gynnig i'ch tîm.")


class AcceptDuty(OnDuty, frozen=True, kw_only=True):
    """A team accepts work from another: it is theirs from now on."""

    about = records(Words("Accept work from another team", "Derbyn gwaith gan dîm arall"), may=STAFF)

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        if wrong := super().problems(record, asked):
            return wrong
        return [] if record.duties.open[self.duty].offered_to in asked.by.teams else [Problem("duty", NOT_OFFERED)]

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [DutyAccepted(duty=self.duty)]
