"""The page from which a line is asked: what has been asked about each award, where it stands, and what can be asked."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from customerview.identity import audience
from customerview.instructions import catalogue

from .asking_lines import askable
from .customer import head
from .opening import about_a_customer, opened
from .pages import show


@audience("colleague")
@about_a_customer
@require_GET
def page(request: HttpRequest, stream: UUID) -> HttpResponse:
    known = catalogue()
    with opened(request, stream) as here:
        awards = [] if here.as_at else [askable(award.award, here.whole, here.asked, known) for award in here.record.awards.held.values()]
        context = head(request, here, "ask") | {"awards": sorted(awards, key=lambda a: (a.over, not a.asked, a.name))}
        return show(request, "ask.html", context, view=here.view)
