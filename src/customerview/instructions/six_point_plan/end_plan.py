"""End the plan: how it ended, who follows up, and by when."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from customerview.kernel import Asked, Fact, Problem, Record, Words, asks, field

from ..contacts.facts import RecognitionActedOn
from ..roles import STAFF
from .facts import ENDINGS, PlanEnded
from .on_plan import OnPlan


class EndPlan(OnPlan, frozen=True, kw_only=True):
    """The plan ends with an outcome and a named person who follows up by a day."""

    about = asks(Words("Hand on, and end the plan", "Trosglwyddo, a dod â'r cynllun i ben"), may=STAFF)

    ending: Annotated[str, field("How did it end?", kind="choice", choices=ENDINGS.items(), missing="Select how it ended")]
    who: Annotated[str, field("Who will follow up?", hint="The name of one colleague or team leader.", min_length=2, max_length=100,
                              missing="Enter who will follow up")]  # fmt: skip
    follow_up_by: Annotated[date, field("By which day?", kind="date", missing="Enter the day by which they follow up")]
    said: Annotated[str, field("Anything they need to know", kind="long_text", max_length=2000)] = ""

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        wrong = super().problems(record, asked)
        if self.follow_up_by < asked.today:
            wrong.append(Problem("follow_up_by", Words("The day must be today or later.", "Rhaid i'r diwrnod fod heddiw neu'n hwyrach.")))
        return wrong

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        ended = PlanEnded(
            plan=self.plan, ending=self.ending, follow_up_by=self.follow_up_by, line=asked.by.line, who=self.who, said=self.said
        )
        heard = [key.partition(":")[0] for key in record.contacts.awaiting if key.endswith(":suicide")]
        return [ended, *(RecognitionActedOn(contact=int(contact), question="suicide") for contact in heard)]
