"""A council's staff see the customers it acts for, open one with a reason, and reach nobody else; it ends in the same second."""

from __future__ import annotations

import os
from datetime import datetime, timedelta
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest
from django.urls import get_resolver
from playwright.sync_api import expect

from customerview.identity import audience_of
from customerview.identity.acting import for_the_body, opened
from customerview.instructions import catalogue
from customerview.kernel import LONDON, Actor, job
from customerview.ledger import look, open_access, reading, writing
from customerview.linkage import people_of
from customerview.perform import NotAllowed, NotThere, perform
from tests.identity.test_audiences import routes

from .test_organisation import Town

TODAY = datetime.now(LONDON).date()
LINE = {code: Actor(kind="client", id=f"{code}.system", roles=frozenset({"line_system"}), line=code) for code in ("PIP", "ESA")}
AGENT = Actor(kind="colleague", id="4711", roles=frozenset({"agent", "case_manager"}), teams=("pip.case",), line="PIP")


class Council(Town):
    """A council that acts for Arthur and Megan, and not for Owain."""

    def __init__(self, database) -> None:
        super().__init__(database, does=("act",), postcode="QA1 1AA")
        self.verify()
        self.pat = self.joins()
        self.arthur, self.megan, self.owain = (self.person(name) for name in ("Arthur Pugh", "Megan Lloyd", "Owain Secretname"))
        for person, link in ((self.arthur, "B-1"), (self.megan, "B-2")):
            self.acts(person, link)
        self.as_job("report_suspension", self.arthur, LINE["ESA"], award="ESA-1", since=TODAY - timedelta(days=3), ground="entitlement")
        self.as_job("match_identity", self.megan, subject="m" * 64, provider="test")
        self.as_job("send_message", self.megan, AGENT, subject="Your form", text="Please send it back.", needs_action=True)
        self.as_job("send_message", self.owain, AGENT, subject="Planted subject", text="Planted words")

    def person(self, name: str):
        given, family = name.split()
        stream = uuid4()
        self.as_job("register_customer", stream, given=given, family=family, born=TODAY - timedelta(days=20_000), source="PIP",
                    nino=f"QQ{stream.int % 1_000_000:06}C", lines=("1 High Street", "Mold"), postcode="QA1 1AA", nation="england_and_wales")  # fmt: skip
        for benefit in ("ESA", "PIP"):
            self.as_job("report_award", stream, LINE[benefit], award=f"{benefit}-1", benefit=benefit, amount=57960, frequency="four_weeks",
                        starts=TODAY - timedelta(days=700), next_payment=TODAY + timedelta(days=5))  # fmt: skip
        return stream

    def acts(self, person, link: str, **more) -> None:
        known = {"type": "corporate_appointee", "holder": str(self.stream), "name": "Anytown Council", "starts": TODAY - timedelta(days=90)}
        self.as_job("record_authority", person, None, authority=link, **(known | more))

    def as_job(self, name: str, stream, by=None, /, **fields):
        with self.database.using("worker"):
            return perform(
                catalogue().actions[name](**fields),
                on=stream,
                by=by or job("opening"),
                ledger=writing(None, catalogue()),
                catalogue=catalogue(),
            )

    def listed(self, by: Actor | None = None, secret: str = "") -> list:
        by = by or self.pat
        with reading(secret or open_access(by), catalogue(), by) as view:
            return people_of(view, self.stream)[0]

    def looks(self, person) -> list:
        with self.database.using("worker"), reading(None, catalogue()) as view:
            return view.looks(person)


@pytest.fixture
def council(own_database) -> Council:
    return Council(own_database)


def names(listed) -> list[str]:
    return [one.name for one in listed]


def test_money_stopped_stands_first_and_only_what_it_acts_for_stands_there(council):
    listed = council.listed()
    assert names(listed) == ["Arthur Pugh", "Megan Lloyd"]
    assert (listed[0].attention.stopped, listed[1].attention.asks) == (1, 1)
    council.as_job("report_resumed", council.arthur, LINE["ESA"], award="ESA-1", paid=0)
    assert names(council.listed()) == ["Megan Lloyd", "Arthur Pugh"]
    council.as_job("change_authority", council.megan, None, authority="B-2", lines=("ESA",))
    assert council.listed()[0].attention.asks == 0, "the message is about PIP, which it no longer acts for"


