"""A run of letters to very many: letters a second and the peak memory of each process, beside the bare rendering of the same letter.

    python -m benchmarks.letters --letters 10000 --folder /a/fast/disk/letters-10000

Not a part of `make bench`: it takes as long as so many letters take. Its figures are in docs/decisions/0007-how-letters-leave.md.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from datetime import UTC, date, datetime
from pathlib import Path
from uuid import UUID

import click

from benchmarks.house import house, worker


@click.command
@click.option("--letters", default=10_000, show_default=True)
@click.option("--processes", default=os.cpu_count() or 1, show_default=True)
@click.option("--folder", type=click.Path(path_type=Path), required=True, help="Where the house stands; an empty folder.")
def main(letters: int, processes: int, folder: Path) -> None:
    """Make so many customers with an award, write to all of them, and say how fast and in how much memory."""
    os.environ["CUSTOMERVIEW_PRINT_FOLDER"] = str(folder / "print")
    with house(folder, 0, 1):
        os.environ["CUSTOMERVIEW_LOGIN"] = "worker"
        from customerview.config.prepare import using

        with using("worker"):
            name = f"bench-{int(time.time())}"
            load(letters)
            floor = rendered_a_second()
            seconds, peaks = run(name, processes)
            from customerview.correspondence.delivery.bulk import progress

            done = progress(name)
    rate = done.written / seconds
    print(
        f"{done.written} of {letters} letters in {seconds:.0f} s by {processes} processes: {rate:.1f} letters/s, {rate / processes:.1f} a process."
    )
    print(f"The bare print copy of the same letter: {floor:.1f} a second in one process.")
    print("Resident memory at most, in MB, at each tenth of the way: " + ", ".join(f"{peak:.0f}" for peak in peaks))


def load(how_many: int) -> None:
    """Customers who all have the same award, a thousand at a time."""
    from customerview.instructions import catalogue
    from customerview.instructions.awards_and_payments.facts import AwardReported
    from customerview.instructions.personal_details.facts import AddressChanged, CustomerRegistered
    from customerview.kernel import Recorded
    from customerview.ledger.bulk import load_streams

    at = datetime.now(UTC)
    facts = [
        CustomerRegistered(source="PIP", given="Ann", family="Example", born=date(1950, 5, 1)),
        AddressChanged(role="home", lines=("1 Test Street", "Leeds"), postcode="LS1 1AA"),
        AwardReported(award="PIP-1", benefit="PIP", line="PIP", starts=date(2020, 1, 6), amount=10_000, frequency="four_weeks"),
    ]
    run = int(time.time())
    for begun in range(0, how_many, 1_000):
        streams = [UUID(int=(run << 64) + n) for n in range(begun, min(begun + 1_000, how_many))]
        made = []
        for stream in streams:
            history = [
                Recorded(stream=stream, number=n, fact=f, by="job:bench", at=at, effective=at.date())
                for n, f in enumerate(facts, 1)
            ]
            made.append((history, catalogue().fold.of(stream, history)))
        with worker() as db, db.transaction():
            load_streams(db, catalogue(), made)


def rendered_a_second(times: int = 100) -> float:
    """Print copies of a letter like those of the run, one after another."""
    import msgspec

    from customerview.correspondence import Letter, Paragraph
    from customerview.correspondence.delivery.print_copy import print_copy

    letter = Letter(
        language="en", title="Your Personal Independence Payment", reference="R23456-789AB", issued=date(2026, 11, 24), sender="Customer View",
        to=("Ann Example", "1 Test Street", "Leeds", "LS1 1AA"), blocks=tuple(Paragraph(f"We pay you £100.00 every 4 weeks. {n}.") for n in range(12)),
        date_words="24 November 2026", page_words="Page {n} of {of}", reference_words="Reference: R23456-789AB",
    )  # fmt: skip
    print_copy(letter, "standard")
    begun = time.monotonic()
    for n in range(times):
        print_copy(msgspec.structs.replace(letter, reference=f"R{n}"), "standard")
    return times / (time.monotonic() - begun)


def run(name: str, processes: int) -> tuple[float, list[float]]:
    """Seconds, and the largest resident memory of any process at each tenth of the way."""
    from customerview.correspondence.delivery.bulk import choose, progress

    begun = time.monotonic()
    chosen = choose(name, "PIP", "award_notice")
    workers = [
        subprocess.Popen([sys.executable, "-m", "customerview.correspondence.delivery.bulk_worker", name])
        for _ in range(processes)
    ]
    peaks: list[float] = []
    while any(one.poll() is None for one in workers):
        time.sleep(1)
        if progress(name).done * 10 >= chosen.chunks * (len(peaks) + 1):
            peaks.append(max((resident(one.pid) for one in workers if one.poll() is None), default=0.0))
    return time.monotonic() - begun, peaks


def resident(pid: int) -> float:
    """The most memory a process has held so far, in MB."""
    try:
        status = Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith("VmHWM")), 0.0)


if __name__ == "__main__":
    main()
