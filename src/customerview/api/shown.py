"""What of a fact, a record or a duty a client may see: by its role's tiers, and by which line a fact concerns.

A fact without words for a client's audience is not shared with it. What other lines are told is the sentence and the values in
it, no more. Bytes are never shown.
"""

from __future__ import annotations

from datetime import date, datetime
from string import Formatter
from typing import Any

import msgspec

from customerview.instructions import catalogue
from customerview.instructions.directory import team_name
from customerview.kernel import Actor, Duty, Fact, Owed, Record, Recorded, Share, action_name, team_of
from customerview.kernel.facts import FactShared, ReceiptRecorded

from .answers import CustomerShown, DutyShown, FactShown
from .clients import Client
from .language import said, spoken


def is_open_to(kinds: tuple[type[Fact], ...], by: Actor) -> bool:
    """Whether somebody may know that one of these kinds of fact happened."""
    return any(not kind.kind.restricted or kind.kind.restricted in by.tiers for kind in kinds)


def audience(fact: Fact, client: Client) -> str:
    """As whom this client is told of a fact: the line it concerns, or every line."""
    concerns = getattr(fact, "line", "")
    if concerns and concerns == client.line:
        return "line"
    if not concerns and client.role != "line_system" and "line" in fact.kind.said:
        return "line"
    return "lines"


def fact_shown(happened: Recorded, client: Client, *, own: bool = False) -> FactShown | None:
    """A fact for this client; None when it is not shared with it. One's `own` fact is named, if not told."""
    known = _may_know(happened, client)
    shown = _shown(happened, audience(happened.fact, client) if known else "")
    return shown if own or shown.words is not None else None


def fact_in_feed(happened: Recorded, client: Client) -> FactShown | None:
    """A fact of the feed for this client.

    A colleague's client follows everybody at once, with no reason for any of them. So it is told what every line is told, and of other
    facts that they happened; the rest it reads in the record, with a reason the customer can see.
    """
    if client.role == "line_system":
        return fact_shown(happened, client)
    return _shown(happened, "lines") if happened.fact.kind.said and _may_know(happened, client) else None


def _may_know(happened: Recorded, client: Client) -> bool:
    return is_open_to((type(happened.fact),), client.actor) and _share_is_open(happened.fact, client.actor)


def _shown(happened: Recorded, heard_as: str) -> FactShown:
    """A fact as it is told to an audience: its name alone where it has no words for them."""
    fact = happened.fact
    words = happened.say(heard_as, spoken()) if heard_as else None
    kind, team = happened.by.partition(":")[0], team_of(happened.by)
    return FactShown(
        customer=happened.stream, number=happened.number, kind=fact.kind.name, code=fact.kind.code, at=happened.at,
        effective=happened.effective, by=f"{kind}@{team}" if team else kind, cause=happened.cause, words=words,
        data={} if words is None else _data(fact, heard_as),
    )  # fmt: skip


def _share_is_open(fact: Fact, by: Actor) -> bool:
    """That something restricted was shared, and with whom, is restricted too."""
    if not isinstance(fact, FactShared | ReceiptRecorded):
        return True
    rules = [rule for rule in catalogue().shares if isinstance(rule, Share) and rule.name == fact.share]
    return all(is_open_to(rule.after, by) for rule in rules)


def _data(fact: Fact, heard_as: str) -> dict[str, Any]:
    held = msgspec.to_builtins(fact, builtin_types=(bytes,), str_keys=True)
    if heard_as == "lines":
        told = {name.partition(".")[0].partition("[")[0] for _, name, _, _ in Formatter().parse(fact.kind.said["lines"].en) if name}
        held = {name: value for name, value in held.items() if name in told}
    return without_bytes(held)


def without_bytes(value: Any) -> Any:
    """Plain data, every bytes value left out: what is kept encoded is not for others to read."""
    if isinstance(value, dict):
        return {name: without_bytes(v) for name, v in value.items() if not isinstance(v, bytes)}
    if isinstance(value, list | tuple):
        return [without_bytes(v) for v in value if not isinstance(v, bytes)]
    return value


def record_shown(record: Record, *, known: datetime | None, on: date | None, ages: Any) -> CustomerShown:
    """A record, already as its viewer may see it."""
    told = {name: without_bytes(msgspec.to_builtins(part, builtin_types=(bytes,), str_keys=True)) for name, part in record.slices.items()}
    return CustomerShown(
        customer=record.stream, number=record.number, at=record.at, known=known, on=on, record=told,
        sources={line: int(age.total_seconds()) if age is not None else None for line, age in ages.items()},
    )  # fmt: skip


def duties_shown(record: Record, by: Actor, at: datetime) -> list[DutyShown]:
    """What is owed and may be known to this viewer, the latest and most harmful first."""
    known = catalogue().duties
    owed = sorted(record.duties.open.values(), key=lambda o: (not o.is_late(at), o.harm, o.due))
    shown = [_duty_for(o, known[o.duty], by, at) for o in owed if known[o.duty].restricted or is_open_to(known[o.duty].after, by)]
    return [one for one in shown if one is not None]


def _duty_for(owed: Owed, rule: Duty, by: Actor, at: datetime) -> DutyShown | None:
    """A duty as this viewer may know it: of one kept from them no more than its general sentence."""
    told = rule.words_for(by, owed.owner)
    if told is rule.words:
        return duty_shown(owed, rule, at)
    return told and msgspec.structs.replace(
        duty_shown(owed, rule, at), id="", duty="", rule="", words=said(told), by_doing=[], opened_by=0, owner="", owner_name="", person="", offered_to=""
    )  # fmt: skip


def duty_shown(owed: Owed, rule: Duty, at: datetime) -> DutyShown:
    gaps = dict.fromkeys(rule.gaps, "") | owed.values
    return DutyShown(
        id=owed.id, duty=owed.duty, rule=owed.rule, words=rule.words.say(spoken(), **gaps), opened_by=owed.opened_by,
        opened_at=owed.opened_at, begins=owed.begins, due=owed.due, due_at=owed.due_at, late=owed.is_late(at), owner=owed.owner,
        owner_name=said(team_name(owed.owner)), person=owed.person, offered_to=owed.offered_to, harm=owed.harm,
        by_doing=[action_name(a) for a in rule.by_doing],
        promise=rule.promise.say(spoken(), **gaps) if rule.promise else None,
    )  # fmt: skip
