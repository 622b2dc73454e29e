"""Verify a death from a source that can say so."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from customerview.kernel import Action, Asked, Fact, Problem, Record, Words, field, records

from .facts import VERIFYING
from .on_death import FUTURE, certain
from .report_death import SOURCE_NAMES

OFFERED = [(c, SOURCE_NAMES[c]) for c in VERIFYING]


class VerifyDeath(Action, frozen=True, kw_only=True):
    """The death and its date are certain."""

    about = records(Words("Verify the death", "Cadarnhau'r farwolaeth"), may=("bereavement_officer", "team_leader", "line_system", "job"))

    died: Annotated[date, field("On which day did they die?", kind="date")]
    source: Annotated[str, field("Which source says so?", kind="choice", choices=OFFERED)]
    reference: Annotated[str, field("Its reference", max_length=60)] = ""

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        wrong = []
        if self.source not in VERIFYING:
            wrong.append(Problem("source", Words("Only registration, a certificate or a coroner can say so.",
                                                 "Dim ond cofrestru, tystysgrif neu grwner all ddweud hynny.")))  # fmt: skip
        if self.died > asked.today:
            wrong.append(Problem("died", FUTURE))
        return wrong

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return certain(self.died, self.source, self.reference, record)
