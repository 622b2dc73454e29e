"""Help, privacy, cookies and accessibility: short, and only what is true of this service."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from customerview.identity import audience


@audience("public")
@require_safe
def about_help(request: HttpRequest) -> HttpResponse:
    return render(request, "public/help.html")


@audience("public")
@require_safe
def about_privacy(request: HttpRequest) -> HttpResponse:
    return render(request, "public/privacy.html")


@audience("public")
@require_safe
def about_cookies(request: HttpRequest) -> HttpResponse:
    return render(request, "public/cookies.html")


@audience("public")
@require_safe
def about_accessibility(request: HttpRequest) -> HttpResponse:
    return render(request, "public/accessibility.html")
