"""`customerview`: one command a file, each loaded only when it is called, so that help is instant.

A room adds a command by a line in COMMANDS: its name, the module that holds a click command called `command`, and its help.
"""

from __future__ import annotations

import importlib

import click
from rich.console import Console
from rich.table import Table

HERE = "customerview.config.command_line"
COMMANDS = {
    "Running the service": {
        "demo": (f"{HERE}.demo", "Everything at once, with a made-up population."),
        "serve": (f"{HERE}.serve", "One part of the service: web, worker or identity-provider."),
        "db": (f"{HERE}.db", "The database: start, stop, status, prepare."),
        "assets": (f"{HERE}.assets", "Styles and scripts of the pages: build."),
        "client": ("customerview.api.commands.client", "Clients of the API: create, revoke."),
        "keys": ("customerview.proofs.commands", "The keys proofs are signed with: show, rotate."),
        "letters": ("customerview.correspondence.commands", "Letters on their way: print, reconcile, status."),
        "sharing": ("customerview.sharing.commands", "Who is told what is shared: subscribe, rotate, status."),
    },
    "The ledger and the instructions": {
        "ledger": (f"{HERE}.ledger", "The facts: verify, rebuild, export."),
        "learning": ("customerview.learning.commands", "Serious-case reviews: replay."),
        "instructions": ("customerview.instructions.commands", "The operational instructions: list."),
        "duties": ("customerview.work.commands", "Open work: reset to a later edition of its instruction."),
        "population": ("customerview.population.commands", "A made-up population: generate."),
    },
    "Explaining it": {
        "docs": (f"{HERE}.docs", "The generated reference pages: build, check."),
    },
}


class CommandLine(click.Group):
    """The top command: finds the others by COMMANDS, and shows them in their groups."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return [name for group in COMMANDS.values() for name in group]

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        for group in COMMANDS.values():
            if name in group:
                return importlib.import_module(group[name][0]).command
        return None

    def invoke(self, ctx: click.Context) -> object:
        """A database that cannot be reached is said in a sentence, with what to do."""
        try:
            return super().invoke(ctx)
        except Exception as error:
            if type(error).__name__ != "OperationalError":
                raise
            raise click.ClickException(
                f"The database cannot be reached: start it with `customerview db start`.\n{str(error).strip()}"
            ) from None

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        console = Console()
        console.print("[bold]customerview[/bold]: one view of each customer, and every instruction asked in time.\n")
        for title, commands in COMMANDS.items():
            console.print(f"[bold]{title}[/bold]")
            table = Table(box=None, show_header=False, padding=(0, 2))
            table.add_column(style="cyan", no_wrap=True, min_width=14)
            for name, (_, words) in commands.items():
                table.add_row(name, words)
            console.print(table)
            console.print()
        console.print("customerview COMMAND --help says more of one command.")


@click.group(cls=CommandLine, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.version_option(package_name="customerview")
def main() -> None:
    """Customer View."""
