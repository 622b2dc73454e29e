"""Record something that contradicts the report of a death."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Asked, Fact, Record, Words, field, records

from ..roles import STAFF
from .facts import DeathDoubted
from .on_death import OnDeath
from .report_death import SOURCE_NAMES


class DoubtDeath(OnDeath, frozen=True, kw_only=True):
    """Tell us that a report of a death, or its date, may be wrong."""

    about = records(Words("Say that the report of a death may be wrong", "Dweud y gall yr adroddiad am farwolaeth fod yn anghywir"),
                    may=(*STAFF, "line_system", "job", "customer", "representative"))  # fmt: skip

    why: Annotated[str, field(
        Words("Why may it be wrong?", "Pam y gallai fod yn anghywir?"), kind="long_text", min_length=1, max_length=500,
    )]  # fmt: skip
    source: Annotated[str, field("How do we know?", kind="choice", choices=SOURCE_NAMES.items())] = "caller"

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [DeathDoubted(source=self.source, line=asked.by.line, why=self.why)]