def test_an_authority_that_ends_is_suspected_or_has_not_begun_lists_nobody(council):
    council.as_job("end_authority", council.arthur, None, authority="B-1", ended=TODAY, why="revoked")
    assert names(council.listed()) == ["Megan Lloyd"]
    council.as_job("dispute_authority", council.megan, AGENT, authority="B-2", source="family", what="They keep her money", suspected=True)
    assert council.listed() == []
    council.acts(council.owain, "B-3", starts=TODAY + timedelta(days=3))
    assert council.listed() == []


def test_the_database_shows_one_body_its_own_and_nobody_else_s(council):
    other = Town(council.database, name="Othertown Council", does=("act",), postcode="QA2 1AA")
    other.verify()
    sam = other.joins(subject="c" * 64)
    with reading(open_access(sam), catalogue(), sam) as view:
        assert people_of(view, council.stream)[0] == people_of(view, other.stream)[0] == []
        assert view.execute("SELECT count(*) FROM acted_for").fetchone() == (0,)
    assert not opened(for_the_body(sam, council.arthur), "To look at payments")
    assert council.looks(council.arthur) == []


def test_whoever_opens_one_is_named_in_it_with_the_body_and_why_and_does_what_an_appointee_can(council):
    acting = for_the_body(council.pat, council.arthur)
    assert opened(acting, "To look at payments", name="Pat Example") and opened(acting, "To see that all is well", name="Pat Example")
    code = f"representative:S-1@{council.stream}"
    assert [(look["actor"], look["reason"]) for look in council.looks(council.arthur)] == [
        (code, "To see that all is well"), (code, "To look at payments"),
    ]  # fmt: skip
    secret = open_access(acting)
    with reading(secret, catalogue(), acting) as view:
        record = view.record(council.arthur)
        assert record.authority.staff == {f"S-1@{council.stream}": "Pat Example"}
        assert not view.record(council.megan).begun and not view.record(council.owain).begun and not view.record(council.stream).begun
    say = catalogue().actions["say_what_to_call_you"](name_used="Art")
    done = perform(say, on=council.arthur, by=acting, ledger=writing(secret, catalogue()), catalogue=catalogue())
    assert done.facts[0].by == code
    for stream in (council.megan, council.owain):
        with pytest.raises((NotAllowed, NotThere)):
            perform(say, on=stream, by=for_the_body(council.pat, stream), ledger=writing(secret, catalogue()), catalogue=catalogue())
    assert not opened(for_the_body(council.pat, council.owain), "To look at payments")
    with pytest.raises(psycopg.Error, match="Only a colleague"):
        look(secret, council.owain, acting, reason="Planted")


def test_removing_somebody_or_stopping_the_body_ends_what_they_have_open(council):
    council.does("invite_staff", council.pat, name="Kim Reader", email="kim@example.com", may=("act",))
    kim = council.joins("S-2", "b" * 64)
    secrets = {one.id: (for_the_body(one, council.arthur), open_access(for_the_body(one, council.arthur))) for one in (kim, council.pat)}

    def reaches(code: str) -> bool:
        actor, secret = secrets[code]
        with reading(secret, catalogue(), actor) as view:
            return view.record(council.arthur).begun

    assert reaches("S-2") and reaches("S-1")
    council.does("remove_staff", council.pat, staff="S-2")
    assert not reaches("S-2") and reaches("S-1")
    council.does(
        "stop_organisation", Actor(kind="colleague", id="1001", roles=frozenset({"team_leader"}), teams=("operations",)), reason="Ended"
    )
    assert not reaches("S-1")


