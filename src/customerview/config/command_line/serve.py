"""`customerview serve`: one part of the service, in the foreground, until it is told to stop."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from customerview.config import node
from customerview.config.home import SOURCE
from customerview.config.set_up import set_up_django


@click.group
def command() -> None:
    """One part of the service, in the foreground."""


@command.command
@click.option("--host", default="127.0.0.1", envvar="CUSTOMERVIEW_HOST", show_default=True, help="Address to listen on.")
@click.option("--port", default=8000, envvar="PORT", show_default=True)
@click.option("--workers", default=1, envvar="CUSTOMERVIEW_WEB_WORKERS", show_default=True, help="Processes.")
@click.option("--threads", default=4, envvar="CUSTOMERVIEW_WEB_THREADS", show_default=True, help="Requests at once in each process.")
def web(host: str, port: int, workers: int, threads: int) -> None:
    """The pages and the API, with the web's database login."""
    os.environ["CUSTOMERVIEW_LOGIN"] = "web"
    os.environ["DJANGO_SETTINGS_MODULE"] = "customerview.config.settings"
    granian = [
        str(Path(sys.executable).with_name("granian")), "--interface", "wsgi", "--no-ws", "--log-level", "warning",
        "--host", host, "--port", str(port), "--workers", str(workers), "--blocking-threads", str(threads),
        "--respawn-failed-workers", "--workers-kill-timeout", "5", "customerview.config.leashed:application",
    ]  # fmt: skip
    os.execv(granian[0], granian)


@command.command
def worker() -> None:
    """What follows the ledger and runs jobs, with the worker's database login."""
    set_up_django("worker")
    from customerview.config.worker import run

    run()


@command.command
@click.option("--socket", type=click.Path(path_type=Path), envvar="CUSTOMERVIEW_SIGNER", required=True, help="Where it is asked.")
@click.option("--account", "accounts", multiple=True, help="An account that may ask, beside its own; again for more.")
@click.option(
    "--keys",
    default="customerview.proofs.local_keys.LocalKeys",
    envvar="CUSTOMERVIEW_KEYS_BY",
    show_default=True,
    help="What holds the keys.",
)
def signer(socket: Path, accounts: tuple[str, ...], keys: str) -> None:
    """The keys that proofs are signed with, in a process that signs for the web and shows them to nobody. It reaches no database."""
    import pwd

    set_up_django()
    from django.utils.module_loading import import_string

    from customerview.proofs import serve

    serve(import_string(keys)(), socket, {os.geteuid(), *(pwd.getpwnam(name).pw_uid for name in accounts)})


@command.command("identity-provider")
@click.option("--port", default=8001, envvar="CUSTOMERVIEW_IDENTITY_PROVIDER_PORT", show_default=True)
def identity_provider(port: int) -> None:
    """The local OpenID provider, for the demo and tests only: it lets anyone be any of its made-up people."""
    from customerview.config.keys import identity_provider_settings, personas_file

    if not personas_file().exists():
        raise click.ClickException(
            f"There is nobody to sign in as: {personas_file()} is missing. `customerview population generate` writes it."
        )
    program = node.binary()
    os.execv(program, [program, str(SOURCE / "identity_provider" / "server.js"), str(identity_provider_settings(port))])


@command.command("service-line")
@click.argument("line")
@click.option("--port", type=int, help="Where it listens; else what CUSTOMERVIEW_<LINE>_PORT says.")
def service_line(line: str, port: int | None) -> None:
    """A stand-in for a service LINE's system, for demonstrations and tests: a separate program that knows the API only.

    "others" stands in for every line that has no such process of its own (CUSTOMERVIEW_STAND_IN_LINES: for these only).
    """
    set_up_django("worker")
    from customerview.config.command_line.stand_in import settings

    path = settings(line, port or int(os.environ[f"CUSTOMERVIEW_{line.upper()}_PORT"]))
    os.chdir(SOURCE)
    os.execv(sys.executable, [sys.executable, "-m", "service_lines", str(path)])


@command.command("notify-stand-in")
@click.option("--port", type=int, envvar="CUSTOMERVIEW_NOTIFY_PORT", required=True, help="Where it listens.")
def notify_stand_in(port: int) -> None:
    """A stand-in for GOV.UK Notify, for demonstrations and tests: it sends nothing to anybody."""
    from customerview.config.keys import notify_stand_in_settings

    path = notify_stand_in_settings(port)
    os.chdir(SOURCE)
    os.execv(sys.executable, [sys.executable, "-m", "notify_stand_in", str(path)])
