"""`customerview db`: the database, whether it is our own embedded server or one named in DATABASE_URL."""

from __future__ import annotations

import json
import os
import sys

import click
import psycopg
from rich.console import Console

from customerview.config import database
from customerview.config.set_up import set_up_django

console = Console()


@click.group
def command() -> None:
    """The database: our own embedded PostgreSQL, or the one that DATABASE_URL names."""


@command.command
def start() -> None:
    """Start the embedded server, and leave it running."""
    cluster = own_server()
    started = cluster.start(stay=True)
    console.print(f"PostgreSQL {'is started' if started else 'was running already'}, at {cluster.socket}.")


@command.command
def stop() -> None:
    """Stop the embedded server."""
    own_server().stop()
    console.print("PostgreSQL is stopped.")


@command.command
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def status(as_json: bool) -> None:
    """Say whether the database can be used; exit with 1 when it cannot."""
    where = database.address()
    try:
        with database.connect("web", connect_timeout=5) as connection:
            found = {"ready": True, "version": connection.execute("SHOW server_version").fetchone()[0]}
    except psycopg.OperationalError as error:
        found = {"ready": False, "why": str(error).strip()}
    found |= {"embedded": database.embedded() is not None, "host": where.get("host", ""), "name": where["dbname"]}
    if as_json:
        print(json.dumps(found))
    elif found["ready"]:
        console.print(f"Ready: PostgreSQL {found['version']}, database {found['name']}, at {found['host']}.")
    else:
        console.print(f"Not ready: {found['why']}")
    sys.exit(0 if found["ready"] else 1)


@command.command
def prepare() -> None:
    """Make the four logins and the database, and bring its tables up to date."""
    set_up_django("migrator")
    from customerview.config.prepare import prepare as make_ready

    with console.status("Preparing the database") as status:
        make_ready(lambda step: status.update(f"Preparing the database: {step}"))
    console.print("The database is prepared.")


@command.command("manage", context_settings={"ignore_unknown_options": True, "help_option_names": []}, hidden=True)
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
def manage(arguments: tuple[str, ...]) -> None:
    """Django's own commands, as the migrator: for those who write migrations."""
    os.environ.setdefault("CUSTOMERVIEW_LOGIN", "migrator")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "customerview.config.settings")
    from django.core.management import execute_from_command_line

    execute_from_command_line(["customerview db manage", *arguments])


def own_server() -> database.Cluster:
    cluster = database.embedded()
    if cluster is None:
        raise click.ClickException("DATABASE_URL names another server: start and stop it by its own means.")
    return cluster
