"""Staff of an organisation: the first person is the one it named; they invite others; whoever is removed opens nothing in the same second."""

from __future__ import annotations

import json
from pathlib import Path

import psycopg
import pytest
from playwright.sync_api import expect

from customerview.identity import audience_of
from customerview.instructions import catalogue
from customerview.ledger import look, open_access, reading, writing
from customerview.organisations import find, organisations_of
from customerview.perform import Invalid, NotAllowed, NotThere
from tests.identity.test_audiences import ALL

from .test_organisation import LEADER, MANAGER, Town

DOES = ("check", "receive")


@pytest.fixture
def town(own_database) -> Town:
    town = Town(own_database, does=DOES, postcode="QA1 1AA")
    town.verify()
    return town


def test_the_person_named_at_sign_up_is_the_first_and_invites_the_others(town):
    first = town.known().staff["S-1"]
    assert (first.email, set(first.may)) == ("pat@example.com", {"manage", "check", "read"})
    assert [(w.staff, w.joined) for w in organisations_of("", "PAT@example.com")] == [("S-1", False)]
    pat = town.joins()
    assert [(w.staff, w.joined) for w in organisations_of("a" * 64, "")] == [("S-1", True)]
    assert organisations_of("", "pat@example.com") == []  # taken up: the address alone opens nothing any more
    town.does("invite_staff", pat, name="Kim Reader", email="kim@example.com", may=("read",))
    with pytest.raises(Invalid, match="invited already"):
        town.does("invite_staff", pat, name="Kim again", email="Kim@example.com", may=("read",))
    with pytest.raises(Invalid, match="not verified for this"):
        town.does("invite_staff", pat, name="Lee", email="lee@example.com", may=("act",))
    kim = town.joins("S-2", "b" * 64)
    assert kim.roles == {"organisation_reader"}
    with pytest.raises(NotAllowed):
        town.does("invite_staff", kim, name="Lee", email="lee@example.com", may=("read",))
    with pytest.raises(Invalid, match="another administrator"):
        town.does("remove_staff", pat, staff="S-1")


def test_whoever_is_removed_reaches_nothing_from_that_moment(town):
    pat = town.joins()
    town.does("invite_staff", pat, name="Kim Reader", email="kim@example.com", may=("manage", "read"))
    kim = town.joins("S-2", "b" * 64)
    secret = open_access(kim)
    with reading(secret, catalogue(), kim) as view:
        assert view.record(town.stream).begun
    town.does("remove_staff", pat, staff="S-2")
    with reading(secret, catalogue(), kim) as view:
        assert not view.record(town.stream).begun
    with pytest.raises(NotThere):
        town._do("invite_staff", kim, None, secret, False, {"name": "x", "email": "x@example.com", "may": ("read",)})
    assert organisations_of("b" * 64, "kim@example.com") == []


def test_what_somebody_may_changes_at_once_and_so_does_what_the_organisation_may(town):
    pat = town.joins()
    town.does("invite_staff", pat, name="Kim Reader", email="kim@example.com", may=("check", "read"))
    kim = town.joins("S-2", "b" * 64)
    secret = open_access(kim)
    town.does("change_what_staff_may_do", pat, staff="S-2", may=("read",))
    with reading(secret, catalogue(), kim) as view:
        assert not view.record(town.stream).begun
    proposed = town.does("change_what_organisation_may_do", LEADER, propose=True, does=("check",), found="Rang them.")
    town.does("approve_proposal", MANAGER, proposal=proposed.facts[0].number)
    assert town.known().may("S-2") == () and set(town.known().may("S-1")) == {"manage", "check"}


def test_a_stopped_organisation_is_refused_everywhere_in_the_same_second(town):
    pat, key = town.joins(), town.key()
    token, secret = town.desk.ask_for_token(*key).json()["access_token"], open_access(pat)
    town.does("stop_organisation", LEADER, reason="It is closed.")
    asked = {"code": "222222222", "born": "1961-03-04", "purpose": "Council tax"}
    assert town.desk.post("proofs/check", token, asked).status_code == 401
    assert town.desk.ask_for_token(*key).status_code == 401
    with reading(secret, catalogue(), pat) as view:
        assert not view.record(town.stream).begun
        assert view.execute("SELECT count(*) FROM organisation_staff").fetchone() == (0,)
    assert organisations_of("a" * 64, "pat@example.com") == []


def test_one_organisations_staff_reach_no_other_and_no_customer(town, own_database):
    other, customer = Town(own_database, name="Other Council", email="o@example.com"), town.desk.customer()
    other.verify()
    pat = town.joins()
    secret = open_access(pat)
    with reading(secret, catalogue(), pat) as view:
        assert view.execute("SELECT count(DISTINCT stream) FROM fact").fetchone() == (1,)
        assert [o.name for o in find(view)] == ["Anytown Council"]
        assert view.execute("SELECT DISTINCT organisation FROM organisation_staff").fetchall() == [(town.stream,)]
    with pytest.raises(psycopg.Error, match="Only a colleague or a client looks"):
        look(secret, customer, pat, reason="to look at them")
    for statement in (
        "UPDATE organisation SET does = '{act}'", "SELECT end_access_of(%s, '')", "INSERT INTO organisation_staff VALUES (%s, 'S-9', '{}', 'x', 'x', now())",
    ):  # fmt: skip
        with writing(secret, catalogue())._transaction() as db:
            try:
                assert db.execute(statement, (other.stream,) if "%s" in statement else None).rowcount == 0
            except psycopg.errors.InsufficientPrivilege:
                continue
            except psycopg.errors.InFailedSqlTransaction:
                continue


