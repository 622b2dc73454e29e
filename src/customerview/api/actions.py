"""`GET /api/v1/actions`: everything that can be done, from the declarations."""

from __future__ import annotations

from typing import Any

import msgspec
from django.http import HttpRequest, HttpResponse

from customerview.instructions import catalogue
from customerview.kernel import Action, action_name, fields_of

from .answers import Actions, ActionShown, GuardShown, answer
from .language import said
from .problems import endpoint
from .requests import Caller, caller


def every(request: HttpRequest) -> HttpResponse:
    """Everything that can be done."""
    who = caller(request, "records")
    return answer(Actions(actions=[action_shown(cls, who) for _, cls in sorted(catalogue().actions.items())]))


def action_shown(cls: type[Action], who: Caller) -> ActionShown:
    about = cls.about
    guards = [GuardShown(rule=g.rule, kind=g.kind, words=said(g.words), source=g.source) for g in catalogue().guards_before(cls)]
    return ActionShown(
        name=action_name(cls), title=said(about.title), description=description(cls), asks=about.asks, may=list(about.may),
        allowed=bool(who.actor.roles & set(about.may)), effect=about.effect, protects=about.protects, opens_record=about.opens_record,
        own_line_only=about.own_line_only, guards=guards, schema=with_choices(cls, msgspec.json.schema(cls)),
    )  # fmt: skip


def description(cls: type[Action]) -> str:
    return " ".join((cls.__doc__ or "").split())


def with_choices(cls: type[Action], schema: dict[str, Any]) -> dict[str, Any]:
    """The schema of an action, with what its questions offer."""
    own = schema.get("$defs", {}).get(cls.__name__, schema)
    for name, asked in fields_of(cls).items():
        if callable(asked.choices) or not asked.choices:
            continue
        offered = [choice.value for choice in asked.choices]
        here = own["properties"][name]
        if asked.kind == "choices" and "items" in here:
            here["items"] = {"enum": offered}
        elif asked.kind == "choice":
            _offer(here, offered)
    return schema


def _offer(here: dict[str, Any], offered: list[str]) -> None:
    """One of these, or whatever else may stand for no answer: the default."""
    blank = [here["default"]] if "default" in here and here["default"] not in offered else []
    for name in ("type", "anyOf", "minLength", "maxLength"):
        here.pop(name, None)
    here["enum"] = [*offered, *blank]


actions = endpoint(get=every)
