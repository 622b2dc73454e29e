"""`customerview docs`: the reference pages, written from the declarations."""

from __future__ import annotations

import sys
from pathlib import Path

import click


@click.group
def command() -> None:
    """The generated reference pages: actions, facts, rules, permissions, the API."""


@command.command
@click.option("--check", is_flag=True, help="Write nothing; exit with 1 when a page is not as it would be written.")
@click.option("--into", type=click.Path(path_type=Path), default=Path("docs/reference"), show_default=True, help="The folder of the pages.")
def build(check: bool, into: Path) -> None:
    """Write the reference pages, or compare them with what is declared."""
    from customerview.api import openapi_text
    from customerview.instructions import catalogue
    from customerview.instructions.reference import pages

    stale = []
    for name, text in (pages(catalogue()) | {"openapi.json": openapi_text()}).items():
        page = into / name
        if page.exists() and page.read_text() == text:
            continue
        stale.append(str(page))
        if not check:
            into.mkdir(parents=True, exist_ok=True)
            page.write_text(text)
    if check and stale:
        click.echo(f"Not as declared: {', '.join(stale)}. Run `make docs` and commit what it writes.")
        sys.exit(1)
    click.echo(f"{'Written' if stale else 'Up to date'}: {', '.join(stale) or into}")
