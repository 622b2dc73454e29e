"""What this colleague can do for this customer now: from the catalogue of actions, the roles, and what the guards would say.

Nothing is just missing: an action not possible now is shown with the guard's sentence and the button that satisfies it, and
what only another line may do is shown as asking that line.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from customerview import work
from customerview.instructions.requests_to_lines.asking import AskLine
from customerview.instructions.requests_to_lines.on_request import OnRequest
from customerview.kernel import Action, Asked, Catalogue, Duty, Owed, Record, SecondPerson, action_name, fields_of
from customerview.perform import may_do

from .doable import DONE_IN_PLACE, PLAN, Doable, doable
from .naming import benefit_name
from .things import hidden_fields, named_by_duty, what_it_is_about

ASKING = "requests_to_lines"


def suggested(record: Record, asked: Asked, catalogue: Catalogue) -> list[Doable]:
    """What is owed, as things to do: the actions that meet each open duty, late and harmful first, that this person may do."""
    found: dict[tuple[str, str], Doable] = {}
    for owed in sorted(record.duties.begun(asked.today), key=lambda o: (not o.is_late(asked.at), o.harm, o.due)):
        rule = catalogue.duties[owed.duty]
        if rule.words_for(asked.by, owed.owner) is not rule.words:
            continue
        for action in rule.by_doing or _kernel_ways(rule, catalogue):
            about = _about_of(action, owed.per, rule.per, record, catalogue)
            if about is None or may_do(action, asked.by, record, catalogue) is not None:
                continue
            done = doable(action, about, _called(action, about, owed, record, catalogue), record, asked, catalogue)
            if done is not None and not (done.ask_line and issubclass(action, OnRequest)):  # a line's answer is the line's alone
                found.setdefault((done.name, done.href), done._replace(why_due=owed.id))
    return list(found.values())


def _kernel_ways(rule: Duty, catalogue: Catalogue) -> list[type[Action]]:
    """A duty of the five ideas themselves names no action, for the kernel knows none: what is about its one thing meets it."""
    return [a for a in catalogue.actions.values() if hidden_fields(a) == [rule.per]] if rule.chapter == "kernel" else []


def _called(action: type[Action], about: dict[str, Any], owed: Owed, record: Record, catalogue: Catalogue) -> str:
    """What it is about, where two lines would otherwise read the same: the award, or what was heard."""
    if "question" in about:
        return work.said(catalogue, owed.duty, owed.values).partition(":")[0].rstrip(".").lower()
    return next((called for same, called in what_it_is_about(action, record, catalogue) if same == about), "")


def _about_of(action: type[Action], per: str, per_name: Any, record: Record, catalogue: Catalogue) -> dict[str, Any] | None:
    """What the action meeting a duty is about: the one the duty names, else the only one there is."""
    if callable(per_name):
        number, _, question = per.partition(":")
        about = {"contact": int(number), "question": question} if number.isdecimal() else {}
        return {name: value for name, value in about.items() if name in fields_of(action)} or None
    if isinstance(per_name, str) and per and (itself := named_by_duty(action, per_name, per)) is not None:
        return itself
    possible = [about for about, _ in what_it_is_about(action, record, catalogue)]
    named = [about for about in possible if per_name in about and str(about[per_name]) == per] if isinstance(per_name, str) else []
    if named:
        return named[0]
    return possible[0] if len(possible) == 1 else None


def everything(record: Record, asked: Asked, catalogue: Catalogue) -> dict[str, list[Doable]]:
    """All that this person's roles let them do here, by chapter; what is about several things once for each."""
    titles = {chapter.name: chapter.title.rstrip(".") for chapter in catalogue.chapters}
    found: dict[str, list[Doable]] = {}
    for action, chapter in offered(catalogue):
        if may_do(action, asked.by, record, catalogue) is not None:
            continue
        made = [doable(action, about, called, record, asked, catalogue) for about, called in what_it_is_about(action, record, catalogue)]
        if here := [done for done in made if done is not None]:
            found.setdefault(titles.get(chapter, chapter), []).extend(here)
    for short in asked_of_lines(record, asked, catalogue):
        one = Doable(
            name="ask", title=f"Ask {short} to …", about="", href=f"/staff/customers/{record.stream}/ask", in_the_way=[], chapter=ASKING
        )
        found.setdefault(titles[ASKING], []).append(one)
    return found


def asked_of_lines(record: Record, asked: Asked, catalogue: Catalogue) -> list[str]:
    """The lines this person may ask for something, by their short names: those that pay, or paid, this customer."""
    may = any(issubclass(a, AskLine) and may_do(a, asked.by, record, catalogue) is None for a in catalogue.actions.values())
    return list(dict.fromkeys(benefit_name(a.line) for a in record.awards.held.values())) if may else []


def not_now(record: Record, asked: Asked, catalogue: Catalogue, shown: list[Doable]) -> list[Doable]:
    """What cannot be done now, with what stands in its way; what another line can be asked for; less what is shown already."""
    hrefs = {done.href for done in shown}
    return together(
        done
        for some in everything(record, asked, catalogue).values()
        for done in some
        if done.in_the_way and done.href not in hrefs and (not done.ask_line or done.in_the_way[0].href)
    )


def together(some: Iterable[Doable]) -> list[Doable]:
    """What the same sentences stand in the way of, said once: "Send a message; refer for a health assessment (SP, AA)"."""
    alike: dict[Any, list[Doable]] = {}
    for done in some:
        alike.setdefault(done.href if done.ask_line else tuple(way.words for way in done.in_the_way), []).append(done)
    return [same[0]._replace(title=_several(same), about="") if same[1:] else same[0] for same in alike.values()]


def _several(same: list[Doable]) -> str:
    about: dict[str, list[str]] = {}
    for done in same:
        about.setdefault(done.title, []).append(done.about)
    said = [f"{title} ({', '.join(filter(None, things))})" if any(things) else title for title, things in about.items()]
    return "; ".join([said[0], *(one[:1].lower() + one[1:] for one in said[1:])])


PAGES_OF_THEIR_OWN = frozenset(
    {
        "start_contact",
        "note_contact",
        "answer_recognition_question",
        "answer_recognition_questions",
        "end_contact",
        DONE_IN_PLACE,
        *PLAN,
    }
)
"""What the contact's own pages do, and what is done in place."""


def offered(catalogue: Catalogue) -> Iterator[tuple[type[Action], str]]:
    """The actions that are for people, with their chapter. Beginning a record, and agreeing to a proposal, have pages of their own."""
    for chapter in catalogue.chapters:
        for action in chapter.actions:
            if (
                not action.about.opens_record
                and not issubclass(action, SecondPerson)
                and action_name(action) not in PAGES_OF_THEIR_OWN
                and not issubclass(action, AskLine)
            ):
                yield action, chapter.name
