"""Idea 3, the action: something a person or system does here.

It either *asks* (suspend, close, decide: guards are consulted) or *records* (what was said, received, reported: no guard
ever refuses it). One declaration gives its fields, who may do it and the facts that follow; the form, the API operation,
the permission matrix and the reference page all come from it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any, ClassVar

import msgspec

from .fact import Fact
from .words import Words, words

if TYPE_CHECKING:
    from .asked import Asked
    from .record import Record

EFFECTS = ("gives", "takes_away", "neither")
"""A rule may hold what takes away; it never holds what gives, save for a doubtful part and with a limit."""


class Choice(msgspec.Struct, frozen=True):
    """One answer a question offers."""

    value: str
    label: Words
    hint: Words | None = None


class Field(msgspec.Struct, frozen=True, kw_only=True):
    """How one field of an action is asked for. `kind` picks the component; `missing` is said when it is left out."""

    question: Words
    kind: str = "text"
    hint: Words | None = None
    choices: tuple[Choice, ...] | Callable[[Record], Sequence[Choice]] = ()
    missing: Words | None = None
    autocomplete: str = ""
    hidden: bool = False
    """True: set by the page it is asked from (which message, which payment), never typed."""


KINDS = (
    "text", "long_text", "choice", "choices", "yes_no", "date", "time", "moment", "money", "number", "postcode", "nino", "phone",
    "email",
)  # fmt: skip


def field(
    question: str | Words, /, *, kind: str = "text", hint: str | Words | None = None, missing: str | Words | None = None,
    choices: Iterable[Choice | tuple[str, str | Words]] | Callable[[Record], Sequence[Choice]] = (),
    autocomplete: str = "", hidden: bool = False, **limits: Any,
) -> msgspec.Meta:  # fmt: skip
    """Annotate an action's field: `reason: Annotated[str, field("Why?", kind="long_text", max_length=1000)]`.

    `limits` are msgspec's (min_length, max_length, pattern, ge, le). Raises ValueError for a kind nobody can draw.
    """
    if kind not in KINDS:
        raise ValueError(f"A field's kind is one of {', '.join(KINDS)}, not {kind!r}.")
    offered = choices if callable(choices) else tuple(c if isinstance(c, Choice) else Choice(c[0], words(c[1])) for c in choices)
    asked_as = Field(
        question=words(question), kind=kind, hint=words(hint) if hint else None, choices=offered,
        missing=words(missing) if missing else None, autocomplete=autocomplete, hidden=hidden,
    )  # fmt: skip
    return msgspec.Meta(
        title=asked_as.question.en, description=asked_as.hint.en if asked_as.hint else None, extra={"field": asked_as}, **limits
    )


class Problem(msgspec.Struct, frozen=True):
    """What is wrong with one field, said where it can be mended."""

    field: str
    words: Words


class About(msgspec.Struct, frozen=True, kw_only=True):
    """What is declared about an action."""

    title: Words
    asks: bool
    may: tuple[str, ...]
    effect: str = "neither"
    protects: bool = False
    """True: it protects somebody, so no guard and no acknowledgement ever stands before it."""
    bears: tuple[type[Fact], ...] = ()
    """Facts newer than the page the person saw, of these kinds, are shown to be confirmed before it is done."""
    own_line_only: bool = False
    """True: only the line that owns what `line()` names may do it; others see "Ask the line to …"."""
    outgoing: bool = False
    """True: it sends to, books for, refers or deducts from the person themselves, so it stops when they are reported dead."""
    opens_record: bool = False
    """True: it begins a new stream (a new customer, organisation, source)."""


def asks(title: str | Words, *, may: Iterable[str], effect: str = "neither", **more: Any) -> About:
    """An action that asks: its guards are consulted before it happens."""
    return About(title=words(title), asks=True, may=tuple(may), effect=effect, **more)


def records(title: str | Words, *, may: Iterable[str], **more: Any) -> About:
    """An action that records what happened or was said: never refused by a guard."""
    return About(title=words(title), asks=False, may=tuple(may), **more)


class Action(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Base of every action. The docstring is one sentence a customer could understand."""

    about: ClassVar[About]

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        """What follows when it is done. Pure; called after the guards."""
        raise TypeError(f"{type(self).__name__} does not say which facts follow from it.")

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        """What is wrong with the fields in the light of the record (an end before its start, an unknown payment)."""
        return []

    def line(self, record: Record) -> str:
        """The service line whose business this is, for `own_line_only`."""
        return ""

    def takes_effect(self, asked: Asked) -> Any:
        """The day the facts take effect; the day they are recorded unless the action says otherwise."""
        return asked.today


@cache
def action_name(cls: type[Action]) -> str:
    """The stable name in URLs and lists: SuspendPayment is "suspend_payment"."""
    name = cls.__name__
    return "".join(("_" if c.isupper() and i else "") + c.lower() for i, c in enumerate(name))


@cache
def declared(cls: type[Action]) -> tuple[msgspec.structs.FieldInfo, ...]:
    """Every field of an action as declared; worked out once, for it costs more than folding a record."""
    return msgspec.structs.fields(cls)


@cache
def fields_of(cls: type[Action]) -> dict[str, Field]:
    """The fields of an action that are asked of somebody, in order."""
    found = {}
    for f in declared(cls):
        for meta in getattr(f.type, "__metadata__", ()):
            if isinstance(meta, msgspec.Meta) and meta.extra and "field" in meta.extra:
                found[f.name] = meta.extra["field"]
    return found


class SecondPerson(Action, frozen=True, kw_only=True):
    """Base of the action by which a second person agrees to what waits for them. The guards are asked again."""

    proposal: int


_BLANK: dict[Any, Any] = {str: "", int: 0, bool: False, float: 0.0}


def draft(cls: type[Action], **known: Any) -> Action:
    """The action as far as it is known, blanks for the rest: so that its guards can speak before the form is filled."""
    for f in declared(cls):
        if f.required and f.name not in known:
            bare = getattr(f.type, "__origin__", f.type)
            known[f.name] = _BLANK.get(bare, () if bare in (list, tuple, set) else None)
    return cls(**known)
