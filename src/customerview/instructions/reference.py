"""The reference pages of actions, facts, rules and permissions, written from what is declared and from nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, get_args

import msgspec

from customerview.kernel import Action, Catalogue, Chapter, Fact, Words, action_name, fields_of
from customerview.kernel.facts import KERNEL_FACTS

from .describing import described_rule

NOTE = "<!-- Written by `customerview docs build` from the declarations. Do not edit: `make check` compares it. -->\n"


def pages(house: Catalogue) -> dict[str, str]:
    """Each page's file name and text."""
    return {
        "actions.md": _page("Actions", "What people and systems do here. An action *asks* (its guards are consulted) or *records* (nothing "
                            "ever refuses it).", _chapters(house, _actions)),
        "facts.md": _page("Facts", "Everything that can have happened. Fields marked ✂ can be forgotten: they live beside the ledger. The "
                          "words are those each audience reads; an audience without words is not told.",
                          ["\n## The five ideas themselves\n", *map(_fact, KERNEL_FACTS), *_chapters(house, _facts)]),
        "rules.md": _page("Rules", "Every operational instruction in force, where it stands, what it rests on, and the published cases it "
                          "learned from.", _chapters(house, _rules)),
        "permissions.md": _page("Permissions", "Who may do what. Whoever has no mark may not: roles deny by default. A customer acts in their "
                                "own record only, a representative while their authority is in force; actions marked own line only for the "
                                "line whose business it is.", _permissions(house)),
    }  # fmt: skip


def _page(title: str, first: str, blocks: Iterable[str]) -> str:
    return f"{NOTE}# {title}\n\n{first}\n" + "".join(f"{block}\n" for block in blocks)


def _chapters(house: Catalogue, blocks: Callable[[Chapter, Catalogue], list[str]]) -> list[str]:
    found = []
    for chapter in house.chapters:
        if held := blocks(chapter, house):
            found += [f"\n## {chapter.title}\n", *held]
    return found


def _actions(chapter: Chapter, house: Catalogue) -> list[str]:
    return [_action(a, house) for a in sorted(chapter.actions, key=action_name)]


def _action(action: type[Action], house: Catalogue) -> str:
    about = action.about
    says = [
        "asks" if about.asks else "records", {"gives": "gives", "takes_away": "takes away"}.get(about.effect, ""),
        "protects" if about.protects else "", "own line only" if about.own_line_only else "",
        "goes out to the customer" if about.outgoing else "", "opens a record" if about.opens_record else "",
    ]  # fmt: skip
    lines = [f"### `{action_name(action)}`: {about.title.en}", "", f"{_plain(action.__doc__)} ({', '.join(filter(None, says))})", ""]
    lines += [f"Who may: {', '.join(about.may)}."]
    if guards := house.guards_before(action):
        lines += ["", "Asked before it: " + ", ".join(f"`{g.name}`" for g in guards) + "."]
    asked = fields_of(action)
    if fields := msgspec.structs.fields(action):
        lines += ["", "| Field | Question | Kind | |", "|---|---|---|---|"]
        for f in fields:
            held = asked.get(f.name)
            more = ", ".join(filter(None, ["required" if f.required else "", "set by the page" if held and held.hidden else ""]))
            lines.append(f"| `{f.name}` | {_cell(held.question.en) if held else ''} | {held.kind if held else _type(f.type)} | {more} |")
    return "\n".join(lines) + "\n"


def _facts(chapter: Chapter, house: Catalogue) -> list[str]:
    return [_fact(f) for f in sorted(chapter.facts, key=lambda f: f.kind.code)]


def _fact(fact: type[Fact]) -> str:
    kind = fact.kind
    limits = [f"restricted to {kind.restricted}" if kind.restricted else "", "never shown to whoever acts for the customer" if kind.from_representatives else ""]  # fmt: skip
    limited = f" ({', '.join(filter(None, limits))})" if any(limits) else ""
    fields = [
        f"`{f.name}`{' ✂' if f.name in kind.forget else ''}: {_type(f.type)}{'' if f.required else ', optional'}"
        for f in msgspec.structs.fields(fact)
    ]
    lines = [f"### {kind.code} `{kind.name}`", "", _plain(fact.__doc__) + limited, ""]
    if fields:
        lines += ["; ".join(fields) + ".", ""]
    lines += [f"- {audience}: {_both(words)}" for audience, words in kind.said.items()] or ["- no audience is told"]
    return "\n".join(lines) + "\n"


def _rules(chapter: Chapter, house: Catalogue) -> list[str]:
    found = []
    for rule in sorted(chapter.rules, key=lambda r: (r.rule, r.name)):
        said: dict[str, Any] = described_rule(rule, house)
        part = f" (part of `{said['rule']}`)" if said["rule"] != said["name"] else ""
        lines = [f"### `{said['name']}` ({said['kind']}){part}", "", said["sentence"], "", f"- Stands {said['stands']}."]
        lines += [f"- Owed by {said['owner']}; deadline {said['within']}."] if said["owner"] else []
        lines += [f"- {f['name']}: {f['value']}, since {f['since']} ({f['source']})." for f in said["figures"]]
        lines += [f"- Source: {said['source']}."]
        lines += [f"- Learned from {', '.join(said['learned_from'])}."] if said["learned_from"] else []
        found.append("\n".join(lines) + "\n")
    return found


def _permissions(house: Catalogue) -> list[str]:
    roles = list(house.roles.values())
    lines = ["\n## Roles\n", "| Role | What it is for | Restricted facts it opens |", "|---|---|---|"]
    lines += [f"| {r.title} (`{r.code}`) | {r.description} | {', '.join(sorted(r.tiers))} |" for r in roles]
    lines += ["\n## Matrix\n", "| Action | " + " | ".join(f"`{r.code}`" for r in roles) + " |", "|---" * (len(roles) + 1) + "|"]
    for action in sorted(house.actions.values(), key=action_name):
        mark = "own line" if action.about.own_line_only else "✔"
        cells = " | ".join(mark if r.code in action.about.may else "" for r in roles)
        lines.append(f"| `{action_name(action)}` | {cells} |")
    return lines


def _plain(text: str | None) -> str:
    return " ".join((text or "").split())


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _both(words: Words) -> str:
    return words.en if words.cy == words.en else f"{words.en} / {words.cy}"


def _type(held: Any) -> str:
    """A type as it would be said: "text", "whole number", "day"."""
    bare = getattr(held, "__origin__", held) if hasattr(held, "__metadata__") else held
    inner = [a for a in get_args(bare) if a is not type(None) and a is not ...]
    name = getattr(bare, "__name__", "")
    if name in ("tuple", "list") and inner:
        return f"several: {_type(inner[0])}"
    if inner and name != "dict":
        return " or ".join(_type(a) for a in inner)
    plain = {"str": "text", "int": "whole number", "bool": "yes or no", "date": "day", "datetime": "moment", "bytes": "bytes",
             "UUID": "id of a record", "dict": "fields"}  # fmt: skip
    return plain.get(name, name or str(bare))
