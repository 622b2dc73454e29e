"""Whether the customer needs somebody to act for them: signs, the decision, and which bodies were asked. The slice is `appointee_need`."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

import msgspec

from customerview.kernel import Fact, Recorded, Slice, Words, fact, folds, speak_as

SIGNS = {
    "process": Words("They do not follow what is asked of them", "Nid ydynt yn deall yr hyn a ofynnir iddynt"),
    "written_for": Words("Somebody else writes or speaks for them", "Mae rhywun arall yn ysgrifennu neu'n siarad drostynt"),
    "capacity": Words(
        "A report or a call doubts that they can decide for themselves",
        "Mae adroddiad neu alwad yn amau a allant benderfynu drostynt eu hunain",
    ),
    "silence": Words("They have needs, and do not answer again and again", "Mae ganddynt anghenion, ac nid ydynt yn ateb dro ar ôl tro"),
    "managing": Words("They cannot manage their money or post alone", "Ni allant reoli eu harian na'u post ar eu pen eu hunain"),
}
DECISIONS = {
    "needed": Words("Somebody needs to act for them", "Mae angen i rywun weithredu drostynt"),
    "not_needed": Words("Nobody needs to act for them", "Nid oes angen i neb weithredu drostynt"),
    "visit_first": Words("Visit them first, then decide", "Ymweld â nhw yn gyntaf, yna penderfynu"),
}
speak_as("appointee_sign", lambda code, lang: SIGNS[str(code)].say(lang) if str(code) in SIGNS else str(code))
speak_as("appointee_need", lambda code, lang: DECISIONS[str(code)].say(lang) if str(code) in DECISIONS else str(code))


@fact(216, line="A sign that somebody may need to act for the customer: {sign:appointee_sign}.",
      lines="A sign that somebody may need to act for the customer was seen.", forget=("said",), from_representatives=True)  # fmt: skip
class AppointeeSignSeen(Fact):
    """Any line saw a sign that the customer may need somebody to act for them."""

    sign: str
    line: str = ""
    said: str = ""


@fact(217, customer=Words("We looked at whether somebody should act for you.", "Edrychwyd ar a ddylai rhywun weithredu drosoch."),
      line="Whether somebody needs to act: {outcome:appointee_need}.", lines="Whether somebody needs to act: {outcome:appointee_need}.",
      forget=("why",), from_representatives=True)  # fmt: skip
class AppointeeNeedDecided(Fact):
    """It was decided whether somebody needs to act for the customer. `known`: somebody suitable is known."""

    outcome: str
    known: bool = False
    why: str = ""


@fact(
    218,
    line="{body} was asked whether it would act for the customer.",
    lines="A body was asked whether it would act for the customer.",
    forget=("body",),
)
class CorporateBodyAsked(Fact):
    """The local authority or another body was asked to act for the customer."""

    body: str = ""
    organisation: str = ""
    """Its stream, when it is an organisation known here."""


@fact(219, line="The body that was asked to act for the customer answered: {answer:choice}.", lines="The body that was asked to act answered: {answer:choice}.",
      forget=("body",))  # fmt: skip
class CorporateBodyAnswered(Fact):
    """A body said whether it will act for the customer: accepts or refuses."""

    answer: str
    body: str = ""


class Sign(msgspec.Struct, frozen=True, kw_only=True):
    number: int
    sign: str
    day: date
    line: str


class AppointeeNeed(Slice, kw_only=True):
    """Signs nobody has decided on yet, the last decision, and the bodies asked since."""

    slice_name: ClassVar[str] = "appointee_need"
    signs: list[Sign] = []
    outcome: str = ""
    known: bool = False
    asked: list[str] = []
    accepted: bool = False

    @folds(AppointeeSignSeen)
    def seen(self, fact: AppointeeSignSeen, happened: Recorded) -> None:
        self.signs = [*self.signs, Sign(number=happened.number, sign=fact.sign, day=happened.day, line=fact.line)][-10:]

    @folds(AppointeeNeedDecided)
    def decided(self, fact: AppointeeNeedDecided, happened: Recorded) -> None:
        self.outcome, self.known = fact.outcome, fact.known
        if fact.outcome != "visit_first":
            self.signs, self.asked, self.accepted = [], [], False

    @folds(CorporateBodyAsked)
    def body_asked(self, fact: CorporateBodyAsked, happened: Recorded) -> None:
        self.asked = [*self.asked, fact.body][-5:]

    @folds(CorporateBodyAnswered)
    def body_answered(self, fact: CorporateBodyAnswered, happened: Recorded) -> None:
        self.accepted, self.asked = fact.answer == "accepts", [b for b in self.asked if b != fact.body]

    def seen_by(self, tiers: frozenset[str], representative: bool) -> AppointeeNeed:
        return AppointeeNeed() if representative else self
