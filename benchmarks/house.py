"""A house to measure in: its own home folder, database server and population, apart from any installation that is in use."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from uuid import UUID

import psycopg

CUSTOMERVIEW = Path(sys.executable).with_name("customerview")


class House:
    """The database under measure, with its customers known by number."""

    def __init__(self, customers: int, streams: list[UUID]) -> None:
        self.customers, self.streams = customers, streams

    def stream(self, turn: int) -> UUID:
        """Another customer each turn, spread over all of them."""
        return self.streams[turn % len(self.streams)]


@contextmanager
def house(folder: Path, customers: int, seed: int) -> Iterator[House]:
    """Within this block the house stands, its population made if it was not; Django's connection is the web's."""
    folder.mkdir(parents=True, exist_ok=True)
    folder.chmod(0o711)
    os.environ["CUSTOMERVIEW_HOME"] = str(folder)
    os.environ["CUSTOMERVIEW_LOGIN"] = "migrator"
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "customerview.config.settings")
    os.environ["CUSTOMERVIEW_LOG_LEVEL"] = "ERROR"
    os.environ["CUSTOMERVIEW_MADE_UP"] = "1"
    import django

    django.setup()
    from customerview.config.database import connect, embedded
    from customerview.config.prepare import prepare, using

    cluster = embedded()
    ours = cluster.start(stay=False) if cluster else False
    try:
        prepare()
        subprocess.run([CUSTOMERVIEW, "assets", "build"], check=True)
        if not (made := folder / f"made-{customers}-{seed}").exists():
            subprocess.run(
                [CUSTOMERVIEW, "population", "generate", "--resume", "--no-stories", "--customers", str(customers), "--seed", str(seed)],
                check=True,
            )
            made.touch()
        settle()
        with connect("worker") as db:
            streams = known(db)
        with using("web"):
            yield House(len(streams) or customers, some(streams, seed))
    finally:
        if cluster and ours:
            cluster.stop()


def settle(table: str = "") -> None:
    """What the server would do by itself in its own time: gather what its plans rest on."""
    from customerview.config.database import administrator

    with psycopg.connect(**administrator(), autocommit=True) as owner:
        owner.execute(f"VACUUM (ANALYZE) {table}")


def known(db: psycopg.Connection[Any]) -> list[UUID]:
    """Every customer there is; a line's own stream is none."""
    from customerview.instructions.personal_details.facts import CustomerRegistered

    rows = db.execute("SELECT stream FROM fact WHERE number = 1 AND kind = %s", (CustomerRegistered.kind.code,), binary=True)
    return [row[0] for row in rows]


def some(streams: list[UUID], seed: int, count: int = 1_000) -> list[UUID]:
    return random.Random(seed).sample(streams, min(count, len(streams)))


@contextmanager
def worker() -> Iterator[psycopg.Connection[Any]]:
    """A connection with the worker's login, which reaches everybody."""
    from customerview.config.database import connect

    with connect("worker", autocommit=True, options="-c search_path=public") as db:
        yield db
