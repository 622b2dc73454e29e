"""`customerview letters`: letters as samples, as runs, and on their way."""

from __future__ import annotations

from pathlib import Path

import click

from .delivery.commands import COMMANDS


@click.group
def command() -> None:
    """Letters: samples of every one, runs, and where they stand."""


@command.command
@click.option("--out", required=True, type=click.Path(file_okay=False, path_type=Path), help="The folder they are written to.")
def sample(out: Path) -> None:
    """Every letter in every form and language for the story customers, with manifest.json (letter, language, form, file, sha256)."""
    from customerview.config.set_up import set_up_django

    set_up_django()
    from .samples import write_samples

    found = write_samples(out)
    click.echo(f"{len(found)} files, and manifest.json, in {out}")


for each in COMMANDS:
    command.add_command(each)
