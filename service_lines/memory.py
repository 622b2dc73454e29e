"""What a line remembers: what it received, what it did, and what it still has to tell. One SQLite file; each step is one transaction."""

from __future__ import annotations

import json
import sqlite3
import threading
from pathlib import Path
from typing import Any

TABLES = """
CREATE TABLE IF NOT EXISTS received (
    id TEXT PRIMARY KEY, body TEXT NOT NULL, times INTEGER NOT NULL DEFAULT 1, done INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE IF NOT EXISTS act (
    of TEXT PRIMARY KEY REFERENCES received, what TEXT NOT NULL, at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP
);
CREATE TABLE IF NOT EXISTS report (
    id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, customer TEXT NOT NULL, action TEXT NOT NULL, fields TEXT NOT NULL,
    answer INTEGER, said TEXT
);
CREATE TABLE IF NOT EXISTS batch (
    reference TEXT PRIMARY KEY, payments TEXT NOT NULL, answer INTEGER, said TEXT
);
CREATE TABLE IF NOT EXISTS setting (name TEXT PRIMARY KEY, value TEXT NOT NULL);
"""

BEHAVIOUR = {"down": False, "repeat": 1, "reorder": False, "contradict": False, "answer": "done"}
"""How it can be told to behave, and how it does if nobody says otherwise. `answer`: to what it is asked: done, refused, needs_more, not_ours or silence."""


class Memory:
    """One line's own database."""

    def __init__(self, path: Path) -> None:
        self.lock = threading.RLock()
        self.db = sqlite3.connect(path, check_same_thread=False, isolation_level=None)
        self.db.execute("PRAGMA journal_mode=WAL")
        self.db.executescript(TABLES)

    def behaviour(self) -> dict[str, Any]:
        with self.lock:
            told = dict(self.db.execute("SELECT name, value FROM setting").fetchall())
        return BEHAVIOUR | {name: json.loads(value) for name, value in told.items()}

    def behave(self, **told: Any) -> None:
        with self.lock:
            self.db.executemany(
                "INSERT OR REPLACE INTO setting VALUES (?, ?)", [(n, json.dumps(v)) for n, v in told.items() if n in BEHAVIOUR]
            )

    def receive(self, id: str, body: bytes) -> None:
        """Keep what came, once; count when it comes again."""
        with self.lock:
            self.db.execute(
                "INSERT INTO received (id, body) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET times = times + 1", (id, body.decode())
            )

    def to_do(self, *, backwards: bool) -> list[tuple[str, dict[str, Any]]]:
        order = "DESC" if backwards else "ASC"
        with self.lock:
            rows = self.db.execute(f"SELECT id, body FROM received WHERE NOT done ORDER BY rowid {order} LIMIT 100").fetchall()
        return [(id, json.loads(body)) for id, body in rows]

    def act(self, of: str, what: str, reports: list[tuple[str, str, str, dict[str, Any]]]) -> None:
        """Do what was received: the act, and what is to be told of it, in one transaction. Doing it twice is not possible."""
        with self.lock:
            self.db.execute("BEGIN IMMEDIATE")
            try:
                self.db.execute("INSERT INTO act (of, what) VALUES (?, ?)", (of, what))
                self.db.executemany(
                    "INSERT OR IGNORE INTO report (key, customer, action, fields) VALUES (?, ?, ?, ?)",
                    [(key, customer, action, json.dumps(fields)) for key, customer, action, fields in reports],
                )
                self.db.execute("UPDATE received SET done = 1 WHERE id = ?", (of,))
                self.db.execute("COMMIT")
            except BaseException:
                self.db.execute("ROLLBACK")
                raise

    def tell(self, key: str, customer: str, action: str, fields: dict[str, Any]) -> None:
        """Something else to be told: an award, a payment, a change."""
        with self.lock:
            self.db.execute(
                "INSERT OR IGNORE INTO report (key, customer, action, fields) VALUES (?, ?, ?, ?)",
                (key, customer, action, json.dumps(fields)),
            )

    def to_tell(self, *, backwards: bool) -> list[tuple[int, str, str, str, dict[str, Any]]]:
        order = "DESC" if backwards else "ASC"
        with self.lock:
            rows = self.db.execute(
                f"SELECT id, key, customer, action, fields FROM report WHERE answer IS NULL ORDER BY id {order} LIMIT 100"
            ).fetchall()
        return [(*row[:4], json.loads(row[4])) for row in rows]

    def told(self, id: int, status: int, said: str) -> None:
        with self.lock:
            self.db.execute("UPDATE report SET answer = ?, said = ? WHERE id = ?", (status, said[:2000], id))

    def pay(self, reference: str, payments: list[dict[str, Any]]) -> None:
        """Payments that were made, to be handed in as one batch."""
        with self.lock:
            self.db.execute("INSERT OR IGNORE INTO batch (reference, payments) VALUES (?, ?)", (reference, json.dumps(payments)))

    def to_hand_in(self, *, backwards: bool) -> list[tuple[str, list[dict[str, Any]]]]:
        order = "DESC" if backwards else "ASC"
        with self.lock:
            rows = self.db.execute(f"SELECT reference, payments FROM batch WHERE answer IS NULL ORDER BY rowid {order} LIMIT 20").fetchall()
        return [(reference, json.loads(payments)) for reference, payments in rows]

    def handed_in(self, reference: str, status: int, said: str) -> None:
        with self.lock:
            self.db.execute("UPDATE batch SET answer = ?, said = ? WHERE reference = ?", (status, said[:2000], reference))

    def state(self) -> dict[str, Any]:
        """What a test, or somebody watching the demonstration, wants to know."""
        with self.lock:
            received, again = self.db.execute("SELECT count(*), coalesce(sum(times - 1), 0) FROM received").fetchone()
            (acts,) = self.db.execute("SELECT count(*) FROM act").fetchone()
            answers = dict(self.db.execute("SELECT coalesce(answer, 0), count(*) FROM report GROUP BY 1").fetchall())
            batches = dict(self.db.execute("SELECT coalesce(answer, 0), count(*) FROM batch GROUP BY 1").fetchall())
            refused = self.db.execute("SELECT action, answer, said FROM report WHERE answer >= 400 ORDER BY id DESC LIMIT 5").fetchall()
        waiting = answers.pop(0, 0)
        return {"received": received, "received_again": again, "acts": acts, "reports": answers, "waiting": waiting, "refused": refused, "batches": batches,
                **self.behaviour()}  # fmt: skip
