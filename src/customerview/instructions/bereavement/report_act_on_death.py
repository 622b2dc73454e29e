"""A line's system reports what it did after a death."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from customerview.kernel import Action, Asked, Fact, Problem, Record, Words, field, records

from ..awards_and_payments.facts import AwardEnded
from .facts import ITEM_NAMES, ITEMS, LineActedOnDeath
from .on_death import NO_DEATH

IRREVERSIBLE = ("award_ended", "tasks_closed")

OFFERED = [(i, ITEM_NAMES[i]) for i in ITEMS if i != "balance_worked_out"]


class ReportActOnDeath(Action, frozen=True, kw_only=True):
    """A service tells us what it did after a death: payments stopped, award ended, tasks closed."""

    about = records(Words("Report what was done after a death", "Rhoi gwybod beth a wnaed ar ôl marwolaeth"),
                    may=("line_system", "case_manager", "bereavement_officer"))  # fmt: skip

    item: Annotated[str, field("What was done?", kind="choice", choices=OFFERED)]
    day: Annotated[date | None, field("If the award ended, on which day?", kind="date")] = None

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        wrong = []
        if not record.death.reported:
            wrong.append(Problem("", NO_DEATH))
        if self.item not in ITEMS or self.item == "balance_worked_out":
            wrong.append(Problem("item", Words("Say what was done.", "Nodwch beth a wnaed.")))
        if self.item == "award_ended" and self.day is None:
            wrong.append(Problem("day", Words("Say on which day the award ended.", "Nodwch ar ba ddiwrnod y daeth y dyfarniad i ben.")))
        return wrong

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        unguarded = self.item in IRREVERSIBLE and record.death.reversible_only
        done: list[Fact] = [LineActedOnDeath(line=asked.by.line, item=self.item, day=self.day, unguarded=unguarded)]
        if self.item == "award_ended" and self.day:
            done += [
                AwardEnded(award=a.award, benefit=a.benefit, line=a.line, ended=self.day, why="death")
                for a in record.awards.of_line(asked.by.line, asked.today)
            ]
        return done
