"""The facts of what lines are asked to do about an award, and of what they answer. A request is known by the number of its `LineAsked`."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from customerview.kernel import Fact, Words, fact

from . import kinds  # noqa: F401  # it teaches sentences how kinds and answers are said

if TYPE_CHECKING:
    from customerview.kernel import Record

_WHO = ("The team that pays your {benefit:benefit}", "Mae'r tîm sy'n talu eich {benefit:benefit}")


@fact(860,
      customer=Words("We asked the team that pays your {benefit:benefit} to {what:asked_for_you}. They should answer by {answer_by:day}.",
                     "Gofynnwyd i'r tîm sy'n talu eich {benefit:benefit} {what:asked_for_you}. Dylent ateb erbyn {answer_by:day}."),
      line="{line:line} was asked to {what:asked_of_line}, and should answer by {answer_by:date}.",
      lines="{line:line} was asked to {what:asked_of_line}, and should answer by {answer_by:date}.",
      forget=("why", "account_name", "sort_code", "account_number"))  # fmt: skip
class LineAsked(Fact):
    """A line's system was asked to do something about an award. `team` asked, and is told the answer; `care` is what everybody takes care of."""

    what: str
    award: str
    benefit: str
    line: str
    team: str
    answer_by: date
    payment: str = ""
    item: str = ""
    """Which of the things its kind offers: what is wrong, what is to be explained, what is to be stopped."""
    from_day: date | None = None
    to_day: date | None = None
    amount: int = 0
    route: str = ""
    care: tuple[str, ...] = ()
    why: str = ""
    account_name: str = ""
    sort_code: str = ""
    account_number: str = ""

    @property
    def same_as(self) -> tuple[object, ...]:
        """Two requests that agree in this are one."""
        return (
            self.what,
            self.award,
            self.payment,
            self.item,
            self.from_day,
            self.to_day,
            self.amount,
            self.sort_code,
            self.account_number,
        )


@fact(861, line="The same was asked of {line:line} again: it is one request.", lines="The same was asked of {line:line} again: it is one request.",
      forget=("why",))  # fmt: skip
class LineRequestJoined(Fact):
    """Somebody asked for what had been asked for already. It stays one request; the line is told that more was said."""

    line_request: int
    what: str
    award: str
    benefit: str
    line: str
    team: str
    why: str = ""


@fact(862,
      customer=Words(_WHO[0] + " answered us. We had asked them to {what:asked_for_you}: {outcome:line_answer}.",
                     _WHO[1] + " wedi ein hateb. Gofynnwyd iddynt {what:asked_for_you}: {outcome:line_answer}."),
      line="{line:line} was asked to {what:asked_of_line}. It answered: {outcome:line_answer}.",
      lines="{line:line} was asked to {what:asked_of_line}. It answered: {outcome:line_answer}.", forget=("why", "more"))  # fmt: skip
class LineAnswered(Fact):
    """The line answered: done, refused with why, more is needed (`more` says what), or not theirs (`whose` may say whose)."""

    line_request: int
    what: str
    award: str
    benefit: str
    line: str
    outcome: str
    paid: int = 0
    day: date | None = None
    whose: str = ""
    why: str = ""
    more: str = ""


@fact(863,
      customer=Words(_WHO[0] + " gave us two different answers. We are finding out which is right.",
                     _WHO[1] + " wedi rhoi dau ateb gwahanol i ni. Rydym yn darganfod pa un sy'n gywir."),
      line="{line:line} answered again, and differently: {first:line_answer}, then {outcome:line_answer}.",
      lines="{line:line} gave two different answers.", forget=("why", "more"))  # fmt: skip
class LineAnswersDiffer(Fact):
    """The line answered what it had answered already, and said something else. Both stand until it has said which is right."""

    line_request: int
    what: str
    award: str
    benefit: str
    line: str
    first: str
    outcome: str
    paid: int = 0
    day: date | None = None
    whose: str = ""
    why: str = ""
    more: str = ""


@fact(864,
      customer=Words("We found out what the team that pays your {benefit:benefit} answered: {outcome:line_answer}.",
                     "Cawsom wybod beth oedd ateb y tîm sy'n talu eich {benefit:benefit}: {outcome:line_answer}."),
      line="{line:line} said which of its two answers is right: {outcome:line_answer}.",
      lines="{line:line} said which of its two answers is right: {outcome:line_answer}.", forget=("why",))  # fmt: skip
class LineAnswersSettled(Fact):
    """It was found out which of a line's two answers is right."""

    line_request: int
    what: str
    award: str
    benefit: str
    line: str
    outcome: str
    why: str = ""


@fact(865,
      customer=Words("We sent the team that pays your {benefit:benefit} what they needed. They should answer by {answer_by:day}.",
                     "Anfonwyd yr hyn yr oedd ei angen ar y tîm sy'n talu eich {benefit:benefit}. Dylent ateb erbyn {answer_by:day}."),
      line="{line:line} was sent what it needed, and should answer by {answer_by:date}.",
      lines="{line:line} was sent what it needed, and should answer by {answer_by:date}.", forget=("sent",))  # fmt: skip
class MoreSentToLine(Fact):
    """The line was sent what it had said it needs; it owes an answer again."""

    line_request: int
    what: str
    award: str
    benefit: str
    line: str
    answer_by: date
    sent: str = ""


@fact(866,
      customer=Words("We no longer ask the team that pays your {benefit:benefit} to {what:asked_for_you}.",
                     "Nid ydym bellach yn gofyn i'r tîm sy'n talu eich {benefit:benefit} {what:asked_for_you}."),
      line="{line:line} is no longer asked to {what:asked_of_line}.", lines="{line:line} is no longer asked to {what:asked_of_line}.",
      forget=("why",))  # fmt: skip
class LineRequestWithdrawn(Fact):
    """What a line was asked is no longer wanted, for a reason."""

    line_request: int
    what: str
    award: str
    benefit: str
    line: str
    why: str = ""


@fact(867,
      customer=Words("We told you what the team that pays your {benefit:benefit} answered.",
                     "Dywedwyd wrthych beth oedd ateb y tîm sy'n talu eich {benefit:benefit}."),
      line="The customer was told what {line:line} answered.", lines="The customer was told what {line:line} answered.", forget=("said",))  # fmt: skip
class CustomerToldOfAnswer(Fact):
    """The customer, or whoever is spoken to for them, was told what the line answered."""

    line_request: int
    what: str
    award: str
    benefit: str
    line: str
    route: str
    said: str = ""


def answers_to_lift(record: Record, award: str, outcome: str, why: str = "", paid: int = 0) -> list[Fact]:
    """Deciding on a suspension answers whoever asked for it to be lifted. Nothing when nobody did, or they have their answer."""
    return [
        LineAnswered(line_request=one.number, what=one.what, award=award, benefit=one.benefit, line=one.line, outcome=outcome, why=why, paid=paid)
        for one in record.line_requests.waiting() if one.what == "lift_suspension" and one.award == award
    ]  # fmt: skip


def answers_by_paying(record: Record, payment: str, paid: int, day: date) -> list[Fact]:
    """A payment made after all answers whoever asked for it to be made again."""
    return [
        LineAnswered(line_request=one.number, what=one.what, award=one.award, benefit=one.benefit, line=one.line, outcome="done", paid=paid, day=day)
        for one in record.line_requests.waiting() if one.what == "pay_again" and one.payment == payment
    ]  # fmt: skip
