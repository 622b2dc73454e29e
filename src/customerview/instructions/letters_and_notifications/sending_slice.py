"""What the record knows of letters on their way: `sendings`."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

import msgspec

from customerview.kernel import Recorded, Slice, folds

from ..personal_details.facts import RouteSafetySaid
from .facts import LetterReleased, LetterWritten
from .sending_facts import (
    FormAskedAfter,
    FormRequested,
    FormRequestReceived,
    FormSent,
    LetterCameBack,
    LetterCancelled,
    LetterDelivered,
    LetterHeld,
    LetterNotTaken,
    LetterPosted,
    LetterReleasedAgain,
    LetterSent,
    ReturnedPostActedOn,
)

KEPT = 30
"""How many letters the record keeps at hand; older ones stand in the ledger."""


NOT_ONLY_THEM = "letter_only_where_safe"
"""The rule that holds a letter which might reach somebody else: `why` it was held, and stays so when it is cancelled."""


class Envelope(msgspec.Struct, frozen=True):
    """What delivering needs to know of a letter's content: what it is called, and to whom it is addressed."""

    title: str = ""
    to: tuple[str, ...] = ()


def envelope_of(content: str) -> Envelope:
    """From a letter's content; blank when it was forgotten. What cannot be read folds too: a record is never lost over one letter."""
    try:
        return msgspec.json.decode(content, type=Envelope) if content else Envelope()
    except msgspec.DecodeError:
        return Envelope()


class Sending(msgspec.Struct, kw_only=True):
    """One letter, and how far it has come: written, released, held, sent, posted, delivered, came_back, not_taken or cancelled."""

    letter: str
    kind: str
    way: str
    form: str
    language: str
    recipient: str
    written: int
    """The number of the fact that holds its content."""
    title: str = ""
    to: tuple[str, ...] = ()
    about: str = ""
    """What it is about: an award, when it is about one."""
    state: str = "written"
    since: date
    again: bool = False
    """Somebody released it after it was held: it goes to the address of today."""
    address: int = 0
    role: str = ""
    """The role of the address it was sent to: home, correspondence, …"""
    expected: date | None = None
    latest: date | None = None
    to_role: str = ""
    """The role of the address the customer chose for it."""
    why: str = ""
    came_back: date | None = None
    acted_on: bool = True


class MadeByPeople(msgspec.Struct, kw_only=True):
    """A form that a supplier makes."""

    form: str
    letter: str
    due: date
    received: str = ""


class Sendings(Slice, kw_only=True):
    """The latest letters by reference; which forms were asked after and were good; what people are making."""

    slice_name: ClassVar[str] = "sendings"
    letters: dict[str, Sending] = {}
    good_forms: dict[str, bool] = {}
    being_made: dict[int, MadeByPeople] = {}
    made: dict[str, str] = {}
    """The forms that people made and that were sent, each with the letter it was last of."""
    account_not_safe: int = 0
    """The number of the fact since which somebody else may read the account; 0 while it is theirs alone."""

    @folds(LetterWritten)
    def was_written(self, fact: LetterWritten, happened: Recorded) -> None:
        envelope = envelope_of(fact.content)
        self.letters[fact.letter] = Sending(
            letter=fact.letter, kind=fact.spec, way=fact.way, form=fact.form, language=fact.language, recipient=fact.recipient,
            written=happened.number, title=envelope.title, to=envelope.to, to_role=fact.to_role, about=fact.about, since=happened.day,
        )  # fmt: skip
        while len(self.letters) > KEPT:
            over = (
                name for name, one in self.letters.items() if one.state not in ("released", "held", "written") and one.why != NOT_ONLY_THEM
            )
            self.letters.pop(next(over, next(iter(self.letters))))

    @folds(RouteSafetySaid)
    def account(self, fact: RouteSafetySaid, happened: Recorded) -> None:
        if fact.route == "journal":
            self.account_not_safe = 0 if fact.safe else self.account_not_safe or happened.number

    def _now(self, letter: str, state: str, happened: Recorded) -> Sending | None:
        if one := self.letters.get(letter):
            one.state, one.since = state, happened.day
        return one

    @folds(LetterReleased)
    def was_released(self, fact: LetterReleased, happened: Recorded) -> None:
        self._now(fact.letter, "released", happened)

    @folds(LetterReleasedAgain)
    def once_more(self, fact: LetterReleasedAgain, happened: Recorded) -> None:
        if one := self._now(fact.letter, "released", happened):
            one.again, one.why = True, ""

    @folds(LetterSent)
    def left(self, fact: LetterSent, happened: Recorded) -> None:
        if one := self._now(fact.letter, "sent", happened):
            one.address, one.role, one.expected, one.latest, one.way, one.why = (
                fact.address,
                fact.role,
                fact.expected,
                fact.latest,
                fact.way,
                "",
            )

    @folds(LetterHeld)
    def stays(self, fact: LetterHeld, happened: Recorded) -> None:
        if one := self._now(fact.letter, "held", happened):
            one.why = fact.why

    @folds(LetterCancelled)
    def given_up(self, fact: LetterCancelled, happened: Recorded) -> None:
        self._now(fact.letter, "cancelled", happened)

    @folds(LetterPosted)
    def in_the_post(self, fact: LetterPosted, happened: Recorded) -> None:
        self._now(fact.letter, "posted", happened)

    @folds(LetterDelivered)
    def arrived(self, fact: LetterDelivered, happened: Recorded) -> None:
        self._now(fact.letter, "delivered", happened)

    @folds(LetterNotTaken)
    def not_carried(self, fact: LetterNotTaken, happened: Recorded) -> None:
        if one := self._now(fact.letter, "not_taken", happened):
            one.why = fact.why

    @folds(LetterCameBack)
    def returned(self, fact: LetterCameBack, happened: Recorded) -> None:
        if one := self._now(fact.letter, "came_back", happened):
            one.why, one.came_back, one.acted_on = fact.why, happened.day, False

    @folds(ReturnedPostActedOn)
    def looked_into(self, fact: ReturnedPostActedOn, happened: Recorded) -> None:
        if one := self.letters.get(fact.letter):
            one.acted_on = True

    @folds(FormAskedAfter)
    def asked_after(self, fact: FormAskedAfter, happened: Recorded) -> None:
        self.good_forms[fact.form] = fact.reached and fact.usable
        one = self.letters.get(fact.letter)
        if one and one.form == fact.form and fact.reached and one.state in ("sent", "posted"):  # nobody else tells us of the post
            self._now(fact.letter, "delivered", happened)

    @folds(FormRequested)
    def to_be_made(self, fact: FormRequested, happened: Recorded) -> None:
        self.being_made[happened.number] = MadeByPeople(form=fact.form, letter=fact.letter, due=fact.due)

    @folds(FormRequestReceived)
    def supplier_knows(self, fact: FormRequestReceived, happened: Recorded) -> None:
        if one := self.being_made.get(fact.request):
            one.received = fact.reference or "confirmed"

    @folds(FormSent)
    def people_made(self, fact: FormSent, happened: Recorded) -> None:
        self.being_made.pop(fact.request, None)
        self.made[fact.form] = fact.letter

    def seen_by(self, tiers: frozenset[str], representative: bool) -> Sendings:
        """Nobody who acts for the customer learns that the account is not safe."""
        return msgspec.structs.replace(self, account_not_safe=0) if representative else self

    @property
    def returned_and_open(self) -> list[Sending]:
        """Letters that came back and that nobody has looked into yet."""
        return [one for one in self.letters.values() if not one.acted_on]
