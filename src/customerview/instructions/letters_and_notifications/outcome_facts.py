"""Outcomes that a line tells us so that we write to the customer: paid from an earlier day, looked at again, an appeal put into effect.

The deciding is the line's. What is kept here is what the letter has to say and the record holds nowhere else.
"""

from __future__ import annotations

from datetime import date

import msgspec

from customerview.kernel import Fact, Words, fact, speak_as

LOOKED_AT_AGAIN = {
    "changed": Words("we have changed it", "rydym wedi'i newid"),
    "not_changed": Words("we have not changed it", "nid ydym wedi'i newid"),
}
"""What came of looking at a decision again."""
TRIBUNAL = {
    "agreed": Words("the tribunal agreed with you", "cytunodd y tribiwnlys â chi"),
    "agreed_in_part": Words("the tribunal agreed with you in part", "cytunodd y tribiwnlys â chi yn rhannol"),
}
"""Decisions of a tribunal that a line puts into effect."""

speak_as("looked_at_again", lambda code, lang: LOOKED_AT_AGAIN[str(code)].say(lang) if str(code) in LOOKED_AT_AGAIN else str(code))
speak_as("tribunal", lambda code, lang: TRIBUNAL[str(code)].say(lang) if str(code) in TRIBUNAL else str(code))


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """One point the customer made, what was found of it, and what that rests on."""

    point: str
    found: str
    rests_on: str = ""


class MovedDate(msgspec.Struct, frozen=True, kw_only=True):
    """An assessment date that moved: when it was, and when it is now."""

    before: date
    now: date


@fact(725,
      customer=Words("We looked again at our decision of {decided:date} about your {benefit:benefit}: {outcome:looked_at_again}.",
                     "Edrychwyd eto ar ein penderfyniad o {decided:date} am eich {benefit:benefit}: {outcome:looked_at_again}."),
      line="{benefit:benefit}, decision of {decided:date}, was looked at again: {outcome:looked_at_again}.",
      lines="A decision about {benefit:benefit} was looked at again.", forget=("findings",))  # fmt: skip
class DecisionLookedAtAgain(Fact):
    """A mandatory reconsideration was decided: of which decision, what came of it, and what was found on each point the customer made."""

    award: str
    benefit: str
    line: str
    decided: date
    """The day of the decision that was looked at again."""
    outcome: str
    findings: tuple[Finding, ...] = ()
    arrears: int = 0
    arrears_on: date | None = None


@fact(726,
      customer=Words("We have done what the tribunal decided on {decided:date} about your {benefit:benefit}.",
                     "Rydym wedi gwneud yr hyn a benderfynodd y tribiwnlys ar {decided:date} am eich {benefit:benefit}."),
      line="{benefit:benefit}: the tribunal's decision of {decided:date} was put into effect: {outcome:tribunal}.",
      lines="A tribunal's decision about {benefit:benefit} was put into effect.", forget=("reasons",))  # fmt: skip
class AppealPutIntoEffect(Fact):
    """What a tribunal decided is what is paid now; `reasons` is why it decided so, in plain words."""

    award: str
    benefit: str
    line: str
    decided: date
    outcome: str
    reasons: str = ""
    arrears: int = 0
    arrears_on: date | None = None


@fact(727,
      customer=Words("Your {benefit:benefit} is paid from an earlier day: {starts:date}.",
                     "Mae eich {benefit:benefit} yn cael ei dalu o ddiwrnod cynharach: {starts:date}."),
      line="{benefit:benefit} was backdated from {before:date} to {starts:date}.", lines="{benefit:benefit} was backdated.",
      forget=("reason",))  # fmt: skip
class AwardBackdated(Fact):
    """An award is paid from an earlier day than before, why, what is owed for the days between, and which assessment dates moved."""

    award: str
    benefit: str
    line: str
    starts: date
    before: date
    reason: str = ""
    arrears: int = 0
    arrears_on: date | None = None
    moved: tuple[MovedDate, ...] = ()
