"""`customerview client`: the systems that may use the API."""

from __future__ import annotations

import json

import click
from rich.console import Console

from customerview.api.clients import WrongClient
from customerview.api.clients import create as make
from customerview.api.clients import revoke as refuse_from_now
from customerview.config import database

console = Console(highlight=False)


@click.group
def command() -> None:
    """The systems that may use the API."""


@command.command
@click.argument("name")
@click.option("--role", required=True, help="What it may do: a role's code, like line_system or agent.")
@click.option("--line", default="", help="The service line it belongs to, like PIP.")
@click.option("--team", default="", help="The team its work is done for, like pip.case.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def create(name: str, role: str, line: str, team: str, as_json: bool) -> None:
    """Make a client called NAME, and print its id and its secret. The secret is shown only this once."""
    try:
        with database.connect("migrator") as db:
            client, secret = make(db, name, role, line=line, team=team)
    except WrongClient as problem:
        raise click.ClickException(str(problem)) from problem
    if as_json:
        print(json.dumps({"id": client.id, "secret": secret, "name": client.name, "role": role, "line": line, "team": team}))
        return
    print(f"id:     {client.id}\nsecret: {secret}")
    Console(stderr=True, highlight=False).print("[dim]Keep the secret now: it is shown only this once. Tokens are at /oauth/token.[/dim]")


@command.command
@click.argument("id")
def revoke(id: str) -> None:
    """Refuse the client with this ID from now on, its tokens too."""
    with database.connect("migrator") as db:
        known = refuse_from_now(db, id)
    if not known:
        raise click.ClickException("There is no such client, or it was revoked already.")
    console.print("It is refused from now on.")
