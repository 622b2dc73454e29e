"""The start page: whoever comes finds what it is for, the way in, and a way that needs no computer."""

from __future__ import annotations

from datetime import date

import pytest
from playwright.sync_api import expect

from customerview.instructions import catalogue

pytestmark = pytest.mark.journey


@pytest.mark.parametrize("width", [320, 1280])
def test_it_says_what_it_is_for_in_both_languages_and_has_no_faults(page, axe, width):
    page.set_viewport_size({"width": width, "height": 800})
    page.goto("/")
    expect(page.get_by_role("heading", name="See and change what we hold about you")).to_be_visible()
    expect(page.get_by_role("button", name="Sign in")).to_be_visible()
    expect(page.get_by_role("heading", name="If you cannot use this service")).to_be_visible()
    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.get_by_role("button", name="Cymraeg").click()
    expect(page.get_by_role("heading", name="Gweld a newid yr hyn sydd gennym amdanoch")).to_be_visible()
    assert axe(page) == []


def test_the_older_form_overlaps_by_three_months_at_most():
    opened, closes = (catalogue().figures.get("common", f"older_proof_form_{end}", date(2026, 11, 24)) for end in ("from", "until"))
    assert closes <= date(opened.year + (opened.month + 3 > 12), (opened.month + 2) % 12 + 1, opened.day)
