"""One action as a line of "What you can do": what it is called, where its form is, and what stands in its way now."""

from __future__ import annotations

import logging
import re
from datetime import timedelta
from typing import Any, NamedTuple
from urllib.parse import urlencode

from customerview.instructions.requests_to_lines.asking import AskLine
from customerview.kernel import Action, Asked, Catalogue, Outcome, Record, action_name, draft, fields_of
from customerview.kernel.action import declared
from customerview.perform import NOT_YOUR_LINE, foresee

from .naming import benefit_name
from .things import what_it_is_about

log = logging.getLogger(__name__)

DONE_IN_PLACE = "acknowledge_key_facts"
"""Reading what is new is done on the form itself, without losing what was typed."""


class InTheWay(NamedTuple):
    """Why not now: the guard's sentence, and the action that satisfies it when there is one."""

    words: str
    missing: tuple[str, ...] = ()
    button: str = ""
    href: str = ""
    rule: str = ""
    never: bool = False


class Doable(NamedTuple):
    """One line of "What you can do"."""

    name: str
    title: str
    about: str
    href: str
    in_the_way: list[InTheWay]
    chapter: str
    second_person: str = ""
    ask_line: str = ""
    why_due: str = ""
    explained: str = ""

    @property
    def possible(self) -> bool:
        return not self.in_the_way

    @property
    def never(self) -> bool:
        """True when nothing anybody does now would make it possible."""
        return any(way.never for way in self.in_the_way)


PLAN = {
    "start_plan": "danger", "join_plan": "danger", "note_plan_step": "danger", "record_plan_step": "danger", "end_plan": "danger/hand_on",
}  # fmt: skip
CONTACT = {"note_contact": "contact", "answer_recognition_questions": "contact/questions", "end_contact": "contact/end"}
ON_THEIR_OWN_SCREEN = PLAN | CONTACT
"""What the screens of the six point plan and of a contact do, and where: a form of its own would not know what is typed there already."""
FEW = 4
"""More missing things than this are counted, not listed: the page that asks for them lists them."""


def address(stream: Any, name: str, about: dict[str, Any]) -> str:
    """Where an action's form is; what it is about travels as a short code, never as something personal."""
    if name in ON_THEIR_OWN_SCREEN:
        return f"/staff/customers/{stream}/{ON_THEIR_OWN_SCREEN[name]}"
    return f"/staff/customers/{stream}/do/{name}" + (f"?{urlencode(about)}" if about else "")


def doable(action: type[Action], about: dict[str, Any], called: str, record: Record, asked: Asked, catalogue: Catalogue) -> Doable | None:
    """The line for one action on one thing; None when it does not apply to that thing (no suspension to lift, no death)."""
    if nothing_to_choose(action, about, record):
        return None
    name, stream = action_name(action), record.stream
    made = filled_in(action, about, record, asked)
    asked_for = {n for n, f in fields_of(action).items() if not f.hidden}
    if any(problem.field not in asked_for for problem in made.problems(record, asked)):
        return None
    in_the_way: list[InTheWay] = []
    second = ask = ""
    line = made.line(record) if action.about.own_line_only else ""
    if line and line != asked.by.line:
        ask = benefit_name(line)
        in_the_way.append(_ask_the_line(action, about, record, catalogue))
    elif action.about.asks:
        for outcome in _foreseen(made, record, asked, catalogue):
            if outcome.kind == "approval":
                second = outcome.words.en
            elif outcome.kind != "reason" and outcome.satisfied_by != DONE_IN_PLACE:
                in_the_way.append(in_the_way_of(outcome, about, record, catalogue))
    chapter = next((c.name for c in catalogue.chapters if action in c.actions), "")
    return Doable(
        name=name, title=_title(action), about=called, href=address(stream, name, about), in_the_way=in_the_way, chapter=chapter,
        second_person=second, ask_line=ask, explained=" ".join((action.__doc__ or "").split()),
    )  # fmt: skip


