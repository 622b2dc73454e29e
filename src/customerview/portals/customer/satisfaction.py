"""One question at the end: how satisfied were you? And a comment, if they like, without anything about them."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from customerview.identity import audience
from customerview.performance import SATISFACTION, say
from customerview.portals.layout import t

from .counting import counted, note
from .own import own_record, show
from .proofs import issued_here

ANSWERED = "satisfaction_of"


@audience("customer", "representative")
@counted
@require_http_methods(["GET", "POST"])
def ask(request: HttpRequest, number: int) -> HttpResponse:
    """Asked once for each proof; what is answered is kept with the day alone."""
    with own_record(request) as own:
        issued_here(own, number)
        name = own.record.person.name
    answer, comment = request.POST.get("satisfied", ""), " ".join(request.POST.get("comment", "").split())
    problems: dict[str, str] = {}
    if request.method == "POST":
        if answer not in SATISFACTION:
            problems["satisfied"] = t("Select how satisfied you are", "Dewiswch pa mor fodlon ydych chi")
        elif comment and (wrong := say(comment, (name.given, name.family) if name else ())):
            problems["comment"] = t(wrong)
        if not problems:
            if request.session.get(ANSWERED) != number:
                note(request, "satisfaction", detail=answer)
                request.session[ANSWERED] = number
            return HttpResponseRedirect(f"{reverse('customer:proof_ready', args=[number])}?thanks")
    with own_record(request) as own:
        return show(request, "satisfaction.html", own, {
            "problems": problems, "answer": answer, "comment": comment, "answers": [(code, t(words)) for code, words in SATISFACTION.items()],
            "back": reverse("customer:proof_ready", args=[number]),
        }, status=422 if problems else 200)  # fmt: skip
