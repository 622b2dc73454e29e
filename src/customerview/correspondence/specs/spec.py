"""What a content specification is, and what it is given: the record, what the letter is about, and a way of quoting that is written down."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from hashlib import sha256
from typing import Any
from uuid import UUID

import msgspec

from customerview.instructions import BENEFITS, catalogue
from customerview.instructions.awards_and_payments.slices import Award
from customerview.instructions.letters_and_notifications.addressee import Addressee
from customerview.instructions.letters_and_notifications.facts import Quote
from customerview.kernel import LONDON, Fact, Record, Words, in_words, pounds

from ..content import Block, EasyRead, Letter, Paragraph, in_the_frame
from . import words as w

Said = tuple[str, Block]
"""A part of the letter (see PARTS of the chapter; "" when it is none) and the block that says it."""


class Told:
    """What a specification is given. What it quotes from the record is kept in `quotes`, and frozen with the letter."""

    def __init__(
        self,
        record: Record,
        lang: str,
        today: date,
        *,
        about: str = "",
        fact: Fact | None = None,
        said: str = "",
        number: int = 0,
        acting: Addressee | None = None,
    ) -> None:
        self.record, self.lang, self.today, self.about = record, lang, today, about
        self.fact, self.own_words, self.number, self.acting = fact, said, number, acting
        self.quotes: list[Quote] = []

    @property
    def award(self) -> Award:
        return self.record.awards.held[self.about]

    def benefit(self) -> str:
        return BENEFITS[self.award.benefit].say(self.lang)

    def say(self, sentence: Words, **values: Any) -> str:
        return sentence.say(self.lang, **values)

    def name(self) -> str:
        said = str(self.record.person.name or "")
        self._quote(what="name", text=said)
        return said

    def amount(self, pence: int, of: str = "", starts: date | None = None) -> str:
        self._quote(what="amount", of=of, pence=pence, starts=starts)
        return pounds(pence)

    def day(self, day: date, *, weekday: bool = False) -> str:
        """A day in words; a moment's day is London's."""
        here = day.astimezone(LONDON).date() if isinstance(day, datetime) else day
        self._quote(what="day", starts=here)
        return in_words(here, self.lang, weekday=weekday)

    def payable(self, starts: date, ends: date | None = None) -> None:
        self._quote(what="payable", of=self.about, starts=starts, ends=ends)

    def not_payable(self, starts: date, ends: date | None = None) -> None:
        self._quote(what="not_payable", of=self.about, starts=starts, ends=ends)

    def figure(self, name: str) -> Any:
        return catalogue().figures.get("letters", name, self.today)

    def _quote(self, **of: Any) -> None:
        quote = Quote(**of)
        if quote not in self.quotes:
            self.quotes.append(quote)


class Spec(msgspec.Struct, frozen=True, kw_only=True):
    """One letter: its code (a kind of the chapter), its title, and what it says. A new wording is a new version."""

    code: str
    title: Callable[[Told], str]
    says: Callable[[Told], list[Said]]
    to: Callable[[Told], tuple[str, ...]] | None = None
    """To whom, when it is not the customer at their address for letters."""
    acting: Callable[[Fact], Addressee] | None = None
    """To whoever acts, for a letter that is theirs and not the customer's."""
    greets: bool = True
    version: int = 1
    after: tuple[type[Fact], ...] = ()
    """The facts after which it is written by itself."""
    when: Callable[[Fact, Record], bool] = lambda fact, record: True
    until: Callable[[Fact], datetime | None] = lambda fact: None
    """The moment from which what it tells of is past, and it is not written any more."""
    about: Callable[[Fact], str] = lambda fact: getattr(fact, "award", "")
    whole: Callable[[Told, str], Letter] | None = None
    """For a letter whose every word was frozen before (a proof): the letter itself."""
    easy: Callable[[Told], EasyRead] | None = None
    """The same in easy read, in words of its own; None while nobody has written any."""


class Composed(msgspec.Struct, frozen=True, kw_only=True):
    """A letter as composed, the parts it has and what it quotes."""

    letter: Letter
    parts: tuple[str, ...]
    quotes: tuple[Quote, ...]
    role: str = ""


def composed(spec: Spec, told: Told, *, reference: str, sender: str) -> Composed:
    """The letter by its specification, in the frame every letter has: to whom, a greeting, what it says, and how to reach us."""
    if spec.whole is not None:
        return Composed(letter=spec.whole(told, sender), parts=(), quotes=())
    lang, name = told.lang, told.name()
    acting = spec.acting(told.fact) if spec.acting and told.fact else told.acting
    to, role = (spec.to(told), "") if spec.to else (acting.to, "") if acting else _home(told, name)
    greeting: list[Said] = [("", Paragraph(told.say(w.GREETING, name=acting.name if acting else name)))] if spec.greets else []
    if acting and not spec.acting:
        greeting.append(("", Paragraph(told.say(w.FOR_WHOM, name=name))))
    said = [*greeting, *spec.says(told), *w.how_to_reach_us(lang)]
    letter = Letter(
        title=spec.title(told), sender=sender, to=to, blocks=tuple(block for _, block in said),
        easy=spec.easy(told) if spec.easy and not told.own_words else None, **in_the_frame(lang, reference, told.today),
    )  # fmt: skip
    told.day(told.today)
    parts = tuple(dict.fromkeys(part for part, _ in said if part))
    return Composed(letter=letter, parts=parts, quotes=tuple(told.quotes), role=role)


def _home(told: Told, name: str) -> tuple[tuple[str, ...], str]:
    """The customer at their address for letters; only their name when there is none that is safe."""
    address = told.record.person.letters_go_to
    if address is None:
        return (name,), ""
    lines = (*address.lines, address.postcode)
    told._quote(what="address", of=address.role, text=", ".join(lines))
    return (name, *lines), address.role


def reference_of(stream: UUID, number: int, code: str) -> str:
    """Short enough to say on the phone, telling nothing, and the same each time for the same cause."""
    letters = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
    mixed = int.from_bytes(sha256(f"{stream}:{number}:{code}".encode()).digest()[:8])
    said = "".join(letters[(mixed >> shift) & 31] for shift in range(0, 40, 5))
    return f"L{said[:4]}-{said[4:]}"
