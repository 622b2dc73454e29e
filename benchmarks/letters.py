"""A run of letters to very many, killed on the way: letters a second of each core, memory, and whether each left exactly once.

    python -m benchmarks.letters --customers 220000 --benefit SP --folder /a/fast/disk/letters

It is no part of `make bench`: it takes as long as so many letters take. A core's second is counted from the clocks of the processes that
write and of the database's, so that what else the machine does is not counted. The figures are in README.md beside this module.
"""

from __future__ import annotations

import csv
import hashlib
import json
import os
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import click

from benchmarks.house import house

TICKS = os.sysconf("SC_CLK_TCK")


class Point(NamedTuple):
    """How things stood when so many letters were done."""

    letters: int
    seconds: float
    core_seconds: float
    database_seconds: float
    peak_mb: float
    """The most memory any process that writes has held since it was started."""


@click.command
@click.option("--customers", default=20_000, show_default=True)
@click.option("--seed", default=7, show_default=True)
@click.option("--benefit", default="SP", show_default=True)
@click.option("--processes", default=os.cpu_count() or 1, show_default=True)
@click.option(
    "--folder", type=click.Path(path_type=Path), required=True, help="Where the house stands. Kept; each time is a run of its own."
)
@click.option("--kill", "kill_at", type=int, multiple=True, help="Kill every process that writes (-9) when so many letters are done.")
@click.option("--most", type=int, default=0, help="Stop when so many letters are done; all of them, unless said.")
def main(customers: int, seed: int, benefit: str, processes: int, folder: Path, kill_at: tuple[int, ...], most: int) -> None:
    """Write to everybody with an award, and prove what came of it."""
    os.environ["CUSTOMERVIEW_PRINT_FOLDER"] = str(folder / "print")
    with house(folder, customers, seed):
        os.environ["CUSTOMERVIEW_LOGIN"] = "worker"
        from customerview.config.prepare import using

        with using("worker"):
            name = f"bench-{int(time.time())}"
            points = run(name, benefit, processes, sorted(kill_at), most)
            floor = rendered_a_second(name)
            proved = prove(name)
    for p in points:
        print(
            f"{p.letters:,} letters: {p.seconds:,.0f} s, {p.letters / p.seconds:.1f}/s by {processes} processes;"
            f" {p.letters / p.core_seconds:.1f} a second of a core, {p.letters / (p.core_seconds + p.database_seconds):.1f} with the database's;"
            f" {p.peak_mb:.0f} MB at most"
        )
    print(f"The bare print copy of letters of the run: {floor:.1f} a second of a core.")
    print(json.dumps({"run": name, "points": [p._asdict() for p in points], "floor": floor, "proved": proved}, indent=1))


def run(name: str, benefit: str, processes: int, kill_at: list[int], most: int) -> list[Point]:
    """The run, killed and begun again where it was said; a point at each tenth of the way."""
    from customerview.correspondence.delivery.bulk import choose, progress

    chosen = choose(name, benefit, "award_notice")
    step = max(1, (most or chosen.customers) // 10)
    begun, base, gone, due = time.monotonic(), database_seconds(), 0.0, step
    points: list[Point] = []
    workers = _start(name, processes)
    while any(one.poll() is None for one in workers):
        time.sleep(0.5)
        done = progress(name).written
        if done >= due:
            due = done - done % step + step
            spent = sum(core_seconds(one.pid) for one in workers)
            points.append(
                Point(done, time.monotonic() - begun, gone + spent, database_seconds() - base, max(peak_mb(w.pid) for w in workers))
            )
            print(points[-1], file=sys.stderr, flush=True)
        if (kill_at and done >= kill_at[0]) or (most and done >= most):
            gone += sum(core_seconds(one.pid) for one in workers)
            for one in workers:
                one.send_signal(signal.SIGKILL)
                one.wait()
            if most and done >= most:
                break
            print(f"killed at {kill_at.pop(0):,}", file=sys.stderr, flush=True)
            workers = _start(name, processes)
    return points


def _start(name: str, processes: int) -> list[subprocess.Popen[bytes]]:
    command = [sys.executable, "-m", "customerview.correspondence.delivery.bulk_worker", name]
    return [subprocess.Popen(command) for _ in range(processes)]


def core_seconds(pid: int) -> float:
    """What a process has had of the cores so far; 0 when it is gone."""
    try:
        said = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(said[11]) + int(said[12])) / TICKS


