"""Record that the reporter of a death was rung back."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Asked, Fact, Record, Words, field, records

from .facts import ReporterCalledBack
from .on_death import OnDeath


class CallBackReporter(OnDeath, frozen=True, kw_only=True):
    """The bereavement team spoke to whoever told us of the death."""

    about = records(Words("Record that the reporter was rung back", "Cofnodi bod y sawl a roddodd wybod wedi cael galwad yn ôl"),
                    may=("bereavement_officer", "team_leader"))  # fmt: skip

    reached: Annotated[bool, field("Did you reach them?", kind="yes_no")]

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [ReporterCalledBack(reached=self.reached)]
