"""In easy read: you get a benefit, how much, and when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from customerview.instructions.awards_and_payments.facts import COMPONENTS, FREQUENCIES
from customerview.kernel import Words

from ...content import Block, EasyRead, Heading, Items, Paragraph
from .. import words as w
from .shared import easy, if_it_is_wrong, one_each, under, what_it_is

if TYPE_CHECKING:
    from ..spec import Told

TITLE = Words("You get {benefit}", "Rydych yn cael {benefit}")
GET = Words("What you get", "Beth rydych yn ei gael")
YES = Words("You can get {benefit}.", "Gallwch gael {benefit}.")
MONEY = Words("Your money", "Eich arian")
AMOUNT = Words("We pay you {amount} {often}.", "Rydym yn talu {amount} i chi {often}.")
STARTS = Words("It starts on {starts}.", "Mae’n dechrau ar {starts}.")
ENDS, NO_END = Words("It ends on {ends}.", "Daw i ben ar {ends}."), Words("It has no end date.", "Nid oes dyddiad gorffen.")
PARTS = Words("The money has these parts:", "Mae gan yr arian y rhannau hyn:")
UNITS = {
    "week": Words("{part}: {sum} a week", "{part}: {sum} yr wythnos"),
    "month": Words("{part}: {sum} a month", "{part}: {sum} y mis"),
}
CHANGES = (
    Words("you move to another home", "rydych yn symud i gartref arall"),
    Words("your health changes", "mae eich iechyd yn newid"),
    Words("your work or your money changes", "mae eich gwaith neu eich arian yn newid"),
    Words("you have a new bank account", "mae gennych gyfrif banc newydd"),
)
TELL = Words("Tell us if", "Dywedwch wrthym os")


def award_notice(told: Told) -> EasyRead:
    award, lang = told.award, told.lang
    now = award.at(told.today)
    return easy(
        told, "award_notice", told.say(TITLE, benefit=told.benefit()),
        *under(lang, GET, YES, benefit=told.benefit()), *what_it_is(lang, award.benefit),
        *under(lang, MONEY, AMOUNT, amount=told.amount(now.amount, told.about, now.starts), often=FREQUENCIES[now.frequency].say(lang)),
        *one_each(lang, STARTS, starts=told.day(now.starts)), *(one_each(lang, ENDS, ends=told.day(award.ends)) if award.ends else one_each(lang, NO_END)),
        *_parts(told, now.components), Paragraph(w.next_payment(told)),
        Heading(told.say(TELL)), Items(tuple(told.say(one) for one in CHANGES)), *if_it_is_wrong(told),
    )  # fmt: skip


def _parts(told: Told, components) -> list[Block]:
    said = tuple(
        told.say(UNITS.get(one.unit, UNITS["week"]), part=COMPONENTS[one.code].say(told.lang), sum=told.amount(one.pence))
        for one in components if one.code in COMPONENTS and one.pence
    )  # fmt: skip
    return [Paragraph(told.say(PARTS)), Items(said)] if said else []
