"""Record that evidence does not bear out the standing somebody claims."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Asked, Fact, Record, Words, field, records

from .facts import StandingNotVerified
from .on_kin import OnKin


class RejectStanding(OnKin, frozen=True, kw_only=True):
    """Somebody could not show what they say they were to the person who died."""

    about = records(Words("Record that standing was not shown", "Cofnodi na ddangoswyd statws"),
                    may=("bereavement_officer", "case_manager", "decision_maker", "team_leader"))  # fmt: skip

    why: Annotated[str, field("Why?", kind="long_text", min_length=1, max_length=500)]

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [StandingNotVerified(person=self.person, why=self.why)]
