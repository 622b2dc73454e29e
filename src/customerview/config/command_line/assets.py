"""`customerview assets`: what the pages load."""

from __future__ import annotations

import click
from rich.console import Console

from customerview.config.set_up import set_up_django


@click.group
def command() -> None:
    """Styles and scripts of the pages."""


@command.command
@click.option("--force", is_flag=True, help="Build even if nothing changed.")
def build(force: bool) -> None:
    """Build styles and scripts from npm's packages and our own; nothing is done when nothing changed."""
    set_up_django()
    from customerview.config.assets import build as build_assets

    built = build_assets(force=force)
    Console().print("Styles and scripts are built." if built else "Styles and scripts are up to date.")
