"""Putting an entry right: what was recorded, the right values in a form made from the same declarations, check, done.

A field is asked as the chapter's own actions ask for it; what somebody wrote is asked for as text. What only links an entry to others
(which contact, which award) stays as it was. The right entry folds where the wrong one stood; the wrong one stays in the ledger.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

import msgspec
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_http_methods

from customerview.identity import audience
from customerview.instructions import catalogue
from customerview.instructions.second_person.correct_fact import CorrectFact
from customerview.kernel import Choice, Fact, Field, Problem, Record, Recorded, Words, fields_of, in_words
from customerview.kernel.facts import KERNEL_FACTS
from customerview.portals import forms
from customerview.portals.forms import Form, Question, do

from .contact_state import cause_for
from .customer import head
from .doable import address
from .naming import actor_name
from .opening import Opened, about_a_customer, opened
from .pages import show
from .timeline import corrections, sentence_for

BOX = "right_"
"""Before the name of each box: an entry's own field may be called as one of the correction's."""
CHECKED, CHANGE = "_checked", "_change"
LONG = 80

LABELS = {
    "lines": Words("Address, each line on its own", "Cyfeiriad, pob llinell ar ei phen ei hun"), "given": Words("Given names", "Enwau cyntaf"),
    "family": Words("Family name", "Cyfenw"), "nino": Words("National Insurance number", "Rhif Yswiriant Gwladol"),
    "said": Words("In their words", "Yn eu geiriau nhw"),
}  # fmt: skip


@audience("colleague")
@about_a_customer
@require_http_methods(["GET", "POST"])
def correct(request: HttpRequest, stream: UUID, number: int) -> HttpResponse:
    with opened(request, stream) as here:
        found = as_it_stands(here, number)
        if found is None or isinstance(found.fact, tuple(KERNEL_FACTS)):
            raise Http404
        asked = questions_about(type(found.fact), found.fact, here.whole)
        form = _form(request, here, found, asked)
        was = [(q.field.question.en, said(q, shown_value(getattr(found.fact, q.name.removeprefix(BOX))))) for q in asked]
        context = head(request, here, "timeline") | {
            "sentence": sentence_for(found, request.actor) or "An entry", "was": was, "recorded": in_words(found.at, time=True),
            "by": actor_name(found.by), "from_day": in_words(found.effective), "asked": asked,
            "take_out": address(stream, "correct_fact", {"corrects": number}),
        }  # fmt: skip
    if request.method == "GET" or request.POST.get(CHANGE):
        return show(request, "correct.html", context | {"form": form})
    values = form.read()
    if form.problems:
        return show(request, "correct.html", context | {"form": form}, status=422)
    changed = differences(found, asked, values)
    if not changed:
        form.problems = [Problem(asked[0].name if asked else "effective", NOTHING_CHANGED)]
        return show(request, "correct.html", context | {"form": form}, status=422)
    if request.POST.get(CHECKED):
        right = CorrectFact(
            corrects=number, kind=type(found.fact).__name__, replacement=replacement(found.fact, asked, values),
            effective=values.get("effective"), why=values["why"],
        )  # fmt: skip
        if do(request, right, form, stream, cause=cause_for(request, stream)):
            request.session["done"] = "The entry was put right. The record reads the right one in its place."
            return HttpResponseRedirect(f"/staff/customers/{stream}/timeline")
        return show(request, "correct.html", context | {"form": form}, status=form.status)
    return show(request, "correct_check.html", context | {"form": form, "changed": changed, "why": values["why"]})


NOTHING_CHANGED = Words("Nothing here differs from what was recorded.", "Nid oes dim yma'n wahanol i'r hyn a gofnodwyd.")


def _form(request: HttpRequest, here: Opened, found: Recorded, asked: list[Question]) -> Form:
    given = {"corrects": found.number, "kind": type(found.fact).__name__}
    posted = request.method == "POST"
    form = (
        Form.posted(request, CorrectFact, here.whole, given=given)
        if posted
        else Form(CorrectFact, here.whole, given=given, known={"effective": found.effective})
    )
    form.questions = [*asked, *form.questions]
    form.title, form.button, form.for_customer = (
        Words("Put this entry right", "Cywiro'r cofnod hwn"),
        Words("Check what changes", "Gwirio beth sy'n newid"),
        False,
    )
    if not posted:
        for question in asked:
            form.raw |= forms.as_typed(question, shown_value(getattr(found.fact, question.name.removeprefix(BOX))))
    return form


def as_it_stands(here: Opened, number: int) -> Recorded | None:
    """An entry this colleague may see, with any earlier correction in its place; None when it was taken out."""
    found = here.view.fact(here.record.stream, number)
    if found is None or sentence_for(found, here.asked.by) is None:
        return None
    return corrections(here.view, here.record.stream, catalogue(), [found]).get(number, found)


def questions_about(kind: type[Fact], held: Fact, record: Record) -> list[Question]:
    """The fields of an entry that somebody can put right, as the chapter's actions ask for them."""
    declared = _declared_beside(kind)
    asked = []
    for f in msgspec.structs.fields(kind):
        field, value = declared.get(f.name), getattr(held, f.name)
        typed = f.name in kind.kind.forget
        if field is None or (field.hidden and not field.choices):
            if not typed:
                continue
            field = Field(question=Words(*[f.name.replace("_", " ").capitalize()] * 2), kind=_kind(value))
        elif isinstance(value, tuple) and field.kind != "choices":
            field = Field(question=field.question, kind="long_text", hint=field.hint)
        question = LABELS.get(f.name, field.question)
        choices = tuple(field.choices(record) if callable(field.choices) else field.choices)
        if choices and isinstance(value, str) and value and value not in {c.value for c in choices}:
            choices = (*choices, Choice(value, Words(value, value)))
        field = Field(question=question, kind=field.kind, hint=field.hint, choices=choices, missing=field.missing)
        asked.append(Question(name=BOX + f.name, field=field, type=Any, required=f.required, choices=choices, max_length=2000))
    return asked


