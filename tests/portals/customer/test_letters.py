"""Letters in the customer's account: released ones only, on screen and as a PDF, and nobody else's."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from .conftest import AGENT, sign_in

pytestmark = pytest.mark.journey


@pytest.fixture(scope="module")
def written(town, service):
    """The worker writes to Rhian of her two awards, and a letter that a check holds."""
    town.do("ask_for_letter", town.rhian, AGENT, letter="message_answer", said="You get £9.99 a day.")
    for _ in range(100):
        if town.facts(town.rhian, "LetterWritten") == 3 and town.facts(town.rhian, "LetterReleased") == 2:
            return town
        time.sleep(0.1)
    raise AssertionError("The letters were not written.")


@pytest.mark.parametrize("width", [320, 1280])
def test_a_letter_is_read_on_screen_and_as_a_pdf_in_both_languages(written, page, axe, width):
    page.set_viewport_size({"width": width, "height": 900})
    sign_in(page, "Rhian Morgan")
    for lang, list_name in (("en", "Messages and letters"), ("cy", "Negeseuon a llythyrau")):
        page.goto("/account/messages")
        if lang == "cy":
            page.get_by_role("link", name="Cymraeg").or_(page.get_by_role("button", name="Cymraeg")).first.click()
            page.goto("/account/messages")
        page.get_by_role("heading", name=list_name, level=1).wait_for()
        look(page, axe, f"messages-{lang}-{width}")
        page.get_by_role("link", name="Personal Independence Payment").click()
        page.get_by_text("£579.60 every 4 weeks").wait_for()
        look(page, axe, f"letter-{lang}-{width}")
        href = page.locator("a[type='application/pdf']").get_attribute("href")
        assert page.request.get(href).body()[:5] == b"%PDF-"
        page.goto("/account/letters")
        look(page, axe, f"letters-{lang}-{width}")
        assert page.get_by_text("£9.99").count() == 0 and page.locator(".cv-thread__item").count() == 2, "what is held is not shown"
    page.goto("/account/messages")
    (page.get_by_role("link", name="English").or_(page.get_by_role("button", name="English"))).first.click()


def look(page, axe, name):
    assert axe(page) == [], name
    assert page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"], name
    if folder := os.environ.get("CV_PICTURES"):
        Path(folder).mkdir(exist_ok=True, parents=True)
        page.screenshot(path=f"{folder}/{name}.png", full_page=True)


def test_nobody_elses_letter_opens(written, page):
    with written.database.connect("worker") as db:
        (number,) = db.execute("SELECT max(number) FROM fact WHERE stream = %s AND kind = 720", (written.rhian,)).fetchone()
    sign_in(page, "Rhian Morgan")
    assert page.request.get(f"/account/letters/{number}").status == 404, "a letter that waits is not shown"
    assert page.request.get("/account/letters/1").status == 404


@pytest.mark.parametrize("width", [320, 1280])
def test_a_letter_is_had_in_every_form_a_machine_makes(written, page, axe, width):
    page.set_viewport_size({"width": width, "height": 900})
    sign_in(page, "Rhian Morgan")
    page.goto("/account/letters")
    page.locator(".cv-thread__item a").first.click()
    page.get_by_role("link", name="Have it in another form").click()
    look(page, axe, f"forms-{width}")
    begins = {
        "audio": (b"\xff\xfb", b"\xff\xf3"),
        "epub": (b"PK",),
        "html": (b"<!DOCTYPE html>",),
        "large_print_24": (b"%PDF-",),
        "easy_read": (b"%PDF-",),
        "braille": (b"",),
    }
    address = page.url.removesuffix("/")
    for form, starts in begins.items():
        got = page.request.get(f"{address}/{form}")
        assert got.status == 200 and got.body().startswith(starts) and "filename=" in got.headers["content-disposition"], form
    for nothing in ("bsl_video", "no_such_form"):
        assert page.request.get(f"{address}/{nothing}").status == 404
    assert page.request.get("/account/letters/1/forms/html").status == 404, "nobody else's"


def test_what_is_written_since_somebody_else_may_read_the_account_is_nowhere_in_it(written, page):
    """Not in the list, not by its number, not in what happened: neither for the customer nor for whoever acts for them."""
    sign_in(page, "Rhian Morgan")
    before = page.request.get("/account/letters").text().count("cv-thread__item")
    released = written.facts(written.rhian, "LetterReleased")
    written.do("say_whether_safe", written.rhian, AGENT, what="journal", safe=False)
    written.do("ask_for_letter", written.rhian, AGENT, letter="message_answer", said="We will see you in the park.")
    for _ in range(100):
        if written.facts(written.rhian, "LetterReleased") > released:
            break
        time.sleep(0.1)
    with written.database.connect("worker") as db:
        (number,) = db.execute("SELECT max(number) FROM fact WHERE stream = %s AND kind = 720", (written.rhian,)).fetchone()
    there = [f"/account/letters/{number}", f"/account/letters/{number}/forms/standard", f"/account/letters/{number}/forms/html"]
    assert [page.request.get(address).status for address in there] == [404] * len(there)
    assert page.request.get("/account/letters").text().count("cv-thread__item") == before, "what stood there stays"
    for address in ("/account/messages", "/account/history"):
        assert "Our answer to your message" not in page.request.get(address).text()
    written.do("say_whether_safe", written.rhian, AGENT, what="journal", safe=True)
    assert page.request.get(there[0]).status == 200
