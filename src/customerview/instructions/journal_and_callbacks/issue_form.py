"""Send a form that an event called for."""

from __future__ import annotations

from customerview.kernel import Asked, Fact, Problem, Record, Words, asks

from ..roles import STAFF
from .facts import FormIssued
from .on_follow_up import OnFollowUp


class IssueForm(OnFollowUp, frozen=True, kw_only=True):
    """The form that is needed is sent."""

    about = asks(Words("Send the form", "Anfon y ffurflen"), may=(*STAFF, "line_system"), outgoing=True)

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        if wrong := super().problems(record, asked):
            return wrong
        form = record.follow_ups.open[self.follow_up].form
        return [] if form else [Problem("follow_up", Words("This step is not a form to send.", "Nid ffurflen i'w hanfon yw'r cam hwn."))]

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [FormIssued(follow_up=self.follow_up)]
