"""The last second: a letter is asked about once more, and leaves, or is held with a duty to somebody. Never lost, never silent."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any, NamedTuple
from uuid import UUID

import msgspec
import psycopg
from django.db import connection, transaction

from customerview.correspondence.content import Letter
from customerview.instructions import catalogue
from customerview.instructions.letters_and_notifications.facts import LetterWritten
from customerview.instructions.letters_and_notifications.hold_letter import HoldLetter
from customerview.instructions.letters_and_notifications.send_letter import SendLetter, SendLetterToOther
from customerview.instructions.letters_and_notifications.sending_facts import LetterSent
from customerview.instructions.personal_details.slices import Person
from customerview.kernel import job
from customerview.ledger import Ledger, Together, reading, writing
from customerview.perform import Invalid, NotThere, Refused, circumstances, foresee, perform

from .together import for_each

JOB = job("delivery")


class Outgoing(NamedTuple):
    """A letter on its way, as its row has it."""

    stream: UUID
    letter: str
    written: int
    released: int
    way: str
    form: str
    recipient: str
    attempts: int = 0

    @property
    def cause(self) -> str:
        return f"{self.stream}:{self.released}"

    @property
    def key(self) -> str:
        """One release is sent once, however often it is tried."""
        return f"send:{self.stream}:{self.letter}:{self.released}"


COLUMNS = "stream, letter, written, released, way, form, recipient, attempts"


class Leaving(NamedTuple):
    """A letter that may leave: what it says, as it was addressed in that moment, and what was known then of whom it is to."""

    row: Outgoing
    sent: LetterSent
    content: Letter
    person: Person
    kind: str
    """Which letter it is."""


def leave(row: Outgoing, run: str = "") -> Leaving | None:
    """Record that it leaves, after every guard was asked. None: it may not, or is not needed any more; that is recorded too."""
    return next(iter(leave_together([row], run)), None)


def leave_together(rows: Sequence[Outgoing], run: str = "") -> list[Leaving]:
    """The same for many; those that may leave, in order."""
    asked = for_each(rows, lambda row: row.stream, partial(_may_leave, run), by=JOB.code, key_of=lambda row: row.key)
    may = [one for one in asked if one]
    with reading(None, catalogue()) as view:
        written = view.facts_at((row.stream, row.written) for row, _, _ in may)
    found = []
    for row, sent, person in may:
        said = written.get((row.stream, row.written))
        if said is None or not isinstance(said.fact, LetterWritten) or not said.fact.content:  # erased since: there is nothing left to send
            note(row, "cancelled")
            continue
        content = msgspec.json.decode(said.fact.content, type=Letter)
        found.append(Leaving(row, sent, msgspec.structs.replace(content, to=sent.to or content.to), person, said.fact.spec))
    return found


def _may_leave(run: str, row: Outgoing, ledger: Together) -> tuple[Outgoing, LetterSent, Person] | None:
    """One that was recorded before, by a process that died, is asked about again: what was true then may not be true now."""
    what = SendLetterToOther if row.recipient == "next_of_kin" else SendLetter
    action = what(letter=row.letter, way=row.way, run=run)
    try:
        done = perform(action, on=row.stream, by=JOB, ledger=ledger, catalogue=catalogue(), key=row.key, cause=row.cause)
    except Refused as refusal:
        return hold_for(row, refusal.outcomes[0].rule, ledger)
    except (Invalid, NotThere):  # cancelled meanwhile, or recorded as sent under an earlier release
        return note(row, "cancelled")
    record = ledger.load(row.stream)
    if done.again and (standing := foresee(action, record, circumstances(JOB, ledger.now(), record, catalogue()), catalogue())):
        return hold_for(row, standing[0].rule, ledger)
    sent = next(f.fact for f in done.facts if isinstance(f.fact, LetterSent))
    return row, sent, record.person


def hold_for(row: Outgoing, why: str, ledger: Ledger | None = None) -> None:
    """Keep it back, say why, and leave a duty with whoever can settle it."""
    perform(
        HoldLetter(letter=row.letter, why=why), on=row.stream, by=JOB, ledger=ledger or writing(None, catalogue()), catalogue=catalogue(),
        key=f"hold:{row.key}:{why}", cause=row.cause,
    )  # fmt: skip
    note(row, "held")


def note(row: Outgoing, state: str, **more: Any) -> None:
    """Where it stands now. A release that came meanwhile is not overwritten."""
    columns = "".join(f", {name} = %({name})s" for name in more)
    with transaction.atomic():
        db: psycopg.Connection[Any] = connection.connection
        db.execute(
            f"UPDATE outgoing SET state = %(state)s{columns} WHERE stream = %(stream)s AND letter = %(letter)s AND released = %(released)s",
            {"state": state, "stream": row.stream, "letter": row.letter, "released": row.released} | more,
        )
