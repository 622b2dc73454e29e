"""`customerview letters`, delivery's part: hand over print runs, read back what became of them, and see where letters stand."""

from __future__ import annotations

import json
from pathlib import Path

import click
from rich.console import Console
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


COMMANDS = (print_, reconcile, print_key, status)
