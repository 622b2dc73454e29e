"""Resets of open work that were asked for on a page: the worker counts each, and carries it out once two people agreed.

Which there are is read from what is owed: a reset that is not counted, or not at its end, is an open duty of its stream. Broken off, it
is simply gone on with: what was set anew no longer differs, and each is done once under the run's name.
"""

from __future__ import annotations

import logging
from collections import Counter
from uuid import UUID

from customerview.instructions import catalogue
from customerview.instructions.moving_work.bulk_reset_facts import BulkReset, Left, Move
from customerview.instructions.moving_work.carry_out_bulk_reset import CountBulkReset, NoteBulkReset
from customerview.kernel import Action, Actor, job
from customerview.ledger import reading, writing
from customerview.perform import NotDone, perform

from .resetting import reset, would_change

log = logging.getLogger(__name__)
TO_COUNT, TO_CARRY_OUT = "count_bulk_reset", "finish_bulk_reset"
NOTED_EVERY = 200
MOVES_KEPT = 40
"""A fact stays small: the largest moves are told one by one, the rest in the sum."""


def go_on() -> int:
    """Take every reset that waits for the worker one step further; how many there were."""
    with reading(None, catalogue()) as view:
        waiting = view.execute(
            "SELECT stream, duty FROM open_duty WHERE owner = 'operations' AND duty IN (%s, %s) ORDER BY opened", (TO_COUNT, TO_CARRY_OUT)
        ).fetchall()
    for stream, duty in waiting:
        held = _held(stream)
        if duty == TO_COUNT and held.status == "asked":
            _count(stream, held)
        elif duty == TO_CARRY_OUT and held.status == "started":
            _carry_out(stream, held)
    return len(waiting)


def _held(stream: UUID) -> BulkReset:
    with reading(None, catalogue()) as view:
        held: BulkReset = view.whole(stream).bulk_reset
        return held


def _count(stream: UUID, held: BulkReset) -> None:
    moves: Counter[Move] = Counter()
    left: Counter[str] = Counter()
    for one in would_change(held.instruction, owner=held.owner, to=held.to):
        if one.why_not:
            left[one.why_not] += 1
        else:
            moves[Move(owner=one.owner, due=one.due, to_owner=one.to_owner, to_due=one.to_due, duties=0)] += 1
    told = [Move(owner=m.owner, due=m.due, to_owner=m.to_owner, to_due=m.to_due, duties=n) for m, n in moves.most_common(MOVES_KEPT)]
    _note(stream, CountBulkReset(found=moves.total(), moves=tuple(told), left=tuple(Left(why=why, duties=n) for why, n in left.items())))


def _carry_out(stream: UUID, held: BulkReset) -> None:
    """By whoever asked for it, with their reason, each in its own stream."""
    kind, _, who = held.by.partition(":")
    manager = Actor(
        kind=kind,
        id=who.partition("@")[0],
        roles=frozenset({"operations_manager"}),
        teams=tuple(filter(None, [who.partition("@")[2]])),
        line="OPERATIONS",
    )
    done = held.done
    failed = 0
    for one in would_change(held.instruction, owner=held.owner, to=held.to):
        if one.why_not:
            continue
        succeeded = reset(one, by=manager, why=held.why or "the reason was forgotten", run=held.run)
        done, failed = done + succeeded, failed + (not succeeded)
        if (done + failed) % NOTED_EVERY == 0:
            _note(stream, NoteBulkReset(done=done, failed=failed))
    _note(stream, NoteBulkReset(done=done, failed=failed, ended=True))


def _note(stream: UUID, action: Action) -> None:
    """Two workers may be at the same step: the second finds that it is taken."""
    try:
        perform(action, on=stream, by=job("resetting_work"), ledger=writing(None, catalogue()), catalogue=catalogue())
    except NotDone as why:
        log.info("a step of a reset was done already: %s", type(why).__name__)
