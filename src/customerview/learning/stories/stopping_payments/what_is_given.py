"""What stories of stopped money are given: one award, and what somebody asks for."""

from __future__ import annotations

from datetime import date

from customerview.instructions.awards_and_payments.facts import AwardReported
from customerview.instructions.contacts.facts import ContactAttempted
from customerview.instructions.stopping_payments.facts import HoldingsSearched
from customerview.instructions.stopping_payments.suspend_payment import SuspendPayment
from customerview.instructions.support_needs.facts import NeedsScreened
from customerview.kernel import Fact
from customerview.learning.points import Given
from customerview.learning.story import Story


def award(benefit: str = "UC") -> AwardReported:
    return AwardReported(award=f"{benefit}-1", benefit=benefit, line=benefit, amount=42_490, frequency="month", starts=date(2024, 1, 3))


def of(benefit: str = "UC") -> dict[str, str]:
    return {"award": f"{benefit}-1", "benefit": benefit, "line": benefit}


def searched(benefit: str = "UC") -> HoldingsSearched:
    """Somebody looked through what every line holds and found nothing that answers the doubt."""
    return HoldingsSearched(**of(benefit), answered=False)


def suspend(benefit: str = "UC", **more: str) -> SuspendPayment:
    fields = {"ground": "entitlement", "doubt": "Whether she still lives in Britain", "evidence": "A flight booked in January"}
    return SuspendPayment(award=f"{benefit}-1", **(fields | more))


def safeguarded(given: Given, *more: Fact) -> Story:
    """Everything that protects her before her money stops was done; only a second person has still to agree."""
    tried = {"usable": True, "line": "UC"}
    story = given(award(), ContactAttempted(route="phone", outcome="no_answer", **tried)).later(1)
    return story.and_given(ContactAttempted(route="post", outcome="reached", **tried), NeedsScreened(outcome="none_found"), *more)
