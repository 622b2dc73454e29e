"""Malformed, huge and hostile requests: each is answered with a problem document, and nothing is done."""

from __future__ import annotations

import pytest

PROBLEM = "application/problem+json"
LONG = "x" * 90_000
BODIES = [
    b" ", b"{", b"null", b"[]", b'"text"', b"1e999", b"\xff\xfe", b'{"source": "\xff"}', b"[" * 50_000, b'{"a":' * 20_000,
    b'{"date_known": false, "source": "caller", "reporter": "\\u0000"}', b'{"date_known": false, "source": "caller", "reporter": "\\ud800"}',
    b'{"date_known": false, "source": "caller", "reporter": "' + LONG.encode() + b'"}',
    b'{"date_known": true, "source": "caller", "died": "9999-12-31"}', b'{"date_known": true, "source": "caller", "died": "0001-01-01"}',
    b'{"date_known": 1, "source": ["caller"]}', b'{"date_known": false, "source": {"$ne": ""}}',
    b'{"date_known": false, "source": "caller\'; DROP TABLE fact; --"}', b'{"__class__": "x", "date_known": false, "source": "caller"}',
    b'{"date_known": false, "source": "caller", "transferred": 99999999999999999999999999}',
]  # fmt: skip


@pytest.fixture
def agent(desk) -> str:
    return desk.token("agent")


@pytest.mark.parametrize("body", BODIES, ids=range(len(BODIES)))
def test_a_body_that_cannot_be(desk, agent, body):
    customer = desk.customer()
    answer = desk.act(customer, "report_death", agent, body)
    assert answer.status_code in (400, 422) and answer["Content-Type"] == PROBLEM, answer.content[:300]
    assert answer.json()["status"] == answer.status_code and desk.facts(customer) == 1


def test_too_much_is_refused_before_it_is_read(desk, agent):
    answer = desk.act(desk.customer(), "report_death", agent, b'{"reporter": "' + b"x" * 3_000_000 + b'"}')
    assert answer.status_code == 413 and answer["Content-Type"] == PROBLEM


@pytest.mark.parametrize(
    "kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "application/xml", ""]
)
def test_another_media_type_is_refused(desk, agent, kind):
    answer = desk.act(desk.customer(), "report_death", agent, b"a=b", Content_Type=kind)
    assert answer.status_code == 415 and answer["Content-Type"] == PROBLEM


@pytest.mark.parametrize(
    "path", ["customers", "customers/search", "actions", "facts", "openapi.json", "nothing/at/all", "customers/../../staff"]
)
@pytest.mark.parametrize("method", ["put", "delete", "patch", "options"])
def test_another_method_or_address_is_refused(desk, agent, path, method):
    answer = getattr(desk.http, method)(f"/api/v1/{path}", headers={"Authorization": f"Bearer {agent}"})
    assert answer.status_code in (404, 405) and answer["Content-Type"] == PROBLEM
    assert answer.status_code == 404 or answer["Allow"]


HEADERS = {
    "Reason": ["x", "y" * 301, "%00%00%00", "%ff%fe%fd"], "If_Match": ["W/x", '"-1"', "9" * 30], "Idempotency_Key": ["a b", "k" * 201, "ŵ"],
    "Grounds": ["%01"], "Override": ["a%0ab"],
}  # fmt: skip


@pytest.mark.parametrize(("name", "value"), [(name, value) for name, values in HEADERS.items() for value in values])
def test_an_odd_header_is_named(desk, agent, name, value):
    customer = desk.customer()
    answer = desk.act(customer, "report_death", agent, {"date_known": False, "source": "caller"}, **{name: value})
    if value == "%ff%fe%fd":  # characters that do not decode are replaced, and kept as such
        assert answer.status_code == 201
        return
    assert answer.status_code == 422 and answer.json()["problems"][0]["field"] == name.replace("_", "-"), answer.content
    assert desk.facts(customer) == 1


def test_another_clients_records_are_not_in_reach_of_a_feed_token(desk):
    """A token for the feed cannot be used to write, and what was not looked at cannot be written by any."""
    client, secret = desk.client("agent")
    feed = desk.ask_for_token(client.id, secret, scope="feed").json()["access_token"]
    assert desk.act(desk.customer(), "report_death", feed, {"date_known": False, "source": "caller"}).status_code == 403
