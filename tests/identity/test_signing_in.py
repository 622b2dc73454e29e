"""Signing in through the real provider, in a real browser."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.journey

PEOPLE = json.loads((Path(__file__).parents[1] / "personas.json").read_text())


def choose(page, name):
    page.get_by_role("button", name=name).click()


def give_number(page, number):
    page.get_by_label("What is your National Insurance number?").fill(number)
    page.get_by_role("button", name="Continue").click()


def test_the_first_time_a_number_is_asked_for_and_never_again(page, people, axe):
    people.register()
    page.goto("/account/")
    choose(page, "Rhian Morgan")
    expect(page.get_by_role("heading", name="Find your record")).to_be_visible()
    assert axe(page) == []
    give_number(page, "rhubarb")
    expect(page.get_by_role("link", name="Enter a National Insurance number")).to_be_visible()
    assert page.title().startswith("Error: ")
    assert axe(page) == []
    give_number(page, "qq 12 34 56 c")
    expect(page).to_have_url(f"{page.url.partition('/account')[0]}/account/")
    page.goto("/sign-in/out")
    page.goto("/account/")
    choose(page, "Rhian Morgan")
    expect(page.get_by_role("heading", name="Find your record")).to_have_count(0)
    assert page.url.endswith("/account/")


def test_whoever_is_not_matched_is_told_nothing_and_shown_another_way(page, people, axe, identity_provider):
    identity_provider.set_people([*PEOPLE, PEOPLE[1] | {"sub": "una", "name": "Una Stranger", "birth_date": "1980-01-01"}])
    page.goto("/sign-in/")
    choose(page, "Una Stranger")
    give_number(page, "QQ 12 34 56 C")  # somebody else's number
    expect(page.get_by_role("heading", name="We could not open your record online")).to_be_visible()
    said = page.locator("main").inner_text()
    assert "Rhian" not in said and "18001" in said and "Sign Language" in said
    assert axe(page) == []
    for _ in range(6):
        page.goto("/sign-in/match")
        give_number(page, "QQ 12 34 56 C")
        assert page.locator("main").inner_text() == said
    assert people.asked("SELECT count(*) FROM match_try")[0][0] == 5 + 1  # one of Rhian's, five of Una's
    assert people.asked("SELECT count(*) FROM fact WHERE kind = 760")[0][0] == 1
    page.goto("/account/")
    assert "/who/" in page.url
    identity_provider.set_people(PEOPLE)


def test_a_colleague_needs_a_second_proof_and_a_role_that_is_known(page, identity_provider, axe):
    weak = {"sub": "weak", "label": "One proof only", "kind": "colleague", "name": "Weak Proof", "birth_date": "1990-01-01",
            "employee_number": "1", "roles": ["agent"], "team": "pip.case", "line": "PIP", "amr": ["pwd"]}  # fmt: skip
    none = weak | {"sub": "none", "name": "No Role", "amr": ["pwd", "otp"], "roles": ["customer", "job", "chief"]}
    identity_provider.set_people([*PEOPLE, weak, none])
    for name in ("Weak Proof", "No Role"):
        page.goto("/sign-in/colleague")
        choose(page, name)
        expect(page.get_by_role("heading", name="You cannot use this service yet")).to_be_visible()
        assert axe(page) == []
        assert page.goto("/staff/").url.endswith("/staff/") is False
    identity_provider.set_people(PEOPLE)


def test_what_comes_back_without_our_state_or_twice_signs_nobody_in(page, people, service, axe):
    page.goto("/sign-in/")
    sent = []
    page.on("request", lambda request: sent.append(request.url) if "/sign-in/back?" in request.url else None)
    choose(page, "Rhian Morgan")
    page.wait_for_url("**/account/")
    page.goto("/sign-in/out")
    assert page.goto(sent[0]).status == 400
    expect(page.get_by_role("heading", name="You are not signed in")).to_be_visible()
    assert axe(page) == []
    page.goto("/sign-in/")
    assert page.goto(f"{service.url}/sign-in/back?code=stolen&state=guessed").status == 400


def test_signing_out_closes_the_secret_and_the_session_at_both_ends(page, people):
    page.goto("/account/")
    choose(page, "Rhian Morgan")
    page.wait_for_url("**/account/")
    before = people.asked("SELECT count(*) FROM django_session")[0][0]
    page.goto("/sign-in/out")
    assert "/session/end" in page.url
    page.get_by_role("button", name="Sign out").click()
    page.wait_for_url("**/")
    assert people.asked("SELECT count(*) FROM django_session")[0][0] < before
    page.goto("/account/")
    assert "/who/" in page.url


def test_who_acts_for_somebody_says_for_whom(page, people, axe):
    rhian = people.register(nino="QQ300001A")
    gwen = people.register("Gwen", "Morgan", date(1985, 11, 30), "QQ300002A")
    people.act(gwen, rhian)
    page.goto("/account/")
    choose(page, "Gwen Morgan")
    give_number(page, "QQ300002A")
    expect(page.get_by_role("heading", name="Who are you here for?")).to_be_visible()
    assert axe(page) == []
    page.get_by_role("button", name="Continue").click()
    expect(page.get_by_role("link", name="Select who you are here for")).to_be_visible()
    page.get_by_label("Rhian Morgan").check()
    page.get_by_role("button", name="Continue").click()
    page.wait_for_url("**/account/")


def test_whoever_chose_welsh_is_met_in_welsh(page, people, identity_provider):
    sion = people.register("Siôn", "Prys", date(1950, 5, 6), "QQ400001A", language="cy")
    identity_provider.set_people([*PEOPLE, PEOPLE[0] | {"sub": "sion", "name": "Siôn Prys", "birth_date": "1950-05-06"}])
    page.goto("/sign-in/")
    choose(page, "Siôn Prys")
    give_number(page, "QQ400001A")
    expect(page.get_by_role("heading", name="Helo Siôn")).to_be_visible()
    people.do("verify_death", sion, source="registration", died=date(2026, 1, 1))
    page.goto("/sign-in/out")
    page.goto("/sign-in/")
    choose(page, "Siôn Prys")
    expect(page.get_by_role("heading", name="Ni allem agor eich cofnod ar-lein")).to_be_visible()
    identity_provider.set_people(PEOPLE)


def test_a_link_on_another_site_signs_nobody_out(page, people, service):
    page.goto("/account/")
    choose(page, "Rhian Morgan")
    page.wait_for_url("**/account/")
    answer = page.request.get("/sign-in/out", headers={"Sec-Fetch-Site": "cross-site"})
    assert "Do you want to sign out?" in answer.text()
    page.goto("/account/")
    assert page.url.endswith("/account/")
