"""`customerview population`: make customers who are nobody, for trying things out."""

from __future__ import annotations

import json
import os
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

console = Console(stderr=True)


@click.group
def command() -> None:
    """A made-up population: people who are nobody, with lives like anybody's."""


@command.command
@click.option("--customers", default=2000, show_default=True, type=click.IntRange(0, 20_000_000), help="How many, beside the stories.")
@click.option("--seed", default=1, show_default=True, type=click.IntRange(0), help="The same seed and moment give the same facts.")
@click.option("--until", type=click.DateTime(), default=None, help="The moment their lives are told up to (UTC). Now, unless said.")
@click.option("--resume", is_flag=True, help="Make what an earlier run with this seed left out, and nothing if it left out nothing.")
@click.option("--if-empty", is_flag=True, help="Only into an empty ledger, or to finish what was interrupted there.")
@click.option("--add", is_flag=True, help="Add to a ledger that holds other customers.")
@click.option("--stories/--no-stories", default=True, show_default=True, help="A dozen customers whose stories are written by hand.")
@click.option("--personas", type=click.Path(path_type=Path), envvar="CUSTOMERVIEW_PERSONAS", help="Write whom one can sign in as.")
@click.option("--processes", default=os.cpu_count() or 1, show_default=True, type=click.IntRange(1), help="How many work at once.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def generate(
    customers: int, seed: int, until: datetime | None, resume: bool, if_empty: bool, add: bool, stories: bool, personas: Path | None,
    processes: int, as_json: bool,
) -> None:  # fmt: skip
    """Make customers with years of history, done through the same actions and instructions as everything else."""
    from . import loading

    loading.begin_process()
    from django.db import connection, transaction

    from .stories import are_told, story_lives, write_personas

    until = until.replace(tzinfo=UTC) if until else datetime.now(UTC)
    connection.ensure_connection()
    if personas:
        write_personas(personas)
    db = connection.connection
    told = are_told(db)
    if not (resume or add) and db.execute("SELECT EXISTS (SELECT FROM fact)").fetchone()[0]:
        # The stories are told last: a made-up ledger without them was interrupted, and is finished.
        if if_empty and (told or not loading.is_loaded(db, seed, 0)):
            click.echo("The made-up population is there already.")
            return
        if not if_empty:
            raise click.ClickException("The ledger holds customers already. --resume makes what is missing; --add adds others to them.")
    began = time.monotonic()
    done = loading.Loaded()
    with _progress() as bar:
        task = bar.add_task("Customers", total=customers, facts=0)

        def moved(made: loading.Loaded) -> None:
            nonlocal done
            done = done.plus(made)
            bar.update(task, advance=made.customers, facts=done.facts)

        loading.load_all(seed, customers, until, processes=processes, progress=moved)
    if stories and not told:
        with transaction.atomic():
            done = done.plus(loading.load(db, story_lives(until), until))
            loading.heard_from_lines(db, until)
    seconds = time.monotonic() - began
    if as_json:
        click.echo(json.dumps({**done._asdict(), "seed": seed, "until": until.isoformat(), "seconds": round(seconds, 1)}))
    elif done.customers:
        click.echo(f"{done.customers:,} customers with {done.facts:,} facts and {done.duties:,} open duties in {seconds:.0f} seconds.")
    else:
        click.echo("Everybody is there already.")
    sys.exit(0)


def _progress() -> Progress:
    return Progress(
        TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[facts]:,} facts"),
        TimeElapsedColumn(), TextColumn("left"), TimeRemainingColumn(), console=console, transient=True,
    )  # fmt: skip
