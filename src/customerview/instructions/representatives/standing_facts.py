"""Somebody without recorded authority spoke for the customer or was present; a power of attorney arrived. The slice is `third_parties`."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

import msgspec

from customerview.kernel import Fact, Recorded, Slice, Words, fact, folds, speak_as

from .facts import AuthorityRecorded

PRESENT_AS = {
    "acts": Words("acts for the customer, as recorded", "yn gweithredu dros y cwsmer, fel y cofnodwyd"),
    "companion": Words("came with the customer and does not speak for them", "wedi dod gyda'r cwsmer ac nid yw'n siarad drostynt"),
    "speaks": Words("speaks for the customer without recorded authority", "yn siarad dros y cwsmer heb awdurdod wedi'i gofnodi"),
    "interpreter": Words("interprets", "yn cyfieithu"),
}
STANDINGS = {
    "consent": Words("The customer lets us talk to them", "Mae'r cwsmer yn gadael i ni siarad â nhw"),
    "refused": Words("The customer does not want us to", "Nid yw'r cwsmer am i ni wneud hynny"),
    "acts": Words("Their authority to act is recorded", "Mae eu hawdurdod i weithredu wedi'i gofnodi"),
    "cannot_say": Words(
        "The customer could not say: we look at whether somebody needs to act",
        "Ni allai'r cwsmer ddweud: edrychwn ar a oes angen i rywun weithredu",
    ),
}
speak_as("present_as", lambda code, lang: PRESENT_AS[str(code)].say(lang) if str(code) in PRESENT_AS else str(code))
speak_as("standing", lambda code, lang: STANDINGS[str(code)].say(lang) if str(code) in STANDINGS else str(code))


@fact(224, line="At the assessment somebody was present who {role:present_as}.", lines="Who came to the assessment was recorded.", forget=("name",),
      from_representatives=True)  # fmt: skip
class AssessmentAttended(Fact):
    """Who was present at an assessment beside the customer, and in what role."""

    role: str
    line: str = ""
    name: str = ""


@fact(227, line="Somebody without recorded authority spoke or wrote for the customer.", lines="Somebody without recorded authority spoke for the customer.",
      forget=("name", "said"), from_representatives=True)  # fmt: skip
class ThirdPartySpoke(Fact):
    """What somebody without authority said was taken down. They were told nothing."""

    line: str = ""
    name: str = ""
    said: str = ""


@fact(228, customer=Words("We asked you whether we may talk to somebody.", "Gofynnwyd i chi a gawn siarad â rhywun."),
      line="Whether we may talk to them: {outcome:standing}.", lines="Whether we may talk to somebody who spoke for the customer was settled.",
      forget=("said",), from_representatives=True)  # fmt: skip
class ThirdPartyStandingSettled(Fact):
    """The customer was asked about everybody who spoke for them: consent, refusal, or that they could not say."""

    outcome: str
    said: str = ""


@fact(
    225,
    line="A {type:authority}'s authority was {how:choice}.",
    lines="A power to act for the customer was {how:choice}.",
    forget=("name",),
)
class PowerToActReceived(Fact):
    """A power of attorney or deputyship was received, or mentioned in evidence."""

    type: str
    how: str
    line: str = ""
    name: str = ""


@fact(226, line="A power to act was not registered.", lines="A power to act was not registered.", forget=("why",))
class PowerToActNotRegistered(Fact):
    """It was looked at and does not stand: why is said. `received` is the number of the fact that told of it."""

    received: int
    why: str = ""


class Power(msgspec.Struct, frozen=True, kw_only=True):
    number: int
    type: str
    name: str
    line: str
    day: date


class ThirdParties(Slice, kw_only=True):
    """Since when somebody's standing is to be settled; powers that are not registered yet."""

    slice_name: ClassVar[str] = "third_parties"
    spoke: list[int] = []
    """Numbers of what they said, since it was last settled."""
    powers: dict[int, Power] = {}

    @folds(ThirdPartySpoke)
    def heard(self, fact: ThirdPartySpoke, happened: Recorded) -> None:
        self.spoke = [*self.spoke, happened.number][-10:]

    @folds(ThirdPartyStandingSettled)
    def settled(self, fact: ThirdPartyStandingSettled, happened: Recorded) -> None:
        self.spoke = []

    @folds(PowerToActReceived)
    def received(self, fact: PowerToActReceived, happened: Recorded) -> None:
        self.powers[happened.number] = Power(number=happened.number, type=fact.type, name=fact.name, line=fact.line, day=happened.day)

    @folds(AuthorityRecorded)
    def registered(self, fact: AuthorityRecorded, happened: Recorded) -> None:
        self.powers = {n: p for n, p in self.powers.items() if p.type != fact.type}

    @folds(PowerToActNotRegistered)
    def not_registered(self, fact: PowerToActNotRegistered, happened: Recorded) -> None:
        self.powers.pop(fact.received, None)

    def seen_by(self, tiers: frozenset[str], representative: bool) -> ThirdParties:
        return ThirdParties() if representative else self
