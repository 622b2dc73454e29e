"""Who asks, and may they be here? Sets `request.signed_in`, `request.actor` and `request.access`; lets each route's audience in."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from . import session
from .audiences import audience_of

log = logging.getLogger(__name__)
SIGN_IN_AT = {"colleague": "sign_in_colleague", "organisation": "sign_in_organisation"}
"""Where somebody signs in for a page of theirs; customers, and those who act for them, at the common door."""


class SignedIn:
    """A route without an audience is for nobody: forgetting to say so shuts a page, it does not open one."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        session.show(request, None)
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> HttpResponse | None:
        allowed = audience_of(view)
        if not allowed:
            log.error("the route %s states no audience", request.resolver_match.view_name if request.resolver_match else "")
            raise PermissionDenied
        if allowed == ("client",):  # it proves itself with its own token
            return None
        who = session.read(request)
        if who is not None and who.is_over(time.time()):
            session.time_is_over(request, who)
            if "public" not in allowed:
                return self.sign_in(request, allowed, "over")
            who = None
        if who is not None:
            session.note(request, who)
            session.show(request, who)
        if "public" in allowed or (who is not None and who.actor.kind in allowed):
            return None
        if who is None:
            return self.sign_in(request, allowed)
        raise PermissionDenied

    def sign_in(self, request: HttpRequest, allowed: tuple[str, ...], why: str = "") -> HttpResponse:
        """Off to sign in, to come back to this page. A page made by a form is asked for again, not sent again."""
        request.session[session.NEXT] = request.path if request.method == "POST" else request.get_full_path()
        if why:
            return HttpResponseRedirect(reverse("signed_out_idle"))
        return HttpResponseRedirect(reverse(SIGN_IN_AT.get(allowed[0], "sign_in")))
