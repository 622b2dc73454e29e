"""The things in a record that an action can be about: what a hidden field of its declaration may hold, and what to call each.

An action about an award is offered once for each award, one about a message once for each open message.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

from customerview.instructions.contacts.facts import CHANNELS
from customerview.instructions.directory import BENEFITS
from customerview.instructions.journal_and_callbacks.facts import REQUESTS, TOPICS
from customerview.kernel import Action, Catalogue, Record, fields_of, in_words, words
from customerview.kernel.action import declared

from .appointments import called
from .naming import benefit_name, line_name

Things = Iterator[tuple[Any, str]]


def _awards(record: Record) -> Things:
    for award in record.awards.held.values():
        yield award.award, benefit_name(award.benefit)


def _authorities(record: Record) -> Things:
    for held in record.authority.held.values():
        yield held.authority, f"{held.name or 'somebody'}, {held.words.en}"


def _linked(record: Record) -> Things:
    for linked in record.people.linked.values():
        yield linked.link, linked.name or linked.relation


def _kin(record: Record) -> Things:
    for kin in record.death.kin.values():
        yield kin.number, kin.name or kin.claim.replace("_", " ")


def _balances(record: Record) -> Things:
    for balance in record.death.balances.values():
        yield balance.number, line_name(balance.line)


def _payments(record: Record) -> Things:
    for trouble in record.payments.wrong.values():
        yield trouble.payment, f"the {BENEFITS[trouble.benefit].en if trouble.benefit in BENEFITS else trouble.benefit} payment"


def _cares(record: Record) -> Things:
    for care in record.needs.take_care.values():
        yield care.number, care.words.en.rstrip(".")


def _appointments(record: Record) -> Things:
    """Those that stand; of those that are over, those of which something is still to be said."""
    diary = record.appointments
    for one in (*diary.in_order(), *(o for o in diary.over.values() if o.number in diary.missed or o.not_met)):
        yield one.number, called(one)


def _numbered(slice_name: str, attribute: str, said: Callable[[Any], str]) -> Callable[[Record], Things]:
    def things(record: Record) -> Things:
        for number, one in getattr(record.slices.get(slice_name), attribute, {}).items():
            yield number, said(one)

    return things


OF: dict[str, Callable[[Record], Things]] = {
    "award": _awards, "authority": _authorities, "link": _linked, "balance": _balances, "payment": _payments,
    "appointment": _appointments,
    "offer": _numbered("needs", "offers", lambda o: o.support.replace("_", " ")),
    "proposal": _numbered("proposals", "open", lambda p: p.action.replace("_", " ")),
    "override": _numbered("overrides", "open", lambda o: o.action.replace("_", " ")),
    "message": _numbered("messages", "open", lambda m: f"about {TOPICS[m.topic].en.lower() if m.topic in TOPICS else m.topic}"),
    "callback": _numbered("callbacks", "open", lambda c: in_words(c.at, time=True) if c.at else "no time agreed"),
    "asked": _numbered("requests", "open", lambda r: REQUESTS[r.request].en.lower() if r.request in REQUESTS else r.request),
    "matter": _numbered("chases", "open", lambda c: words("{matter:matter}").say("en", matter=c.matter)),
    "follow_up": _numbered("follow_ups", "open", lambda f: in_words(f.due)),
    "step": _numbered("follow_ups", "steps", lambda s: str(s).replace("_", " ")),
    "line_request": _numbered("line_requests", "open", lambda r: f"{benefit_name(r.line)}: {words('{w:asked_of_line}').say('en', w=r.what)}"),
    "escalation": _numbered("escalations", "open", lambda e: e.reason.replace("_", " ")),
    "received": _numbered("third_parties", "powers", lambda p: p.name or p.type),
    "note": _numbered("notes", "pinned", lambda n: n.text[:60]),
    "contact": _numbered("contacts", "open", lambda c: CHANNELS[c.channel].en if c.channel in CHANNELS else c.channel),
}  # fmt: skip
"""By the name of the hidden field. A field of another name is about one thing only, or is offered where that thing is shown."""


@cache
def hidden_fields(action: type[Action]) -> list[str]:
    """What has to be said by the page: hidden fields that cannot be left out."""
    required = {f.name for f in declared(action) if f.required}
    return [name for name, asked in fields_of(action).items() if asked.hidden and name in required]


def what_it_is_about(action: type[Action], record: Record, catalogue: Catalogue) -> list[tuple[dict[str, Any], str]]:
    """Each thing this action could be done about now: the values of its hidden fields, and what the thing is called."""
    needed = hidden_fields(action)
    if not needed:
        return [({}, "")]
    if len(needed) > 1:
        return []
    name = needed[0]
    if name in OF:
        return [({name: value}, called) for value, called in OF[name](record)]
    return [({name: value}, "") for value in sorted(_owed_about(action, name, record, catalogue))]


def named_by_duty(action: type[Action], name: str, per: str) -> dict[str, Any] | None:
    """What a duty says it is about, as the hidden field of that name, when the action has it and needs no other."""
    asked = fields_of(action).get(name)
    if asked is None or not asked.hidden or set(hidden_fields(action)) - {name}:
        return None
    number = _holds_a_number(action, name)
    return {name: int(per) if number else per} if per.isdecimal() or not number else None


def _holds_a_number(action: type[Action], name: str) -> bool:
    kind = next(f.type for f in declared(action) if f.name == name)
    return getattr(kind, "__origin__", kind) is int


def _owed_about(action: type[Action], name: str, record: Record, catalogue: Catalogue) -> set[Any]:
    """Open duties that this action meets tell what it would be about."""
    number = _holds_a_number(action, name)
    found: set[Any] = set()
    for owed in record.duties.open.values():
        rule = catalogue.duties[owed.duty]
        if action in rule.by_doing and rule.per == name and (not number or owed.per.isdecimal()):
            found.add(int(owed.per) if number else owed.per)
    return found
