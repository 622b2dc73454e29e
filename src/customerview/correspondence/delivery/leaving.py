"""The last second: a letter is asked about once more, and leaves, or is held with a duty to somebody. Never lost, never silent."""

from __future__ import annotations

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
from customerview.kernel import Outcome, Record, Recorded, job
from customerview.ledger import reading, writing
from customerview.perform import Invalid, NotThere, Refused, circumstances, foresee, perform

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
    """A letter that may leave: what it says, as it was addressed in that moment, and the record it was asked of."""

    row: Outgoing
    sent: LetterSent
    content: Letter
    record: Record


def leave(row: Outgoing, run: str = "") -> Leaving | None:
    """Record that it leaves, after every guard was asked. None: it may not, or is not needed any more; that is recorded too.

    One that was recorded before, by a process that died, is asked about again: what was true then may not be true now.
    """
    what = SendLetter if row.recipient == "customer" else SendLetterToOther
    action = what(letter=row.letter, way=row.way, run=run)
    ledger = writing(None, catalogue())
    try:
        done = perform(action, on=row.stream, by=JOB, ledger=ledger, catalogue=catalogue(), key=row.key, cause=row.cause)
    except Refused as refusal:
        return hold(row, refusal.outcomes)
    except (Invalid, NotThere):  # cancelled meanwhile, or recorded as sent under an earlier release
        note(row, "cancelled")
        return None
    with reading(None, catalogue()) as view:
        record = view.whole(row.stream)
        if done.again and (outcomes := foresee(action, record, circumstances(JOB, view.now(), record, catalogue()), catalogue())):
            standing: list[Outcome] | None = outcomes
        else:
            standing = None
        written = _fact(view, row.stream, row.written)
    if standing:
        return hold(row, standing)
    sent = next(f.fact for f in done.facts if isinstance(f.fact, LetterSent))
    if not isinstance(written, LetterWritten) or not written.content:  # erased since: there is nothing left to send
        note(row, "cancelled")
        return None
    content = msgspec.json.decode(written.content, type=Letter)
    return Leaving(row, sent, msgspec.structs.replace(content, to=sent.to or content.to), record)


def _fact(view: Any, stream: UUID, number: int) -> Any:
    found: Recorded | None = view.fact(stream, number)
    return found.fact if found else None


def hold(row: Outgoing, outcomes: list[Outcome]) -> None:
    """Keep it back, say why, and leave a duty with whoever can settle it."""
    hold_for(row, outcomes[0].rule)


def hold_for(row: Outgoing, why: str) -> None:
    held = HoldLetter(letter=row.letter, why=why)
    perform(
        held,
        on=row.stream,
        by=JOB,
        ledger=writing(None, catalogue()),
        catalogue=catalogue(),
        key=f"hold:{row.key}:{why}",
        cause=row.cause,
    )
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
