"""Requests to lines as they are shown: what was asked and where it stands, in words that can be read out; what can be asked of each award."""

from __future__ import annotations

from typing import NamedTuple

from customerview.instructions.directory import BENEFITS
from customerview.instructions.requests_to_lines.asking import AskLine
from customerview.instructions.requests_to_lines.kinds import KINDS, OUTCOMES
from customerview.instructions.requests_to_lines.rules import read_out
from customerview.instructions.requests_to_lines.slices import LineRequest
from customerview.kernel import Action, Asked, Catalogue, Record
from customerview.perform import may_do

from .doable import Doable, doable
from .naming import benefit_name, line_name, team_name

ABOUT_ONE = ("answer_line_request", "settle_line_answers", "send_more_to_line", "tell_of_line_answer", "withdraw_line_request")
"""What can be done about one request, in this order."""

BY_ITS_DAYS = "only_what_is_not_in_doubt_is_asked_for"
"""The rule that stands only before some of the days that can be asked for."""


class AskedOf(NamedTuple):
    """One request on the page: what was asked, where it stands as it can be read out, what was written, what can be done about it."""

    title: str
    state: str
    colour: str
    said: str
    words: list[tuple[str, str]]
    ways: list[Doable]
    news: bool
    """Whether the line said something that somebody has to read now."""


class Askable(NamedTuple):
    """One award, what can be asked of the line that pays it, and what has been."""

    award: str
    name: str
    short: str
    asked: list[AskedOf]
    kinds: list[Doable]
    over: bool


def askable(award: str, record: Record, asked: Asked, known: Catalogue) -> Askable:
    held = record.awards.held[award]
    kinds = []
    for action in asks(known):
        if may_do(action, asked.by, record, known) is None and (one := doable(action, {"award": award}, "", record, asked, known)):
            said = KINDS[action.what].words.en
            kinds.append(by_the_days(one)._replace(title=said[:1].upper() + said[1:]))
    return Askable(
        award=award, name=BENEFITS[held.benefit].en if held.benefit in BENEFITS else held.benefit, short=benefit_name(held.line),
        asked=[asked_of(one, record, asked, known) for one in record.line_requests.of_award(award)], kinds=kinds,
        over=held.ends is not None and held.ends < asked.today,
    )  # fmt: skip


def by_the_days(one: Doable) -> Doable:
    """What stands in the way only of some days is said beside it, and the form asks for the days."""
    some = [way for way in one.in_the_way if way.rule == BY_ITS_DAYS]
    if not some:
        return one
    return one._replace(in_the_way=[way for way in one.in_the_way if way not in some], second_person=some[0].words)


def asks(known: Catalogue) -> list[type[AskLine]]:
    """The actions by which a line is asked, in the order of their kinds."""
    found = {a.what: a for a in known.actions.values() if issubclass(a, AskLine)}
    return [found[what] for what in KINDS if what in found]


def asked_of(one: LineRequest, record: Record, asked: Asked, known: Catalogue) -> AskedOf:
    said = KINDS[one.what].words.en if one.what in KINDS else one.what.replace("_", " ")
    state, colour = _state(one, asked)
    return AskedOf(
        title=f"{benefit_name(one.line)} was asked to {said}", state=state, colour=colour, said=read_out(one, asked.today).en, words=_words(one),
        ways=[way for name in ABOUT_ONE if (way := _way(known.actions.get(name), one, record, asked, known)) is not None],
        news=one.stage in ("answered", "needs_more", "differs"),
    )  # fmt: skip


def open_requests(record: Record, asked: Asked, known: Catalogue) -> list[AskedOf]:
    """What is asked of lines and not over, the longest waiting first."""
    return [asked_of(one, record, asked, known) for one in record.line_requests.open.values()]


def _way(action: type[Action] | None, one: LineRequest, record: Record, asked: Asked, known: Catalogue) -> Doable | None:
    if action is None or may_do(action, asked.by, record, known) is not None:
        return None
    found = doable(action, {"line_request": one.number}, "", record, asked, known)
    return None if found is None or found.ask_line else found


def _state(one: LineRequest, asked: Asked) -> tuple[str, str]:
    if one.stage == "asked":
        late = one.answer_by < asked.today
        return ("Late", "red") if late else ("Waits for their answer", "yellow") if one.received else ("Sent, not confirmed", "yellow")
    stages = {"needs_more": ("They need more", "yellow"), "differs": ("Two answers", "red")}
    return stages.get(
        one.stage,
        (OUTCOMES[one.outcome].en.capitalize() if one.outcome in OUTCOMES else "Over", "green" if one.outcome == "done" else "grey"),
    )


def _words(one: LineRequest) -> list[tuple[str, str]]:
    """What was written about it, by whom."""
    whose = f"It is for: {line_name(one.whose)}" if one.whose else ""
    said = [(f"Why ({team_name(one.team)})", one.why), *(("Asked again", why) for why in one.joined), ("They need", one.more)]
    said += [(f"{benefit_name(one.line)} said", " ".join(filter(None, [one.said, whose]))), ("Then it said", one.other_said)]
    return [(term, text) for term, text in said if text]
