"""`customerview sharing`: who is told, and who is behind."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import click
import msgspec
import psycopg
from rich.console import Console
from rich.table import Table

from customerview.config import database

from .subscriptions import NoSubscription, rotate, standing, subscribe, unsubscribe

console = Console(highlight=False)


@click.group
def command() -> None:
    """Who is told what is shared, and who is behind."""


@contextmanager
def worker() -> Iterator[psycopg.Connection[Any]]:
    try:
        with database.connect("worker") as db:
            yield db
    except NoSubscription as problem:
        raise click.ClickException(str(problem)) from problem


@command.command("subscribe")
@click.argument("recipient")
@click.argument("url")
def subscribe_(recipient: str, url: str) -> None:
    """Send RECIPIENT (a line like PIP) what is shared with it, at URL. Prints the secret that signs."""
    with worker() as db:
        print(subscribe(db, recipient, url))


@command.command("rotate")
@click.argument("recipient")
def rotate_(recipient: str) -> None:
    """A new secret for RECIPIENT; the one before signs too until the next rotation. Prints the new one."""
    with worker() as db:
        print(rotate(db, recipient))


@command.command("unsubscribe")
@click.argument("recipient")
def unsubscribe_(recipient: str) -> None:
    """Send RECIPIENT nothing more for now; what is shared with it waits."""
    with worker() as db:
        unsubscribe(db, recipient)


@command.command
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def status(as_json: bool) -> None:
    """Every recipient: what waits, what was delivered and not confirmed, and since when."""
    with worker() as db:
        found = standing(db)
    if as_json:
        print(json.dumps(msgspec.to_builtins(found)))
        return
    table = Table(box=None)
    for heading in ("Recipient", "Waiting", "Not confirmed", "Oldest", "Failures", "Address"):
        table.add_column(heading)
    for one in found:
        oldest = one.oldest.strftime("%d %b %H:%M") if one.oldest else ""
        table.add_row(one.recipient, str(one.waiting), str(one.unconfirmed), oldest, str(one.failures), one.url if one.active else "-")
    console.print(table)
