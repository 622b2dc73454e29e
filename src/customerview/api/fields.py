"""From JSON to an action: every field is read on its own, so that every mistake is told at once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

import msgspec
import phonenumbers
from django.conf import settings

from customerview.kernel import Action, Field, Problem, Record, Words, fields_of
from customerview.kernel.values import NotAValue, nino, postcode
from customerview.perform import Invalid

MOST = 2**31 - 1
EARLIEST, LATEST = 1850, 2200

MISSING = Words("This is needed.", "Mae angen hyn.")
UNKNOWN = Words("There is no such field.", "Nid oes maes o'r fath.")
ODD_CHARACTERS = Words("Leave out characters that cannot be read.", "Gadewch allan nodau na ellir eu darllen.")
ODD_DAY = Words("Give a real day of these times.", "Rhowch ddiwrnod go iawn o'r oes hon.")
NO_ZONE = Words("Give the moment with its zone, like 2026-11-24T09:30:00Z.", "Rhowch yr eiliad gyda'i chylchfa, fel 2026-11-24T09:30:00Z.")
TOO_MUCH = Words("Give a smaller number.", "Rhowch rif llai.")
NOT_OFFERED = Words("Choose one of those offered.", "Dewiswch un o'r rhai a gynigir.")


def read_fields(cls: type[msgspec.Struct], sent: dict[str, Any], asked: Mapping[str, Field], record: Record | None) -> dict[str, Any]:
    """The values that were sent. Raises Invalid with a problem for each field that is wrong."""
    problems, good = [], {}
    known = {f.name: f for f in msgspec.structs.fields(cls)}
    problems += [Problem(name[:100], UNKNOWN) for name in sent if name not in known]
    for name, f in known.items():
        if name not in sent or (f.required and isinstance(sent[name], str) and not sent[name].strip()):
            if f.required:
                problems.append(Problem(name, (name in asked and asked[name].missing) or MISSING))
            continue
        value, wrong = _value(sent[name], f.type, asked.get(name), record)
        if wrong:
            problems.append(Problem(name, wrong))
        else:
            good[name] = value
    if problems:
        raise Invalid(problems)
    return good


def action_of(cls: type[Action], sent: dict[str, Any], record: Record) -> Action:
    """The action that was sent. Raises Invalid with a problem for each field that is wrong."""
    return cls(**read_fields(cls, sent, fields_of(cls), record))


def _value(sent: Any, type: Any, asked: Field | None, record: Record | None) -> tuple[Any, Words | None]:
    if not all(map(_can_be_kept, _texts(sent))):
        return None, ODD_CHARACTERS
    try:
        value = msgspec.convert(_as_kept(sent, asked), type)
    except (msgspec.ValidationError, OverflowError, NotAValue, phonenumbers.NumberParseException) as error:
        return None, Words(f"{error}", f"{error}")
    if isinstance(value, date) and not EARLIEST <= value.year <= LATEST:
        return None, ODD_DAY
    if isinstance(value, datetime) and value.tzinfo is None:
        return None, NO_ZONE
    if isinstance(value, int) and abs(value) > MOST:
        return None, TOO_MUCH
    if asked and asked.kind in ("choice", "choices") and value and not _is_offered(value, asked, record):
        return None, NOT_OFFERED
    return value, None


def _as_kept(sent: Any, asked: Field | None) -> Any:
    """Values of the field in the one way they are written, as forms do. Raises NotAValue and the like."""
    if asked is None or not isinstance(sent, str) or not sent:
        return sent
    if asked.kind == "nino":
        return nino(sent, allow_fictitious=settings.MADE_UP)
    if asked.kind == "postcode":
        return postcode(sent)
    if asked.kind == "phone" and not phonenumbers.is_possible_number(phonenumbers.parse(sent, "GB")):
        raise NotAValue("A phone number looks like 01632 960 001.")
    if asked.kind == "email" and not re.fullmatch(r"[^@\s]+@[^@\s.]+(\.[^@\s.]+)+", sent):
        raise NotAValue("An email address looks like name@example.com.")
    return sent


def _is_offered(value: Any, asked: Field, record: Record | None) -> bool:
    choices = asked.choices(record) if callable(asked.choices) else asked.choices
    offered = {choice.value for choice in choices}
    chosen = value if isinstance(value, list | tuple | set | frozenset) else (value,)
    return not offered or all(str(one) in offered for one in chosen)


def _texts(value: Any) -> Iterable[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield name
            yield from _texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner)


def _can_be_kept(text: str) -> bool:
    return not any((c < " " and c not in "\n\r\t") or c == "\x7f" or "\ud800" <= c <= "\udfff" for c in text)
