"""A council signs up, one person verifies it and another agrees; its own system checks; stopped, all of it ends at once."""

from __future__ import annotations

import re

import psycopg
import pytest
from playwright.sync_api import expect

from customerview.identity import audience_of, for_a_moment, new_sign_up_code, organisation
from customerview.instructions import catalogue
from customerview.kernel import Actor
from customerview.ledger import look, open_access, reading, writing
from customerview.organisations import invited, member
from customerview.perform import Invalid, NotThere, perform
from tests.api.desk import Desk
from tests.identity.test_audiences import ALL
from tests.portals.colleague.conftest import Town as Staff

LEADER = Actor(kind="colleague", id="1001", roles=frozenset({"team_leader"}), teams=("operations",))
MANAGER = Actor(kind="colleague", id="1002", roles=frozenset({"operations_manager"}), teams=("operations",))
CHECKED = {"checks": ("register", "called", "purpose"), "found": "The register of councils; the number on it."}


class Town:
    """A council that signed up, and what the people here do about it."""

    def __init__(self, database, name: str = "Anytown Council", **more) -> None:
        self.database, self.desk, self.code = database, Desk(database), new_sign_up_code()
        self.by = organisation(self.code)
        self.stream = self.by.acting_for
        self.does(
            "ask_to_sign_up",
            self.by,
            name=name,
            **{
                "kind_of": "council",
                "does": ("check",),
                "contact": "Pat Example",
                "email": "pat@example.com",
                "why": "Council tax",
            }
            | more,
        )

    def as_staff(self, code: str = "S-1") -> Actor:
        """Somebody of its staff, as far as they may today."""
        return member(self.stream, code, self.known().may(code))

    def known(self):
        with for_a_moment(self.by) as secret, reading(secret, catalogue(), self.by) as view:
            return view.record(self.stream).organisation

    def joins(self, code: str = "S-1", subject: str = "a" * 64) -> Actor:
        self.does("join_staff", invited(self.stream, code), subject=subject)
        return self.as_staff(code)

    def does(self, action: str, by: Actor, on=None, propose: bool = False, **values):
        if by.kind == "organisation":
            with for_a_moment(by) as secret:
                return self._do(action, by, on, secret, propose, values)
        secret = open_access(by)
        look(secret, self.stream, by, reason="a request to sign up")
        return self._do(action, by, on, secret, propose, values)

    def _do(self, action, by, on, secret, propose, values):
        return perform(
            catalogue().actions[action](**values),
            on=on or self.stream,
            by=by,
            ledger=writing(secret, catalogue()),
            catalogue=catalogue(),
            propose=propose,
        )

    def verify(self) -> None:
        proposed = self.does("verify_organisation", LEADER, propose=True, **CHECKED)
        assert proposed.proposed
        self.does("approve_proposal", MANAGER, proposal=proposed.facts[0].number)

    def status(self) -> str:
        return self.known().status

    def page(self, **sent: str) -> str:
        from django.test import Client

        return Client().post("/organisations/status", {"code": self.code} | sent).content.decode()

    def key(self) -> tuple[str, str]:
        page = self.page(do="make")
        return re.search(r'id="client">([^<]+)', page)[1], re.search(r'id="secret"[^>]*>([^<]+)', page)[1]


@pytest.fixture
def town(database) -> Town:
    return Town(database)


def test_nothing_before_a_second_person_agreed(town):
    assert "Your organisation is not verified" in town.page(do="make")
    town.does("verify_organisation", LEADER, propose=True, **CHECKED)
    assert town.status() == "waiting"
    assert "Your organisation is not verified" in town.page(do="make")


def test_it_is_not_verified_without_the_checks(town):
    with pytest.raises(Invalid) as wrong:
        town.does("verify_organisation", LEADER, propose=True, checks=("address",), found="A website")
    assert "register" in str(wrong.value.problems[0].words.en)


