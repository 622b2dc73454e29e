"""`customerview learning`: play the published cases against the instructions in force."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence

import click
import msgspec
from rich.console import Console
from rich.markup import escape

from .points import HELD_THEMES, Played, published, replay, told


@click.group
def command() -> None:
    """Serious-case reviews: what they taught, and whether it can still happen silently."""


@command.command("replay")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.option("--without", multiple=True, metavar="RULE", help="Leave this rule out, to see what happens then. May be repeated.")
@click.option("--theme", default="", help="Only the points of this theme.")
def replay_command(as_json: bool, without: Sequence[str], theme: str) -> None:
    """Play every point of the held themes as given, when, then, through the real door, in memory.

    Says per point which rule caught it and how; and, with all rules in force, that without them it happens silently again.
    Exits with 1 when a point of a held theme is not told, not caught, or still caught without its rules.
    """
    if theme and theme not in {p.theme for p in published().values()}:
        raise click.BadParameter(f"There is no theme called {theme}.", param_hint="--theme")
    try:
        played = replay(without=without, theme=theme)
    except KeyError as error:
        raise click.BadParameter(str(error.args[0]), param_hint="--without") from error
    missing = [p.id for p in published().values() if p.theme in HELD_THEMES and theme in ("", p.theme) and p.id not in told()]
    holds = not missing and all(p.caught and p.silent_without is not False for p in played)
    if as_json:
        print(json.dumps({"holds": holds, "without": list(without), "told": len(played), "published": len(published()),
                          "caught": sum(p.caught for p in played), "missing": missing, "points": msgspec.to_builtins(played)}, indent=1))  # fmt: skip
    else:
        _print(played, missing, bool(without))
    sys.exit(0 if holds else 1)


def _print(played: list[Played], missing: list[str], without: bool) -> None:
    console = Console(highlight=False, soft_wrap=True)
    for theme in dict.fromkeys(p.theme for p in played):
        console.print(f"\n[bold]{theme.replace('_', ' ').capitalize()}[/bold]")
        for p in (p for p in played if p.theme == theme):
            _print_point(console, p, without)
    for id in missing:
        console.print(f"[red]✘ {id}[/red]  no story is told of it: {escape(published()[id].failing)}")
    caught, silent = sum(p.caught for p in played), sum(bool(p.silent_without) for p in played)
    console.print(f"\n{caught} of {len(played)} points told, of {len(published())} published, can no longer happen silently.")
    if not without:
        console.print(f"Without their rules, {silent} of {len(played)} happen silently again.")


def _print_point(console: Console, p: Played, without: bool) -> None:
    mark = "[green]✔[/green]" if p.caught and p.silent_without is not False else "[red]✘[/red]"
    console.print(f"{mark} [cyan]{p.point:8}[/cyan] {escape(p.story)}")
    for catch in p.catches:
        if catch.holds:
            words = f": {catch.words}" if catch.words else ""
            console.print(f"    {escape(catch.how)} [dim]({escape(catch.rule)})[/dim]{escape(words)}")
    if p.problem:
        console.print(f"    [red]{escape(p.problem)}[/red]")
    elif without and not p.caught:
        console.print(
            "    [red]now happens silently[/red]" if not any(c.holds for c in p.catches) else "    [red]now only partly caught[/red]"
        )
        console.print(f"    [dim]{escape(p.failing)}[/dim]")
