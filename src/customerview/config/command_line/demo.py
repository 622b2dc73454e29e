"""`customerview demo`: the whole service at once, with a made-up population; Ctrl-C ends it."""

from __future__ import annotations

import json
import signal
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from customerview.config import database, services
from customerview.config.supervisor import NotReady, Supervisor

console = Console(highlight=False, soft_wrap=True)


@click.command
@click.option("--port", default=8000, envvar="PORT", show_default=True, help="The next few ports are used too.")
@click.option("--customers", default=2000, envvar="CUSTOMERS", show_default=True, help="How many made-up customers, if there are none yet.")
def command(port: int, customers: int) -> None:
    """Everything at once: database, made-up population, sign-in, pages, worker. Ctrl-C stops it; the data is kept."""
    for how in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(how, interrupt)
    for number in range(services.PORTS):
        refuse_if_in_use(port + number, f"PORT={port + 100} make demo")
    supervisor = Supervisor(services.environment(port, customers))
    cluster = database.embedded()
    ours = False
    try:
        if cluster:
            with step() as said:
                ours = cluster.start(stay=False)
                said.append("PostgreSQL is started." if ours else "PostgreSQL was running already.")
        for command in services.PREPARATIONS:
            with step() as said:
                said.append(supervisor.run_once(command))
        with step() as said:
            for service in services.SERVICES:
                supervisor.start(service)
            supervisor.wait_until_ready()
            said.append(f"{len(services.SERVICES)} services are ready.")
        show_people(Path(supervisor.environment["CUSTOMERVIEW_PERSONAS"]))
        console.print(f"What each part says is in {supervisor.logs}. Ctrl-C stops everything; the data is kept.")
        print(f"Ready: http://localhost:{port}", flush=True)
        while True:
            time.sleep(0.5)
            if cluster and cluster.has_ended():
                cluster.start(stay=False)
                console.print("[yellow]The database server ended by itself and was started again.[/yellow]")
            for name in supervisor.mend():
                console.print(f"[yellow]The {name} ended by itself and was started again.[/yellow]")
    except NotReady as problem:
        raise click.ClickException(str(problem)) from problem
    except KeyboardInterrupt:
        console.print("\nStopping …")
    finally:
        ignore_interrupts()  # one Ctrl-C is enough: a second must not leave something running
        supervisor.stop()
        if cluster and ours:
            cluster.stop()
    console.print("Stopped.")


def interrupt(*_: object) -> None:
    raise KeyboardInterrupt


def ignore_interrupts() -> None:
    for how in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(how, signal.SIG_IGN)


def refuse_if_in_use(port: int, advice: str) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError as error:
            raise click.ClickException(f"Port {port} cannot be used ({error.strerror}). Choose others: {advice}") from error


@contextmanager
def step() -> Iterator[list[str]]:
    """Say what a step came to, and how long it took."""
    start = time.monotonic()
    said: list[str] = []
    yield said
    console.print(f"[green]✔[/green] {' '.join(said)} [dim]{time.monotonic() - start:.1f} s[/dim]")


def show_people(personas: Path) -> None:
    """Whom to sign in as."""
    if not personas.exists():
        return
    table = Table(title="Whom to sign in as", title_justify="left", box=None, padding=(0, 2))
    for heading in ("Name", "As a", "Story"):
        table.add_column(heading)
    for person in json.loads(personas.read_text()):
        table.add_row(person["name"], person["kind"], person["label"])
    console.print(table)
