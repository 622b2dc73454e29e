"""Print runs: up to 500 letters of one form to a file, handed over in a folder of their own, each letter exactly once.

A run is gathered, each of its letters is asked about again and recorded as sent, the files are written beside their place and put
there in one step. A run that was interrupted is taken up where it stood: what is recorded is not recorded again, what may no
longer leave is taken out, and a folder that is in its place is not written again.
"""

from __future__ import annotations

import csv
import hashlib
import json
import os
import secrets
import shutil
from datetime import datetime
from io import StringIO
from pathlib import Path
from typing import Any
from uuid import UUID, uuid5

import psycopg
from django.db import connection, transaction
from joserfc import jws

from customerview.config.home import home
from customerview.config.keys import signing_key
from customerview.instructions import catalogue
from customerview.instructions.letters_and_notifications.hand_over_print_run import HandOverPrintRun
from customerview.instructions.personal_details.formats import COLOURS, POSTED, PRINTED
from customerview.kernel import LONDON
from customerview.ledger import writing
from customerview.perform import perform

from ..formats import render
from .leaving import COLUMNS, JOB, Leaving, Outgoing, hold_for, leave_together
from .print_copy import Placed, bound, print_copy

MOST = 500
RUNS = UUID("5f2d61a7-1a35-4c4f-8c55-51a7b2a6f1de")
"""A run's own stream is named from this and its name."""
INDEX = ("place", "letter", "file", "first_page", "pages", "sha256", "postcode_class", "stock", "form")


def folder() -> Path:
    """Where runs are handed over: a folder that the provider's transfer reads."""
    path = Path(os.environ.get("CUSTOMERVIEW_PRINT_FOLDER") or home() / "print")
    path.mkdir(mode=0o700, parents=True, exist_ok=True)
    return path


def stream_of(run: str) -> UUID:
    return uuid5(RUNS, run)


def print_all(*, whatever_waits: bool = True) -> list[str]:
    """Finish what was interrupted, then gather and hand over until nothing is left. Only whole files unless `whatever_waits`."""
    done = [run for run in unfinished() if hand_over(run)]
    while run := gather(least=1 if whatever_waits else MOST):
        if hand_over(run):
            done.append(run)
    return done


def unfinished() -> list[str]:
    with transaction.atomic():
        rows = connection.connection.execute("SELECT run FROM print_run WHERE state = 'gathered' ORDER BY gathered").fetchall()
    return [row[0] for row in rows]


def gather(*, least: int = 1) -> str | None:
    """Up to 500 letters of the form that has waited longest become a run. None: there are not enough."""
    with transaction.atomic():
        db = connection.connection
        row = db.execute(
            "SELECT form FROM outgoing WHERE state = 'waiting' AND way = 'print' GROUP BY form HAVING count(*) >= %s ORDER BY min(since) LIMIT 1",
            (least,),
        ).fetchone()
        return begin(db, row[0]) if row else None


def begin(db: psycopg.Connection[Any], form: str, run: str = "", streams: list[UUID] | None = None) -> str:
    """Make a run of what waits in a form (for these people only, when they are given); two processes never gather the same letter."""
    run = run or f"{datetime.now(LONDON):%y%m%d}-{secrets.token_hex(4)}"
    db.execute("INSERT INTO print_run (run, form) VALUES (%s, %s)", (run, form))
    db.execute(
        "WITH chosen AS (SELECT stream, letter FROM outgoing WHERE state = 'waiting' AND way = 'print' AND form = %s"
        " AND (%s::uuid[] IS NULL OR stream = ANY(%s)) ORDER BY since, stream LIMIT %s FOR UPDATE SKIP LOCKED), placed AS (SELECT *, row_number() OVER () AS place FROM chosen)"
        " UPDATE outgoing o SET state = 'in_run', run = %s, place = placed.place FROM placed"
        " WHERE o.stream = placed.stream AND o.letter = placed.letter",
        (form, streams, streams, MOST, run),
    )  # fmt: skip
    return run


def hand_over(run: str) -> Path | None:
    """Ask about each letter again, write the files, hand them over. None: nothing of it may leave, or another process has it."""
    with transaction.atomic():  # held until the end, so that a run is in one process's hands
        db = connection.connection
        mine = db.execute("SELECT pg_try_advisory_lock(hashtextextended(%s, 1))", (run,)).fetchone()[0]
    if not mine:
        return None
    try:
        return _hand_over(run)
    finally:
        connection.connection.execute("SELECT pg_advisory_unlock(hashtextextended(%s, 1))", (run,))


