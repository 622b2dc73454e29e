"""A payment that changed before anybody said so."""

from __future__ import annotations

from datetime import date

from customerview.instructions.awards_and_payments.report_award_change import ReportAwardChange
from customerview.learning.people import system
from customerview.learning.points import point

from .what_is_given import award


@point("UC-6.4")
def payment_dates_moved_without_a_word(given):
    """Two claims are merged and the day of payment moves: the payments team tells the customer within two days, or is late."""
    moved = ReportAwardChange(
        award="UC-1",
        starts=date(2026, 12, 1),
        amount=42_490,
        frequency="month",
        next_payment=date(2026, 12, 21),
        why="Claims merged",
    )
    given(award("UC")).at(date(2026, 11, 30)).when(moved, by=system("UC")).owes(
        "tell_customer_of_payment_change", by=2, owner="uc.payments"
    ).later(3).late("tell_customer_of_payment_change")
