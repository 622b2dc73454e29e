"""What has to follow when a customer worries about somebody who acts for them, or when whoever acts may not be able to any more."""

from __future__ import annotations

from customerview.kernel import Record, Recorded, duty

from ..directory import team
from .doubt_facts import AppointeeReviewed, RepresentativeFoundWell, RepresentativeInDoubt
from .facts import AuthorityEnded, PrivateWorryAnswered, ToldInPrivate

speak_to_customer_alone = duty(
    "Speak to the customer alone, by the way they said is safe, about what they told us in private.",
    after=ToldInPrivate, until=PrivateWorryAnswered, per="told", owner="support", within="due_wd", harm=1,
    source="conventions of the learning themes: safety from those close by",
)
"""No promise is shown: whoever looks over the customer's shoulder would read it."""


def appointee_team(happened: Recorded, record: Record) -> str:
    """The appointee team of the line that pays the customer; of one with an award when several do."""
    paying = sorted(a.line for a in record.awards.in_payment(happened.day)) or sorted(record.awards.lines())
    return team(paying[0], "appointees") if paying else "support"


review_appointee = duty(
    "Whoever acts for the customer may not be able to any more: protect the payments, and settle who acts now.",
    after=RepresentativeInDoubt, until=AppointeeReviewed, ends=(RepresentativeFoundWell, AuthorityEnded), per="authority", owner=appointee_team,
    within="trigger_due_wd", harm=2, source="appointees instruction", learned_from=("X-5.1",),
)  # fmt: skip