def test_it_is_found_by_customers_only_while_it_is_verified_and_gets_proofs(town, own_database):
    from customerview.identity.customers import customer

    Town(own_database, name="Waiting Council", does=DOES, email="w@example.com")
    by = customer(town.desk.customer())
    with reading(open_access(by), catalogue(), by) as view:
        assert [o.name for o in find(view)] == ["Anytown Council"]
        assert [o.name for o in find(view, name="town c")] == []  # words from their beginning
        assert [o.name for o in find(view, name="council any")] == ["Anytown Council"]
        assert [o.name for o in find(view, postcode="QA2 9ZZ")] == ["Anytown Council"] and find(view, postcode="ZZ1") == []
        assert find(view, kind_of="landlord") == []


def test_the_list_is_made_again_from_the_facts(town):
    from customerview.ledger.rebuild import rebuild

    town.joins()
    with town.database.connect("worker") as db:
        before = [db.execute(f"SELECT * FROM {t} ORDER BY 1").fetchall() for t in ("organisation", "organisation_staff")]
        rebuild(db, catalogue(), ("customerview.organisations.listed.project",))
        assert before == [db.execute(f"SELECT * FROM {t} ORDER BY 1").fetchall() for t in ("organisation", "organisation_staff")]


def test_pages_of_the_desk_are_for_its_staff_alone():
    for address, route in ALL.items():
        if address.startswith("organisations/desk/"):
            assert audience_of(route.callback) == ("organisation",), address


PEOPLE = json.loads((Path(__file__).parents[2] / "personas.json").read_text())


@pytest.mark.journey
@pytest.mark.parametrize("language", ["en", "cy"])
def test_the_first_person_signs_in_invites_and_removes_in_a_browser(database, page, service, axe, browser, language):
    town = Town(database, name=f"Anytown Council {language}", does=DOES, email="pat@example.com")
    town.verify()
    words = {"en": ("Staff", "Invite somebody", "Remove"), "cy": ("Staff", "Gwahodd rhywun", "Tynnu")}[language]
    page.goto("/")
    page.context.add_cookies([{"name": "cv_lang", "value": language, "url": service.url}])

    def sound(at) -> None:
        for width in (320, 1280):
            at.set_viewport_size({"width": width, "height": 900})
            assert axe(at) == []
            assert at.evaluate("document.documentElement.scrollWidth") <= width

    page.goto("/organisations/desk/")
    page.get_by_role("button", name="Pat Example").click()
    if language == "cy":  # they work for the one of the first round already
        sound(page)
        page.get_by_label(town.known().name).check()
    else:
        page.get_by_label("Anytown Council en").check()
    page.locator("main button").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(town.known().name)
    sound(page)
    page.get_by_role("link", name=words[0], exact=True).click()
    sound(page)
    page.get_by_role("button", name=words[1]).click()
    page.locator("#form button").click()
    expect(page.locator(".govuk-error-summary li")).to_have_count(3)
    sound(page)
    page.locator("[name=name]").fill("Kim Reader")
    page.locator("[name=email]").fill("kim@example.com")
    page.locator("[name=may][value=read]").check()
    page.locator("#form button").click()
    expect(page.locator("main [role=status]")).to_contain_text("kim@example.com")
    sound(page)

    kim = browser.new_context(base_url=service.url).new_page()
    kim.goto("/organisations/desk/")
    kim.get_by_role("button", name="Kim Reader").click()
    kim.get_by_label(town.known().name).check()
    kim.locator("main button").click()
    expect(kim.get_by_role("heading", level=1)).to_have_text(town.known().name)
    assert kim.goto("/organisations/desk/staff").status == 403 and kim.goto("/account/").status == 403 and kim.goto("/staff/").status == 403

    page.reload()
    page.get_by_role("link", name=words[2]).click()
    sound(page)
    page.locator("main button").click()
    kim.goto("/organisations/desk/")
    expect(kim).to_have_url(f"{service.url}/organisations/ended")
    sound(kim)
    kim.goto("/organisations/desk/")
    kim.get_by_role("button", name="Kim Reader").click()
    expect(kim.get_by_role("heading", level=1)).to_contain_text("You do not work for an organisation")
    sound(kim)
    kim.context.close()
    for at in ("keys", "history"):
        page.goto(f"/organisations/desk/{at}")
        sound(page)
    expect(page.locator("main")).to_contain_text("Pat Example")
