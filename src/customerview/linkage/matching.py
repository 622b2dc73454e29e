"""Whose sign-in is this? One record or none: a doubt is never settled in favour of showing somebody's record."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from uuid import UUID

import msgspec

from customerview.ledger import View

from .names import alike, bare, key


class Identified(msgspec.Struct, frozen=True):
    """`stream` when exactly one record is meant. `why` says what was found otherwise: none or several."""

    stream: UUID | None
    why: str = ""


SAME_FAMILY = 0.8


def known_sign_in(view: View, subject: str) -> UUID | None:
    """The record this sign-in was matched to before; None when it was not, or to more than one."""
    rows = view.execute("SELECT stream FROM sign_in WHERE subject = %s", (subject,)).fetchall()
    return rows[0][0] if len(rows) == 1 else None


def identify(view: View, *, nino: str, names: Iterable[tuple[str, str]], births: Iterable[date]) -> Identified:
    """The one record with this National Insurance number whose name and date of birth agree with what was proved.

    The number's first eight characters and a date of birth must agree wholly; the names may differ by a slip, a particle
    or a middle name, and may be an earlier one. Two records that agree are none.
    """
    names, births = list(names), set(births)
    rows = view.execute("SELECT stream, born, given, family, bare FROM person_index WHERE nino = %s", (nino[:8],)).fetchall()
    agree = {
        stream for stream, born, given, family, short in rows
        if born in births and any(_same(proved, given, family, short) for proved in names)
    }  # fmt: skip
    if len(agree) == 1:
        return Identified(agree.pop())
    return Identified(None, "several" if agree else "none")


def _same(proved: tuple[str, str], given: str, family: str, short: str) -> bool:
    """The family name, particles aside, and the first given name: a middle name may be missing on either side.

    One slip is forgiven in the family name, not in both names: twins differ by less.
    """
    first, last = key(proved[0]), key(proved[1])
    family_agrees = max(alike(last, family), alike(bare(proved[1]), short))
    if not given or not first:  # somebody with one name
        return (first or last) == (given or family)
    return family_agrees >= SAME_FAMILY and first.split()[0] == given.split()[0]