def _hand_over(run: str) -> Path | None:
    with transaction.atomic():
        db = connection.connection
        state = db.execute("SELECT state FROM print_run WHERE run = %s", (run,)).fetchone()
        rows = db.execute(f"SELECT {COLUMNS} FROM outgoing WHERE run = %s AND state = 'in_run' ORDER BY place", (run,)).fetchall()
    if state is None or state[0] == "handed_over":
        return None
    place = folder() / run
    if not place.exists():
        leaving = leave_together([row for row in map(Outgoing._make, rows) if _is_made_here(row)], run)
        if leaving:
            _write(run, leaving, place)
    letters = pages = 0
    if place.exists():
        manifest = (place / "manifest.json").read_bytes()
        told = json.loads(manifest)
        letters, pages = told["letters"], told["pages"]
        handed = HandOverPrintRun(run=run, letters=letters, pages=pages, sha256=hashlib.sha256(manifest).hexdigest())
        perform(handed, on=stream_of(run), by=JOB, ledger=writing(None, catalogue()), catalogue=catalogue(), key=f"hand_over:{run}")
    with transaction.atomic():
        db = connection.connection
        db.execute("UPDATE outgoing SET state = 'left' WHERE run = %s AND state = 'in_run'", (run,))
        db.execute("UPDATE print_run SET state = 'handed_over', handed_over = now(), letters = %s WHERE run = %s", (letters, run))
    return place if letters else None


def _is_made_here(row: Outgoing) -> bool:
    made = row.form in POSTED
    if not made:
        hold_for(row, "form_not_made_here")
    return made


def _write(run: str, leaving: list[Leaving], place: Path) -> None:
    """All files of a run, in their place in one step."""
    draft = place.with_name(f".{run}")
    shutil.rmtree(draft, ignore_errors=True)
    draft.mkdir(mode=0o700)
    files, placed = _bound_in_one(leaving) if leaving[0].row.form in PRINTED else _a_file_each(leaving)
    table = StringIO()
    out = csv.DictWriter(table, INDEX)
    out.writeheader()
    for n, (one, (file, at)) in enumerate(zip(leaving, placed, strict=True), 1):
        out.writerow({"place": n, "letter": name_of(one.row), "file": file, "postcode_class": _postcode_class(one), "stock": _stock(one),
                      "form": one.row.form} | at._asdict())  # fmt: skip
    index = table.getvalue().encode()
    files["index.csv"] = index
    manifest = json.dumps({
        "run": run, "made": datetime.now(LONDON).isoformat(timespec="seconds"), "letters": len(leaving), "pages": sum(at.pages for _, at in placed),
        "sides": max((at.first_page - 1 + at.pages + at.pages % 2 for _, at in placed), default=0), "duplex": True, "post": "second",
        "files": {name: hashlib.sha256(made).hexdigest() for name, made in files.items()},
    }, indent=1).encode()  # fmt: skip
    key = signing_key("print_runs")
    signature = jws.serialize_compact({"alg": "ES256", "kid": key.thumbprint()}, manifest, key)
    files |= {"manifest.json": manifest, "manifest.jws": signature.encode()}
    for name, made in files.items():
        with (draft / name).open("wb") as file:
            file.write(made)
            file.flush()
            os.fsync(file.fileno())
    draft.rename(place)


def _bound_in_one(leaving: list[Leaving]) -> tuple[dict[str, bytes], list[tuple[str, Placed]]]:
    """What is printed: one file, each letter beginning on a front."""
    whole, placed = bound([print_copy(one.content, one.row.form) for one in leaving])
    return {"letters.pdf": whole}, [("letters.pdf", at) for at in placed]


def _a_file_each(leaving: list[Leaving]) -> tuple[dict[str, bytes], list[tuple[str, Placed]]]:
    """What is embossed or recorded: each letter a file of its own, for whoever makes that form."""
    files, placed = {}, []
    for n, one in enumerate(leaving, 1):
        made = render(one.content, one.row.form)
        name = f"{n:03}{Path(made.name).suffix}"
        files[name] = made.content
        placed.append((name, Placed(0, 0, hashlib.sha256(made.content).hexdigest())))
    return files, placed


def name_of(row: Outgoing) -> str:
    """What the provider calls a letter: it tells nothing, and finds it again."""
    return f"{row.stream.hex}-{row.letter}-{row.released}"


def _postcode_class(one: Leaving) -> str:
    """The first half of the postcode, by which mail is sorted."""
    return one.content.to[-1].partition(" ")[0] if one.content.to else ""


def _stock(one: Leaving) -> str:
    """The paper. Nothing is printed in colour: on a coloured stock the print is black, too."""
    return one.row.form if one.row.form in COLOURS else "white"


def after_cut_off(at: datetime) -> bool:
    """Whether today's run is due: it is a working day of the printer's, and its cut-off has passed."""
    here = at.astimezone(LONDON)
    cut_off = catalogue().figures.get("expected_delivery", "cut_off", here.date())
    return catalogue().calendars.of("england_and_wales", here.date()).is_working(here.date()) and f"{here:%H:%M}" >= cut_off
