"""Answer an offer of support."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from customerview.kernel import Action, Asked, Choice, Fact, Problem, Record, Words, field, records

from ..roles import STAFF
from .facts import SUPPORTS, SupportAnswered

NOT_OPEN = Words("This offer was answered already.", "Mae'r cynnig hwn eisoes wedi'i ateb.")
SAY = {
    "accepted": Words("Yes, please", "Ie, os gwelwch yn dda"), "declined": Words("No, thank you", "Na, diolch"),
    "later": Words("Perhaps later", "Efallai yn nes ymlaen"),
}  # fmt: skip


def open_offers(record: Record) -> Sequence[Choice]:
    return [Choice(str(n), SUPPORTS.get(o.support, Words(o.support, o.support))) for n, o in record.needs.offers.items()]


class AnswerOffer(Action, frozen=True, kw_only=True):
    """You answer our offer of support."""

    about = records(Words("Answer an offer of support", "Ateb cynnig o gymorth"), may=("customer", "representative", *STAFF))

    offer: Annotated[int, field(Words("Which offer?", "Pa gynnig?"), kind="choice", choices=open_offers, hidden=True)]
    answer: Annotated[str, field(
        Words("Would you like this support?", "A hoffech gael y cymorth hwn?"), kind="choice", choices=SAY.items(),
        missing=Words("Choose an answer.", "Dewiswch ateb."))]  # fmt: skip

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        wrong = [] if self.offer in record.needs.offers else [Problem("offer", NOT_OPEN)]
        if self.answer not in SAY:
            wrong.append(Problem("answer", Words("Choose an answer.", "Dewiswch ateb.")))
        return wrong

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [SupportAnswered(offer=self.offer, answer=self.answer)]
