"""Idea 1, the fact: something that happened or was learned. Immutable, typed, past tense.

A fact's class is its kind. The kind carries a code that is never reused, the words for each audience, and which fields can
be forgotten. Words are written when read; no words for an audience means the fact is not shared with it.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any, ClassVar, TypeVar
from uuid import UUID

import msgspec

from .words import LONDON, Words, words

LIMIT_BYTES = 2_000
"""A fact says what happened; long text belongs in its forgettable fields, a file in the document store."""

AUDIENCES = ("customer", "line", "lines")
"""Who can be told: the customer; colleagues of the service line it concerns; colleagues of every line."""

TIERS = ("safeguarding", "counter_fraud", "review")
"""Restricted facts name one; only a role with that tier sees them, and gives a reason."""


class Kind(msgspec.Struct, frozen=True, kw_only=True):
    """What is declared about a kind of fact."""

    name: str
    code: int
    said: dict[str, Words]
    forget: tuple[str, ...] = ()
    restricted: str | None = None
    from_representatives: bool = False
    """True: never shown to whoever acts for the customer, only to the customer and to colleagues."""


class Fact(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """Base of every kind. Fields are its keys; later fields must have defaults, so that old facts still decode."""

    kind: ClassVar[Kind]


F = TypeVar("F", bound=type[Fact])


def fact(
    code: int,
    *,
    customer: Words | None = None,
    line: str | Words | None = None,
    lines: str | Words | None = None,
    forget: tuple[str, ...] = (),
    restricted: str | None = None,
    from_representatives: bool = False,
) -> Callable[[F], F]:
    """Declare a kind of fact. `forget` names the fields that identify or are free text: they live beside the ledger."""

    def declare(cls: F) -> F:
        said = {name: words(text) for name, text in zip(AUDIENCES, (customer, line, lines), strict=True) if text is not None}
        unknown = set(forget) - set(cls.__struct_fields__)
        if unknown:
            raise ValueError(f"{cls.__name__} would forget {', '.join(sorted(unknown))}, which it does not hold.")
        required = {f.name for f in msgspec.structs.fields(cls) if f.required} & set(forget)
        if required:
            raise ValueError(f"{cls.__name__} must still decode when {', '.join(sorted(required))} is forgotten: give a default.")
        if restricted is not None and restricted not in TIERS:
            raise ValueError(f"{cls.__name__} is restricted to {restricted!r}; the tiers are {', '.join(TIERS)}.")
        if restricted and "customer" in said:
            raise ValueError(f"{cls.__name__} is restricted, so it has no words for the customer until somebody releases it.")
        cls.kind = Kind(
            name=cls.__name__, code=code, said=said, forget=forget, restricted=restricted,
            from_representatives=from_representatives,
        )  # fmt: skip
        return cls

    return declare


class Recorded(msgspec.Struct, frozen=True, kw_only=True):
    """A fact in its place: which stream and number, by whom, when, and the day it takes effect."""

    stream: UUID
    number: int
    fact: Fact
    by: str
    at: datetime
    effective: date
    cause: str = ""
    """What it came of: a contact, a message from a line, an earlier fact. Empty when nothing earlier led to it."""

    @property
    def day(self) -> date:
        """The day it was recorded, in London."""
        return self.at.astimezone(LONDON).date()

    def say(self, audience: str, lang: str = "en", **more: object) -> str | None:
        """The sentence for an audience, or None when it is not shared with it."""
        sentence = self.fact.kind.said.get(audience)
        if sentence is None:
            return None
        # A fact's own field of one of these names (a call back promised *at* a moment) says what its words mean.
        values: dict[str, Any] = {"effective": self.effective, "at": self.at, "by": self.by}
        values |= {name: getattr(self.fact, name) for name in self.fact.__struct_fields__}
        return sentence.say(lang, **(values | more))


class NotAFact(ValueError):
    """Data that does not decode as the kind it claims to be."""


class FactKinds:
    """Every kind there is, by code and by name: how stored data becomes facts again."""

    def __init__(self, kinds: list[type[Fact]]) -> None:
        self.by_code: dict[int, type[Fact]] = {}
        self.by_name: dict[str, type[Fact]] = {}
        for cls in kinds:
            if cls.kind.code in self.by_code:
                other = self.by_code[cls.kind.code].__name__
                raise ValueError(f"{cls.__name__} and {other} both have the code {cls.kind.code}; a code is never reused.")
            self.by_code[cls.kind.code] = cls
            self.by_name[cls.__name__] = cls
        self._decoders = {code: msgspec.msgpack.Decoder(cls) for code, cls in self.by_code.items()}

    def encode(self, fact: Fact) -> tuple[bytes, bytes | None]:
        """The stored bytes, and the forgettable fields apart (None when the kind has none or they are empty).

        Raises NotAFact when it is over the limit.
        """
        held = msgspec.to_builtins(fact, builtin_types=(date, datetime, bytes, UUID))
        apart = {name: held.pop(name) for name in fact.kind.forget if name in held}
        data = _encoder.encode(held)
        if len(data) > LIMIT_BYTES:
            raise NotAFact(f"{fact.kind.name} is {len(data)} bytes; a fact is at most {LIMIT_BYTES}.")
        return data, _encoder.encode(apart) if apart else None

    def decode(self, code: int, data: bytes, apart: bytes | None) -> Fact:
        """The fact again. Forgotten fields come back as their defaults. Raises NotAFact."""
        try:
            if apart is None:
                return self._decoders[code].decode(data)
            return msgspec.convert(msgspec.msgpack.decode(data) | msgspec.msgpack.decode(apart), self.by_code[code])
        except (KeyError, msgspec.MsgspecError) as error:
            raise NotAFact(f"Stored kind {code} does not decode: {error}") from error


_encoder = msgspec.msgpack.Encoder(order="deterministic")
