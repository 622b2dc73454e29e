"""What we have promised this person, by when, and when we are late; and what we need from them."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import NamedTuple

from customerview.instructions import catalogue
from customerview.kernel import in_words
from customerview.portals.layout import current, t

from .own import Own


class Promise(NamedTuple):
    words: str
    due: date
    when: str
    late: bool


def promises(own: Own, of: Collection[int] = ()) -> list[Promise]:
    """The open duties that are said to the customer, late ones first; `of`: only those that came of these facts.

    One that came of something private is told to nobody else.
    """
    owed = [o for o in own.record.duties.begun(own.today) if (d := catalogue().duties.get(o.duty)) and d.promise is not None]
    owed = [o for o in owed if not of or o.opened_by in of]
    hidden = _hidden(own, [o.opened_by for o in owed])
    found = []
    for one in owed:
        if one.opened_by in hidden:
            continue
        promise = catalogue().duties[one.duty].promise
        assert promise is not None
        day = in_words(one.due_at, current(), time=True) if one.due_at else in_words(one.due, current(), weekday=True)
        found.append(Promise(promise.say(current(), **one.values).rstrip("."), one.due, day, one.is_late(own.now)))
    return sorted(found, key=lambda p: (not p.late, p.due))


def _hidden(own: Own, numbers: list[int]) -> set[int]:
    """Which of these facts this viewer may not see, or are about a line that what they were given does not cover."""
    if not numbers:
        return set()
    if own.acting:
        facts = {number: own.view.fact(own.stream, number) for number in numbers}
        return {n for n, happened in facts.items() if happened is None or not own.told(happened)}
    rows = own.view.execute(
        "SELECT number FROM fact WHERE stream = %s AND number = ANY(%s::int[]) AND kind = ANY(%s::int[])",
        (own.stream, numbers, own.view.hidden),
    )
    return {number for (number,) in rows}


def needed(own: Own) -> list[tuple[str, str]]:
    """What we need from them: words, and where to do it."""
    return [
        (
            t("{subject}, by {day}", "{subject}, erbyn {day}", subject=m.subject or t("Read our message", "Darllenwch ein neges"), day=in_words(m.act_by, current()))
            if m.act_by else (m.subject or t("Read our message", "Darllenwch ein neges")),
            str(m.number),
        )
        for m in own.unopened if m.needs_action
    ]  # fmt: skip
