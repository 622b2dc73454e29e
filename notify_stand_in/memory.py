"""What the stand-in remembers: what it took, how far each is, and what it still has to call back. One SQLite file."""

from __future__ import annotations

import json
import sqlite3
import threading
import uuid
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

TABLES = """
CREATE TABLE IF NOT EXISTS notification (
    id TEXT PRIMARY KEY, type TEXT NOT NULL, reference TEXT, recipient TEXT NOT NULL DEFAULT '', subject TEXT NOT NULL DEFAULT '',
    body TEXT NOT NULL DEFAULT '', bytes INTEGER NOT NULL DEFAULT 0, postage TEXT, status TEXT NOT NULL, ahead TEXT NOT NULL,
    created TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS notification_reference ON notification (reference);
CREATE TABLE IF NOT EXISTS callback (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL, kind TEXT NOT NULL, status TEXT NOT NULL, done INTEGER NOT NULL DEFAULT 0,
    tries INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE IF NOT EXISTS setting (name TEXT PRIMARY KEY, value TEXT NOT NULL);
"""
BEHAVIOUR = {
    "down": False,
    "lose_answers": 0,
    "limit": False,
    "limit_today": False,
    "a_minute": 3000,
    "repeat": 1,
    "return_letters": 0,
    "refuse_letters": 0,
    "silent": False,
}
"""How it can be told to behave. The counts are used up: `lose_answers: 2` takes the next two and answers neither."""

MOMENT = "%Y-%m-%dT%H:%M:%S.%fZ"
AHEAD = {"email": ["sending", "delivered"], "sms": ["sending", "delivered"], "letter": ["accepted", "received"]}
FIRST = {"email": "created", "sms": "created", "letter": "pending-virus-check"}
SIMULATED = {
    "temp-fail@simulator.notify": "temporary-failure", "perm-fail@simulator.notify": "permanent-failure",
    "07700900003": "temporary-failure", "07700900002": "permanent-failure",
}  # fmt: skip
CALLED_BACK = ("delivered", "permanent-failure", "temporary-failure", "technical-failure")
"""States of emails and texts that a receipt tells. Of letters there are no receipts: what became of one is asked; only its return is told."""
TRIES = 6
"""It calls back once and five times more, when it was not heard or was told of a fault or to come later; then never again."""


