"""The facts of a letter being asked for, written, released or withdrawn. What happens to it afterwards is in `sending_facts.py`."""

from __future__ import annotations

from datetime import date

import msgspec

from customerview.kernel import Fact, Words, fact, speak_as

from .kinds import LETTERS

speak_as("letter", lambda code, lang: LETTERS[str(code)].words.say(lang) if str(code) in LETTERS else str(code))


class Quote(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One thing a letter takes from the record, as a value: what is said of it stays as it was on the day of issue.

    `what`: name, address, amount, day, payable or not_payable. `of`: the award, the address's role, or nothing.
    """

    what: str
    of: str = ""
    text: str = ""
    pence: int = 0
    starts: date | None = None
    ends: date | None = None


@fact(720, line="A letter was written: {spec:letter}.", lines="A letter was written.", forget=("content", "quotes"))
class LetterWritten(Fact):
    """A letter was written, or written anew. All it says is frozen in `content` (the JSON of its typed content), with what it quotes."""

    letter: str
    spec: str
    """Which letter: one of LETTERS."""
    language: str
    form: str
    way: str
    about: str = ""
    recipient: str = "customer"
    """Whom it is to: customer, next_of_kin or representative."""
    checks: tuple[str, ...] = ()
    content: str = ""
    version: int = 1
    """The version of the content specification that wrote it."""
    role: str = ""
    """The role of the address it is to; empty when it does not go by post."""
    asked: int = 0
    """The number of the fact that asked for it, when a colleague did."""
    edited: bool = False
    parts: tuple[str, ...] = ()
    quotes: tuple[Quote, ...] = ()
    to_role: str = ""
    """The role of the address its reader chose for it; empty: it goes where their letters go."""


@fact(721, customer=Words("We wrote to you: {spec:letter}.", "Ysgrifennom atoch: {spec:letter}."),
      line="A letter was released: {spec:letter}.", lines="A letter was released to be sent.")  # fmt: skip
class LetterReleased(Fact):
    """A letter passed its checks and may leave."""

    letter: str
    spec: str = ""
    about: str = ""
    checks: tuple[str, ...] = ()


@fact(722, line="A letter was asked for: {spec:letter}.", lines="A letter was asked for.", forget=("said",))
class LetterAskedFor(Fact):
    """A colleague asked for a letter; `said` is what they want to say in it, in their own words."""

    spec: str
    about: str = ""
    said: str = ""


@fact(723, line="A letter was withdrawn before it left: {spec:letter}.", lines="A letter was withdrawn.", forget=("why",))
class LetterWithdrawn(Fact):
    """A letter that was not released will not be."""

    letter: str
    spec: str = ""
    why: str = ""


@fact(724, customer=Words("We told you that your payment changes.", "Dywedwyd wrthych fod eich taliad yn newid."),
      line="The customer was told of the change to {award}.", lines="The customer was told of a change to a payment.")  # fmt: skip
class PaymentChangeTold(Fact):
    """The customer was told of a change to the date or amount of a payment, by a way they can use."""

    award: str
    route: str
