"""Finding a customer: by National Insurance number, or by name, date of birth and postcode, near misses too. Each result is a look."""

from __future__ import annotations

from datetime import date
from typing import Annotated, NamedTuple
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from customerview.identity import audience
from customerview.instructions import catalogue
from customerview.kernel import Action, Problem, Words, field, in_words, records
from customerview.ledger import look, reading
from customerview.linkage import Found, search
from customerview.portals.forms import Form

from .opening import WITHHELD_ROLES
from .pages import show

SHOWN = 8
PARTS = {"nino": "number", "born": "date of birth", "family": "last name", "given": "first name", "postcode": "postcode"}
BY = {"nino": "National Insurance number", "name": "name", "born": "date of birth", "postcode": "postcode"}


class FindCustomer(Action, frozen=True, kw_only=True):
    """The questions of the search; nothing is recorded but the looks."""

    about = records("Find a customer", may=("agent",))

    nino: Annotated[str, field("National Insurance number", kind="nino", hint="It is on letters about benefits, like QQ 12 34 56 C")] = ""
    name: Annotated[str, field("Name", hint="First and last name, as it is said", max_length=120)] = ""
    born: Annotated[date | None, field("Date of birth", kind="date")] = None
    postcode: Annotated[str, field("Postcode", kind="postcode")] = ""


class Result(NamedTuple):
    """One person who may be meant."""

    stream: str
    name: str
    born: str
    postcode: str
    nino_end: str
    exact: bool
    agrees: str
    nearly: str


def result(found: Found) -> Result:
    return Result(
        str(found.stream), found.name, in_words(found.born) if found.born else "not known", found.postcode, found.nino_end, found.exact,
        " and ".join(PARTS[p] for p in found.matches_on if p in PARTS), " and ".join(PARTS[p] for p in found.near if p in PARTS),
    )  # fmt: skip


@audience("colleague")
@require_http_methods(["GET", "POST"])
def find(request: HttpRequest) -> HttpResponse:
    nobody = catalogue().fold.empty(UUID(int=0))
    form = Form.posted(request, FindCustomer, nobody) if request.method == "POST" else Form(FindCustomer, nobody)
    form.button = Words("Find", "Chwilio")
    results: list[Result] | None = None
    if request.method == "POST":
        asked = form.read()
        if not form.problems and not (asked.get("nino") or (asked.get("name") and (asked.get("born") or asked.get("postcode")))):
            form.problems = [Problem("nino", Words("Enter a National Insurance number, or a name with a date of birth or a postcode", ""))]
        form.status = 422 if form.problems else 200
        if not form.problems:
            with reading(request.access, catalogue(), request.actor) as view:
                found = search(view, limit=SHOWN, **asked)
            reason = "Search by " + ", ".join(BY[name] for name in BY if asked.get(name))
            for one in found:
                look(request.access, one.stream, request.actor, reason=reason, withheld=bool(request.actor.roles & WITHHELD_ROLES))
            results = [result(f) for f in found]
    return show(
        request,
        "find.html",
        {"form": form, "results": results, "questions": [f | {"question": f["question"].removesuffix(" (optional)")} for f in form.shown]},
        status=form.status,
    )
