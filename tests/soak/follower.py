"""Follows the feed in a process of its own: notes every fact once, and asks for a job for every tenth, with its cursor, in one transaction."""

from __future__ import annotations

import os
import time
from typing import Any

import psycopg

EVERY = 10


def main() -> None:
    os.environ["CUSTOMERVIEW_LOGIN"] = "worker"
    import django

    django.setup()
    from django.db import connection

    from customerview.instructions import catalogue
    from customerview.ledger.feed import take_page

    kinds = catalogue().kinds
    while True:
        try:
            if not take_page("soak", kinds, note, limit=50):
                time.sleep(0.05)
        except Exception:  # the database was killed: this reader goes on when it is back, as a loop of the worker does
            connection.close()
            time.sleep(0.2)


def note(db: psycopg.Connection[Any], facts: list[Any]) -> None:
    for happened in facts:
        db.execute("INSERT INTO soak_seen (stream, number) VALUES (%s, %s)", (happened.stream, happened.number))
        if happened.number % EVERY == 0:
            from tests.soak.jobs import note as job

            job.defer(stream=str(happened.stream), number=happened.number)


if __name__ == "__main__":
    main()
