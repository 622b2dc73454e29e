"""A letter or a proof in any form a machine makes, at once: to print large, to listen to, for a braille display, for another screen."""

from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from customerview.correspondence import FORMS, Letter, read_again, render
from customerview.identity import audience
from customerview.portals.layout import t
from customerview.proofs import letter_of, sealed

from .letters import one_letter
from .own import Own, own_record, show
from .proofs import issued_here


def _letter(own: Own, kind: str, number: int) -> Letter:
    """What is asked for, when it is this person's. Raises Http404."""
    if kind == "proofs":
        return letter_of(issued_here(own, number), settings.BRAND_NAME)
    if kind != "letters":
        raise Http404
    return read_again(one_letter(own, number)[1].content)


@audience("customer", "representative")
@require_safe
def forms(request: HttpRequest, kind: str, number: int) -> HttpResponse:
    """Every form there is, each a link."""
    with own_record(request) as own:
        links = [
            {"href": reverse("customer:in_form", args=[kind, number, code]), "words": t(form.words), "type": form.media_type}
            for code, form in FORMS.items() if form.make
        ]  # fmt: skip
        return show(
            request,
            "other_forms.html",
            own,
            {"letter": _letter(own, kind, number), "links": links, "back": f"/account/{kind}/{number}"},
        )


@audience("customer", "representative")
@require_safe
def in_form(request: HttpRequest, kind: str, number: int, form: str) -> HttpResponse:
    """The file, to keep. What is a PDF has our seal over it."""
    if form not in FORMS or not FORMS[form].make:
        raise Http404
    with own_record(request) as own:
        made = render(_letter(own, kind, number), form)
    content = sealed(made.content) if made.name.endswith(".pdf") else made.content
    return HttpResponse(
        content, content_type=made.media_type,
        headers={"Content-Disposition": f'attachment; filename="{made.name}"', "Cache-Control": "private, no-store"},
    )  # fmt: skip
