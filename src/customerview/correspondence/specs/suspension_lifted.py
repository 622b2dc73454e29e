"""Payments that were stopped have started again, with what was held."""

from __future__ import annotations

from customerview.instructions.awards_and_payments.facts import FREQUENCIES
from customerview.instructions.stopping_payments.facts import PaymentResumed
from customerview.kernel import Words

from ..content import Heading, Paragraph
from . import easy
from . import words as w
from .spec import Said, Spec, Told

TITLE = Words("We are paying your {benefit} again", "Rydym yn talu eich {benefit} eto")
AGAIN = Words("We had stopped your {benefit}. We now pay it again.", "Roeddem wedi atal eich {benefit}. Rydym nawr yn ei dalu eto.")
SORRY = Words("We are sorry for the worry.", "Mae'n ddrwg gennym am y pryder.")
PAID = Words("We have paid you {paid}. This is the money we held.", "Rydym wedi talu {paid} i chi. Dyma'r arian a ddaliwyd yn ôl.")
NOTHING_HELD = Words("We held no money back.", "Ni ddaliwyd unrhyw arian yn ôl.")
FROM_NOW = Words("From now on you get {amount} {often}.", "O hyn ymlaen byddwch yn cael {amount} {often}.")


def says(told: Told) -> list[Said]:
    now = told.award.at(told.today)
    paid = getattr(told.fact, "paid", 0)
    amount = told.amount(now.amount, told.about, now.starts)
    return [
        ("outcome", Paragraph(told.say(AGAIN, benefit=told.benefit()))), ("", Paragraph(told.say(SORRY))),
        ("amounts", Paragraph(told.say(PAID, paid=told.amount(paid)) if paid else told.say(NOTHING_HELD))),
        ("amounts", Paragraph(told.say(FROM_NOW, amount=amount, often=FREQUENCIES[now.frequency].say(told.lang)))),
        ("next", Heading(told.say(w.NEXT))), ("next", Paragraph(w.next_payment(told))), *w.if_it_is_wrong(told),
    ]  # fmt: skip


SPEC = Spec(
    code="suspension_lifted", title=lambda told: told.say(TITLE, benefit=told.benefit()), says=says, easy=easy.suspension_lifted, after=(PaymentResumed,),
    when=lambda fact, record: fact.award in record.awards.held,
)  # fmt: skip
