"""The ledger: append, read, read as known, feed, verify, projections. Knows the kernel and no chapter by name.

How a room or a portal uses it:

    secret = open_access(actor)                      at sign-in; the secret stays in the session, the database keeps its digest
    look(secret, stream, actor, reason="…")          a colleague or client, before anything is read: no look, no page
    with reading(secret, catalogue(), actor) as view:    a transaction that cannot write; what this person may see
        record = view.record(stream)                 also known=moment, on=day; view.whole(stream) for asking guards, never shown
        page = view.timeline(stream, before=number)
    perform(action, on=stream, by=actor, ledger=writing(secret, catalogue()), catalogue=catalogue())

Jobs work by the worker's login and give no secret: `writing(None, catalogue())`. One that looks at many people at once reads the parts
of their records that it needs: `parts_of(db, catalogue(), streams, names)`.

A room's projection is a function `project(db, change)`, called in the transaction that appends, in a module that also has
`clear(db)` for `customerview ledger rebuild` and, if it holds words, `forget(db, stream)` for erasing; the settings name it in CUSTOMERVIEW_PROJECTIONS. Its table is made by a
migration that depends on ("ledger", "0001_ledger"), with row security forced and policies like those in schema/policies.sql.
Bulk loads use `bulk.load_streams` and `bulk.copy_rows`; what may follow later reads the feed with `feed.take_page`.

Values are bound by the server: cast a parameter whose type PostgreSQL cannot know (`%s::timestamptz`, `%s::int[]`).
"""

from .access import begun, close_access, look, open_access, projections, reading, writing, writing_together
from .contract import Asking, Change, Conflict, Ledger, Unit
from .memory import MemoryLedger
from .parts import parts_of
from .postgres import PostgresLedger
from .together import Together
from .view import View

__all__ = [
    "Asking", "Change", "Conflict", "Ledger", "MemoryLedger", "PostgresLedger", "Together", "Unit", "View", "begun", "close_access", "look",
    "open_access", "parts_of", "projections", "reading", "writing", "writing_together",
]  # fmt: skip
