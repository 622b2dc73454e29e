"""A letter or a proof in any form a machine makes, at once: to print large, to listen to, for a braille display, for another screen."""

from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from customerview.correspondence import FORMS, GROUPS, Letter, can_be_made, read_again, render
from customerview.identity import audience
from customerview.portals.layout import t
from customerview.proofs import letter_of, sealed

from .letters import one_letter
from .own import Own, own_record, show
from .proofs import issued_here

OPENED = (".pdf", ".mp3", ".txt")
"""A page or a book is kept instead: our own pages allow no style but ours."""


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
    """Every form this letter is made in, each a link, those that are alike together; and the way to what people make."""
    with own_record(request) as own:
        letter = _letter(own, kind, number)
        made = {code: form for code, form in FORMS.items() if can_be_made(code, letter)}
        groups = [
            {"name": group, "title": t(title), "links": [
                {"href": reverse("customer:in_form", args=[kind, number, code]), "words": t(form.words), "type": form.media_type}
                for code, form in made.items() if form.group == group
            ]}
            for group, title in GROUPS.items()
        ]  # fmt: skip
        return show(request, "other_forms.html", own, {
            "letter": letter, "groups": [one for one in groups if one["links"]], "easy": letter.easy, "of": letter.reference,
            "back": reverse("customer:proof" if kind == "proofs" else "customer:letter", args=[number]),
        })  # fmt: skip


@audience("customer", "representative")
@require_safe
def in_form(request: HttpRequest, kind: str, number: int, form: str) -> HttpResponse:
    """The file, to keep; what a browser shows or plays, it opens. What is a PDF has our seal over it."""
    with own_record(request) as own:
        letter = _letter(own, kind, number)
        if not can_be_made(form, letter):
            raise Http404
        made = render(letter, form)
    content = sealed(made.content) if made.name.endswith(".pdf") else made.content
    return HttpResponse(
        content, content_type=made.media_type,
        headers={"Content-Disposition": f'{"inline" if made.name.endswith(OPENED) else "attachment"}; filename="{made.name}"', "Cache-Control": "private, no-store"},
    )  # fmt: skip
