"""What is counted of a journey while it is made: who could begin, how far they came, what stopped them, how long it took.

It is told after the page was made, outside the transaction that cannot write; counting never stands in anybody's way.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.db import Error as DatabaseError
from django.http import HttpRequest, HttpResponse

from customerview.performance import Told, tell, time_bucket

log = logging.getLogger(__name__)
BEGAN, REACHED = "journey_began", "journey_reached"


def counted(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Tell what a view noted, once it is done."""

    @wraps(view)
    def around(request: HttpRequest, *args: Any, **values: Any) -> HttpResponse:
        request.noted = []  # type: ignore[attr-defined]
        response = view(request, *args, **values)
        try:
            tell(*request.noted)  # type: ignore[attr-defined]
        except DatabaseError:
            log.warning("a journey could not be counted", exc_info=True)
        return response

    return around


def channel(request: HttpRequest) -> str:
    return "for_somebody" if request.actor.kind == "representative" else "online"  # type: ignore[attr-defined]


def note(request: HttpRequest, event: str, **more: str) -> None:
    request.noted.append(Told(event, channel=channel(request), **more))  # type: ignore[attr-defined]


def began(request: HttpRequest, can: bool) -> None:
    """Somebody came: they could prove a benefit, or could not."""
    note(request, "eligible" if can else "not_eligible")
    request.session[BEGAN], request.session[REACHED] = time.time(), []


def reached(request: HttpRequest, step: str) -> None:
    """A step was come to for the first time on this journey."""
    if step not in (before := request.session.get(REACHED, [])):
        request.session[REACHED] = [*before, step]
        note(request, "reached", step=step)


def finished(request: HttpRequest) -> None:
    """It was done: in how long."""
    if since := request.session.pop(BEGAN, None):
        note(request, "time", detail=time_bucket(time.time() - since))
