"""Lists of open duties: late first, then by harm, then by deadline; a page at a time, at the same cost however many are open.

The order falls into six stretches (late or not, harm 1 to 3). Each is walked by index from where the last page ended. What has not begun
(a review months from now) lies in an index of its own, out of the way; of that, only what has begun since the last night is read.
"""

from __future__ import annotations

import base64
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any, NamedTuple
from uuid import UUID

import msgspec

from customerview.kernel import LONDON, Actor, Catalogue
from customerview.ledger import View

from .saying import said

PAGE = 20
HARMS = (1, 2, 3)


class Work(NamedTuple):
    """One line of a list."""

    stream: UUID
    id: str
    duty: str
    rule: str
    per: str
    opened: datetime
    begins: date
    due: date
    due_at: datetime | None
    late_from: datetime
    owner: str
    person: str
    offered_to: str
    harm: int
    values: dict[str, Any]
    name: str
    need: str
    tier: str
    nation: str
    late: bool

    def sentence(self, catalogue: Catalogue, reader: Actor | None = None) -> str:
        """What has to be done, in the instruction's words, as far as the reader may know it."""
        return said(catalogue, self.duty, self.values, reader, self.owner)

    def is_secret(self, catalogue: Catalogue) -> bool:
        """Whether not everybody may know what it is about."""
        return bool((rule := catalogue.duties.get(self.duty)) and rule.restricted)


class Page(NamedTuple):
    """A page of work, and the place the next one begins after ("" when this is the last)."""

    work: list[Work]
    next: str


class Place(msgspec.Struct, array_like=True):
    """Where a page ended. It holds no personal data and reads as one word."""

    late: bool
    harm: int
    late_from: datetime
    stream: UUID
    id: str

    def __str__(self) -> str:
        return base64.urlsafe_b64encode(msgspec.msgpack.encode(self)).decode().rstrip("=")

    @classmethod
    def read(cls, text: str) -> Place | None:
        """The place again; None for the beginning and for what is no place."""
        try:
            place = msgspec.msgpack.decode(base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)), type=cls)
        except (ValueError, msgspec.MsgspecError):
            return None
        return place if place.id.isprintable() and place.late_from.tzinfo else None


COLUMNS = (
    "d.stream, d.id, d.duty, d.rule, d.per, d.opened, d.begins, d.due, d.due_at, d.late_from, d.owner, d.person, d.offered_to, d.harm, d.values,"
    " coalesce(t.name, ''), coalesce(t.need, ''), coalesce(t.tier, ''), coalesce(t.nation, ''), d.late"
)

# Each stretch stops at its own first page; only those few rows are sorted and joined.
STRETCHES = """
    SELECT {columns} FROM (
        SELECT w.*, s.late FROM unnest(%(late)s::boolean[], %(harm)s::smallint[], %(first)s::timestamptz[], %(last)s::timestamptz[],
                                       %(stream)s::uuid[], %(id)s::text[]) AS s (late, harm, first, last, stream, id)
        CROSS JOIN unnest(%(owners)s::text[]) AS o (owner)
        {persons}
        CROSS JOIN LATERAL (
            (SELECT * FROM open_duty d WHERE NOT d.waits AND {whose} AND d.harm = s.harm
                AND (d.late_from, d.stream, d.id) > (s.first, s.stream, s.id) AND d.late_from < s.last AND {only}
            ORDER BY d.late_from, d.stream, d.id LIMIT %(limit)s)
            UNION ALL
            (SELECT * FROM open_duty d WHERE d.waits AND d.owner = o.owner AND d.begins <= %(today)s AND d.harm = s.harm AND {whose}
                AND (d.late_from, d.stream, d.id) > (s.first, s.stream, s.id) AND d.late_from < s.last AND {only})
        ) w
        ORDER BY NOT s.late, w.harm, w.late_from, w.stream, w.id LIMIT %(limit)s
    ) d LEFT JOIN owed_to t ON t.stream = d.stream
    ORDER BY NOT d.late, d.harm, d.late_from, d.stream, d.id
"""
PERSONS = "CROSS JOIN unnest(%(persons)s::text[]) AS p (person)"


def my_work(view: View, by: Actor, now: datetime, *, after: str = "", limit: int = PAGE) -> Page:
    """What is this colleague's to do now: theirs by name, and what their teams have not given to anybody."""
    return _walk(view, by.teams, now, after, limit, persons=(by.id, ""))


def team_work(
    view: View, teams: Iterable[str], now: datetime, *, after: str = "", limit: int = PAGE, late_only: bool = False, duty: str = ""
) -> Page:  # fmt: skip
    """What these teams owe now, whoever has it."""
    return _walk(view, teams, now, after, limit, late_only=late_only, duty=duty)


def _walk(
    view: View, owners: Iterable[str], now: datetime, after: str, limit: int, *, persons: tuple[str, ...] | None = None,
    late_only: bool = False, duty: str = "",
) -> Page:  # fmt: skip
    statement = STRETCHES.format(
        columns=COLUMNS, persons=PERSONS if persons is not None else "",
        whose="d.whose = o.owner || ' ' || p.person" if persons is not None else "d.owner = o.owner",
        only="d.duty = %(duty)s" if duty else "true",
    )  # fmt: skip
    rows = view.execute(statement, {
        **_stretches(now, Place.read(after), late_only), "owners": list(owners), "persons": list(persons or ()), "duty": duty,
        "today": now.astimezone(LONDON).date(), "limit": limit + 1,
    }).fetchall()  # fmt: skip
    found = [work_of(r) for r in rows]
    last = found[limit - 1] if len(found) > limit else None
    return Page(found[:limit], str(Place(last.late, last.harm, last.late_from, last.stream, last.id)) if last else "")


