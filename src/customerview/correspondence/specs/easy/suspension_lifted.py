"""In easy read: we pay you again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from customerview.instructions.awards_and_payments.facts import FREQUENCIES
from customerview.kernel import Words

from ...content import EasyRead, Paragraph
from .. import words as w
from .shared import GET, HAPPENED, easy, if_it_is_wrong, one_each, under, what_it_is

if TYPE_CHECKING:
    from ..spec import Told

TITLE = Words("We are paying you again", "Rydym yn eich talu eto")
AGAIN = (
    Words("We had stopped this money for a time.", "Roeddem wedi stopio’r arian hwn am gyfnod."),
    Words("Now we pay you again.", "Nawr rydym yn eich talu eto."),
    Words("We are sorry for the worry.", "Mae’n ddrwg gennym am y pryder."),
)
MONEY = Words("Your money", "Eich arian")
PAID = (
    Words("We have paid you {paid}.", "Rydym wedi talu {paid} i chi."),
    Words("This is the money that we kept back.", "Dyma’r arian a gadwyd yn ôl."),
)
NOTHING = Words("We did not keep any money back.", "Ni chadwyd unrhyw arian yn ôl.")
NOW = Words("From now on you get {amount} {often}.", "O hyn ymlaen byddwch yn cael {amount} {often}.")


def suspension_lifted(told: Told) -> EasyRead:
    now, paid, lang = told.award.at(told.today), getattr(told.fact, "paid", 0), told.lang
    back = under(lang, MONEY, *PAID, paid=told.amount(paid)) if paid else under(lang, MONEY, NOTHING)
    return easy(
        told, "suspension_lifted", told.say(TITLE),
        *under(lang, HAPPENED, GET, benefit=told.benefit()), *what_it_is(lang, told.award.benefit), *one_each(lang, *AGAIN), *back,
        *one_each(lang, NOW, amount=told.amount(now.amount, told.about, now.starts), often=FREQUENCIES[now.frequency].say(lang)),
        Paragraph(w.next_payment(told)), *if_it_is_wrong(told),
    )  # fmt: skip
