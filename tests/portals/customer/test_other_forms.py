"""A video in sign language is asked for and followed; a form that was chosen because of a need is asked after."""

from __future__ import annotations

import os
import time
from datetime import date
from pathlib import Path

import msgspec
import pytest

from customerview.correspondence import Letter, Paragraph

from .conftest import sign_in

pytestmark = pytest.mark.journey


def look(page, axe, name):
    assert axe(page) == [], name
    assert page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"], name
    if folder := os.environ.get("CV_PICTURES"):
        Path(folder).mkdir(exist_ok=True, parents=True)
        page.screenshot(path=f"{folder}/{name}.png", full_page=True)


def test_a_sign_language_video_is_asked_for_and_stands_with_its_day(town, service, page, axe):
    page.set_viewport_size({"width": 320, "height": 900})
    sign_in(page, "Rhian Morgan")
    page.goto("/account/letters")
    page.get_by_role("link", name="sign language video").click()
    page.locator("input[value=bsl_video]").check()
    look(page, axe, "request-form-320")
    page.get_by_role("button", name="Continue").click()
    page.get_by_label("Of what?").fill("my award letter")
    page.get_by_role("button", name="Continue").click()
    look(page, axe, "request-form-check-320")
    page.get_by_role("button", name="Ask for it").click()
    page.get_by_role("heading", level=1).wait_for()
    page.goto("/account/letters")
    page.get_by_text("a video in British Sign Language, by").wait_for()
    look(page, axe, "letters-being-made-320")
    assert town.facts(town.rhian, "FormRequested") == 1


def test_whether_large_print_was_of_use_is_asked_once(town, service, page, axe):
    content = letter("Your award")
    town.do(
        "write_letter",
        town.rhian,
        letter="L-1",
        spec="proof",
        language="en",
        form="large_print_18",
        way="portal",
        content=content,
    )
    town.do("release_letter", town.rhian, letter="L-1")
    for _ in range(100):  # the worker sends it
        if town.letter_state(town.rhian, "L-1") == "sent":
            break
        time.sleep(0.1)
    page.set_viewport_size({"width": 1280, "height": 900})
    sign_in(page, "Rhian Morgan")
    page.goto("/account/letters")
    page.get_by_role("link", name="Your award").click()
    page.get_by_text("It is here in your account.").wait_for()
    look(page, axe, "letter-ask-after-1280")
    page.get_by_role("link", name="Tell us whether it reached you").click()
    for _ in range(2):
        page.get_by_label("Yes").check()
        page.get_by_role("button", name="Continue").click()
    look(page, axe, "ask-after-check-1280")
    page.get_by_role("button", name="Tell us").click()
    page.get_by_role("heading", level=1).wait_for()
    assert town.facts(town.rhian, "FormAskedAfter") == 1
    page.goto("/account/letters")
    page.get_by_role("link", name="Your award").click()
    assert page.get_by_role("link", name="Tell us whether it reached you").count() == 0


def letter(title: str) -> str:
    """A letter's content, as its JSON."""
    made = Letter(
        language="en", title=title, reference="L-1", issued=date(2026, 11, 24), sender="Customer View", to=("Rhian Morgan", "1 High Street", "Mold", "QA1 1AA"),
        blocks=(Paragraph("You get an award."),), date_words="24 November 2026", page_words="Page {n} of {of}", reference_words="Reference: L-1",
    )  # fmt: skip
    return msgspec.json.encode(made).decode()
