"""From a form to `perform` and back: done, or the form again with what is wrong, in the way, or new."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest

from customerview.instructions import catalogue
from customerview.kernel import Action, Problem
from customerview.ledger import writing
from customerview.perform import Busy, Invalid, KeyUsedTwice, NewerFacts, NotAllowed, NotThere, Performed, Refused, perform

from .form import PROPOSE, Form


def carry_out(request: HttpRequest, form: Form, stream: UUID, *, cause: str = "", **more: Any) -> Performed | None:
    """Do what the form says, as whoever is signed in. None: the form has changed, show it again with its `status`.

    `more` goes to `perform` (an override). Raises NotAllowed and NotThere: a page for those is not this form.
    """
    form.for_customer = request.actor.kind in ("customer", "representative")  # type: ignore[attr-defined]
    values = form.read()
    if form.problems:
        form.status = 422
        return None
    return do(request, form.action(**values), form, stream, propose=PROPOSE in request.POST, cause=cause, **more)


def do(request: HttpRequest, action: Action, form: Form, stream: UUID, **more: Any) -> Performed | None:
    """The same for an action that is made already."""
    try:
        return perform(
            action, on=stream, by=request.actor, ledger=writing(request.access, catalogue()), catalogue=catalogue(),  # type: ignore[attr-defined]
            seen=form.seen, key=form.key, reason=form.reason, **more,
        )  # fmt: skip
    except Invalid as wrong:
        form.problems, form.status = list(wrong.problems), 422
    except Refused as refused:
        form.outcomes, form.status = refused.outcomes, 409
    except NewerFacts as newer:
        form.news, form.seen, form.status = newer.news, newer.number, 409
    except KeyUsedTwice as twice:
        form.problems, form.status = [Problem("", twice.words)], 422
    except Busy as busy:
        form.problems, form.status = [Problem("", busy.words)], 503
    return None


__all__ = ["NotAllowed", "NotThere", "carry_out", "do"]
