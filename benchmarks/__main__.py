"""`python -m benchmarks`: make a house of so many customers, measure it, and say what was found.

python -m benchmarks --customers 10000 --folder /a/fast/disk/bench-10000
"""

from __future__ import annotations

import json
import os
import platform
import time
from datetime import UTC, datetime
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from benchmarks.house import house
from benchmarks.timing import Measure

console = Console(stderr=True)
RESULTS = Path(__file__).parent / "results"


@click.command
@click.option("--customers", default=10_000, show_default=True)
@click.option("--seed", default=1, show_default=True)
@click.option(
    "--folder",
    type=click.Path(path_type=Path),
    required=True,
    help="Where the house stands. Kept, so that it can be measured again.",
)
@click.option(
    "--only",
    multiple=True,
    help="Measure only these: record, longest, perform, search, lists, pages, feed, load, verify, payments, proofs.",
)
@click.option(
    "--codes",
    type=int,
    multiple=True,
    help="Measure only the check of a share code, with this many in the table; again for more.",
)
@click.option("--sent", type=int, multiple=True, help="Measure only an inbox, with this many proofs sent in all; again for more.")
@click.option("--write", is_flag=True, help="Keep the figures in benchmarks/results and make benchmarks/README.md again.")
def main(
    customers: int, seed: int, folder: Path, only: tuple[str, ...], codes: tuple[int, ...], sent: tuple[int, ...], write: bool
) -> None:
    """Every measure, each beside its floor in the same run."""
    from benchmarks import checking, receiving, report

    with house(folder, customers, seed) as built:
        console.print(f"{built.customers:,} customers stand in the house.")
        if built.customers < customers * 0.99:  # a life may be empty
            raise click.ClickException("The house is not full. `--folder` must be empty or hold this many customers.")
        few = [*(checking.checks(built, list(codes)) if codes else []), *(receiving.inboxes(built, list(sent)) if sent else [])]
        found = few or measured(built, only)
    show(found, built.customers)
    if write and not few:
        keep(found, built.customers)
        report.write_readme(RESULTS)


def measured(built, only: tuple[str, ...]) -> list[Measure]:
    from benchmarks import following, listing, loading, pages, performing, reading, searching, taking_in, trusting

    parts = {
        "record": reading.record, "longest": reading.longest, "pages": pages.pages, "search": searching.search, "lists": listing.lists,
        "feed": following.feed, "load": loading.bulk, "verify": following.proof, "payments": taking_in.payments, "perform": performing.acts, "proofs": trusting.proofs,
    }  # fmt: skip
    found: list[Measure] = []
    for name, part in parts.items():
        if only and name not in only:
            continue
        began = time.monotonic()
        found += part(built)
        console.print(f"[green]✔[/green] {name} [dim]{time.monotonic() - began:.0f} s[/dim]")
    return found


def show(found: list[Measure], customers: int) -> None:
    table = Table(title=f"{customers:,} customers", title_justify="left")
    for heading in ("Measure", "Median", "p99", "Floor", "Ratio"):
        table.add_column(heading, justify="left" if heading == "Measure" else "right")
    for m in found:
        table.add_row(m.name, said(m.median, m.unit), said(m.p99, m.unit), said(m.floor, m.unit) if m.floor else "", ratio(m))
    Console().print(table)


def said(value: float, unit: str) -> str:
    return f"{value:,.2f} ms" if unit == "ms" else f"{value:,.0f} {unit}"


def ratio(m: Measure) -> str:
    return f"{m.ratio:.2f}" if m.ratio else ""


def keep(found: list[Measure], customers: int) -> None:
    """Figures by number of customers; what was not measured this time stays as it was."""
    RESULTS.mkdir(exist_ok=True)
    file = RESULTS / f"{customers}.json"
    before = json.loads(file.read_text())["measures"] if file.exists() else {}
    machine = f"{os.cpu_count()} cores, {os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') / 2**30:.0f} GiB, Python {platform.python_version()}"
    measures = before | {m.name: m._asdict() | {"ratio": m.ratio} for m in found}
    file.write_text(
        json.dumps({"customers": customers, "day": str(datetime.now(UTC).date()), "machine": machine, "measures": measures}, indent=1)
        + "\n"
    )


if __name__ == "__main__":
    main()
