"""Record that the person is alive: everything that can be undone is undone the same day."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Asked, Fact, Record, Words, field, records

from .facts import FoundAlive
from .on_death import OnDeath


class RecordAlive(OnDeath, frozen=True, kw_only=True):
    """The person is alive and the report of their death was wrong."""

    about = records(
        Words("Record that the person is alive", "Cofnodi bod y person yn fyw"), effect="gives", protects=True,
        may=("bereavement_officer", "team_leader", "operations_manager", "visiting_officer", "case_manager", "decision_maker"),
    )  # fmt: skip

    how: Annotated[str, field("How do you know?", kind="long_text", min_length=1, max_length=500)]
    source: Annotated[str, field("From where?", kind="choice", choices=[
        ("spoke", Words("We spoke to them, and they are who they say", "Siaradwyd â nhw, a nhw yw'r person maen nhw'n ei ddweud")),
        ("visit", Words("A visit", "Ymweliad")),
        ("registration", Words("Registration says it is somebody else", "Mae cofrestru'n dweud mai rhywun arall ydyw")),
    ])]  # fmt: skip

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [FoundAlive(source=self.source, how=self.how)]