@pytest.mark.journey
def test_a_council_s_staff_find_whose_money_is_stopped_and_put_something_right_for_them(database, service, page, axe):
    council = Council(database)
    council.does("invite_staff", council.pat, name="Kim Reader", email="kim@example.com", may=("act",))
    page.goto("/organisations/desk/people")
    page.get_by_role("button", name="Kim Reader").click()
    page.get_by_label("Anytown Council").check()
    page.locator("main button").click()
    expect(page.get_by_role("heading", name="People you act for")).to_be_visible()
    assert page.locator(".cv-thread__item h2").all_inner_texts() == ["Arthur Pugh", "Megan Lloyd"]
    expect(page.get_by_text("1 benefit is stopped or held")).to_be_visible()
    _looked_at(page, axe, service)
    page.get_by_label("Find somebody by name").fill("lloyd")
    page.get_by_role("button", name="Find").click()
    assert page.locator(".cv-thread__item h2").all_inner_texts() == ["Megan Lloyd"] and "lloyd" not in page.url
    page.get_by_role("link", name="Show everybody").click()
    page.get_by_role("link", name="Arthur Pugh").click()
    page.get_by_role("button", name="Open the record").click()
    expect(page.get_by_role("alert")).to_contain_text("Select why you open this record")
    _looked_at(page, axe, service)
    page.get_by_label("To look at payments").check()
    page.get_by_role("button", name="Open the record").click()
    page.wait_for_url("**/account/")
    expect(page.get_by_text("You are acting for Arthur Pugh, for Anytown Council")).to_be_visible()
    _looked_at(page, axe, service)
    page.goto("/account/looks")
    expect(page.get_by_text("Kim Reader, Anytown Council")).to_be_visible()
    expect(page.get_by_text("To look at payments")).to_be_visible()
    _looked_at(page, axe, service)
    assert page.goto("/account/change/tell_us_in_private").status == 403
    page.goto("/account/change/say_what_to_call_you")
    page.get_by_label("What should we call you?").fill("Art")
    page.locator("main").get_by_role("button", name="Continue").click()
    page.locator("main").get_by_role("button", name="Confirm and send").click()
    expect(page.get_by_text("Your reference")).to_be_visible()
    assert page.goto("/organisations/desk/people").status == 403, "in one record at a time"
    page.goto("/account/")
    page.get_by_role("link", name="Change the person you act for").click()
    expect(page.get_by_role("heading", name="People you act for")).to_be_visible()
    _nobody_else(page, council)
    page.get_by_role("link", name="Megan Lloyd").click()
    page.get_by_label("To read a letter").check()
    page.get_by_role("button", name="Open the record").click()
    page.wait_for_url("**/account/")
    council.as_job("end_authority", council.megan, None, authority="B-2", ended=TODAY - timedelta(days=1), why="revoked")
    assert page.goto("/account/").status == 403 and page.goto("/account/messages").status == 403
    page.goto("/organisations/back")
    assert page.locator(".cv-thread__item h2").all_inner_texts() == ["Arthur Pugh"]


def _nobody_else(page, council) -> None:
    """Every address, with every id that is somebody else's, by both methods: nothing of them is shown, and nothing breaks."""
    token = page.locator("input[name=csrfmiddlewaretoken]").first.input_value()
    tried = 0
    for address, route in routes(get_resolver()):
        if audience_of(route.callback) == ("public",) or "stay" in address or "out" in address:
            continue
        for stream in (council.owain, council.stream, uuid4()):
            filled = address.replace("<int:number>", "2").replace("<slug:name>", "change_address")
            for gap in ("stream", "person", "organisation"):
                filled = filled.replace(f"<uuid:{gap}>", str(stream))
            if "<" in filled or "^" in filled or filled == "organisations/back":
                continue
            for method in ("GET", "POST"):
                form = {"csrfmiddlewaretoken": token, "why": "payments"} if method == "POST" else None
                answer = page.request.fetch(f"/{filled}", method=method, form=form, max_redirects=2, fail_on_status_code=False)
                tried += 1
                assert answer.status < 500, (method, filled)
                assert not {"Planted", "Secretname"} & set(answer.text().split()), (method, filled)
                if str(council.owain) in filled:
                    assert answer.status in (403, 404, 405), (method, filled)
    assert tried > 60
    assert council.looks(council.owain) == []


def _looked_at(page, axe, service) -> None:
    for lang in ("cy", "en"):
        page.context.add_cookies([{"name": "cv_lang", "value": lang, "url": service.url}])
        if lang == "cy" or page.locator("html").get_attribute("lang") != lang:
            page.goto(page.url)
        page.set_viewport_size({"width": 320, "height": 800})
        if folder := os.environ.get("CUSTOMERVIEW_PICTURES"):
            page.screenshot(path=Path(folder) / f"acting-{page.url.rsplit('/', 1)[-1][:8]}-{lang}.png", full_page=True)
        assert axe(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.set_viewport_size({"width": 1280, "height": 800})
