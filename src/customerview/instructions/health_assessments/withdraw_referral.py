"""Withdraw a referral to the assessment provider."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Action, Asked, Fact, Problem, Record, Words, asks, field

from .facts import ReferralWithdrawn


class WithdrawReferral(Action, frozen=True, kw_only=True):
    """A referral for a health assessment is taken back."""

    about = asks(Words("Withdraw a referral for a health assessment", "Tynnu atgyfeiriad am asesiad iechyd yn ôl"),
                 may=("case_manager", "decision_maker", "line_system", "bereavement_officer"))  # fmt: skip

    referral: Annotated[int, field("Which referral?", kind="number", hidden=True)]
    why: Annotated[str, field("Why is it withdrawn?", kind="long_text", max_length=500)]

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        if self.referral in record.referrals.open:
            return []
        return [Problem("referral", Words("This referral is not open.", "Nid yw'r atgyfeiriad hwn ar agor."))]

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [ReferralWithdrawn(referral=self.referral, why=self.why)]
