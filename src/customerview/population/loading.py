"""From lives to the ledger: block after block, each played in memory and committed whole by COPY, in as many processes as asked.

Memory stays the same however many customers: a process holds one block. What an interrupted run left out can be made later,
and comes out as it would have.
"""

from __future__ import annotations

import importlib
import multiprocessing
import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, ProcessPoolExecutor, wait
from datetime import datetime
from typing import Any, NamedTuple

import psycopg
from django.db import transaction
from psycopg.types.json import Jsonb

from customerview.instructions import BENEFITS, catalogue
from customerview.kernel import LONDON
from customerview.ledger.bulk import copy_rows, load_streams

from . import identifiers, payments, people
from .lives import life_of
from .playing import Life


class Loaded(NamedTuple):
    """What was added."""

    customers: int = 0
    facts: int = 0
    duties: int = 0

    def plus(self, more: Loaded) -> Loaded:
        return Loaded(self.customers + more.customers, self.facts + more.facts, self.duties + more.duties)


def lives(seed: int, number: int, until: datetime, customers: int) -> Iterator[Life]:
    """The lives of one block, of at most so many customers."""
    for person in people.block(seed, number, until.astimezone(LONDON).date())[:customers]:
        yield life_of(person, seed, until)


def load(db: psycopg.Connection[Any], found: Iterable[Life], until: datetime) -> Loaded:
    """Write whole lives into an empty place of the ledger: facts, snapshots, askings, projections, and what they were paid up to a
    moment; in the caller's transaction."""
    found = list(found)
    rules = catalogue()
    facts = load_streams(db, rules, [(life.history, life.record) for life in found])
    copy_rows(db, "asking", ASKING, ASKING_TYPES, [_asking(a) for life in found for a in life.askings])
    changes = [life.change for life in found]
    for module in _projections():
        if hasattr(module, "load"):
            module.load(db, changes)
        else:
            for change in changes:
                module.project(db, change)
    payments.hand_in(found, until)  # last: a line's own stream is written by one process at a time
    return Loaded(len(found), facts, sum(len(life.record.duties.open) for life in found))


ASKING = "stream, at, actor, action, digest, edition, run, rules, outcomes, overridden, done"
ASKING_TYPES = ("uuid", "timestamptz", "text", "text", "bytea", "text", "text", "text[]", "jsonb", "text[]", "bool")


def _asking(a: Any) -> tuple[Any, ...]:
    outcomes = [{"rule": o.rule, "kind": o.kind, "satisfied_by": o.satisfied_by} for o in a.outcomes]
    return (a.stream, a.at, a.by, a.action, a.digest, a.edition, a.run, a.rules, Jsonb(outcomes), a.overridden, a.done)


def _projections() -> list[Any]:
    from django.conf import settings

    return [importlib.import_module(path.rpartition(".")[0]) for path in getattr(settings, "CUSTOMERVIEW_PROJECTIONS", ())]


def heard_from_lines(db: psycopg.Connection[Any], until: datetime) -> None:
    """The lines of made-up lives reported up to the moment the lives are told to, and so that is how old their word is."""
    db.execute(
        "INSERT INTO source_heard (line, heard) SELECT unnest(%s::text[]), %s"
        " ON CONFLICT (line) DO UPDATE SET heard = greatest(source_heard.heard, excluded.heard)",
        (list(BENEFITS), until),
    )  # fmt: skip


def blocks(customers: int) -> list[tuple[int, int]]:
    """The blocks of a population: each one's number, and how many customers of it are wanted."""
    return [(n, min(people.BLOCK, customers - n * people.BLOCK)) for n in range(-(-customers // people.BLOCK))]


def is_loaded(db: psycopg.Connection[Any], seed: int, number: int) -> bool:
    """Whether a block is in the ledger: it was committed whole, so its first customer tells."""
    first = identifiers.stream(seed, identifiers.KEPT + number * people.BLOCK)
    return db.execute("SELECT EXISTS (SELECT FROM fact WHERE stream = %s AND number = 1)", (first,)).fetchone()[0]  # type: ignore[index]


def load_block(seed: int, number: int, until: datetime, customers: int) -> Loaded:
    """Make one block and commit it, on this process's own connection."""
    db = _connection()
    with transaction.atomic():
        if is_loaded(db, seed, number):
            return Loaded()
        return load(db, lives(seed, number, until, customers), until)


def load_all(
    seed: int, customers: int, until: datetime, *, processes: int, progress: Callable[[Loaded], None] = lambda done: None
) -> Loaded:  # fmt: skip
    """Every block that is not there yet, by so many processes. A few blocks are in hand at a time, so that memory stays the same."""
    done, todo = Loaded(), iter(blocks(customers))
    if processes == 1 or customers <= people.BLOCK:
        for number, wanted in todo:
            progress(made := load_block(seed, number, until, wanted))
            done = done.plus(made)
        return done
    with ProcessPoolExecutor(processes, mp_context=multiprocessing.get_context("spawn"), initializer=begin_process) as pool:
        running = {pool.submit(load_block, seed, n, until, wanted) for n, wanted in _some(todo, processes * 2)}
        while running:
            ended, running = wait(running, return_when=FIRST_COMPLETED)
            for one in ended:
                progress(made := one.result())
                done = done.plus(made)
            running |= {pool.submit(load_block, seed, n, until, wanted) for n, wanted in _some(todo, len(ended))}
    return done


def _some(of: Iterator[tuple[int, int]], count: int) -> Iterator[tuple[int, int]]:
    for _ in range(count):
        if (one := next(of, None)) is not None:
            yield one


def begin_process() -> None:
    """Settings and instructions are read once for each process. It works by the worker's login, and ends with its parent."""
    from customerview.config.processes import die_with_parent

    die_with_parent()
    os.environ["CUSTOMERVIEW_LOGIN"] = "worker"
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "customerview.config.settings")
    import django

    django.setup()
    catalogue()


def _connection() -> psycopg.Connection[Any]:
    from django.db import connection

    connection.ensure_connection()
    return connection.connection