def test_verified_its_system_gets_a_token_for_checks_alone_and_it_ends_at_once(town):
    town.verify()
    client, secret = town.key()
    assert secret not in town.page()  # shown once
    told = town.desk.ask_for_token(client, secret).json()
    assert told["scope"] == "checks inbox"
    asked = {"code": "222222222", "born": "1961-03-04", "purpose": "Council tax"}
    assert town.desk.post("proofs/check", told["access_token"], asked).json()["answer"] == "not_confirmed"
    town.does("stop_organisation", LEADER, reason="It no longer relies on proofs.")
    assert town.desk.post("proofs/check", told["access_token"], asked).status_code == 401
    assert town.desk.ask_for_token(client, secret).status_code == 401
    page = town.page(do="make")
    assert "It no longer relies on proofs." in page and 'id="secret"' not in page


def test_a_key_is_turned_over_and_the_old_one_stopped(town):
    town.verify()
    old, new = town.key(), town.key()
    assert "Stop an older key first" in town.page(do="make")
    town.page(do="stop", client=old[0])
    assert town.desk.ask_for_token(*old).status_code == 401 and town.desk.ask_for_token(*new).status_code == 200


def test_refused_it_is_told_why(town):
    town.does("refuse_organisation", LEADER, reason="We could not find you on a register.")
    assert "We could not find you on a register." in town.page()


def test_one_organisation_reaches_no_other_and_no_customer(town, database):
    other, customer = Town(database), town.desk.customer()
    other.verify()
    client, _ = other.key()
    town.verify()
    assert "There is no such key" in town.page(do="stop", client=client)
    with for_a_moment(town.by) as secret:
        with reading(secret, catalogue(), town.by) as view:
            assert view.db.execute("SELECT count(DISTINCT stream) FROM fact").fetchone() == (1,)
            assert not view.record(other.stream).begun and not view.record(customer).begun
        with pytest.raises(NotThere):
            town._do("stop_api_key", town.by, other.stream, secret, False, {"client": client})
        with pytest.raises(psycopg.Error, match="Only a colleague or a client looks"):
            look(secret, customer, town.by, reason="to look at them")
        with pytest.raises(psycopg.errors.InsufficientPrivilege), writing(secret, catalogue())._transaction() as db:
            db.execute(
                "INSERT INTO api_client (id, name, role, line, team, secret_hash, organisation) VALUES ('org-x', 'x', 'agent', '', '', 'x', %s)",
                (town.stream,),
            )
        with writing(secret, catalogue())._transaction() as db:
            assert db.execute("UPDATE api_client SET revoked = now() WHERE organisation = %s", (other.stream,)).rowcount == 0


def test_a_wrong_code_opens_nothing(town, client):
    for code in (new_sign_up_code(), "x", str(town.stream), ""):
        answer = client.post("/organisations/status", {"code": code, "do": "make"})
        assert answer.status_code == 422 and "Anytown" not in answer.content.decode()


def test_the_keys_are_made_again_from_the_facts(town):
    from customerview.ledger.rebuild import rebuild

    town.verify()
    client, secret = town.key()
    with town.database.connect("worker") as db:
        rebuild(db, catalogue(), ("customerview.api.organisation_keys.project",))
    assert town.desk.ask_for_token(client, secret).status_code == 200


def test_who_may_come():
    assert audience_of(ALL["organisations/"].callback) == audience_of(ALL["organisations/status"].callback) == ("public",)


@pytest.mark.journey
@pytest.mark.parametrize("language", ["en", "cy"])
@pytest.mark.parametrize("width", [320, 1280])
def test_a_council_signs_up_in_a_browser(page, service, axe, width, language):
    page.set_viewport_size({"width": width, "height": 800})
    page.goto("/organisations/")
    if language == "cy":
        page.get_by_role("button", name="Cymraeg").click()
    page.locator("#form button").click()
    expect(page.locator(".govuk-error-summary li")).to_have_count(6)
    assert axe(page) == []
    for name, text in (
        ("name", "Anytown Council"),
        ("contact", "Pat Example"),
        ("email", "pat@example.com"),
        ("why", "Council tax"),
    ):
        page.locator(f"[name={name}]").fill(text)
    page.locator("[name=kind_of]").first.check()
    page.locator("[name=does]").first.check()
    page.locator("#form button").click()
    code = page.locator("#code").inner_text()
    assert axe(page) == [] and "?" not in page.url
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    page.goto("/organisations/status")
    assert axe(page) == []
    page.locator("[name=code]").fill(code)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Anytown Council")
    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


