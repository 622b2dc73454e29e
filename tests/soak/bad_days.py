"""The bad days themselves: eight writers, and something killed again and again."""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from tests.soak.checks import findings
from tests.soak.installation import Installation
from tests.soak.people import customers
from tests.soak.writers import Journal, Writer

WRITERS = 8
CUSTOMERS = 12
EVERYTHING = {"database": 4, "web": 4, "worker": 1, "follower": 1}
"""What is killed, and how often beside the others."""


class Ended(NamedTuple):
    """What came of it."""

    kills: int
    acknowledged: int
    findings: list[str]


def bad_days(
    folder: Path, *, kills: int, seed: int = 1, without: str = "", of: dict[str, int] = EVERYTHING, pause: float = 0.6,
    say: Callable[[str], None] = lambda words: None,
) -> Ended:  # fmt: skip
    """So many kills under load, then the checks. `without` takes a safeguard out, to see that it is missed."""
    chance = random.Random(seed)
    with Installation(folder, without) as installation:
        installation.wait_until_ready()
        client = installation.client("line_system", "DEBT")
        streams = customers(installation, CUSTOMERS)
        journal, stop = Journal(folder / "journal"), threading.Event()
        writers = [Writer(n, installation.url, client, streams, journal, stop) for n in range(WRITERS)]
        for writer in writers:
            writer.start()
        for _ in range(kills):
            before = len(journal.acknowledged)
            time.sleep(pause * (0.3 + chance.random()))
            installation.wait_until(lambda seen=before: len(journal.acknowledged) > seen + WRITERS, patience=60)
            name = chance.choices(list(of), list(of.values()))[0]
            installation.kill(name)
            say(f"{installation.kills} kills, {len(journal.acknowledged)} acknowledged: {name}")
        time.sleep(pause)
        stop.set()
        for writer in writers:
            writer.join(timeout=180)
        journal.close()
        return Ended(installation.kills, len(journal.acknowledged), findings(installation, journal))
