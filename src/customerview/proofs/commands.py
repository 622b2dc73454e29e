"""`customerview keys`: the keys that proofs are signed with."""

from __future__ import annotations

import click
from rich.console import Console
from rich.table import Table


@click.group
def command() -> None:
    """The keys that proofs are signed with."""


@command.command
def show() -> None:
    """List the published keys: what each is for, and since and until when it signed."""
    from customerview.proofs import rings

    table = Table(box=None)
    for heading in ("For", "Key", "Signs since", "Until"):
        table.add_column(heading)
    for purpose, keys in rings().items():
        for key in keys:
            table.add_row(purpose, key.kid, f"{key.since:%Y-%m-%d %H:%M}", f"{key.until:%Y-%m-%d %H:%M}" if key.until else "")
    Console().print(table)


@command.command
@click.argument("purpose", type=click.Choice(["qr", "credential", "seal", "status_list"]))
@click.option("--stolen", is_flag=True, help="The old key is published no longer: what it signed counts for nothing and must be got again.")
def rotate(purpose: str, stolen: bool) -> None:
    """Make a new key for PURPOSE, which signs from now on. The old one stays published until what it signed has ended.

    Needs the folder of the keys: where the signer has an account of its own, run it as that account."""
    from customerview.proofs import rotate as make

    click.echo(f"{make(purpose, stolen=stolen).kid} signs from now on.")
