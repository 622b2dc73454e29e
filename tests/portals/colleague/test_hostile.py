"""Malformed, huge and hostile addresses and forms: an answer that says what to do, never a fault, and nothing written."""

from __future__ import annotations

import base64
from datetime import UTC, datetime
from uuid import UUID, uuid4

import msgspec
import pytest

from customerview.kernel import Actor

from .conftest import LEE, SAM
from .test_customer_page import hidden

STAFF_PAGES = ["", "team", "team/away", "find", "agree", "instructions", "instructions/x", "customers/{}", "customers/{}/open",
               "customers/{}/timeline", "customers/{}/can-do", "customers/{}/looks", "customers/{}/restricted", "customers/{}/do/change_address",
               "customers/{}/work/x", "customers/{}/contact", "customers/{}/contact/start", "customers/{}/contact/questions",
               "customers/{}/contact/end"]  # fmt: skip


@pytest.fixture(scope="module")
def rhian(database):
    from .conftest import Town

    return Town(database).rhian()


@pytest.mark.parametrize("path", STAFF_PAGES)
def test_nobody_else_comes_in(town, rhian, path):
    from django.test import Client

    address = "/staff/" + path.format(rhian)
    anonymous = Client().get(address)
    assert anonymous.status_code == 302 and "/sign-in" in anonymous.url
    customer = Actor(kind="customer", id=str(rhian), roles=frozenset({"customer"}), acting_for=rhian)
    assert town.client(customer).get(address).status_code == 403


def place(**changes) -> str:
    held = {"late": True, "harm": 3, "late_from": datetime(2026, 1, 1, tzinfo=UTC), "stream": UUID(int=0), "id": "x"} | changes
    return base64.urlsafe_b64encode(msgspec.msgpack.encode(list(held.values()))).decode()


NO_ZONE = datetime(2026, 1, 1)  # noqa: DTZ001


@pytest.mark.parametrize(
    "after", [place(id="\0"), place(harm=99), place(harm=-5), place(late="x"), "AAAA", "%00", "x" * 9000, place(late_from=NO_ZONE)]
)
def test_a_forged_place_in_a_list_is_a_page(town, after):
    for path in ("/staff/", "/staff/team"):
        assert town.client().get(path, {"after": after}).status_code == 200


@pytest.mark.parametrize(
    "address",
    [
        "do/correct_fact?corrects=99999999999999999999", "do/correct_fact?corrects=-1", "do/correct_fact?corrects=x",
        "do/answer_message?message=99999999999", "do/review_suspension?award=%00", "do/review_suspension?award=" + "x" * 5000,
        "do/approve_proposal?proposal=12345", "do/review_override?override=12345", "do/no_such_action", "do/register_customer",
        "do/answer_recognition_question?contact=1&question=%3Cscript%3E", "timeline?before=%00", "timeline?before=-1",
        "looks?before=99999999999999", "?known=%00", "?on=0000-00-00", "work/%00", "work/" + "x" * 3000,
    ],
)  # fmt: skip
def test_a_hostile_address_is_answered(town, rhian, address):
    client = town.opened_by(town.client(LEE), rhian)
    answer = client.get(f"/staff/customers/{rhian}{'' if address.startswith('?') else '/'}{address}")
    assert answer.status_code in (200, 403, 404)
    assert b"<script>" not in answer.content.replace(b"<script src", b"")


@pytest.mark.parametrize(
    "typed", ["\0\0\0 a reason with nothing in it", "x" * 100_000, "<script>alert(1)</script> is why", "\u202e reversed words here"]
)
def test_a_hostile_reason_is_kept_as_text_or_sent_back(town, rhian, typed):
    client = town.client()
    assert client.post(f"/staff/customers/{rhian}/open", {"reason": "checking", "why": typed}).status_code in (302, 422)
    assert client.post(
        f"/staff/customers/{rhian}/open", {"reason": "other", "why": typed, "next": "https://elsewhere.example/"}
    ).url.startswith("/staff/")
    looks = client.get(f"/staff/customers/{rhian}/looks").content
    assert b"<script>alert" not in looks


@pytest.mark.parametrize("value", ["\0", "x" * 200_000, "<b>", "99999999999999999999"])
def test_a_hostile_form_writes_nothing_it_should_not(town, rhian, value):
    client = town.opened_by(town.client(), rhian)
    for name in ("change_address", "record_contact_attempt", "screen_needs"):
        path = f"/staff/customers/{rhian}/do/{name}"
        form = hidden(client.get(path))
        fields = {"role": value, "route": value, "outcome": value, "how": value, "postcode": value, "since-day": value}
        assert client.post(path, form | fields | {"_seen": value}).status_code in (400, 409, 422)
        assert client.post(path, form | {"_seen": "-7", "_key": value}).status_code in (400, 409, 422)


def test_a_form_without_our_token_is_refused(town, rhian):
    from django.test import Client

    client = Client(enforce_csrf_checks=True)
    client.cookies["cv_session"] = town.session(SAM)
    assert client.post(f"/staff/customers/{rhian}/open", {"reason": "checking", "why": "checking a letter"}).status_code == 403


def test_moving_work_of_a_customer_who_does_not_exist(town):
    answer = town.client().post("/staff/work/open", {"stream": str(uuid4()), "duty": "\0"})
    assert answer.status_code == 302
