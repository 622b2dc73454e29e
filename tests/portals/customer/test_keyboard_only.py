"""A proof got by Tab, Enter and Space alone, from the start page to the reference, on the narrowest screen, in both languages.

Wherever the focus is it can be seen, and it goes down the page as the page is read. What is wrong is told where the focus then is.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from .conftest import sign_in
from .test_proving import PIP, choose, go_on

pytestmark = pytest.mark.journey
WORDS = {
    "en": {"start": "Start now", "go on": "Continue", "send": "Get the proof", "which": "Which benefits do you want to prove?", "missing": "Select at least one benefit",
           "what for": "What is it for?", "shows": "What the proof will show", "how": "How do you want to have it?", "check": "Check your answers", "ready": "Your proof is ready"},
    "cy": {"start": "Dechrau nawr", "go on": "Parhau", "send": "Cael y prawf", "which": "Pa fudd-daliadau ydych chi am eu profi?", "missing": "Dewiswch o leiaf un budd-dal",
           "what for": "Ar gyfer beth mae'r prawf?", "shows": "Beth fydd y prawf yn ei ddangos", "how": "Sut ydych chi am ei gael?", "check": "Gwiriwch eich atebion", "ready": "Mae eich prawf yn barod"},
}  # fmt: skip
FOCUS = """() => {
  const at = document.activeElement, label = at.labels && at.labels[0]
  const box = at.getBoundingClientRect()
  // A radio button or checkbox is drawn by its label.
  const styles = [getComputedStyle(at), ...(label ? [getComputedStyle(label, '::before')] : [])]
  return {
    name: (at.innerText || at.value || '').trim(), kind: at.type || at.tagName.toLowerCase(), said: label ? label.innerText.trim() : '', of: at.className,
    inside: !!at.closest('main'), top: box.top + scrollY, shown: box.bottom > 0 && box.top < innerHeight && box.right <= innerWidth + 1,
    drawn: styles.some(s => (s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2) || s.boxShadow !== 'none'),
  }
}"""
MOST = 60


def tab(page: Page) -> dict:
    """The next stop. It can be seen that the focus is there."""
    page.keyboard.press("Tab")
    at = page.evaluate(FOCUS)
    if at["kind"] != "body":
        assert at["shown"] and at["drawn"], at
    return at


def tab_to(page: Page, name: str = "", *, kind: str = "") -> dict:
    """Onwards to what has this name, or is of this kind, down the page as it is read."""
    at, last = page.evaluate(FOCUS), -1.0  # the focus may be there: the sign-in page begins on its first button
    for _ in range(MOST):
        if (name and name in (at["name"].partition("\n")[0], at["said"])) or (kind and at["kind"] == kind):
            return at
        at = tab(page)
        if at["inside"]:
            assert at["top"] >= last - 4, ("back up the page", at)
            last = at["top"]
    raise AssertionError(f"Tab never comes to {name or kind}")


def into_the_page(page: Page, heading: str) -> None:
    """A new page: past its head, by the first link there is."""
    expect(page.get_by_role("heading", level=1, name=heading)).to_be_visible()
    assert "skip-link" in tab(page)["of"]
    page.keyboard.press("Enter")


def press(page: Page, name: str) -> None:
    tab_to(page, name)
    page.keyboard.press("Enter")


@pytest.mark.parametrize("lang", ["en", "cy"])
def test_from_the_start_to_the_reference_by_three_keys(town, page, service, lang):
    said = WORDS[lang]
    page.set_viewport_size({"width": 320, "height": 640})
    page.context.add_cookies([{"name": "cv_lang", "value": lang, "url": service.url}])
    page.goto("/prove-benefit")
    press(page, said["start"])
    expect(page.get_by_role("button", name="Rhian Morgan")).to_be_visible()
    press(page, "Rhian Morgan")

    into_the_page(page, said["which"])
    press(page, said["go on"])
    expect(page.locator(".govuk-error-summary")).to_be_focused()  # what is wrong is told first, and the focus is there
    press(page, said["missing"])
    expect(page.locator("main input[type=checkbox]").first).to_be_focused()  # its link leads to the answer
    page.keyboard.press("Space")
    press(page, said["go on"])

    into_the_page(page, said["what for"])
    tab_to(page, kind="radio")
    page.keyboard.press("Space")
    press(page, said["go on"])
    into_the_page(page, said["shows"])
    press(page, said["go on"])
    into_the_page(page, said["how"])
    tab_to(page, kind="radio")
    page.keyboard.press("Space")
    press(page, said["go on"])
    into_the_page(page, said["check"])
    press(page, said["send"])
    expect(page.get_by_role("heading", level=1, name=said["ready"])).to_be_visible()
    expect(page.locator(".govuk-panel__body strong")).to_have_text(town.latest_proof(town.rhian).reference)


def test_the_same_again_is_two_clicks_from_home(town, browser, service):
    """Counted by the browser, whatever the test believes it pressed."""
    context = browser.new_context(base_url=service.url)
    page = context.new_page()
    sign_in(page, "Rhian Morgan")
    choose(page, PIP)
    go_on(page, "Get the proof")
    expect(page.get_by_role("heading", name="Your proof is ready")).to_be_visible()
    before = town.latest_proof(town.rhian)
    page.goto("/account/")
    context.add_init_script(
        "addEventListener('click', (e) => { if (e.isTrusted) sessionStorage.clicks = 1 + Number(sessionStorage.clicks || 0) }, true)"
    )
    page.reload()
    page.locator("main").get_by_role("link", name="Prove you get a benefit").click()
    page.get_by_role("button", name="Get it again").first.click()
    expect(page.get_by_role("heading", name="Your proof is ready")).to_be_visible()
    assert page.evaluate("sessionStorage.clicks") == "2"
    again = town.latest_proof(town.rhian)
    assert again.reference != before.reference and (again.purpose, again.parts, again.format) == (
        before.purpose,
        before.parts,
        before.format,
    )
    context.close()