OUR_WORDS_TO_THEM = re.compile(r"\b(I|us|you|your)\b")


def _title(action: type[Action]) -> str:
    """What it is called. Words to the customer stand in quotation marks: the colleague does it for them."""
    title = action.about.title.en
    return f"“{title}”" if "customer" in action.about.may and OUR_WORDS_TO_THEM.search(title) else title


def nothing_to_choose(action: type[Action], about: dict[str, Any], record: Record) -> bool:
    """Whether a question that must be answered offers no answer: there is nobody, or nothing, to do it about."""
    fields = fields_of(action)
    return any(
        callable(choices := fields[f.name].choices) and not list(choices(record))
        for f in declared(action)
        if f.required and f.name in fields and f.name not in about and not fields[f.name].hidden
    )


FILLED: dict[Any, Any] = {str: "…", int: 1, bool: True}


def filled_in(action: type[Action], about: dict[str, Any], record: Record, asked: Asked) -> Action:
    """The action as if its form were filled in well: what still stands in the way is then in the record, not in the form."""
    known: dict[str, Any] = {}
    fields = fields_of(action)
    for f in declared(action):
        bare = getattr(f.type, "__origin__", f.type)
        asked_as = fields.get(f.name)
        choices = (asked_as.choices(record) if callable(asked_as.choices) else asked_as.choices) if asked_as else ()
        if choices:
            first = next(iter(choices)).value
            known[f.name] = bare(first) if bare in (str, int) else (first,)
        elif bare in FILLED and (f.required or bare not in (int, bool)):
            known[f.name] = FILLED[bare]
        elif asked_as and asked_as.kind == "date":
            known[f.name] = asked.today
        elif asked_as and asked_as.kind == "moment" and f.required:
            known[f.name] = asked.at + timedelta(days=1)
    return draft(action, **known | about)


def _ask_the_line(action: type[Action], about: dict[str, Any], record: Record, catalogue: Catalogue) -> InTheWay:
    """Only another line may do it; asking them is an action where there is one."""
    name = action_name(action)
    asking = next((a for a in catalogue.actions.values() if issubclass(a, AskLine) and a.instead_of == name), None)
    return InTheWay("", href=address(record.stream, action_name(asking), about)) if asking else InTheWay(NOT_YOUR_LINE.en)


def _foreseen(made: Action, record: Record, asked: Asked, catalogue: Catalogue) -> list[Outcome]:
    """What the guards say of the action as far as it is known. A guard that cannot yet say is asked when the form is sent."""
    try:
        return foresee(made, record, asked, catalogue)
    except (AttributeError, KeyError, TypeError, ValueError, IndexError):
        log.warning("a guard cannot speak before the form of %s is filled", type(made).__name__, exc_info=True)
        return []


def what_is_new(action: type[Action], about: dict[str, Any], record: Record, asked: Asked, catalogue: Catalogue) -> tuple[str, ...]:
    """What stands new at the head of the record and has to be read before this is done; empty when all of it was."""
    found = _foreseen(filled_in(action, about, record, asked), record, asked, catalogue)
    return next((outcome.missing for outcome in found if outcome.satisfied_by == DONE_IN_PLACE), ())


def in_the_way_of(outcome: Outcome, about: dict[str, Any], record: Record, catalogue: Catalogue) -> InTheWay:
    button = href = ""
    if outcome.satisfied_by in catalogue.actions:
        satisfying = catalogue.actions[outcome.satisfied_by]
        button = satisfying.about.title.en
        same = [a for a, _ in what_it_is_about(satisfying, record, catalogue) if all(about.get(k) == v for k, v in a.items())]
        href = address(record.stream, outcome.satisfied_by, same[0] if same else {})
    if len(outcome.missing) > FEW:
        return InTheWay(f"{outcome.words.en} {len(outcome.missing)} are left.", (), button, href, outcome.rule)
    return InTheWay(outcome.words.en, outcome.missing, button, href, outcome.rule, never=outcome.kind == "refused" and not outcome.missing)
