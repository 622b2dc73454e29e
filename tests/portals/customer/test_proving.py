"""Proving a benefit from the start page to the reference: the least that is needed, less if wanted, never more; kept whatever happens."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from customerview.perform import Invalid

from .conftest import AGENT, sign_in

pytestmark = pytest.mark.journey
BEGIN = "/account/change/issue_proof"
PIP, ESA = "Personal Independence Payment", "Employment and Support Allowance"


def go_on(page, name="Continue"):
    page.locator("main").get_by_role("button", name=name).click()


def choose(page, *benefits, purpose="Council tax reduction", way="On screen"):
    """The whole way to check answers, leaving nothing out."""
    page.goto(BEGIN)
    for benefit in benefits or (PIP,):
        page.get_by_label(benefit).check()
    go_on(page)
    if len(benefits) > 1:
        go_on(page)
    page.get_by_label(purpose, exact=True).check()
    go_on(page)
    shown = page.get_by_role("heading", name="What the proof will show")
    expect(shown.or_(page.get_by_label(way)).first).to_be_visible()
    if shown.count():
        go_on(page)
    page.get_by_label(way).check()
    go_on(page)
    expect(page.get_by_role("heading", name="Check your answers")).to_be_visible()


def test_from_the_start_page_to_the_reference(town, page, service, looked_at):
    page.goto("/prove-benefit")
    expect(page.get_by_role("heading", name="If you get only Universal Credit")).to_be_visible()
    expect(page.locator("main")).to_contain_text("The older form closes on 31 January 2027")
    looked_at(page, "1-start")
    page.get_by_role("button", name="Start now").click()
    page.get_by_role("button", name="Rhian Morgan").click()
    expect(page.get_by_role("heading", name="Which benefits do you want to prove?")).to_be_visible()
    go_on(page)
    expect(page.get_by_role("alert").get_by_role("link", name="Select at least one benefit")).to_be_visible()
    page.get_by_label(PIP).check()
    page.get_by_label(ESA).check()
    go_on(page)
    expect(page.get_by_role("heading", name="Do you want one proof or several?")).to_be_visible()
    looked_at(page, "3-several")
    go_on(page)
    go_on(page)
    expect(page.get_by_role("alert").get_by_role("link", name="Select what the proof is for")).to_be_visible()
    page.get_by_label("Council tax reduction").check()
    go_on(page)
    expect(page.locator("main")).to_contain_text("how much you get, and how often")
    expect(page.get_by_label("the parts it is made up of")).to_have_count(0)  # not needed, so not offered
    looked_at(page, "5-shows")
    page.get_by_label("your address").check()
    go_on(page)
    looked_at(page, "6-way")
    page.get_by_role("link", name="Back", exact=True).click()
    expect(page.get_by_label("your address")).to_be_checked()
    go_on(page)
    page.get_by_label("On screen").check()
    go_on(page)
    expect(page.locator("main")).to_contain_text("£579.60")
    expect(page.locator("main")).not_to_contain_text("1 High Street")
    looked_at(page, "7-check")
    go_on(page, "Get the proof")
    expect(page.get_by_role("heading", name="Your proof is ready")).to_be_visible()
    reference = page.locator(".govuk-panel__body strong").inner_text()
    assert re.fullmatch(r"P[2-9A-Z]{4}-[2-9A-Z]{4}", reference)
    looked_at(page, "8-ready")
    page.reload()  # bookmarked, come back to
    expect(page.locator(".govuk-panel__body strong")).to_have_text(reference)
    page.get_by_role("link", name="See the proof").click()
    expect(page.locator("main")).not_to_contain_text("1 High Street")
    looked_at(page, "9-proof")
    page.goto("/account/proofs")
    looked_at(page, "10-proofs")
    page.get_by_role("button", name=re.compile(f"Get it again.*{reference}")).click()
    expect(page.get_by_role("heading", name="Your proof is ready")).to_be_visible()
    assert page.locator(".govuk-panel__body strong").inner_text() != reference
    page.get_by_role("link", name="See the proof").click()
    expect(page.locator("main")).not_to_contain_text("1 High Street")  # what was left out stays left out


def test_something_else_shows_nothing_more_unless_it_is_asked_for(town, as_rhian):
    page = as_rhian
    page.goto(BEGIN)
    page.get_by_label(PIP).check()
    go_on(page)
    page.get_by_label("Something else").check()
    go_on(page)
    expect(page.get_by_role("heading", name="What does it need to show?")).to_be_visible()
    assert page.locator("input:checked").count() == 0
    go_on(page)
    page.get_by_label("On screen").check()
    go_on(page)
    for more in ("£579.60", "High Street", "456C", "2 May 2024"):
        expect(page.locator("main")).not_to_contain_text(more)


def test_another_purpose_afterwards_asks_again_what_to_leave_out(town, as_rhian):
    page = as_rhian
    choose(page)
    page.get_by_role("link", name=re.compile("Change.*anything out")).click()
    page.get_by_label("your address").check()
    go_on(page)
    page.get_by_role("link", name=re.compile("Change.*What is it for")).click()
    page.get_by_label("A bank or building society").check()
    go_on(page)
    expect(page.get_by_role("heading", name="What the proof will show")).to_be_visible()
    expect(page.get_by_label("your address")).not_to_be_checked()
    go_on(page)
    expect(page.locator("main")).to_contain_text("1 High Street")


def test_one_proof_each_has_references_of_its_own(town, as_rhian):
    page = as_rhian
    page.goto(BEGIN)
    page.get_by_label(PIP).check()
    page.get_by_label(ESA).check()
    go_on(page)
    page.get_by_label("One proof for each benefit").check()
    go_on(page)
    page.get_by_label("Free school meals").check()
    go_on(page)
    page.get_by_label("A share code").check()
    go_on(page)
    go_on(page, "Get the proof")
    expect(page.get_by_role("heading", name="Your proofs are ready")).to_be_visible()
    assert page.get_by_role("button", name="Show the share code").count() == 2
    page.get_by_role("button", name=f"Show the share code {ESA}").click()
    expect(page.get_by_role("heading", name="Your share code")).to_be_visible()


def test_the_form_and_language_we_hold_are_applied_and_can_be_changed_for_this_once(town, as_rhian):
    town.do("choose_format", town.rhian, AGENT, format="large_print_18")
    page = as_rhian
    choose(page)
    expect(page.locator("#answers")).to_contain_text("Large print, 18 point")
    page.get_by_role("link", name=re.compile("Change.*language")).click()
    page.get_by_label("Welsh").check()
    go_on(page)
    expect(page.get_by_role("heading", name="Check your answers")).to_be_visible()
    go_on(page, "Get the proof")
    page.get_by_role("link", name="See the proof").click()
    number = int(page.url.rpartition("/")[2])
    issued = town.fact(town.rhian, number)
    assert (issued.format, issued.language) == ("large_print_18", "cy")
    page.goto("/account/details")
    expect(page.locator("main")).to_contain_text("English")


def test_an_address_marked_unsafe_is_shown_nowhere_not_even_beforehand(town, as_rhian):
    town.do("say_whether_safe", town.rhian, AGENT, what="home", safe=False)
    page = as_rhian
    choose(page)
    expect(page.locator("main")).not_to_contain_text("High Street")
    expect(page.locator("main")).to_contain_text("We hold no address that we can put on a proof")
    go_on(page, "Get the proof")
    page.get_by_role("link", name="See the proof").click()
    expect(page.locator("main")).not_to_contain_text("High Street")
    town.do("say_whether_safe", town.rhian, AGENT, what="home", safe=True)


def test_by_post_with_an_honest_day_and_the_letter_is_written_as_it_was_asked_for(town, as_rhian):
    town.do("choose_format", town.rhian, AGENT, format="standard")
    page = as_rhian
    choose(page, way="By post")
    expect(page.locator("main")).to_contain_text("It should reach you between")
    page.get_by_role("link", name=re.compile("Change.*be written")).click()
    page.get_by_label("Large print, 24 point").check()
    go_on(page)
    go_on(page, "Get the proof")
    expect(page.locator("main")).to_contain_text("It should reach you between")
    reference = page.locator(".govuk-panel__body strong").inner_text()
    letter = None
    for _ in range(60):
        if letter := next((one for one in town.letters(town.rhian) if one.about == reference), None):
            break
        page.wait_for_timeout(500)
    assert (letter.spec, letter.way, letter.form, letter.language) == ("proof", "post", "large_print_24", "en")


def test_post_is_not_offered_where_no_letter_is_safe(town, as_rhian):
    town.do("say_whether_safe", town.rhian, AGENT, what="home", safe=False)
    page = as_rhian
    page.goto(BEGIN)
    page.get_by_label(PIP).check()
    go_on(page)
    page.get_by_label("Free school meals").check()
    go_on(page)
    expect(page.get_by_label("On screen")).to_be_visible()
    expect(page.get_by_label("By post")).to_have_count(0)
    expect(page.get_by_label("By email")).to_have_count(0)  # this installation has no account by which emails leave
    with pytest.raises(Invalid):
        town.do("issue_proof", town.rhian, AGENT, awards=("PIP-1",), purpose="bank", way="post")
    town.do("say_whether_safe", town.rhian, AGENT, what="home", safe=True)


def test_a_double_click_without_scripts_is_one_proof(town, browser, service):
    context = browser.new_context(base_url=service.url, java_script_enabled=False)
    page = context.new_page()
    sign_in(page, "Rhian Morgan")
    before = town.facts(town.rhian, "ProofIssued")
    choose(page)
    page.locator("main").get_by_role("button", name="Get the proof").dblclick()
    expect(page.get_by_role("heading", name="Your proof is ready")).to_be_visible()
    assert town.facts(town.rhian, "ProofIssued") == before + 1
    context.close()


def test_time_runs_out_on_the_way_and_nothing_is_lost(town, browser, service):
    context = browser.new_context(base_url=service.url)
    page = context.new_page()
    sign_in(page, "Rhian Morgan")
    page.goto(BEGIN)
    page.get_by_label(PIP).check()
    town.time_runs_out()
    go_on(page)
    expect(page.get_by_text("What you had typed is kept")).to_be_visible()
    page.get_by_role("button", name="Sign in again").click()
    page.get_by_role("button", name="Rhian Morgan").click()
    expect(page.get_by_label(PIP)).to_be_checked()
    context.close()
