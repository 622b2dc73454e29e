"""Letters to hundreds of thousands at once: chosen first, then written, checked, released and handed over, a chunk of 500 after another.

Nothing is skipped for being one of many: each letter is written from its own record, asked about by the same guards, and leaves by
the way and in the form its reader uses. A run that was interrupted goes on with what is left: a letter's reference comes of the run
and of whom it is to, so that it is written once, and once released it is sent once.
"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Iterator
from datetime import date
from functools import partial
from typing import Any, NamedTuple
from uuid import UUID

import msgspec
import psycopg
from django.conf import settings
from django.db import connection, transaction

from customerview.instructions import catalogue
from customerview.instructions.awards_and_payments.facts import AwardReported
from customerview.instructions.letters_and_notifications.facts import LetterAskedFor
from customerview.instructions.letters_and_notifications.release_letter import ReleaseLetter
from customerview.instructions.letters_and_notifications.write_letter import WriteLetter
from customerview.kernel import LONDON, Record, job
from customerview.ledger import Together
from customerview.perform import NotDone, perform

from ..specs import Told, composed, specs
from ..writing import in_their_form, way_for
from .collect import note
from .print_runs import begin, hand_over
from .together import for_each

JOB = job("letters_run")
CHUNK = 500
ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"

log = logging.getLogger(__name__)


class WrongRun(ValueError):
    """A run that cannot be; says why."""


class Progress(NamedTuple):
    """How far a run has come."""

    chunks: int
    done: int
    customers: int
    written: int


def choose(run: str, benefit: str, spec: str, *, dry: bool = False) -> Progress:
    """Everybody with an award of this benefit, in chunks. All of it is kept, or none (`dry`); a run chosen before stays as it was."""
    if spec not in specs() or specs()[spec].whole is not None:
        raise WrongRun(
            f"There is no letter {spec}. There are: {', '.join(sorted(code for code, s in specs().items() if s.whole is None))}."
        )
    with transaction.atomic():
        db = connection.connection
        db.execute("INSERT INTO letters_run (run, benefit, spec) VALUES (%s, %s, %s) ON CONFLICT DO NOTHING", (run, benefit, spec))
        had = db.execute("SELECT benefit, spec, chosen FROM letters_run WHERE run = %s FOR UPDATE", (run,)).fetchone()
        if had[:2] != (benefit, spec):
            raise WrongRun(f"The run {run} is of {had[1]} for {had[0]}. Give another name.")
        if not had[2]:
            for number, streams in enumerate(_chunks(_with_award(db, benefit)), 1):
                db.execute("INSERT INTO letters_chunk (run, number, streams) VALUES (%s, %s, %s)", (run, number, streams))
            db.execute("UPDATE letters_run SET chosen = true WHERE run = %s", (run,))
        found = progress(run)
        if dry:
            transaction.set_rollback(True)
    return found


def _with_award(db: psycopg.Connection[Any], benefit: str) -> Iterator[UUID]:
    """Whoever an award of this benefit was ever reported for, each once; whether it is in payment is asked when it is written."""
    kinds, code = catalogue().kinds, AwardReported.kind.code
    with db.cursor(name="chosen", binary=True) as rows:
        rows.itersize = 5_000
        rows.execute("SELECT stream, data FROM fact WHERE kind = %s ORDER BY stream", (code,))
        last = None
        for stream, data in rows:
            award = kinds.decode(code, bytes(data), None)
            if stream != last and isinstance(award, AwardReported) and award.benefit == benefit:
                last = stream
                yield stream


def _chunks(streams: Iterator[UUID]) -> Iterator[list[UUID]]:
    chunk: list[UUID] = []
    for stream in streams:
        chunk.append(stream)
        if len(chunk) == CHUNK:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


def progress(run: str) -> Progress:
    with transaction.atomic():
        row = connection.connection.execute(
            "SELECT count(*), count(*) FILTER (WHERE done), coalesce(sum(cardinality(streams)), 0), coalesce(sum(written), 0)"
            " FROM letters_chunk WHERE run = %s", (run,),
        ).fetchone()  # fmt: skip
    return Progress(*row)


def work_on(run: str) -> int:
    """Do one chunk that nobody else has in hand. Returns its number, or 0 when none is left."""
    with transaction.atomic():
        rows = connection.connection.execute(
            "SELECT c.number, c.streams, r.benefit, r.spec FROM letters_chunk c JOIN letters_run r USING (run) WHERE run = %s AND NOT done ORDER BY 1",
            (run,),
        ).fetchall()
    for number, streams, benefit, spec in rows:
        name = f"{run}:{number}"
        if not connection.connection.execute("SELECT pg_try_advisory_lock(hashtextextended(%s, 2))", (name,)).fetchone()[0]:
            continue
        try:
            with transaction.atomic():
                done = connection.connection.execute(
                    "SELECT done FROM letters_chunk WHERE run = %s AND number = %s", (run, number)
                ).fetchone()[0]
            if not done:
                _do(run, number, streams, benefit, spec)
                return int(number)
        finally:
            connection.connection.execute("SELECT pg_advisory_unlock(hashtextextended(%s, 2))", (name,))
    return 0


def _do(run: str, number: int, streams: list[UUID], benefit: str, spec: str) -> None:
    """Write and release each letter, hand over what is printed; only then is the chunk done."""

    def one(stream: UUID, ledger: Together) -> int:
        return write(run, stream, benefit, spec, ledger)

    written = sum(for_each(streams, lambda stream: stream, one, wrong=partial(_wrong, run)))
    with transaction.atomic():
        waiting = connection.connection.execute(
            "SELECT run FROM print_run WHERE run LIKE %s AND state = 'gathered'", (f"{run}-{number}-%",)
        ).fetchall()
    for (unfinished,) in waiting:  # a process before us died over it
        hand_over(unfinished)
    for form in _forms_waiting(streams):
        with transaction.atomic():
            gathered = begin(connection.connection, form, f"{run}-{number}-{form}-{len(waiting)}", streams)
        hand_over(gathered)
    with transaction.atomic():
        connection.connection.execute(
            "UPDATE letters_chunk SET done = true, written = %s WHERE run = %s AND number = %s", (written, run, number)
        )


def _forms_waiting(streams: list[UUID]) -> list[str]:
    with transaction.atomic():
        rows = connection.connection.execute(
            "SELECT DISTINCT form FROM outgoing WHERE state = 'waiting' AND way = 'print' AND stream = ANY(%s) ORDER BY 1",
            (streams,),
        ).fetchall()
    return [row[0] for row in rows]


def _wrong(run: str, stream: UUID, problem: Exception) -> int:
    """What is wrong with one record is said, and keeps nobody else from their letter."""
    log.error("the letter %s of the run %s could not be written", reference(run, stream), run, exc_info=problem)
    return 0


def write(run: str, stream: UUID, benefit: str, spec: str, ledger: Together) -> int:
    """Write and release one letter, once, and put it on its way. 0 when there is none: no award in payment, or a check left it with a person."""
    record = ledger.load(stream)
    today = ledger.now().astimezone(LONDON).date()
    award = next((a.award for a in record.awards.held.values() if a.benefit == benefit and a.in_payment(today)), None)
    if award is None or record.death.reported:
        return 0
    letter, done = reference(run, stream), partial(perform, on=stream, by=JOB, ledger=ledger, catalogue=catalogue(), run=run)
    letters, facts = record.sendings.letters, []
    try:
        if letter not in letters:
            facts += done(_action(letter, spec, award, record, today)).facts
        if letters[letter].state == "written":
            facts += done(ReleaseLetter(letter=letter)).facts
    except NotDone as stopped:
        log.info("a letter of the run %s waits for a person: %s", run, type(stopped).__name__)
    if facts:
        ledger.besides(partial(note, facts=facts))
    return int(letter in letters and letters[letter].state != "written")


def _action(letter: str, spec: str, award: str, record: Record, today: date) -> WriteLetter:
    person = record.person
    told = Told(
        record, "cy" if person.language == "cy" else "en", today, about=award,
        fact=LetterAskedFor(spec=spec, about=award),
    )  # fmt: skip
    made = composed(specs()[spec], told, reference=letter, sender=settings.BRAND_NAME)
    way = way_for(record)
    return WriteLetter(
        letter=letter, spec=spec, version=specs()[spec].version, language=told.lang, form=in_their_form(person.format, way, made.letter), way=way, about_what=award,
        role=made.role, content=msgspec.json.encode(made.letter).decode(), parts=made.parts, quotes=made.quotes,
    )  # fmt: skip


def reference(run: str, stream: UUID) -> str:
    """Short enough to say on the phone; the same for this run and person however often it is tried."""
    mixed = int.from_bytes(hashlib.sha256(f"{run}:{stream}".encode()).digest()[:10])
    letters = "".join(ALPHABET[(mixed >> shift) & 31] for shift in range(0, 50, 5))
    return f"R{letters[:5]}-{letters[5:]}"