@pytest.mark.journey
def test_a_colleague_sees_what_it_said_verifies_it_and_can_stop_it(town, browser, service, axe):
    """Not as a person: nobody to speak with, no life in danger; what there is to look into stands beside the questions."""
    desk = Staff(town.database)

    def signed_in(by):
        context = browser.new_context(base_url=service.url)
        context.add_cookies([{"name": "cv_session", "value": desk.session(by), "url": service.url}])
        return context.new_page()

    def its_own(page):
        return page.locator("form", has=page.locator(f"input[value='{town.stream}']"))

    page = signed_in(LEADER)
    page.goto("/staff/")
    its_own(page).get_by_role("button", name="Look into who Anytown Council is").click()
    for said in ("Anytown Council", "It says it is", "pat@example.com", "Council tax"):
        expect(page.locator("main")).to_contain_text(said)
    expect(page.get_by_text("Before you speak")).to_have_count(0)
    expect(page.get_by_role("link", name="Start a contact")).to_have_count(0)
    assert axe(page) == []
    for check in ("public register", "I rang it", "its own work"):
        page.get_by_label(re.compile(check)).check()
    page.get_by_label("Where did you look").fill("The register of councils")
    page.locator("main").get_by_role("button", name="Continue").click()
    expect(page.locator("main")).to_contain_text("Ask an operations manager")
    page.get_by_role("button", name=re.compile("agree", re.I)).click()
    expect(page.get_by_text("waits for a second person to agree")).to_be_visible()

    manager = signed_in(MANAGER)
    manager.goto("/staff/agree")
    its_own(manager).get_by_role("button", name="Agree to verify organisation").click()
    manager.get_by_role("link", name="Agree (verify organisation)", exact=True).click()
    for said in ("pat@example.com", "The register of councils"):
        expect(manager.locator("main")).to_contain_text(said)
    manager.locator("main").get_by_role("button").first.click()
    expect(manager.get_by_role("heading", name="Anytown Council")).to_be_visible()
    expect(manager.locator("main")).to_contain_text("Verified")
    assert town.status() == "verified"

    key, _ = town.key()
    manager.goto("/staff/organisations")
    manager.locator(f"a[href$='{town.stream}']").click()
    expect(manager.get_by_role("link", name="Verify an organisation")).to_have_count(0)
    for told in (key, "Pat Example, pat@example.com", "Invited until", "2 keys at once", "check proofs that people give us"):
        expect(manager.locator("main")).to_contain_text(told)
    for width in (1280, 320):
        manager.set_viewport_size({"width": width, "height": 900})
        assert axe(manager) == []
        assert manager.evaluate("document.documentElement.scrollWidth") <= width
    manager.get_by_role("link", name="Stop an organisation").click()
    manager.get_by_label("Why? The organisation is told this.").fill("It asked to end.")
    manager.locator("main").get_by_role("button", name="Continue").click()
    expect(manager.locator("main")).to_contain_text("Stopped")
    manager.goto("/staff/organisations")
    manager.get_by_label("Name, or part of it").fill("anyt")
    manager.get_by_label("Where it stands").select_option("Stopped")
    manager.get_by_role("button", name="Search").click()
    assert "anyt" not in manager.url
    for width in (1280, 320):
        manager.set_viewport_size({"width": width, "height": 900})
        assert axe(manager) == []
        assert manager.evaluate("document.documentElement.scrollWidth") <= width
    expect(manager.locator(f"a[href$='{town.stream}']")).to_have_count(1)
    manager.get_by_label("Where it stands").select_option("Verified")
    manager.get_by_role("button", name="Search").click()
    expect(manager.locator(f"a[href$='{town.stream}']")).to_have_count(0)
