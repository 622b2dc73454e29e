"""Record what a customer needs."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from customerview.kernel import Action, Asked, Fact, Problem, Record, Words, field, records

from ..roles import STAFF
from .facts import NEEDS, TIERS, NeedRecorded, SeriousHarmFeared

SOURCES = {
    "customer": Words("The customer", "Y cwsmer"), "representative": Words("Somebody acting for them", "Rhywun sy'n gweithredu drostynt"),
    "third_party": Words("Somebody else", "Rhywun arall"), "professional": Words("A professional", "Gweithiwr proffesiynol"),
    "record": Words("What is on the record", "Yr hyn sydd ar y cofnod"),
}  # fmt: skip
NEED_WORDS = {code: need.words for code, need in NEEDS.items()}


class RecordNeed(Action, frozen=True, kw_only=True):
    """What a customer needs from us is recorded, for every service to act on."""

    about = records(Words("Record a need", "Cofnodi angen"), may=(*STAFF, "line_system", "job"), protects=True)

    need: Annotated[str, field("What is needed?", kind="choice", choices=NEED_WORDS.items())]
    tier: Annotated[str, field("How grave is it?", kind="choice", choices=TIERS.items())] = ""
    source: Annotated[str, field("Who told us?", kind="choice", choices=SOURCES.items())] = "customer"
    review: Annotated[date | None, field("When should somebody ask again?", kind="date")] = None
    said: Annotated[str, field("In their own words", kind="long_text", max_length=1000)] = ""

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        wrong = []
        if self.need not in NEEDS:
            wrong.append(Problem("need", Words("Choose what is needed.", "Dewiswch yr hyn sydd ei angen.")))
        if self.tier and self.tier not in TIERS:
            wrong.append(Problem("tier", Words("Choose how grave it is.", "Dewiswch pa mor ddifrifol ydyw.")))
        return wrong

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        tier = self.tier or NEEDS[self.need].tier
        if tier == "serious_harm":
            return [SeriousHarmFeared(need=self.need, source=self.source, review=self.review, said=self.said)]
        return [NeedRecorded(need=self.need, tier=tier, source=self.source, review=self.review, said=self.said)]
