"""An action's fields as questions, and what somebody typed as values: each field on its own, so that every mistake shows at once."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from datetime import date, datetime, time
from decimal import Decimal, InvalidOperation
from typing import Any

import msgspec
import phonenumbers
from django.conf import settings

from customerview.kernel import LONDON, Action, Choice, Field, Problem, Record, Words, fields_of, pounds
from customerview.kernel.values import NotAValue, nino, postcode
from customerview.kernel.words import MONTHS

from . import sentences as say

Raw = Mapping[str, list[str]]
"""What was typed, by the name of the box: a date has three boxes, a list of choices one box with several answers."""

EARLIEST, LATEST = 1850, 2200


class Wrong(ValueError):
    """An answer that cannot be read; `words` says how to mend it."""

    def __init__(self, words: Words) -> None:
        super().__init__(words.en)
        self.words = words


class Question(msgspec.Struct, frozen=True, kw_only=True):
    """One field as it is asked of somebody: the declaration, what it offers to this person, and whether it can be left out."""

    name: str
    field: Field
    type: Any
    required: bool
    default: Any = None
    choices: tuple[Choice, ...] = ()
    max_length: int | None = None
    min_length: int | None = None

    @property
    def kind(self) -> str:
        return self.field.kind

    @property
    def boxes(self) -> tuple[str, ...]:
        """The names of its boxes on the page."""
        parts = {"date": ("day", "month", "year"), "moment": ("day", "month", "year", "time")}.get(self.kind)
        return tuple(f"{self.name}-{part}" for part in parts) if parts else (self.name,)

    @property
    def first_box(self) -> str:
        """Where a link from the error summary goes."""
        return self.boxes[0]


def questions(action: type[Action], record: Record, only: Iterable[str] | None = None) -> list[Question]:
    """The questions of an action for this record, in order; `only` some of them, for one page of several."""
    declared = {f.name: f for f in msgspec.structs.fields(action)}
    chosen = None if only is None else set(only)
    made = []
    for name, asked in fields_of(action).items():
        if chosen is not None and name not in chosen:
            continue
        f = declared[name]
        meta = next((m for m in f.type.__metadata__ if isinstance(m, msgspec.Meta) and m.extra and "field" in m.extra), None)
        made.append(
            Question(
                name=name, field=asked, type=f.type, required=f.required, default=None if f.required else _default(f),
                choices=tuple(asked.choices(record) if callable(asked.choices) else asked.choices),
                max_length=meta.max_length if meta else None, min_length=meta.min_length if meta else None,
            )
        )  # fmt: skip
    return made


def _default(f: msgspec.structs.FieldInfo) -> Any:
    return f.default if f.default is not msgspec.NODEFAULT else f.default_factory()


def read(asked: Iterable[Question], raw: Raw) -> tuple[dict[str, Any], list[Problem]]:
    """The values that could be read, and what is wrong with the others. What was left out and may be is in neither."""
    values: dict[str, Any] = {}
    problems: list[Problem] = []
    for question in asked:
        try:
            if not _answered(question, raw):
                if question.required or question.min_length:
                    raise Wrong(question.field.missing or say.missing(question.field.question, question.kind))
                continue
            values[question.name] = _convert(question, READERS.get(question.kind, _text)(question, raw))
        except Wrong as wrong:
            problems.append(Problem(question.name, wrong.words))
    return values, problems


def _answered(question: Question, raw: Raw) -> bool:
    return any(text.strip() for box in question.boxes for text in raw.get(box, []))


def _one(raw: Raw, box: str) -> str:
    return next((text.strip() for text in reversed(raw.get(box, [])) if text.strip()), "")


def _text(question: Question, raw: Raw) -> str:
    text = _one(raw, question.name).replace("\r\n", "\n")
    if any((c < " " and c not in "\n\t") or c == "\x7f" or "\ud800" <= c <= "\udfff" for c in text):
        raise Wrong(say.ODD_CHARACTERS)
    if question.kind != "long_text":
        text = " ".join(text.split())
    if question.max_length is not None and len(text) > question.max_length:
        raise Wrong(say.too_long(question.max_length))
    if question.min_length is not None and len(text) < question.min_length:
        raise Wrong(say.too_short(question.min_length))
    return text


def _choice(question: Question, raw: Raw) -> str:
    chosen = _one(raw, question.name)
    if question.choices and chosen not in {c.value for c in question.choices}:
        raise Wrong(say.NOT_OFFERED)
    return chosen


def _choices(question: Question, raw: Raw) -> list[str]:
    chosen = [text for text in raw.get(question.name, []) if text]
    if question.choices and not set(chosen) <= {c.value for c in question.choices}:
        raise Wrong(say.NOT_OFFERED)
    return list(dict.fromkeys(chosen))


def _yes_no(question: Question, raw: Raw) -> bool:
    answer = _one(raw, question.name)
    if answer not in ("yes", "no"):
        raise Wrong(say.YES_OR_NO)
    return answer == "yes"


def _date(question: Question, raw: Raw) -> date:
    day, month, year = (_one(raw, f"{question.name}-{part}") for part in ("day", "month", "year"))
    if not (day and month and year):
        raise Wrong(say.WHOLE_DATE)
    try:
        found = date(int(year), _month(month), int(day))
    except ValueError:
        raise Wrong(say.REAL_DATE) from None
    if not EARLIEST <= found.year <= LATEST:
        raise Wrong(say.YEAR)
    return found


def _month(text: str) -> int:
    if text.isdecimal():
        return int(text)
    for names in MONTHS.values():
        for number, name in enumerate(names, 1):
            if len(text) >= 3 and name.casefold().startswith(text.casefold()):
                return number
    raise ValueError(text)


CLOCK = re.compile(r"^(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm|yb|yp)?$")


def clock(text: str) -> time:
    """A time of day as people write it: 10:30, 10.30am, 2pm, noon. Raises Wrong."""
    said = text.strip().lower()
    said = {"noon": "12:00", "midday": "12:00", "midnight": "0:00", "canol dydd": "12:00"}.get(said, said)
    found = CLOCK.match(said)
    if not found or (found[2] is None and found[3] is None):
        raise Wrong(say.CLOCK)
    hour, minute = int(found[1]), int(found[2] or 0)
    if found[3]:
        if not 1 <= hour <= 12:
            raise Wrong(say.CLOCK)
        hour = hour % 12 + (12 if found[3] in ("pm", "yp") else 0)
    if hour > 23 or minute > 59:
        raise Wrong(say.CLOCK)
    return time(hour, minute)


def _time(question: Question, raw: Raw) -> str:
    return clock(_one(raw, question.name)).strftime("%H:%M")


def _moment(question: Question, raw: Raw) -> datetime:
    at = _one(raw, f"{question.name}-time")
    if not at:
        raise Wrong(say.CLOCK)
    return datetime.combine(_date(question, raw), clock(at), LONDON)


def _money(question: Question, raw: Raw) -> int:
    text = re.sub(r"[£,\s]", "", _one(raw, question.name))
    with suppress(InvalidOperation):
        amount = Decimal(text)
        if amount.is_finite() and amount == round(amount, 2) and abs(amount) < 10**9:
            return int(amount * 100)
    raise Wrong(say.MONEY)


def _number(question: Question, raw: Raw) -> int:
    text = re.sub(r"[,\s]", "", _one(raw, question.name))
    if not re.fullmatch(r"-?\d{1,15}", text):
        raise Wrong(say.NUMBER)
    return int(text)


def _postcode(question: Question, raw: Raw) -> str:
    try:
        return postcode(_one(raw, question.name))
    except NotAValue:
        raise Wrong(say.POSTCODE) from None


def _nino(question: Question, raw: Raw) -> str:
    try:
        return nino(_one(raw, question.name), allow_fictitious=settings.MADE_UP)
    except NotAValue:
        raise Wrong(say.NINO) from None


def _phone(question: Question, raw: Raw) -> str:
    """As it was typed: a number is never rewritten under the hand of whoever gives it."""
    text = _text(question, raw)
    with suppress(phonenumbers.NumberParseException):
        if phonenumbers.is_possible_number(phonenumbers.parse(text, "GB")):
            return text
    raise Wrong(say.PHONE)


def _email(question: Question, raw: Raw) -> str:
    text = _text(question, raw)
    if not re.fullmatch(r"[^@\s]+@[^@\s.]+(\.[^@\s.]+)+", text):
        raise Wrong(say.EMAIL)
    return text


READERS: dict[str, Callable[[Question, Raw], Any]] = {
    "choice": _choice, "choices": _choices, "yes_no": _yes_no, "date": _date, "time": _time, "moment": _moment, "money": _money,
    "number": _number, "postcode": _postcode, "nino": _nino, "phone": _phone, "email": _email,
}  # fmt: skip


def _convert(question: Question, value: Any) -> Any:
    """As the action declares it: its own type, within its limits."""
    try:
        return msgspec.convert(value, question.type, strict=not isinstance(value, str))
    except (msgspec.ValidationError, OverflowError):
        raise Wrong(_limits(question)) from None


def _limits(question: Question) -> Words:
    meta = next(m for m in question.type.__metadata__ if isinstance(m, msgspec.Meta))
    least, most = (meta.ge if meta.ge is not None else meta.gt), (meta.le if meta.le is not None else meta.lt)
    if least is not None or most is not None:
        said = pounds if question.kind == "money" else str
        return say.within(said(least) if least is not None else None, said(most) if most is not None else None)
    return question.field.missing or say.UNREADABLE