def _declared_beside(kind: type[Fact]) -> dict[str, Field]:
    """How the actions of a kind's chapter ask for fields of these names: first the action that asks for most of them."""
    chapter = next((c for c in catalogue().chapters if kind in c.facts), None)
    names = set(kind.__struct_fields__)
    actions = sorted((fields_of(a) for a in chapter.actions), key=lambda fields: -len(names & fields.keys())) if chapter else []
    found: dict[str, Field] = {}
    for fields in actions:
        found = {n: f for n, f in fields.items() if n in names} | found
    return found


def _kind(value: Any) -> str:
    if isinstance(value, datetime):
        return "moment"
    if isinstance(value, date):
        return "date"
    return "long_text" if isinstance(value, tuple) or (isinstance(value, str) and len(value) > LONG) else "text"


def shown_value(value: Any) -> Any:
    """A value as somebody would type it: lines one under the other."""
    return "\n".join(map(str, value)) if isinstance(value, tuple) and all(isinstance(v, str) for v in value) else value


def said(question: Question, value: Any) -> str:
    if question.kind == "choices" and isinstance(value, str):
        value = value.split("\n") if value else []
    return forms.in_their_words(question, value, "en")


def differences(found: Recorded, asked: list[Question], values: dict[str, Any]) -> list[tuple[str, str, str]]:
    """What changes: the question, how it was recorded, how it is right."""
    changed = []
    for question in asked:
        before, after = (
            said(question, shown_value(getattr(found.fact, question.name.removeprefix(BOX)))),
            said(question, values.get(question.name)),
        )
        if before != after:
            changed.append((question.field.question.en, before, after))
    day = values.get("effective") or found.effective
    if day != found.effective:
        changed.append(("True from", in_words(found.effective), in_words(day)))
    return changed


def replacement(held: Fact, asked: list[Question], values: dict[str, Any]) -> dict[str, Any]:
    """The right entry's fields: those asked for as they were answered, the others as they were."""
    right = msgspec.to_builtins(held, builtin_types=(date, datetime, bytes, UUID))
    for question in asked:
        name = question.name.removeprefix(BOX)
        value = values.get(question.name)
        if isinstance(getattr(held, name), tuple) and isinstance(value, str):
            value = [line.strip() for line in value.split("\n") if line.strip()]
        if value is None:
            right.pop(name, None)
        else:
            right[name] = value
    return right
