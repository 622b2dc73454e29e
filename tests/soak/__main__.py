"""`python -m tests.soak`: the long bad days."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import click
from rich.console import Console

from tests.soak.bad_days import bad_days

console = Console(stderr=True)


@click.command
@click.option("--kills", default=200, show_default=True)
@click.option("--seed", default=1, show_default=True)
def main(kills: int, seed: int) -> None:
    """Kill database, web and worker again and again under eight writers; exit with 1 when anything was lost, doubled or half-done."""
    with tempfile.TemporaryDirectory(prefix="cv-soak-") as folder, console.status("Beginning") as status:
        ended = bad_days(Path(folder), kills=kills, seed=seed, say=status.update if console.is_terminal else console.print)
    for finding in ended.findings:
        click.echo(finding)
    held = "Nothing was lost, doubled or half-done" if not ended.findings else f"{len(ended.findings)} things do not hold"
    click.echo(f"{held}: {ended.kills} kills, {ended.acknowledged:,} acknowledged requests.")
    sys.exit(bool(ended.findings))


if __name__ == "__main__":
    main()
