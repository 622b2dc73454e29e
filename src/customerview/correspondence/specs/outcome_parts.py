"""What letters about an outcome share: what is paid now and from when, what is owed for the time before, and reasons in a person's own words."""

from __future__ import annotations

from typing import Any

from customerview.instructions.awards_and_payments.facts import FREQUENCIES
from customerview.kernel import Words

from ..content import Heading, Paragraph
from . import words as w
from .spec import Said, Told

PAID = Words("We pay you {amount} {often}.", "Rydym yn talu {amount} i chi {often}.")
FROM = Words("This is from {starts}.", "Mae hyn o {starts} ymlaen.")
OWED = Words("We owe you {arrears} for the time before. We will pay it by {day}.",
             "Mae arnom {arrears} i chi am yr amser cynt. Byddwn yn ei dalu erbyn {day}.")  # fmt: skip
NOTHING_OWED = Words("We owe you no money for the time before.", "Nid oes arnom arian i chi am yr amser cynt.")


def what_is_paid(told: Told, outcome: Any) -> list[Said]:
    """The payment now, from which day, and what is owed for the time before."""
    now = told.award.at(told.today)
    told.payable(now.starts, told.award.ends)
    amount = told.amount(now.amount, told.about, now.starts)
    owed = (
        told.say(OWED, arrears=told.amount(outcome.arrears), day=told.day(outcome.arrears_on))
        if outcome.arrears and outcome.arrears_on
        else told.say(NOTHING_OWED)
    )
    return [
        ("amounts", Paragraph(told.say(PAID, amount=amount, often=FREQUENCIES[now.frequency].say(told.lang)))),
        ("period", Paragraph(told.say(FROM, starts=told.day(now.starts)))), ("amounts", Paragraph(owed)),
    ]  # fmt: skip


def in_own_words(part: str, text: str) -> list[Said]:
    """What somebody wrote, a paragraph each."""
    return [(part, Paragraph(" ".join(one.split()))) for one in text.split("\n\n") if one.strip()]


def what_comes_next(told: Told) -> list[Said]:
    return [("next", Heading(told.say(w.NEXT))), ("next", Paragraph(w.next_payment(told)))]
