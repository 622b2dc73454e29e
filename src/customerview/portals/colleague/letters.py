"""A letter as its reader has it: the PDF of one that waits or has left, in its own language and print."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from customerview.correspondence import as_pdf, read_again
from customerview.identity import audience
from customerview.instructions.letters_and_notifications.facts import LetterWritten

from .opening import about_a_customer, opened


@audience("colleague")
@about_a_customer
@require_GET
def pdf(request: HttpRequest, stream: UUID, number: int) -> HttpResponse:
    with opened(request, stream) as here:
        found = here.view.fact(stream, number)
    if found is None or not isinstance(found.fact, LetterWritten) or not found.fact.content:
        raise Http404
    return HttpResponse(
        as_pdf(read_again(found.fact.content), found.fact.form), content_type="application/pdf",
        headers={"Content-Disposition": f'inline; filename="letter-{found.fact.letter}.pdf"', "Cache-Control": "private, no-store"},
    )  # fmt: skip
