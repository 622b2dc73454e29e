"""A declaration in words: what lists, reference pages and screens say about a rule."""

from __future__ import annotations

from typing import Any

from customerview.kernel import Catalogue, Duty, Guard, Rule, Share, View, action_name


def described_rule(rule: Rule, house: Catalogue) -> dict[str, Any]:
    """All that is declared about a rule, ready to be written out."""
    settings = [getattr(rule, name, "") for name in ("within", "begins_in", "begins_before", "again_every", "receipt_within")]
    named = {s for s in settings if isinstance(s, str)} if isinstance(rule, Duty | Share) and not any(map(callable, settings)) else None
    held = [f for owner in dict.fromkeys((rule.name, rule.rule, "common")) for f in house.figures.all(owner) if owner != "common" or named]
    figures = [f for f in held if named is None or f.name in named]
    return {
        "name": rule.name, "rule": rule.rule, "kind": rule.kind, "chapter": rule.chapter, "sentence": rule.words.en,
        "stands": where_it_stands(rule, house), "owner": by_case(getattr(rule, "owner", "")), "within": by_case(getattr(rule, "within", "")),
        "source": rule.source, "learned_from": list(rule.learned_from),
        "figures": [{"name": f.name, "value": f.value, "since": f.since, "source": f.source} for f in figures],
    }  # fmt: skip


def by_case(said: Any) -> str:
    """A code as it is; what depends on the case by the name of what decides it: "team of proposer"."""
    return said if isinstance(said, str) else said.__name__.strip("_").replace("_", " ").replace("<lambda>", "by case")


def where_it_stands(rule: Rule, house: Catalogue) -> str:
    """Where it takes hold: before which actions, after which facts, on which screens."""
    if isinstance(rule, Guard):
        return "before " + ", ".join(action_name(a) for a in house.actions.values() if rule.stands_before(a))
    if isinstance(rule, Duty | Share):
        return "after " + ", ".join(f.__name__ for f in rule.after)
    return "at " + ", ".join(rule.at) if isinstance(rule, View) else ""
