"""The pictures in docs/screenshots, taken by a test so that they show what the pages are. Kept only when asked to be:

    CUSTOMERVIEW_SCREENSHOTS=docs/screenshots .venv/bin/pytest tests/journeys/test_screenshots.py

Run without it, the pages are opened and photographed all the same, and the folder must hold a picture of each, and no other.
"""

from __future__ import annotations

import os
from datetime import timedelta
from pathlib import Path

import pytest

from customerview.instructions.journal_and_callbacks.facts import CallBackPromised, FirstLookTaken, MessageReceived
from customerview.instructions.records_and_notes.facts import NotePinned
from customerview.instructions.requests_to_lines.facts import LineAsked
from customerview.kernel import Actor
from tests.organisations.sending import Sender
from tests.portals.colleague.conftest import ESA, RHIAN, TODAY, Town
from tests.portals.organisation.test_organisation import Town as Council

KEPT = Path(__file__).parents[2] / "docs" / "screenshots"
pytestmark = pytest.mark.journey

STAFF = {
    "colleague-my-work": "/staff/", "colleague-team": "/staff/team?show=all", "colleague-find": "/staff/find",
    "colleague-customer": "/staff/customers/{}", "colleague-timeline": "/staff/customers/{}/timeline",
    "colleague-can-do": "/staff/customers/{}/can-do", "colleague-ask": "/staff/customers/{}/ask", "colleague-action": "/staff/customers/{}/do/review_suspension?award=ESA-1",
    "colleague-contact": "/staff/customers/{}/contact", "colleague-questions": "/staff/customers/{}/contact/questions",
    "colleague-instruction": "/staff/instructions/suspend_only_after_safeguards", "colleague-danger": "/staff/customers/{}/danger",
}  # fmt: skip
ACCOUNT = {
    "customer-home": "/account/", "customer-benefits": "/account/benefits", "customer-details": "/account/details",
    "customer-messages": "/account/messages", "customer-looks": "/account/looks", "customer-proofs": "/account/proofs",
    "customer-proof-benefits": "/account/change/issue_proof", "public-prove-benefit": "/prove-benefit", "public-check": "/check/",
}  # fmt: skip
DESK = {"organisation-inbox": "/organisations/desk/inbox", "organisation-staff": "/organisations/desk/staff"}
NARROW = ("colleague-customer", "customer-home")
"""Shown as on a phone too."""

WHOLE = ("colleague-customer",)
"""Shown from top to bottom."""


@pytest.fixture
def pictures(tmp_path) -> Path:
    asked = os.environ.get("CUSTOMERVIEW_SCREENSHOTS")
    return Path(asked) if asked else tmp_path


@pytest.fixture
def rhian(database):
    town = Town(database)
    ago = timedelta(days=4)
    return town, town.rhian(
        (MessageReceived(topic="money", line="ESA", team="esa.case", text="I cannot pay my rent on Friday. When will my money come?"), ago),
        (FirstLookTaken(message=len(RHIAN()) + 1), ago - timedelta(hours=1)),
        (CallBackPromised(line="PIP", team="pip.case", about="the letter of 2 November"), timedelta(days=3)),
        NotePinned(text="Needs questions one at a time"),
        (
            LineAsked(
                what="explain",
                award="ESA-1",
                benefit="ESA",
                line="ESA",
                team="pip.case",
                answer_by=TODAY + timedelta(days=2),
                item="payment",
                why="Why it stopped",
            ),
            timedelta(hours=3),
        ),
    )


def photograph(page, path: str, picture: Path) -> None:
    answer = page.goto(path)
    assert answer.status == 200, path
    page.screenshot(path=picture, full_page=picture.stem in WHOLE)


def test_the_pictures_of_the_documentation(rhian, service, page, pictures):
    town, stream = rhian
    page.set_viewport_size({"width": 1100, "height": 900})
    page.context.add_cookies([{"name": "cv_session", "value": town.session(ESA), "url": service.url}])
    page.goto(f"/staff/customers/{stream}/contact/start")
    for answer in ("a call to us", "somebody who acts for the customer", "by questions"):
        page.get_by_label(answer).check()
    page.get_by_role("button", name="Start").click()
    for name, path in STAFF.items():
        photograph(page, path.format(stream), pictures / f"{name}.png")
    customer = Actor(kind="customer", id=str(stream), roles=frozenset({"customer"}), acting_for=stream)
    visitor = page.context.browser.new_context(base_url=service.url, viewport={"width": 1100, "height": 900}).new_page()
    visitor.context.add_cookies([{"name": "cv_session", "value": town.session(customer, "Rhian Morgan"), "url": service.url}])
    for name, path in ACCOUNT.items():
        photograph(visitor, path, pictures / f"{name}.png")
    council = Council(town.database, does=("check", "receive"))
    council.verify()
    Sender(council.desk).send(council)
    visitor.context.add_cookies([{"name": "cv_session", "value": town.session(council.joins(), "Pat Example"), "url": service.url}])
    for name, path in DESK.items():
        photograph(visitor, path, pictures / f"{name}.png")
    visitor.context.add_cookies([{"name": "cv_session", "value": town.session(customer, "Rhian Morgan"), "url": service.url}])
    for name in NARROW:
        tab = page if name in STAFF else visitor
        tab.set_viewport_size({"width": 360, "height": 780})
        photograph(tab, (STAFF | ACCOUNT)[name].format(stream), pictures / f"{name}-phone.png")
    visitor.context.close()


def test_the_documentation_shows_every_picture():
    told = "".join(page.read_text() for page in KEPT.parent.rglob("*.md"))
    assert [picture.name for picture in KEPT.glob("*") if f"screenshots/{picture.name}" not in told] == []


def test_the_folder_holds_each_picture_and_no_other():
    wanted = {f"{name}.png" for name in [*STAFF, *ACCOUNT, *DESK]} | {f"{name}-phone.png" for name in NARROW}
    assert {path.name for path in KEPT.glob("*")} == wanted
