"""The latest payments, as the customer reads them."""

from __future__ import annotations

from datetime import date

import pytest
from playwright.sync_api import expect

from customerview.intake import Payment, PaymentBatch, keep
from customerview.intake.checked_payments import take

from .conftest import line
from .test_pages import check

pytestmark = pytest.mark.journey


def hand_in(town, reference: str, *payments: Payment) -> None:
    with town.database.using("worker"):
        keep(PaymentBatch(reference=reference, payments=list(payments)), by=line("PIP"), secret=None)
        while take():
            pass


def payment(town, day: date, amount: int = 57960) -> Payment:
    return Payment(customer=town.rhian, award="PIP-1", due=day, made=day, amount=amount)


def test_what_was_paid_is_shown_newest_first_and_what_was_said_twice_is_being_asked(town, as_rhian, axe):
    hand_in(town, "one", payment(town, date(2026, 9, 7)), payment(town, date(2026, 10, 5)), payment(town, date(2026, 11, 2)))
    page = as_rhian
    page.goto("/account/benefits")
    rows = page.get_by_role("table", name="Latest payments").get_by_role("row")
    expect(rows).to_have_count(4)
    expect(rows.nth(1)).to_contain_text("2 November 2026")
    expect(rows.nth(1)).to_contain_text("£579.60")
    expect(rows.nth(3)).to_contain_text("7 September 2026")
    check(page, axe, "payments-wide-en")

    hand_in(town, "two", payment(town, date(2026, 11, 2), amount=57900))
    for width, language in ((1280, "en"), (320, "en"), (320, "cy")):
        page.set_viewport_size({"width": width, "height": 900})
        page.context.add_cookies([{"name": "cv_lang", "value": language, "url": page.url}])
        page.goto("/account/benefits")
        check(page, axe, f"payments-asked-{width}-{language}")
        if language == "en":
            expect(page.get_by_role("row").filter(has_text="2 November 2026").first).to_contain_text("We are finding out if this is right")


def test_an_appointee_for_one_benefit_is_not_shown_the_payments_of_another(town, page, service):
    from .conftest import sign_in

    hand_in(town, "three", payment(town, date(2026, 8, 10)))
    town.act(town.gwen, town.rhian, lines=("ESA",))
    sign_in(page, "Gwen Morgan")
    page.get_by_label("Rhian Morgan").check()
    page.get_by_role("button", name="Continue").click()
    page.wait_for_url("**/account/")
    page.goto("/account/benefits")
    expect(page.get_by_role("heading", name="Employment and Support Allowance")).to_be_visible()
    expect(page.get_by_text("10 August 2026")).to_have_count(0)
