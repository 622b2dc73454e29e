"""The start page, and the page of a demonstration that says whom to sign in as and what to look at."""

from __future__ import annotations

from typing import Any

import msgspec
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from customerview.config.keys import personas_file
from customerview.identity import audience


class Persona(msgspec.Struct, kw_only=True):
    """Somebody made up whom a visitor can sign in as. `look_at` and `story` are for the visitor, in their language."""

    sub: str
    kind: str
    name: str
    label: str
    look_at: list[str] = []
    headline: str = ""


GROUPS = ("customer", "representative", "organisation", "colleague")


@audience("public")
@require_safe
def start(request: HttpRequest) -> HttpResponse:
    """Who the service is for, what is needed, and other ways for those who cannot use it."""
    return render(request, "public/start.html")


@audience("public")
@require_safe
def demo(request: HttpRequest) -> HttpResponse:
    """Everybody one can sign in as, told from the file the identity provider reads."""
    told: dict[str, list[Any]] = {kind: [] for kind in GROUPS}
    file = personas_file()
    if file.is_file():
        for persona in msgspec.json.decode(file.read_bytes(), type=list[Persona]):
            told[persona.kind].append(persona)
    return render(request, "public/demo.html", {"told": told})
