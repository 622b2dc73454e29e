"""Before a record opens: start a contact, or give the reason. Nothing of the record is on this page."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_http_methods

from customerview.identity import audience

from .opening import open_record
from .pages import show
from .typed import typed

REASONS = {
    "checking": "To check something a colleague or another service asked",
    "correcting": "To put something right in the record",
    "quality": "To check the quality of work",
    "other": "Another reason",
}
LEAST = 10
"""A reason is read by the customer; a word or two would tell them nothing."""


@audience("colleague")
@require_http_methods(["GET", "POST"])
def open_page(request: HttpRequest, stream: UUID) -> HttpResponse:
    back = request.POST.get("next") or request.GET.get("next", "")
    if not url_has_allowed_host_and_scheme(back, allowed_hosts=None) or not back.startswith(f"/staff/customers/{stream}"):
        back = f"/staff/customers/{stream}"
    wrong = ""
    why = typed(request, "why")
    chosen = request.POST.get("reason", "")
    if request.method == "POST":
        if chosen not in REASONS:
            wrong = "Select why you open this record"
        elif len(why) < LEAST:
            wrong = "Say in a sentence what you need to see, for the customer can read it"
        else:
            open_record(request, stream, f"{REASONS[chosen]}: {why}" if chosen != "other" else why)
            return HttpResponseRedirect(back)
    return show(
        request, "open.html", {"stream": stream, "next": back, "reasons": REASONS, "wrong": wrong, "typed": why, "chosen": chosen},
        status=422 if wrong else 200,
    )  # fmt: skip
