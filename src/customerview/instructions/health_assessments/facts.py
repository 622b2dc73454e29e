"""Referrals to the assessment provider, and which are open: `referrals`."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

import msgspec

from customerview.kernel import Fact, Recorded, Slice, Words, fact, folds


@fact(740, customer=Words("We asked the assessment provider to arrange a health assessment for your {benefit:benefit}.",
                          "Gofynnwyd i'r darparwr asesiadau drefnu asesiad iechyd ar gyfer eich {benefit:benefit}."),
      line="Referred to the assessment provider for {benefit:benefit}.", lines="Referred to the assessment provider.")  # fmt: skip
class AssessmentReferred(Fact):
    """The customer was referred for a health assessment. The referral is called by this fact's number."""

    award: str
    benefit: str
    line: str


@fact(741, customer=Words("The referral for a health assessment was withdrawn.", "Tynnwyd yr atgyfeiriad am asesiad iechyd yn ôl."),
      line="The referral was withdrawn.", lines="The referral was withdrawn.", forget=("why",))  # fmt: skip
class ReferralWithdrawn(Fact):
    """A referral no longer stands."""

    referral: int
    why: str = ""


class Referral(msgspec.Struct, frozen=True, kw_only=True):
    """One open referral."""

    number: int
    award: str
    benefit: str
    line: str
    since: date


class Referrals(Slice, kw_only=True):
    """Open referrals to the assessment provider, by number."""

    slice_name: ClassVar[str] = "referrals"
    open: dict[int, Referral] = {}

    @folds(AssessmentReferred)
    def referred(self, fact: AssessmentReferred, happened: Recorded) -> None:
        self.open[happened.number] = Referral(
            number=happened.number, award=fact.award, benefit=fact.benefit, line=fact.line, since=happened.day
        )

    @folds(ReferralWithdrawn)
    def withdrawn(self, fact: ReferralWithdrawn, happened: Recorded) -> None:
        self.open.pop(fact.referral, None)
