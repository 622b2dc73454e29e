"""`customerview instructions`: every instruction in force, where it stands and where it comes from."""

from __future__ import annotations

import json
from typing import Any

import click
from rich.console import Console
from rich.markup import escape

from .describing import described_rule


@click.group
def command() -> None:
    """The operational instructions: what each says, its source, its figures and the cases it learned from."""


@command.command("list")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.option("--chapter", default="", help="Only those of this chapter.")
def list_command(as_json: bool, chapter: str) -> None:
    """Every rule: name, kind, chapter, sentence, source, figures with law and date, owner, cases."""
    from customerview.instructions import catalogue

    house = catalogue()
    rules = [r for r in sorted(house.rules, key=lambda r: (r.chapter, r.rule, r.name)) if chapter in ("", r.chapter)]
    if chapter and not rules:
        raise click.BadParameter(f"No rule stands in a chapter called {chapter}.", param_hint="--chapter")
    described = [described_rule(r, house) for r in rules]
    if as_json:
        print(json.dumps({"edition": house.edition, "rules": described}, indent=1, default=str))
    else:
        _print(described)


def _print(rules: list[dict[str, Any]]) -> None:
    console = Console(highlight=False, soft_wrap=True)
    for chapter in dict.fromkeys(r["chapter"] for r in rules):
        console.print(f"\n[bold]{chapter.replace('_', ' ').capitalize()}[/bold]")
        for r in (r for r in rules if r["chapter"] == chapter):
            console.print(f"[cyan]{r['name']}[/cyan] ({r['kind']}) {escape(r['sentence'])}")
            owner = f", owed by {r['owner']}" if r["owner"] else ""
            console.print(f"    [dim]{escape(r['stands'])}{escape(owner)}; source: {escape(r['source'])}[/dim]")
            for f in r["figures"]:
                console.print(f"    [dim]{f['name']} = {f['value']} since {f['since']}: {escape(f['source'])}[/dim]")
            if r["learned_from"]:
                console.print(f"    [dim]learned from {', '.join(r['learned_from'])}[/dim]")
    console.print(f"\n{len(rules)} instructions.")
