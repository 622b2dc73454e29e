"""Check a digital credential that somebody gave as a file: it is read, answered and not kept."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from customerview.identity import audience
from customerview.portals.layout import current, t
from customerview.proofs import in_rows, presented

MOST_BYTES = 60_000


@audience("public")
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def check(request: HttpRequest) -> HttpResponse:
    if request.method != "POST":
        return render(request, "verifier/credential.html", {"problem": ""})
    text = _text(request)
    if not text:
        said = t("Choose the file, or paste the text that is in it", "Dewiswch y ffeil, neu gludwch y testun sydd ynddi")
        return render(request, "verifier/credential.html", {"problem": said}, status=422)
    found = presented(text)
    return render(request, "verifier/credential_answer.html", {"found": found, "rows": in_rows(found.shown, current())})


def _text(request: HttpRequest) -> str:
    """What is in the file, else what was pasted; "" for neither, and for a file that can be no credential."""
    file = request.FILES.get("file")
    if file is None:
        return request.POST.get("text", "").strip()[:MOST_BYTES]
    return file.read(MOST_BYTES).decode(errors="replace").strip()
