"""A colleague's browser beside the customer's."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page

from customerview.kernel import Actor
from tests.portals.colleague.conftest import Town as Staff
from tests.portals.customer.conftest import Town


@contextmanager
def at_a_desk(browser: Browser, service, town: Town, who: Actor, picture: str) -> Iterator[Page]:
    """A colleague's own browser, signed in. How it ended is kept as a picture."""
    context = browser.new_context(base_url=service.url, locale="en-GB", timezone_id="Europe/London")
    context.add_cookies([{"name": "cv_session", "value": Staff(town.database).session(who), "url": service.url}])
    page = context.new_page()
    page.set_default_timeout(8_000)
    yield page
    Path("test-results").mkdir(exist_ok=True)
    page.screenshot(path=f"test-results/{picture}.png", full_page=True)
    context.close()


def go_on(page: Page, name: str = "Continue") -> None:
    page.locator("main").get_by_role("button", name=name).click()
