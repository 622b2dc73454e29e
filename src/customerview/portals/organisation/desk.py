"""What every page of an organisation's staff has around it: who is signed in, for which organisation, and what they may.

Whoever was removed, or whose organisation was stopped, is signed out by the next page: what they may is asked afresh each time.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

import msgspec
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache

from customerview.identity import audience, end
from customerview.instructions import catalogue
from customerview.instructions.organisations.slices import Organisation, Staff
from customerview.kernel import Action, Record, Words
from customerview.ledger import reading, writing
from customerview.organisations import at_work, counts
from customerview.perform import Busy, Invalid, NotAllowed, NotThere, Performed, perform
from customerview.portals.layout import t

SOMEBODY = Words("Somebody who is no longer on your staff", "Rhywun nad yw ar eich staff mwyach")
US = Words("We", "Ni")
OWN_SYSTEM = Words("Your own system", "Eich system eich hun")


class Desk(msgspec.Struct, frozen=True, kw_only=True):
    """One member of staff at work: their organisation as it is now, who they are in it, and what they may do."""

    stream: UUID
    record: Record
    me: Staff
    may: tuple[str, ...]

    @property
    def organisation(self) -> Organisation:
        return self.record.organisation

    def name_of(self, code: str) -> str:
        """A member of staff by name; one who has left by what they were."""
        held = self.organisation.staff.get(code)
        return held.name if held and held.name else t(SOMEBODY)

    def who(self, by: str) -> str:
        """Who did something, for the organisation itself to read."""
        kind, _, rest = by.partition(":")
        if kind == "organisation":
            code = rest.partition("@")[0]
            return self.organisation.contact or t(SOMEBODY) if code == str(self.stream) else self.name_of(code)
        return t(OWN_SYSTEM) if kind == "client" else t(US)


WHERE = {"check": "verifier:check"}
"""Pages of another portal that are theirs too: whoever is signed in checks a proof under the organisation's verified name."""
Page = Callable[..., HttpResponse]


def at_the_desk(*needs: str) -> Callable[[Page], Page]:
    """A page for staff who may do all of these. It is given `here`, a Desk. Nobody else's session opens it."""

    def around(page: Page) -> Page:
        @audience("organisation")
        @never_cache
        @wraps(page)
        def opened(request: HttpRequest, *args: Any, **values: Any) -> HttpResponse:
            here = _desk(request)
            if here is None:
                end(request)
                return HttpResponseRedirect(reverse("organisation:ended"))
            if not set(needs) <= set(here.may):
                raise PermissionDenied
            return page(request, here, *args, **values)

        return opened

    return around


def _desk(request: HttpRequest) -> Desk | None:
    actor = request.actor  # type: ignore[attr-defined]
    record = at_work(request.access, actor)  # type: ignore[attr-defined]
    if record is None:
        return None
    one = record.organisation
    return Desk(stream=record.stream, record=record, me=one.staff[actor.id], may=one.may(actor.id))


def do(request: HttpRequest, here: Desk, action: Action) -> Performed | Words:
    """Do it in the organisation's own record, or say why not. What somebody may not do at all is no page of theirs."""
    try:
        return perform(action, on=here.stream, by=request.actor, ledger=writing(request.access, catalogue()), catalogue=catalogue())  # type: ignore[attr-defined]
    except Invalid as wrong:
        return wrong.problems[0].words
    except Busy as busy:
        return busy.words
    except (NotAllowed, NotThere) as error:
        raise PermissionDenied from error


def _inbox_words(request: HttpRequest, here: Desk) -> str:
    """With how many are new."""
    if "read" not in here.may:
        return ""
    with reading(request.access, catalogue(), request.actor) as view:  # type: ignore[attr-defined]
        new = counts(view)["new"]
    many = f"{new}+" if new >= 100 else str(new)
    return t("Inbox ({many} new)", "Mewnflwch ({many} newydd)", many=many) if new else t("Inbox", "Mewnflwch")


def show(request: HttpRequest, template: str, here: Desk, context: dict[str, Any] | None = None, *, status: int = 200) -> HttpResponse:
    """The page, with the menu of what this person may."""
    path, signed_in = request.path, request.signed_in  # type: ignore[attr-defined]
    menu = [("desk", t("Home", "Hafan"), True)]
    menu += [(name, words, need in here.may) for name, words, need in (
        ("people", t("People you act for", "Pobl rydych yn gweithredu drostynt"), "act"),
        ("inbox", _inbox_words(request, here), "read"), ("check", t("Check a proof", "Gwirio prawf"), "check"), ("staff", t("Staff", "Staff"), "manage"),
        ("keys", t("Keys", "Allweddi"), "manage"), ("history", t("History", "Hanes"), "manage"),
    )]  # fmt: skip
    return render(
        request, f"organisation/{template}",
        {
            "navigation": [
                {"href": at, "text": words, "current": path == at or (name != "desk" and path.startswith(at))}
                for name, words, shown in menu if shown and (at := reverse(WHERE.get(name, f"organisation:{name}")))
            ],
            "home_at": reverse("organisation:desk"), "sign_out_at": reverse("sign_out"), "signed_in_as": here.me.name,
            "desk": here, "idle_seconds": signed_in.idle_seconds, "back": "", **(context or {}),
        },
        status=status,
    )  # fmt: skip
