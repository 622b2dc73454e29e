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
COMPONENTS = "govuk_frontend_jinja"
"""The design system's macros: {% from "govuk_frontend_jinja/components/button/macro.html" import govukButton %}."""


class Absent(Undefined):
    """A name nobody gave a template is a mistake and stops it. A part that a value lacks is only absent: it reads as nothing."""

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


class Pages(Environment):
    """Our templates are strict about names; the design system's macros, which ask for many that nobody gave, are read as they expect."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options | {"undefined": Absent})
        self.components = Environment(loader=PrefixLoader({COMPONENTS: PackageLoader(COMPONENTS)}), autoescape=True)

    def get_template(self, name, parent=None, globals=None):
        if isinstance(name, str) and name.startswith(f"{COMPONENTS}/"):
            return self.components.get_template(name)
        return super().get_template(name, parent, globals)


def environment(**options: Any) -> Pages:
    """Called once by Django. A template's first folder is its portal's name: "customer/home.html"."""
    folders = [*ROOMS.glob("*/templates"), *ROOMS.glob("portals/*/templates")]
    loader = PrefixLoader({folder.parent.name: FileSystemLoader(folder) for folder in folders})
    made = Pages(**options | {"loader": loader, "trim_blocks": True, "lstrip_blocks": True})
    made.globals |= {
        "t": language.t,
        "lang": language.current,
        "static": static,
        "url": lambda name, *args, **values: reverse(name, args=args, kwargs=values),
        "brand": settings.BRAND_NAME,
        "made_up": settings.MADE_UP,
        # What a portal gives to its pages, and what a page has without.
        "navigation": (),
        "home_at": "/",
        "sign_out_at": "",
        "signed_in_as": "",
        "footer_links": (),
    }
    made.filters |= {
        "day": lambda value: in_words(value, language.current()),
        "weekday": lambda value: in_words(value, language.current(), weekday=True),
        "moment": lambda value: in_words(value, language.current(), time=True),
        "clock": lambda value: in_words(value, language.current(), time=True).partition(" ")[0],
        "pounds": pounds,
    }
    return made


def shared(request: HttpRequest) -> dict[str, Any]:
    """What every page is given, whatever its view."""
    return {"here": request.get_full_path()}
