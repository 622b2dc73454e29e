"""What follows a sign-in that matches no one record."""

from __future__ import annotations

from customerview.kernel import duty

from ..directory import team
from .facts import SignInSettled, SignInUnmatched
from .settle_unmatched_sign_in import SettleUnmatchedSignIn

settle_unmatched_sign_in = duty(
    "Find out why somebody who proved who they are could not be matched to one record.",
    after=SignInUnmatched, until=SignInSettled, owner=team("OPERATIONS"), within="settle_due_wd", by_doing=(SettleUnmatchedSignIn,),
    source="our own instruction on signing in: nobody is left before a closed door",
)  # fmt: skip
