"""`customerview letters`, delivery's part: hand over print runs, write to very many, read back what became of them."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import time
from pathlib import Path

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn
from rich.table import Table

from customerview.config.set_up import set_up_django

console = Console(highlight=False)


@click.command("print")
@click.option("--full-only", is_flag=True, help="Only files of 500 letters; what is left waits.")
def print_(full_only: bool) -> None:
    """Hand over what waits for the printer, and finish any run that was interrupted."""
    set_up_django("worker")
    from .collect import collect
    from .print_runs import folder, print_all

    while collect():
        pass
    runs = print_all(whatever_waits=not full_only)
    print("\n".join(runs) if runs else "Nothing waits for the printer.")
    if runs:
        print(f"Each is a folder in {folder()}.")


@click.command
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path))
def reconcile(files: tuple[Path, ...]) -> None:
    """Read the printer's account of runs from FILES. Reading one twice changes nothing."""
    set_up_django("worker")
    from .reconcile import WrongFile
    from .reconcile import reconcile as read

    for path in files:
        try:
            account = read(path)
        except WrongFile as problem:
            raise click.ClickException(f"{path.name}: {problem}") from problem
        print(f"{account.run}: {account.posted} posted, {account.refused} refused, {account.missing} not mentioned")


@click.command
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path))
def returned(files: tuple[Path, ...]) -> None:
    """Read GOV.UK Notify's report of returned letters from FILES, as one downloads it there. Reading one twice changes nothing."""
    set_up_django("worker")
    from .notices import act_on_notices, returned_in

    for path in files:
        try:
            letters = returned_in(path.read_text(encoding="utf-8-sig"))
        except ValueError as problem:
            raise click.ClickException(f"{path.name}: {problem}") from problem
        print(f"{path.name}: {letters} letters came back.")
    while act_on_notices():
        pass


@click.command("print-key")
def print_key() -> None:
    """The public key by which the printer checks a run's manifest.jws, as a JSON Web Key."""
    from customerview.config.keys import signing_key

    key = signing_key("print_runs")
    print(json.dumps(key.as_dict(private=False) | {"kid": key.thumbprint()}))


@click.command
def status() -> None:
    """How many letters stand where, by way. No names."""
    set_up_django("worker")
    from django.db import connection

    connection.ensure_connection()
    rows = connection.connection.execute(
        "SELECT way, state, count(*), min(since) FROM outgoing GROUP BY way, state ORDER BY way, state"
    ).fetchall()
    table = Table(box=None)
    for heading in ("Way", "State", "Letters", "Oldest"):
        table.add_column(heading)
    for way, state, letters, oldest in rows:
        table.add_row(way, state, str(letters), oldest.strftime("%d %b %H:%M"))
    console.print(table)


@click.command
@click.option("--benefit", required=True, help="Everybody with an award of this benefit in payment: PIP, SP, …")
@click.option("--letter", "spec", required=True, help="Which letter, by the code of its specification: award_notice, …")
@click.option("--name", required=True, help="The run's name. The same name goes on where it stood.")
@click.option("--processes", default=os.cpu_count() or 1, show_default=True, type=click.IntRange(1, 64), help="How many work at once.")
@click.option("--dry", is_flag=True, help="Only say how many people it would be for.")
def run(benefit: str, spec: str, name: str, processes: int, dry: bool) -> None:
    """Write, check and hand over a letter to everybody with an award, in chunks of 500. Interrupted, it goes on where it stood."""
    set_up_django("worker")
    from .bulk import WrongRun, choose, progress

    if not re.fullmatch(r"[a-z0-9-]{3,20}", name):
        raise click.ClickException("A run's name is 3 to 20 small letters, figures and hyphens.")
    try:
        chosen = choose(name, benefit, spec, dry=dry)
    except WrongRun as problem:
        raise click.ClickException(str(problem)) from problem
    print(f"{chosen.customers} people in {chosen.chunks} chunks; {chosen.done} chunks are done.")
    if dry:
        return
    workers = [subprocess.Popen([sys.executable, "-m", f"{__package__}.bulk_worker", name]) for _ in range(processes)]
    try:
        with Progress(
            TextColumn("letters"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(), TimeRemainingColumn(), console=console
        ) as bar:
            task = bar.add_task("chunks", total=chosen.chunks, completed=chosen.done)
            while any(worker.poll() is None for worker in workers):
                bar.update(task, completed=progress(name).done)
                time.sleep(1)
            bar.update(task, completed=progress(name).done)
    finally:
        for worker in workers:
            if worker.poll() is None:
                worker.terminate()
            worker.wait()
    after = progress(name)
    print(f"{after.done} of {after.chunks} chunks are done; {after.written} letters.")
    if after.done < after.chunks:
        raise click.ClickException("Not everything is done. The same command goes on.")


COMMANDS = (print_, run, reconcile, returned, print_key, status)
