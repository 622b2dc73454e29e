"""What must hold when the bad days are over: the journal, the ledger, the projections, the feed and the jobs tell one story."""

from __future__ import annotations

import json
import subprocess
from collections import Counter, defaultdict
from collections.abc import Iterator
from uuid import UUID

import psycopg

from customerview.instructions import catalogue
from customerview.kernel import Recorded
from customerview.ledger.rebuild import histories
from tests.processes import CUSTOMERVIEW
from tests.soak.installation import Installation
from tests.soak.writers import Journal

KINDS = {"report_part": "PartReported", "report_part_end": "PartEnded"}


def findings(installation: Installation, journal: Journal) -> list[str]:
    """Everything that does not hold; nothing, when all does."""
    found = list(journal.odd)
    with installation.connect() as db, db.transaction():
        told = dict(histories(db, catalogue()))
        found += [*nothing_lost_or_doubled(journal, told), *nothing_half_done(db, journal, told), *projections_agree(db, told)]
    followed = installation.wait_until(lambda: not any(feed_behind(installation)), patience=60)
    with installation.connect() as db:
        if not followed:
            found.append(f"the follower of the feed has not caught up: {list(feed_behind(installation))}")
        found += seen_once(db, told)
        found += jobs_ended(installation)
    verified = subprocess.run([CUSTOMERVIEW, "ledger", "verify", "--json"], env=installation.environment, capture_output=True, text=True)
    if verified.returncode:
        found.append(f"ledger verify: {verified.stdout[:500]}{verified.stderr[-500:]}")
    return found


def nothing_lost_or_doubled(journal: Journal, told: dict[UUID, list[Recorded]]) -> Iterator[str]:
    """Each acknowledged request is in the ledger once, where it was said to be; nothing is there that was not asked for."""
    placed = Counter()
    where: dict[tuple[str, str, str], list[int]] = defaultdict(list)
    for stream, history in told.items():
        for happened in history:
            if marker := getattr(happened.fact, "reference", ""):
                where[str(stream), happened.fact.kind.name, marker].append(happened.number)
                placed[happened.fact.kind.name] += 1
    asked = set()
    for sent, numbers in journal.acknowledged.values():
        there = where.get((sent.stream, KINDS[sent.action], sent.marker), [])
        asked.add((sent.stream, KINDS[sent.action], sent.marker))
        if not there:
            yield f"lost: {sent.action} {sent.marker} was acknowledged as {numbers}"
        elif len(there) > 1:
            yield f"doubled: {sent.action} {sent.marker} is at {there}"
        elif there[0] not in numbers:
            yield f"misplaced: {sent.action} {sent.marker} is at {there}, acknowledged as {numbers}"
    for stream, kind, marker in where.keys() - asked:
        yield f"never acknowledged, yet there: {kind} {marker} in {stream}"
    if unanswered := journal.sent.keys() - journal.acknowledged.keys():
        yield f"{len(unanswered)} requests were never acknowledged"


def nothing_half_done(db: psycopg.Connection, journal: Journal, told: dict[UUID, list[Recorded]]) -> Iterator[str]:
    """Facts, what they remember and the key they came under were committed together or not at all."""
    kept = {key: (str(stream), first, last) for key, stream, first, last in db.execute("SELECT key, stream, first, last FROM kept_key")}
    for key, (sent, numbers) in journal.acknowledged.items():
        if kept.get(key) != (sent.stream, numbers[0], numbers[-1]):
            yield f"half done: the key of {sent.marker} says {kept.get(key)}, its facts are {numbers}"
    for stream, history in told.items():
        if [f.number for f in history] != list(range(1, len(history) + 1)):
            yield f"half done: the numbers of {stream} have a gap"


def projections_agree(db: psycopg.Connection, told: dict[UUID, list[Recorded]]) -> Iterator[str]:
    """The lists of work hold exactly the duties that folding the facts gives."""
    listed = defaultdict(set)
    for stream, duty in db.execute("SELECT stream, id FROM open_duty"):
        listed[stream].add(duty)
    for stream, history in told.items():
        folded = set(catalogue().fold.of(stream, history).duties.open)
        if folded != listed[stream]:
            yield f"half done: open duties of {stream} differ: {folded ^ listed[stream]}"


def feed_behind(installation: Installation) -> Iterator[str]:
    """What the follower has still to do."""
    try:
        with installation.connect() as db:
            facts, seen = db.execute("SELECT (SELECT count(*) FROM fact), (SELECT count(*) FROM soak_seen)").fetchone()
            if seen < facts:
                yield f"{facts - seen} facts"
    except psycopg.OperationalError as error:
        yield str(error)


def seen_once(db: psycopg.Connection, told: dict[UUID, list[Recorded]]) -> Iterator[str]:
    """The feed gave every fact, each effect happened once, and within a stream in order."""
    seen = defaultdict(list)
    for stream, number in db.execute("SELECT stream, number FROM soak_seen ORDER BY id"):
        seen[stream].append(number)
    for stream, history in told.items():
        if seen[stream] != [f.number for f in history]:
            yield f"the feed told {len(seen[stream])} facts of {stream}, which has {len(history)}, or told them out of order"


def jobs_ended(installation: Installation) -> Iterator[str]:
    """Every job that was asked for ran to its end, those too whose worker was killed under them."""

    def open_jobs() -> list[tuple]:
        with installation.connect() as db:
            return db.execute(
                "SELECT id, status FROM procrastinate_jobs WHERE task_name = 'soak.note' AND status <> 'succeeded'"
            ).fetchall()

    if not installation.wait_until(lambda: not open_jobs(), patience=180):
        yield f"jobs did not end: {json.dumps([list(map(str, j)) for j in open_jobs()[:5]])}"
    with installation.connect() as db:
        wanted, done = db.execute(
            "SELECT (SELECT count(*) FROM procrastinate_jobs WHERE task_name = 'soak.note'), (SELECT count(*) FROM soak_done)"
        ).fetchone()
        if wanted != done:
            yield f"{wanted} jobs were asked for and {done} had their effect"
