"""Whom an inbox is for: its own verified organisation, those of its staff who may read it, until it is ended; and only the customer sends."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import uuid4

import psycopg
import pytest

from customerview.instructions import catalogue
from customerview.instructions.proofs.receiving import OpenSentProof
from customerview.ledger import reading, writing
from customerview.organisations import entry, find_sent, inbox_page, opened
from customerview.perform import Invalid, NotAllowed
from tests.portals.organisation.test_organisation import LEADER, Town

from .sending import Sender, of


def test_nothing_is_sent_to_whoever_may_not_get_it(town, sender, own_database):
    waiting = Town(own_database, name="Waiting Council", does=("receive",), email="w@example.com")
    checks = Town(own_database, name="Checking Council", does=("check",), email="c@example.com")
    checks.verify()
    for where in (waiting, checks):
        with pytest.raises(Invalid, match="cannot be sent proofs any more"):
            sender.send(where)
    with pytest.raises(Invalid, match="cannot be sent proofs any more"):
        sender.send(town, name="Her Majesty's Treasury")
    town.does("stop_organisation", LEADER, reason="Closed.")
    with pytest.raises(Invalid, match="cannot be sent proofs any more"):
        sender.send(town, name="Anytown Council")
    assert not [said for said in sender.told() if "You sent" in said]


def test_one_inbox_is_of_one_organisation_and_of_those_who_may_read_it(town, sender, own_database):
    other = Town(own_database, name="Other Council", does=("receive",), email="o@example.com")
    other.verify()
    sending = sender.send(town)
    access, by = of(other)
    with reading(access, catalogue(), by) as view:
        assert inbox_page(view).entries == [] and find_sent(view, proof=sender.proof) == [] and entry(view, sending) is None
        assert view.execute("SELECT count(*) FROM inbox").fetchone() == (0,)
    with opened(access, by, sending) as it:
        assert it is None
    _, pat = of(town)
    town.does("invite_staff", pat, name="Kim", email="kim@example.com", may=("check",))
    access, kim = of(town, "S-2", "b" * 64)
    with opened(access, kim, sending) as it, pytest.raises(NotAllowed):
        it.do(OpenSentProof(sending=sending))
    customer = Sender(town.desk)
    with reading(customer.secret, catalogue(), customer.by) as view:
        assert view.execute("SELECT count(*) FROM inbox").fetchone() == (0,)
    with pytest.raises(psycopg.errors.InsufficientPrivilege), writing(access, catalogue())._transaction() as db:
        db.execute("INSERT INTO inbox (organisation, sending, stream, proof, purpose, name, bare, received, expires, place)"
                   " VALUES (%s, 'S', %s, 'P', '', '', '', now(), now(), 0)", (town.stream, uuid4()))  # fmt: skip


def test_a_stopped_organisation_opens_nothing_in_the_same_second(town, sender):
    sending, key = sender.send(town), town.key()
    access, pat = of(town)
    token = town.desk.ask_for_token(*key).json()["access_token"]
    assert town.desk.get("inbox", token).json()["proofs"][0]["sending"] == sending
    town.does("stop_organisation", LEADER, reason="Closed.")
    with opened(access, pat, sending) as it:
        assert it is None
    with reading(access, catalogue(), pat) as view:
        assert inbox_page(view).entries == []
    assert town.desk.get("inbox", token).status_code == 401
    assert town.desk.post("inbox/open", token, {"sending": sending}).status_code == 401
    assert [said for said in sender.told() if "opened your proof" in said] == []


def test_whoever_was_ended_is_refused_everywhere_in_the_same_second(town, sender):
    """By pages and API: inbox, one proof, staff, keys, history, home, the check under its verified name, tokens."""
    from django.test import Client

    from tests.portals.colleague.conftest import Town as Staff

    sending, key = sender.send(town), town.key()
    _, pat = of(town)
    token, web = town.desk.ask_for_token(*key).json()["access_token"], Client()
    web.cookies["cv_session"] = Staff(town.database).session(pat)
    pages = ("", "inbox", f"inbox/{sending}", "staff", "staff/invite", "keys", "history")
    for page in pages:
        assert web.get(f"/organisations/desk/{page}").status_code == 200, page
    assert "You check for Anytown Council" in web.get("/check/").content.decode()
    for page in ("/account/", "/staff/", f"/staff/customers/{sender.stream}"):
        assert web.get(page).status_code == 403, page
    session = web.cookies["cv_session"].value
    town.does("stop_organisation", LEADER, reason="Closed.")
    for page in (*pages, f"inbox/{sending}/open", f"inbox/{sending}/pdf", "inbox/find"):
        web.cookies["cv_session"] = session
        answer = web.post(f"/organisations/desk/{page}", {"name": "ann"})
        assert answer.status_code in (302, 405), page
        assert answer.status_code == 405 or answer["Location"] in ("/organisations/ended", "/sign-in/organisation"), page
    web.cookies["cv_session"] = session
    assert "You check for" not in web.get("/check/").content.decode()
    for answer in (
        town.desk.get("inbox", token), town.desk.post("inbox/open", token, {"sending": sending}),
        town.desk.post("proofs/check", token, {"code": "222222222", "born": "1950-05-01", "purpose": "x"}), town.desk.ask_for_token(*key),
    ):  # fmt: skip
        assert answer.status_code == 401
    assert not [said for said in sender.told() if "opened your proof" in said]


def test_a_key_opens_so_many_in_an_hour_and_no_more(town, sender):
    sending, key = sender.send(town), town.key()
    token = town.desk.ask_for_token(*key).json()["access_token"]
    most = catalogue().figures.get("common", "inbox_openings_by_key", datetime.now(UTC).date())
    with town.database.connect("migrator") as db:
        db.execute("INSERT INTO share_code_try SELECT %s, now() FROM generate_series(1, %s)", (f"inbox client:{key[0]}", most - 1))
    assert town.desk.post("inbox/open", token, {"sending": sending}).status_code == 200
    answer = town.desk.post("inbox/open", token, {"sending": sending})
    assert answer.status_code == 429 and answer["Retry-After"] == "3600" and "proof" not in answer.json()


def test_only_the_customer_sends(town, sender):
    """Nobody else's system puts a proof of theirs into an inbox, whatever it says."""
    token = town.desk.token("case_manager", line="PIP", team="pip.case")
    told = {
        "awards": ["PIP-1"],
        "purpose": "council_tax",
        "way": "organisation",
        "send_to": str(town.stream),
        "send_to_name": "Anytown Council",
    }
    answer = town.desk.act(sender.stream, "issue_proof", token, told, Reason="a test of sending")
    assert answer.status_code == 422 and answer.json()["problems"][0]["field"] == "way"
    assert town.desk.act(sender.stream, "issue_proof", token, told | {"send_to": "rhubarb"}, Reason="a test of sending").status_code == 422
