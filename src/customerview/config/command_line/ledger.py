"""`customerview ledger`: prove the facts, make the projections again, write the facts out."""

from __future__ import annotations

import base64
import json
import sys
from typing import IO, Any

import click
from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

console = Console(stderr=True)


@click.group
def command() -> None:
    """The facts: prove that none was changed, rebuild what follows from them, write them out."""


def _worker() -> Any:
    """The worker's connection, once the settings are read."""
    from customerview.config.set_up import set_up_django

    set_up_django("worker")
    from django.db import connection

    connection.ensure_connection()
    return connection.connection


def _progress() -> Progress:
    return Progress(SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn(), console=console, transient=True)


@command.command
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def verify(as_json: bool) -> None:
    """Walk every chain and every signed root; exit with 1 when anything does not hold."""
    db = _worker()
    from customerview.config.keys import signing_key
    from customerview.instructions import catalogue
    from customerview.intake import verify_payments
    from customerview.ledger.roots import signed_by
    from customerview.ledger.verify import verify as walk

    key = signing_key("ledger_root")
    with _progress() as bar, db.transaction():
        task = bar.add_task("Walking the chains")
        found = walk(
            db, catalogue().kinds, signature_holds=lambda digest, s: signed_by(key, digest, s),
            progress=lambda n: bar.update(task, description=f"Walking the chains: {n:,} facts"),
        )  # fmt: skip
        bar.update(task, description="Digesting the payments kept")
        paid = verify_payments(db)
    found.findings += paid.findings
    counts = {"streams": found.streams, "facts": found.facts, "looks": found.looks, "roots": found.roots, "payments": paid.payments}
    if as_json:
        print(json.dumps({"holds": found.holds, **counts, "findings": [vars_of(f) for f in found.findings[:1000]]}))
    else:
        for finding in found.findings[:50]:
            click.echo(f"{finding.stream} {finding.number}: {finding.what}")
        said = ", ".join(f"{n:,} {name}" for name, n in counts.items())
        click.echo(f"The ledger holds: {said}." if found.holds else f"{len(found.findings)} things do not hold, in {said}.")
    sys.exit(0 if found.holds else 1)


def vars_of(finding: Any) -> dict[str, Any]:
    return {"stream": finding.stream, "number": finding.number, "what": finding.what}


@command.command
def rebuild() -> None:
    """Drop the projections and snapshots and make them again from the facts."""
    db = _worker()
    from django.conf import settings

    from customerview.instructions import catalogue
    from customerview.ledger.rebuild import rebuild as again

    with _progress() as bar, db.transaction():
        task = bar.add_task("Rebuilding")
        done = again(
            db, catalogue(), tuple(settings.CUSTOMERVIEW_PROJECTIONS),
            progress=lambda n: bar.update(task, description=f"Rebuilding: {n:,} records"),
        )  # fmt: skip
    click.echo(f"Rebuilt from {done:,} records.")


@command.command
def root() -> None:
    """Sign today's root over every head that changed. The worker does this each night."""
    db = _worker()
    from datetime import datetime

    from customerview.config.keys import signing_key
    from customerview.kernel import LONDON
    from customerview.ledger.roots import sign_root

    with db.transaction():
        signed = sign_root(db, datetime.now(LONDON).date(), signing_key("ledger_root"))
    click.echo("Today's root is signed." if signed else "Today's root was signed already.")


@command.command
@click.option("--out", type=click.File("w"), default="-", help="Where to write; standard output unless named.")
@click.option("--personal", is_flag=True, help="With the forgettable fields too. The file is then as secret as the ledger.")
def export(out: IO[str], personal: bool) -> None:
    """Write the signed roots and then every fact, one JSON object a line, in the order of the streams."""
    db = _worker()
    text = "encode(r.text, 'base64')" if personal else "NULL"
    with db.transaction():
        for day, digest, signature in db.execute("SELECT day, digest, signature FROM root ORDER BY day").fetchall():
            out.write(json.dumps({"root": str(day), "digest": digest.hex(), "signature": signature}) + "\n")
        with db.cursor(name="export") as cursor:
            cursor.itersize = 5_000
            cursor.execute(
                "SELECT f.stream, f.number, f.kind, f.at, f.effective, f.actor, f.cause, f.data, f.remembers, f.hash, " + text +
                " FROM fact f LEFT JOIN remembered r ON r.stream = f.stream AND r.number = f.number ORDER BY f.stream, f.number"
            )  # fmt: skip
            for row in cursor:
                names = ("stream", "number", "kind", "at", "effective", "actor", "cause", "data", "remembers", "hash", "text")
                out.write(json.dumps(dict(zip(names, map(_plain, row), strict=True))) + "\n")


def _plain(value: Any) -> Any:
    if isinstance(value, bytes | memoryview):
        return base64.b64encode(bytes(value)).decode()
    return value if isinstance(value, int | str | type(None)) else str(value)
