"""My work: late first, then harm, then deadline; each line a sentence, one click to act. A quiet page when all is done."""

from __future__ import annotations

from datetime import date, datetime
from typing import NamedTuple
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_GET, require_POST

from customerview import work
from customerview.identity import audience
from customerview.instructions import catalogue
from customerview.kernel import LONDON, Actor, in_words
from customerview.ledger import reading

from .naming import team_name
from .opening import open_record, opened
from .pages import show
from .typed import typed
from .what_you_can_do import suggested

UNSAID = "to do what we owe this customer."
"""The reason of a look for work that not everybody may know of: whoever is near the customer can read it."""


class WorkLine(NamedTuple):
    """One line of a list, as it is said."""

    stream: str
    id: str
    sentence: str
    name: str
    need: str
    when: str
    late: bool
    since: str
    owner: str
    person: str
    offered_to: str
    rule: str
    harm: int


def lines(found: list[work.Work], now: datetime, by: Actor) -> list[WorkLine]:
    """Work in the instruction's words, with whom it is for and when it is due. What this colleague may not know of is left out."""
    known, calendars = catalogue(), catalogue().calendars
    alike: dict[tuple[UUID, str, str, str, str], list[work.Work]] = {}
    for w in found:
        if said := w.sentence(known, by).rstrip("."):
            alike.setdefault((w.stream, said, w.owner, w.person, w.offered_to), []).append(w)
    return [
        WorkLine(
            stream=str(w.stream), id=w.id, sentence=said + (f" (the first of {1 + len(more)} alike)" if more else ""), name=w.name, need=w.need,
            when=work.deadline(w.due, w.due_at, now, calendars.of(w.nation or "england_and_wales", now.date())), late=w.late,
            since=in_words(w.opened.astimezone(LONDON).date()), owner=team_name(w.owner),
            person="you" if w.person and w.person == by.id else w.person, offered_to=team_name(w.offered_to) if w.offered_to else "",
            rule=w.rule, harm=w.harm,
        )
        for (_, said, *_), (w, *more) in alike.items()
    ]  # fmt: skip


@audience("colleague")
@require_GET
def my_work(request: HttpRequest) -> HttpResponse:
    now = datetime.now(LONDON)
    with reading(request.access, catalogue(), request.actor) as view:
        page = work.my_work(view, request.actor, now, after=request.GET.get("after", ""))
        found = lines(page.work, now, request.actor)
        return show(
            request, "my_work.html",
            {"mine": [w for w in found if w.person], "others": [w for w in found if not w.person], "found": found, "next": page.next,
             "later": bool(request.GET.get("after")), "to_agree": len(work.to_agree(view, request.actor.roles))},
            view=view,
        )  # fmt: skip


@audience("colleague")
@require_POST
def act(request: HttpRequest) -> HttpResponse:
    """One click from the list to what has to be done: the work is the reason for the look. From one's own list straight to the form."""
    try:
        stream, duty = UUID(request.POST.get("stream", "")), typed(request, "duty", 200)
    except ValueError:
        return HttpResponseRedirect("/staff/")
    with reading(request.access, catalogue(), request.actor) as view:
        owed = work.one(view, stream, duty)
    if owed is None:
        return HttpResponseRedirect("/staff/?gone=1")
    what = UNSAID if owed.is_secret(catalogue()) else owed.sentence(catalogue())
    open_record(request, stream, f"Work: {what}", cause=f"duty:{owed.id}"[:120])
    with opened(request, stream) as here:
        if here.record.bulk_reset.status:
            return HttpResponseRedirect(f"/staff/resets/{stream}")
        mine = suggested(here.whole, here.asked, catalogue()) if request.POST.get("how") == "do" else []
        way = next((d for d in mine if d.why_due == duty and d.possible), None)
    if way is not None:
        return HttpResponseRedirect(f"{way.href}{'&' if '?' in way.href else '?'}{urlencode({'for': duty})}")
    return HttpResponseRedirect(f"/staff/customers/{stream}/work/{duty}")


def today() -> date:
    return datetime.now(LONDON).date()
