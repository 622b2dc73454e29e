"""What the print provider says of a run, read back: which letters were refused, and on which day each was posted."""

from __future__ import annotations

import csv
import hashlib
from datetime import date
from pathlib import Path
from typing import NamedTuple
from uuid import UUID

from django.db import connection, transaction

from customerview.instructions import catalogue
from customerview.instructions.letters_and_notifications.hand_over_print_run import ReconcilePrintRun
from customerview.instructions.letters_and_notifications.record_letter_progress import RecordLetterNotTaken, RecordLetterPosted
from customerview.kernel import Action
from customerview.ledger import writing
from customerview.perform import perform

from .leaving import COLUMNS, JOB, Outgoing, note
from .print_runs import folder, name_of, stream_of

STATUSES = ("posted", "refused")


class WrongFile(ValueError):
    """A reconciliation file that cannot be taken; says what is wrong, in which line."""


class Account(NamedTuple):
    """What became of a run."""

    run: str
    posted: int
    refused: int
    missing: int


def reconcile(path: Path) -> Account:
    """Read one file: CSV with run, letter, status (posted or refused), day, why. Reading it twice changes nothing. Raises WrongFile."""
    text = path.read_text()
    told = _told(text)
    run = told[0]["run"]
    with transaction.atomic():
        found = connection.connection.execute(f"SELECT {COLUMNS}, state FROM outgoing WHERE run = %s ORDER BY place", (run,)).fetchall()
    ours = {name_of(Outgoing(*row[:-1])): (Outgoing(*row[:-1]), row[-1]) for row in found if row[-1] != "held"}
    if not ours:
        raise WrongFile(f"There is no run {run} here.")
    if strange := [line["letter"] for line in told if line["letter"] not in ours]:
        raise WrongFile(f"{len(strange)} letters are not of this run, the first is {strange[0]}.")
    said = {line["letter"]: line for line in told}
    for name, (row, state) in ours.items():
        if name in said and state == "left":
            _record(row, said[name])
    missing = sum(1 for name, (_, state) in ours.items() if name not in said and state == "left")
    refused = sum(1 for line in said.values() if line["status"] == "refused")
    account = Account(run, len(said) - refused, refused, missing)
    action = ReconcilePrintRun(run=run, accepted=account.posted, refused=refused, missing=missing)
    _do(action, stream_of(run), f"reconcile:{run}:{hashlib.sha256(text.encode()).hexdigest()}")
    if not missing:
        forget(run)
    return account


def forget(run: str) -> None:
    """Once every letter is accounted for, what they say need not lie in a folder: only the counts and the index stay."""
    for path in (folder() / run).glob("*"):
        if path.name not in ("index.csv", "manifest.json", "manifest.jws"):
            path.unlink()


def _told(text: str) -> list[dict[str, str]]:
    lines = list(csv.DictReader(text.splitlines()))
    if not lines or not {"run", "letter", "status", "day"} <= lines[0].keys():
        raise WrongFile("The file has a first line run,letter,status,day,why and at least one more.")
    for number, line in enumerate(lines, 2):
        if line["run"] != lines[0]["run"]:
            raise WrongFile(f"Line {number} is of another run: one file tells of one run.")
        if line["status"] not in STATUSES:
            raise WrongFile(f"Line {number}: the status is one of {', '.join(STATUSES)}.")
        if line["status"] == "posted":
            try:
                date.fromisoformat(line["day"])
            except ValueError:
                raise WrongFile(f"Line {number}: the day it was posted is written like 2026-11-24.") from None
    return lines


def _record(row: Outgoing, line: dict[str, str]) -> None:
    posted = line["status"] == "posted"
    action: Action = (
        RecordLetterPosted(letter=row.letter, day=date.fromisoformat(line["day"]))
        if posted
        else RecordLetterNotTaken(letter=row.letter, why="refused")
    )
    _do(action, row.stream, f"account:{row.key}")
    note(row, "posted" if posted else "not_taken")


def _do(action: Action, stream: UUID, key: str) -> None:
    perform(action, on=stream, by=JOB, ledger=writing(None, catalogue()), catalogue=catalogue(), key=key)