class Memory:
    """The stand-in's own database."""

    def __init__(self, path: Path) -> None:
        self.lock = threading.RLock()
        self.db = sqlite3.connect(path, check_same_thread=False, isolation_level=None)
        self.db.row_factory = sqlite3.Row
        self.db.execute("PRAGMA journal_mode=WAL")
        self.db.executescript(TABLES)

    def behaviour(self) -> dict[str, Any]:
        with self.lock:
            told = {row["name"]: json.loads(row["value"]) for row in self.db.execute("SELECT * FROM setting")}
        return BEHAVIOUR | told

    def behave(self, **told: Any) -> None:
        with self.lock:
            self.db.executemany(
                "INSERT OR REPLACE INTO setting VALUES (?, ?)", [(n, json.dumps(v)) for n, v in told.items() if n in BEHAVIOUR]
            )

    def use_up(self, name: str) -> bool:
        """One of a count, if any is left."""
        with self.lock:
            left = self.behaviour()[name]
            if left:
                self.behave(**{name: left - 1})
            return bool(left)

    def take(self, kind: str, *, reference: str | None, recipient: str = "", subject: str = "", body: str = "", size: int = 0,
             postage: str | None = None) -> str:  # fmt: skip
        """Keep one, and what will become of it. Like the real one, it takes the same reference as often as it is sent."""
        id, ahead = str(uuid.uuid4()), AHEAD[kind]
        if fate := SIMULATED.get(recipient):
            ahead = ["sending", fate]
        if kind == "letter" and self.use_up("refuse_letters"):
            ahead = ["validation-failed"]
        elif kind == "letter" and self.use_up("return_letters"):
            ahead = [*ahead, "returned-letter"]
        with self.lock:
            self.db.execute(
                "INSERT INTO notification VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    id,
                    kind,
                    reference,
                    recipient,
                    subject,
                    body,
                    size,
                    postage,
                    FIRST[kind],
                    json.dumps(ahead),
                    datetime.now(UTC).strftime(MOMENT),
                ),
            )
        return id

    def step(self) -> int:
        """Time passes: everything that has something ahead comes one further. Returns how much moved."""
        with self.lock:
            moving = self.db.execute("SELECT id, type, ahead FROM notification WHERE ahead <> '[]'").fetchall()
            for row in moving:
                status, *ahead = json.loads(row["ahead"])
                returned = status == "returned-letter"
                if not returned:
                    self.db.execute("UPDATE notification SET status = ? WHERE id = ?", (status, row["id"]))
                self.db.execute("UPDATE notification SET ahead = ? WHERE id = ?", (json.dumps(ahead), row["id"]))
                if returned or (row["type"] != "letter" and status in CALLED_BACK):
                    self.db.execute(
                        "INSERT INTO callback (id, kind, status) VALUES (?, ?, ?)",
                        (row["id"], "returned" if returned else "receipt", status),
                    )
        return len(moving)

    def to_call_back(self) -> list[tuple[int, str, dict[str, Any]]]:
        with self.lock:
            rows = self.db.execute(
                "SELECT c.number, c.kind, c.status AS said, n.* FROM callback c JOIN notification n USING (id) WHERE NOT c.done ORDER BY c.number LIMIT 50"
            ).fetchall()
        return [(row["number"], row["kind"], _callback(row)) for row in rows]

    def called_back(self, number: int, *, again: bool = False) -> None:
        """It was heard, or is not tried any more; `again`: it is, unless it was tried often enough."""
        with self.lock:
            self.db.execute(
                "UPDATE callback SET tries = tries + 1, done = NOT ? OR tries + 1 >= ? WHERE number = ?", (again, TRIES, number)
            )

    def taken_lately(self) -> int:
        """How many messages were taken in the last minute."""
        since = (datetime.now(UTC) - timedelta(seconds=60)).strftime(MOMENT)
        with self.lock:
            return int(self.db.execute("SELECT count(*) FROM notification WHERE created > ?", (since,)).fetchone()[0])

    def find(self, *, id: str = "", reference: str = "") -> list[dict[str, Any]]:
        with self.lock:
            rows = self.db.execute(
                "SELECT * FROM notification WHERE id = ? OR (? <> '' AND reference = ?) ORDER BY created DESC",
                (id, reference, reference),
            ).fetchall()
        return [shown(row) for row in rows]

    def state(self) -> dict[str, Any]:
        """What a test, or somebody watching the demonstration, wants to know."""
        with self.lock:
            counts = {
                f"{row['type']} {row['status']}": row["n"]
                for row in self.db.execute("SELECT type, status, count(*) AS n FROM notification GROUP BY 1, 2")
            }
            last = [
                dict(row)
                for row in self.db.execute(
                    "SELECT id, type, reference, recipient, subject, body, bytes, status FROM notification ORDER BY created DESC LIMIT 20"
                )
            ]
            waiting = self.db.execute("SELECT count(*) FROM callback WHERE NOT done").fetchone()[0]
        return {"counts": counts, "last": last, "callbacks_waiting": waiting, **self.behaviour()}


def shown(row: sqlite3.Row) -> dict[str, Any]:
    """One notification, as Notify shows it."""
    kind = row["type"]
    return {
        "id": row["id"], "reference": row["reference"], "type": kind, "status": row["status"], "postage": row["postage"],
        "email_address": row["recipient"] if kind == "email" else None, "phone_number": row["recipient"] if kind == "sms" else None,
        "subject": row["subject"] or None, "body": row["body"], "created_at": row["created"], "sent_at": None, "completed_at": None,
    }  # fmt: skip


def _callback(row: sqlite3.Row) -> dict[str, Any]:
    """What it says, with the names it has in the real one. A letter that we made has no template that would be named."""
    if row["kind"] == "returned":
        return {
            "notification_id": row["id"], "reference": row["reference"], "date_sent": row["created"], "sent_by": "API", "template_name": None,
            "template_id": "None", "template_version": None, "spreadsheet_file_name": None, "spreadsheet_row_number": None,
            "upload_letter_file_name": None,
        }  # fmt: skip
    return {
        "id": row["id"], "reference": row["reference"], "to": row["recipient"], "status": row["said"], "created_at": row["created"],
        "completed_at": datetime.now(UTC).strftime(MOMENT), "sent_at": row["created"], "notification_type": row["type"],
        "template_id": str(uuid.UUID(int=1)), "template_version": 1,
    }  # fmt: skip