FIRST, LAST, NO_STREAM = "-infinity", "infinity", UUID(int=0)


def _stretches(now: datetime, place: Place | None, late_only: bool) -> dict[str, list[Any]]:
    """The stretches still ahead, each from where it is to be walked on and up to where it ends."""
    rows = []
    for late in (True,) if late_only else (True, False):
        for harm in HARMS:
            if place and (not late, harm) < (not place.late, place.harm):
                continue
            here = place if place and (late, harm) == (place.late, place.harm) else None
            first = here.late_from.isoformat() if here else FIRST if late else now.isoformat()
            rows.append(
                (
                    late,
                    harm,
                    first,
                    now.isoformat() if late else LAST,
                    here.stream if here else NO_STREAM,
                    here.id if here else "",
                )
            )
    return {name: [r[n] for r in rows] for n, name in enumerate(("late", "harm", "first", "last", "stream", "id"))}


def offered(view: View, teams: Iterable[str], *, limit: int = PAGE) -> list[Work]:
    """Work that other teams offer to these: it stays the others' until accepted."""
    rows = view.execute(
        f"SELECT {COLUMNS} FROM (SELECT *, late_from <= now() AS late FROM open_duty WHERE offered_to = ANY(%s::text[])"
        " ORDER BY late_from, stream, id LIMIT %s) d LEFT JOIN owed_to t ON t.stream = d.stream ORDER BY d.late_from, d.stream, d.id",
        (list(teams), limit),
    ).fetchall()  # fmt: skip
    return [work_of(r) for r in rows]


def to_agree(view: View, roles: Iterable[str], *, limit: int = PAGE) -> list[Work]:
    """What waits for a second person in one of these roles, whichever team asked for it."""
    rows = view.execute(
        f"SELECT {COLUMNS} FROM (SELECT *, late_from <= now() AS late FROM open_duty WHERE duty = 'settle_proposal'"
        " AND values ->> 'approver' = ANY(%s::text[]) ORDER BY late_from, stream, id LIMIT %s) d LEFT JOIN owed_to t ON t.stream = d.stream"
        " ORDER BY d.late_from, d.stream, d.id",
        (sorted(roles), limit),
    ).fetchall()  # fmt: skip
    return [work_of(r) for r in rows]


def one(view: View, stream: UUID, duty_id: str) -> Work | None:
    """One open duty, with what a list says about it."""
    row = view.execute(
        f"SELECT {COLUMNS} FROM (SELECT *, late_from <= now() AS late FROM open_duty WHERE stream = %s AND id = %s) d"
        " LEFT JOIN owed_to t ON t.stream = d.stream",
        (stream, duty_id),
    ).fetchone()  # fmt: skip
    return work_of(row) if row else None


def work_of(row: tuple[Any, ...]) -> Work:
    values = row[14]
    decoded = msgspec.json.decode(values) if isinstance(values, str | bytes) else values or {}
    return Work._make((*row[:14], decoded, *row[15:]))


class Counts(NamedTuple):
    """How much a colleague has to do, for the number beside the word; counted no further than a person can use."""

    mine: int
    late: int


def counts(view: View, by: Actor, now: datetime, *, at_most: int = 100) -> Counts:
    """How many are theirs or nobody's in their teams, and how many of those are late; `at_most` means "or more"."""
    row = view.execute(
        "SELECT count(*), count(*) FILTER (WHERE late_from <= %(now)s) FROM ("
        "SELECT late_from FROM open_duty WHERE NOT waits AND whose = ANY(%(whose)s::text[]) UNION ALL"
        " SELECT late_from FROM open_duty WHERE waits AND owner = ANY(%(owners)s::text[]) AND begins <= %(today)s AND whose = ANY(%(whose)s::text[])"
        " LIMIT %(at_most)s) d",
        {"owners": list(by.teams), "whose": [f"{t} {p}" for t in by.teams for p in (by.id, "")], "now": now, "today": now.astimezone(LONDON).date(), "at_most": at_most},
    ).fetchone()  # fmt: skip
    return Counts(*(row or (0, 0)))


def held_by(view: View, teams: Iterable[str], person: str, *, limit: int = 1000) -> list[Work]:
    """Everything that one colleague of these teams has."""
    rows = view.execute(
        f"SELECT {COLUMNS} FROM (SELECT *, late_from <= now() AS late FROM open_duty WHERE owner = ANY(%s::text[]) AND person = %s"
        " ORDER BY harm, late_from, stream, id LIMIT %s) d LEFT JOIN owed_to t ON t.stream = d.stream",
        (list(teams), person, limit),
    ).fetchall()  # fmt: skip
    return [work_of(r) for r in rows]


def people_with_work(view: View, teams: Iterable[str]) -> list[tuple[str, int]]:
    """Who in these teams has work of their own, and how much."""
    return view.execute(
        "SELECT person, count(*) FROM open_duty WHERE owner = ANY(%s::text[]) AND person <> '' GROUP BY person ORDER BY person LIMIT 200",
        (list(teams),),
    ).fetchall()  # fmt: skip
