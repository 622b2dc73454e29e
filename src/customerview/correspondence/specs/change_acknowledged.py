"""A payment changes: what it becomes, what it was, from when, why."""

from __future__ import annotations

from customerview.instructions.awards_and_payments.facts import FREQUENCIES, AwardChanged
from customerview.kernel import Words

from ..content import Heading, Paragraph
from . import words as w
from .award_parts import made_of
from .spec import Said, Spec, Told

TITLE = Words("Your {benefit} is changing", "Mae eich {benefit} yn newid")
OUTCOME = Words("We pay you {benefit}. How much we pay is changing.", "Rydym yn talu {benefit} i chi. Mae faint rydym yn ei dalu yn newid.")
NEW = Words("From {starts} we pay you {amount} {often}.", "O {starts} ymlaen byddwn yn talu {amount} i chi {often}.")
BEFORE = Words("Before this it was {amount} {often}.", "Cyn hyn roedd yn {amount} {often}.")
WHY = Words("Why it changes", "Pam mae'n newid")
REASONS = {"New rates": Words("The rates of benefits change once a year.", "Mae cyfraddau budd-daliadau yn newid unwaith y flwyddyn.")}
"""Reasons that lines give often, as the customer is told them."""
TOLD = Words("We have had news that changes how much you get.", "Rydym wedi cael newyddion sy'n newid faint rydych yn ei gael.")


def says(told: Told) -> list[Said]:
    now = told.award.latest
    earlier = [p for p in told.award.periods if p.starts < now.starts]
    often = FREQUENCIES[now.frequency].say(told.lang)
    told.payable(now.starts, told.award.ends)
    new = told.say(NEW, starts=told.day(now.starts), amount=told.amount(now.amount, told.about, now.starts), often=often)
    was = [_before(told, earlier[-1])] if earlier else []
    why = REASONS.get(getattr(told.fact, "why", ""), TOLD)
    return [
        ("outcome", Paragraph(told.say(OUTCOME, benefit=told.benefit()))), ("period", Paragraph(new)), *was, ("amounts", Heading(told.say(WHY))),
        ("reason", Paragraph(told.say(why))), *made_of(told, now), ("next", Heading(told.say(w.NEXT))), ("next", Paragraph(w.next_payment(told))),
        *w.if_it_is_wrong(told),
    ]  # fmt: skip


def _before(told, period) -> Said:
    said = told.say(
        BEFORE, amount=told.amount(period.amount, told.about, period.starts), often=FREQUENCIES[period.frequency].say(told.lang)
    )
    return "amounts", Paragraph(said)


SPEC = Spec(code="change_acknowledged", title=lambda told: told.say(TITLE, benefit=told.benefit()), says=says, after=(AwardChanged,))
