"""The facts of a plan, and the slice they fold into. Their words are read by those who take part, and by the safeguarding role."""

from __future__ import annotations

from datetime import date, datetime
from typing import ClassVar

import msgspec

from customerview.kernel import Fact, Recorded, Slice, Words, fact, folds, speak_as

from .steps import STEPS

WENT = {
    "done": Words("Done", "Wedi'i wneud"),
    "not_possible": Words("It could not be done", "Nid oedd modd ei wneud"),
    "not_needed": Words("It was not needed", "Nid oedd ei angen"),
}
ENDINGS = {
    "with_emergency_services": Words("Emergency services are with them or on their way", "Mae'r gwasanaethau brys gyda nhw neu ar eu ffordd"),
    "with_somebody": Words("They are with somebody they trust, or a health service", "Maent gyda rhywun maent yn ymddiried ynddo, neu wasanaeth iechyd"),
    "safe_for_now": Words("They said they are safe for now", "Dywedasant eu bod yn ddiogel am y tro"),
    "lost_touch": Words("We lost touch with them", "Collasom gysylltiad â nhw"),
    "not_so": Words("It turned out that nobody was in danger", "Daeth i'r amlwg nad oedd neb mewn perygl"),
}  # fmt: skip

speak_as("plan_step", lambda code, lang: STEPS[str(code)].title.say(lang) if str(code) in STEPS else str(code))
speak_as("plan_went", lambda code, lang: WENT[str(code)].say(lang) if str(code) in WENT else str(code))
speak_as("plan_ending", lambda code, lang: ENDINGS[str(code)].say(lang) if str(code) in ENDINGS else str(code))


ASK_BEFORE_YOU_ACT = Words("Ask the safeguarding lead before you act.", "Gofynnwch i'r arweinydd diogelu cyn i chi weithredu.")
"""What is said of danger to those who may not know of it."""


@fact(660, line="A six point plan began.", restricted="safeguarding", from_representatives=True)
class PlanStarted(Fact):
    """Somebody may take their life or harm themselves: the six point plan began, in a contact or without one (0)."""

    line: str
    contact: int = 0


@fact(661, line="A colleague joined the six point plan.", restricted="safeguarding", from_representatives=True)
class PlanJoined(Fact):
    """A second colleague joined: they see the same page, with what was written."""

    plan: int


@fact(
    662,
    line="Something was written down in the six point plan.",
    restricted="safeguarding",
    forget=("said",),
    from_representatives=True,
)
class PlanStepNoted(Fact):
    """What was said so far at a step. Each noting replaces the one before."""

    plan: int
    step: str
    said: str = ""


@fact(
    663,
    line="Six point plan, {step:plan_step}: {went:plan_went}.",
    restricted="safeguarding",
    forget=("said",),
    from_representatives=True,
)
class PlanStepTaken(Fact):
    """A step of the plan was taken, or could not be, or was not needed."""

    plan: int
    step: str
    went: str
    said: str = ""


@fact(664, line="The six point plan ended: {ending:plan_ending}. Follow up by {follow_up_by:day}.", restricted="safeguarding",
      forget=("who", "said"), from_representatives=True)  # fmt: skip
class PlanEnded(Fact):
    """The plan ended, and somebody was named to follow it up by a day."""

    plan: int
    ending: str
    follow_up_by: date
    line: str
    who: str = ""
    said: str = ""


@fact(665, line="The six point plan was followed up.", restricted="safeguarding", forget=("what",), from_representatives=True)
class PlanFollowedUp(Fact):
    """The customer was spoken to again, or there is a reason why not, and colleagues were asked how they are."""

    plan: int
    what: str = ""


class Taken(msgspec.Struct, kw_only=True):
    """One step as it stands: what was written, and how it went once somebody said so."""

    said: str = ""
    went: str = ""
    by: str = ""
    at: datetime | None = None


class Plan(msgspec.Struct, kw_only=True):
    """One plan that has not ended."""

    number: int
    contact: int
    by: str
    started: datetime
    joined: list[str] = []
    steps: dict[str, Taken] = {}

    def left(self) -> list[str]:
        """The steps of which nobody has said how they went, in order."""
        return [step for step in STEPS if step not in self.steps or not self.steps[step].went]

    def takes_part(self, actor: str) -> bool:
        return actor == self.by or actor in self.joined


class Plans(Slice, kw_only=True):
    """The plans that are open, and those that wait to be followed up."""

    slice_name: ClassVar[str] = "plans"
    open: dict[int, Plan] = {}
    to_follow_up: dict[int, str] = {}
    """The plan to whom was named."""

    @folds(PlanStarted)
    def started(self, fact: PlanStarted, happened: Recorded) -> None:
        self.open[happened.number] = Plan(number=happened.number, contact=fact.contact, by=happened.by, started=happened.at)

    @folds(PlanJoined)
    def joined(self, fact: PlanJoined, happened: Recorded) -> None:
        if (plan := self.open.get(fact.plan)) and not plan.takes_part(happened.by):
            plan.joined.append(happened.by)

    @folds(PlanStepNoted)
    def noted(self, fact: PlanStepNoted, happened: Recorded) -> None:
        if plan := self.open.get(fact.plan):
            plan.steps.setdefault(fact.step, Taken()).said = fact.said

    @folds(PlanStepTaken)
    def taken(self, fact: PlanStepTaken, happened: Recorded) -> None:
        if plan := self.open.get(fact.plan):
            plan.steps[fact.step] = Taken(said=fact.said, went=fact.went, by=happened.by, at=happened.at)

    @folds(PlanEnded)
    def ended(self, fact: PlanEnded, happened: Recorded) -> None:
        self.open.pop(fact.plan, None)
        self.to_follow_up[fact.plan] = fact.who

    @folds(PlanFollowedUp)
    def followed_up(self, fact: PlanFollowedUp, happened: Recorded) -> None:
        self.to_follow_up.pop(fact.plan, None)

    def seen_by(self, tiers: frozenset[str], representative: bool) -> Plans:
        """That a plan is open concerns every colleague; what was said, those who take part and the role. Nobody else sees any."""
        if representative:
            return Plans()
        if "safeguarding" in tiers:
            return self
        bare = {
            n: msgspec.structs.replace(p, steps={s: msgspec.structs.replace(t, said="") for s, t in p.steps.items()})
            for n, p in self.open.items()
        }
        return Plans(open=bare, to_follow_up=dict.fromkeys(self.to_follow_up, ""))
