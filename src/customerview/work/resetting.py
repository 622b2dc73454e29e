"""A later edition of an instruction reaches work that is open already: first what would change, then each duty once.

A duty keeps the deadline and first owner of the edition under which it was opened, until a named person has this done. Every change is
an action of its own, one stream at a time, under one named run. What is done already no longer differs, so a run that was broken off
is simply run again.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from customerview.instructions import catalogue
from customerview.instructions.moving_work.reset_duty import ResetDuty
from customerview.kernel import LONDON, Actor
from customerview.ledger import reading, writing
from customerview.perform import NotDone, perform

PAGE = 200


class Reset(NamedTuple):
    """One open duty and what becomes of it. `why_not` when it is left as it is."""

    stream: UUID
    id: str
    duty: str
    owner: str
    due: date
    to_owner: str
    to_due: date
    why_not: str = ""


STAYS_LATE = "late under the later edition too: left as it is, so that it stays late"
PROMISED = "due at a promised moment: a promise is not moved"
UNKNOWN = "it cannot be worked out from the fact that opened it"


def would_change(rule: str, *, owner: str = "", to: str = "", today: date | None = None) -> Iterator[Reset]:
    """Each open duty of an instruction that a later edition would change, stream by stream; nothing is written.

    `owner`: only the work of this team. `to`: the team it goes to, when it is not the one the instruction names.
    """
    today = today or datetime.now(LONDON).date()
    for stream, held in _streams(rule, owner):
        with writing(None, catalogue()).transaction() as unit:
            record = unit.load(stream)
            for identity in held:
                owed = record.duties.open.get(identity)
                if owed is None:
                    continue
                opened = next(iter(unit.facts(stream, owed.opened_by, owed.opened_by)), None)
                anew = catalogue().fold.bookkeeper.anew(owed, opened, record, today) if opened else None
                due, due_at, named = anew or (owed.due, None, owed.owner)
                team = to or named
                if due == owed.due and team == owed.owner and anew:
                    continue
                why_not = UNKNOWN if anew is None else PROMISED if owed.due_at or due_at else STAYS_LATE if due < today else ""
                yield Reset(stream, identity, owed.duty, owed.owner, owed.due, team, due, why_not)


def _streams(rule: str, owner: str) -> Iterator[tuple[UUID, list[str]]]:
    """The streams with such a duty open, in their order, each with the ids of its duties."""
    after = UUID(int=0)
    while True:
        with reading(None, catalogue()) as view:
            rows = view.execute(
                "SELECT stream, array_agg(id ORDER BY id) FROM open_duty WHERE (duty = %s OR rule = %s) AND (%s = '' OR owner = %s)"
                " AND stream > %s GROUP BY stream ORDER BY stream LIMIT %s", (rule, rule, owner, owner, after, PAGE),
            ).fetchall()  # fmt: skip
        yield from rows
        if len(rows) < PAGE:
            return
        after = rows[-1][0]


def reset(one: Reset, *, by: Actor, why: str, run: str) -> bool:
    """Do one of them, once however often the run is begun. False when it has changed meanwhile, or its record is busy."""
    try:
        perform(
            ResetDuty(duty=one.id, due=one.to_due, owner=one.to_owner if one.to_owner != one.owner else "", why=why), on=one.stream, by=by,
            ledger=writing(None, catalogue()), catalogue=catalogue(), run=run, key=f"{run}:{one.stream}:{one.id}:{one.to_due}:{one.to_owner}",
        )  # fmt: skip
    except NotDone:
        return False
    return True
