"""The same for very many records: in transactions of so many at a time, and one by one where something is in the way of a group."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar
from uuid import UUID

import psycopg
from django.db import InterfaceError, OperationalError

from customerview.instructions import catalogue
from customerview.ledger import Conflict, Together, writing_together

TOGETHER = 100
"""How many records to a transaction: enough that waiting for the disk is shared by many, few enough that nobody waits for us."""
TRIES = 8
AWAY = (psycopg.OperationalError, psycopg.InterfaceError, OperationalError, InterfaceError)
"""The database cannot be reached: nothing is wrong with anybody's record."""

log = logging.getLogger(__name__)

Thing = TypeVar("Thing")
Made = TypeVar("Made")


def for_each(
    things: Sequence[Thing], stream_of: Callable[[Thing], UUID], do: Callable[[Thing, Together], Made], *, by: str = "",
    key_of: Callable[[Thing], str] | None = None, wrong: Callable[[Thing, Exception], Made] | None = None,
) -> Iterator[Made]:  # fmt: skip
    """What comes of each, in order. `wrong` says what to make of one that cannot be done; when it is not given, that is raised."""

    def done(some: Sequence[Thing]) -> list[Made]:
        keys = [key_of(thing) for thing in some] if key_of else []
        with writing_together(catalogue(), [stream_of(thing) for thing in some], by=by, keys=keys) as ledger:
            return [do(thing, ledger) for thing in some]

    for begun in range(0, len(things), TOGETHER):
        group = things[begun : begun + TOGETHER]
        try:
            made = done(group)
        except AWAY:
            raise
        except Exception as problem:  # one was changed meanwhile, or cannot be done: done by itself, it shows which
            log.info("a group of %d is done one by one: %s", len(group), type(problem).__name__)
            made = None
        yield from made if made is not None else (_alone(thing, done, wrong) for thing in group)


def _alone(thing: Thing, done: Callable[[Sequence[Thing]], list[Made]], wrong: Callable[[Thing, Exception], Made] | None) -> Made:
    for left in reversed(range(TRIES)):
        try:
            return done([thing])[0]
        except AWAY:
            raise
        except Conflict:
            if not left:
                raise
        except Exception as problem:
            if wrong is None:
                raise
            return wrong(thing, problem)
    raise AssertionError  # the last try returns or raises
