"""`customerview letters`: letters as samples, as runs, and on their way."""

from __future__ import annotations

import click

from .delivery.commands import COMMANDS


@click.group
def command() -> None:
    """Letters: hand them over, see where they stand."""


for each in COMMANDS:
    command.add_command(each)
