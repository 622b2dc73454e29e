"""The latest payments on the customer page: for a colleague on the phone, in one glance."""

from __future__ import annotations

from datetime import date

import pytest
from playwright.sync_api import expect

from customerview.intake import Payment, PaymentBatch, keep
from customerview.intake.checked_payments import take
from customerview.population.cast import line_system
from tests.processes import until

from .conftest import ESA, Town
from .test_in_a_browser import open_with_a_reason, sideways, sign_in

pytestmark = pytest.mark.journey


def test_a_colleague_sees_what_was_paid_and_what_is_not_settled(database, service, page, axe):
    town = Town(database)
    rhian = town.rhian()
    with database.using("worker"):
        for reference, amount in (("one", 77840), ("two", 70000)):
            paid = Payment(customer=rhian, award="PIP-1", due=date(2026, 11, 2), made=date(2026, 11, 2), amount=amount)
            keep(PaymentBatch(reference=reference, payments=[paid]), by=line_system("PIP"), secret=None)
        while take():
            pass
    sign_in(page, town, service, ESA)
    open_with_a_reason(page, rhian)
    latest = page.locator("section", has=page.get_by_role("heading", name="Awards and payments")).get_by_role("listitem")
    paid = latest.filter(has_text="2 November 2026: £778.40")
    expect(paid).to_be_visible()
    assert until(lambda: page.reload() and "PIP also said £700.00: not settled" in paid.inner_text())  # a worker may be at it
    for width in (1280, 320):
        page.set_viewport_size({"width": width, "height": 900})
        assert axe(page) == []
        assert sideways(page) == []