def database_seconds() -> float:
    """What all processes of our database server have had, those that ended included."""
    from customerview.config.home import home

    server = int((home() / "postgres" / "data" / "postmaster.pid").read_text().splitlines()[0])
    spent = 0.0
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            said = (folder / "stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(folder.name) == server:
            spent += sum(map(int, said[11:15])) / TICKS
        elif int(said[1]) == server:
            spent += (int(said[11]) + int(said[12])) / TICKS
    return spent


def peak_mb(pid: int) -> float:
    """The most memory a process has held so far."""
    try:
        status = Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith("VmHWM")), 0.0)


def rendered_a_second(name: str, times: int = 300) -> float:
    """Print copies of letters that the run wrote, one after another: what is left when nothing else is done."""
    import msgspec
    from django.db import connection, transaction

    from customerview.correspondence import Letter
    from customerview.correspondence.delivery.print_copy import print_copy
    from customerview.instructions import catalogue
    from customerview.ledger import reading

    with transaction.atomic():
        rows = connection.connection.execute(
            "SELECT stream, written FROM outgoing WHERE run LIKE %s AND form = 'standard' LIMIT %s", (f"{name}-%", times)
        ).fetchall()
    with reading(None, catalogue()) as view:
        letters = [msgspec.json.decode(f.fact.content, type=Letter) for f in view.facts_at(rows).values()]  # type: ignore[attr-defined]
    print_copy(letters[0], "standard")
    begun = time.process_time()
    for letter in letters:
        print_copy(letter, "standard")
    return len(letters) / (time.process_time() - begun)


def prove(name: str) -> dict[str, int]:
    """Each letter once: in the ledger, in the index of one file, and in what the files are signed for. Raises AssertionError."""
    from django.db import connection, transaction
    from joserfc import jws

    from customerview.config.keys import signing_key
    from customerview.correspondence.delivery.bulk import progress, reference
    from customerview.correspondence.delivery.print_runs import MOST, folder
    from customerview.instructions.letters_and_notifications.facts import LetterReleased, LetterWritten
    from customerview.instructions.letters_and_notifications.sending_facts import LetterSent

    files, letters, pages, counted = 0, 0, 0, Counter[str]()
    for place in folder().glob(f"{name}-*"):
        manifest = (place / "manifest.json").read_bytes()
        said = json.loads(manifest)
        signed = jws.deserialize_compact((place / "manifest.jws").read_text(), signing_key("print_runs"))
        assert signed.payload == manifest, place
        assert all(hashlib.sha256((place / file).read_bytes()).hexdigest() == digest for file, digest in said["files"].items()), place
        lines = list(csv.DictReader((place / "index.csv").read_text().splitlines()))
        assert len(lines) == said["letters"] <= MOST and sum(int(line["pages"]) for line in lines) == said["pages"], place
        counted.update(line["letter"] for line in lines)
        files, letters, pages = files + 1, letters + said["letters"], pages + said["pages"]
    assert not [letter for letter, times in counted.items() if times > 1]
    with transaction.atomic():
        db = connection.connection
        chosen = [s for (streams,) in db.execute("SELECT streams FROM letters_chunk WHERE run = %s", (name,)).fetchall() for s in streams]
        left = {f"{s.hex}-{n}-{r}" for s, n, r in db.execute(
            "SELECT stream, letter, released FROM outgoing WHERE run LIKE %s AND state = 'left'", (f"{name}-%",)).fetchall()}  # fmt: skip
        ours = {stream: reference(name, stream) for stream in chosen}
        assert len(set(ours.values())) == len(ours), "two letters of a run have one reference"
        told: dict[str, Counter[str]] = {}
        codes = {kind.kind.code: kind.__name__ for kind in (LetterWritten, LetterReleased, LetterSent)}
        kinds = _kinds()
        with db.cursor(name="told", binary=True) as rows:
            rows.itersize = 2_000
            rows.execute(
                "SELECT stream, kind, data FROM fact WHERE kind = ANY(%s) AND at > (SELECT begun FROM letters_run WHERE run = %s)",
                (list(codes), name),
            )
            for stream, code, data in rows:
                fact = kinds.decode(code, bytes(data), None)
                if ours.get(stream) == fact.letter:
                    told.setdefault(codes[code], Counter())[fact.letter] += 1
    for kind, each in told.items():
        assert set(each.values()) == {1}, f"{kind} more than once"
    assert set(counted) == left, "what the files hold is not what the record says has left"
    assert letters == len(left)
    return {
        "people": len(chosen), "letters_done": progress(name).written, "written": len(told["LetterWritten"]), "released": len(told["LetterReleased"]),
        "sent_in_files": letters, "sent": len(told["LetterSent"]), "files": files, "pages": pages,
    }  # fmt: skip


def _kinds():
    from customerview.instructions import catalogue

    return catalogue().kinds


if __name__ == "__main__":
    main()
