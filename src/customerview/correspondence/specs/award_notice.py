"""An award begins: what the customer gets, from when, how it is made up, when it is paid."""

from __future__ import annotations

from customerview.instructions.awards_and_payments.facts import FREQUENCIES, AwardReported
from customerview.kernel import Fact, Record, Words

from ..content import Heading, Paragraph
from . import easy
from . import words as w
from .award_parts import made_of
from .spec import Said, Spec, Told

TITLE = Words("Your {benefit}", "Eich {benefit}")
YOU_GET = Words("You get {benefit}.", "Rydych yn cael {benefit}.")
HOW_MUCH = Words("We pay you {amount} {often}. This is from {starts}.", "Rydym yn talu {amount} i chi {often}. Mae hyn o {starts} ymlaen.")
UNTIL = Words("It ends on {ends}.", "Daw i ben ar {ends}.")


def says(told: Told) -> list[Said]:
    award = told.award
    now = award.at(told.today)
    told.payable(now.starts, award.ends)
    paid = told.say(HOW_MUCH, amount=told.amount(now.amount, told.about, now.starts), often=FREQUENCIES[now.frequency].say(told.lang),
                    starts=told.day(now.starts))  # fmt: skip
    return [
        ("outcome", Paragraph(told.say(YOU_GET, benefit=told.benefit()))), ("amounts", Paragraph(paid)), ("period", Paragraph(_ends(told))),
        *made_of(told, now), ("next", Heading(told.say(w.NEXT))), ("next", Paragraph(w.next_payment(told))), *w.tell_us(told),
        *w.if_it_is_wrong(told),
    ]  # fmt: skip


NO_END = Words("It has no end date.", "Nid oes dyddiad gorffen.")


def _ends(told: Told) -> str:
    return told.say(UNTIL, ends=told.day(told.award.ends)) if told.award.ends else told.say(NO_END)


def _is_new(fact: Fact, record: Record) -> bool:
    """A line that repeats an award it reported before begins nothing."""
    held = record.awards.held.get(fact.award)  # type: ignore[attr-defined]
    return held is not None and len(held.periods) == 1


SPEC = Spec(
    code="award_notice",
    title=lambda told: told.say(TITLE, benefit=told.benefit()),
    says=says,
    easy=easy.award_notice,
    after=(AwardReported,),
    when=_is_new,
)
