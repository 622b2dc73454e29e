"""The one Jinja environment of all pages, made once: making one per component costs more than the page."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import reverse
from jinja2 import Environment, FileSystemLoader, PackageLoader, PrefixLoader, Undefined
from jinja2.utils import missing

from customerview.kernel.words import in_words, pounds
from customerview.portals.layout import language

ROOMS = Path(__file__).resolve().parents[2]


class Unknown(Undefined):
    """A name nobody gave a template is a mistake and stops it. A part that a value lacks is only absent: components ask for many."""

    def _check(self) -> None:
        if self._undefined_obj is missing:
            self._fail_with_undefined_error()

    def __str__(self) -> str:
        self._check()
        return super().__str__()

    def __bool__(self) -> bool:
        self._check()
        return super().__bool__()

    def __iter__(self):
        self._check()
        return super().__iter__()

    def __len__(self) -> int:
        self._check()
        return super().__len__()


def environment(**options: Any) -> Environment:
    """Called once by Django. A template's first folder is its portal's name: "customer/home.html"."""
    own = {
        folder.parent.name: FileSystemLoader(folder)
        for folder in [*ROOMS.glob("*/templates"), *ROOMS.glob("portals/*/templates")]
    }
    loader = PrefixLoader(own | {"govuk_frontend_jinja": PackageLoader("govuk_frontend_jinja")})
    options |= {"loader": loader, "undefined": Unknown, "trim_blocks": True, "lstrip_blocks": True}
    made = Environment(autoescape=options.pop("autoescape"), **options)
    made.globals |= {
        "t": language.t,
        "lang": language.current,
        "static": static,
        "url": lambda name, *args, **values: reverse(name, args=args, kwargs=values),
        "brand": settings.BRAND_NAME,
        "made_up": settings.MADE_UP,
    }
    made.filters |= {
        "day": lambda value: in_words(value, language.current()),
        "weekday": lambda value: in_words(value, language.current(), weekday=True),
        "moment": lambda value: in_words(value, language.current(), time=True),
        "pounds": pounds,
    }
    return made


def shared(request: HttpRequest) -> dict[str, Any]:
    """What every page is given. A portal adds its navigation and who is signed in."""
    return {"here": request.get_full_path(), "navigation": (), "signed_in_as": "", "sign_out_at": "", "home_at": "/"}
