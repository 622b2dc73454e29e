"""`customerview instructions`: every instruction in force, where it stands and where it comes from."""

from __future__ import annotations

import json
from typing import Any

import click
from rich.console import Console
from rich.markup import escape

from customerview.kernel import Catalogue, Duty, Guard, Rule, Share, View, action_name


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


def described_rule(rule: Rule, house: Catalogue) -> dict[str, Any]:
    """All that is declared about a rule, ready to be written out."""
    settings = [getattr(rule, name, "") for name in ("within", "begins_in", "again_every", "receipt_within")]
    named = {s for s in settings if isinstance(s, str)} if isinstance(rule, Duty | Share) and not any(map(callable, settings)) else None
    held = [f for owner in dict.fromkeys((rule.name, rule.rule, "common")) for f in house.figures.all(owner) if owner != "common" or named]
    figures = [f for f in held if named is None or f.name in named]
    owner = getattr(rule, "owner", "")
    return {
        "name": rule.name, "rule": rule.rule, "kind": rule.kind, "chapter": rule.chapter, "sentence": rule.words.en,
        "stands": _stands(rule, house), "owner": _by_case(owner), "within": _by_case(getattr(rule, "within", "")),
        "source": rule.source, "learned_from": list(rule.learned_from),
        "figures": [{"name": f.name, "value": f.value, "since": f.since, "source": f.source} for f in figures],
    }  # fmt: skip


def _by_case(said: Any) -> str:
    """A code as it is; what depends on the case by the name of what decides it: "team of the proposer"."""
    return said if isinstance(said, str) else said.__name__.strip("_").replace("_", " ").replace("<lambda>", "by case")


def _stands(rule: Rule, house: Catalogue) -> str:
    """Where it takes hold: before which actions, after which facts, on which screens."""
    if isinstance(rule, Guard):
        before = [a for a in house.actions.values() if rule.stands_before(a)]
        return "before " + ", ".join(action_name(a) for a in before)
    if isinstance(rule, Duty | Share):
        return "after " + ", ".join(f.__name__ for f in rule.after)
    return "at " + ", ".join(rule.at) if isinstance(rule, View) else ""


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
