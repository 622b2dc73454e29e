"""A proof sent straight to a council: in its inbox and no other, opened as a fact, taken back, gone on its day."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import psycopg
import pytest

from customerview.instructions import catalogue
from customerview.instructions.proofs.issue_proof import provable
from customerview.instructions.proofs.receiving import AssignSentProof, DealWithSentProof, OpenSentProof
from customerview.kernel import Actor
from customerview.ledger import open_access, reading, writing
from customerview.organisations import NoCursor, entry, find_sent, inbox_page, moved, opened
from customerview.perform import Invalid, NotAllowed, perform
from tests.api.test_checks import AWARD
from tests.portals.organisation.test_organisation import LEADER, Town


class Sender:
    """A customer with a proof."""

    def __init__(self, desk) -> None:
        self.desk, self.stream = desk, desk.customer(AWARD)
        self.by = Actor(kind="customer", id=str(self.stream), roles=frozenset({"customer"}), acting_for=self.stream)
        self.secret = open_access(self.by)
        with reading(self.secret, catalogue(), self.by) as view:
            awards = tuple(choice.value for choice in provable(view.record(self.stream)))
        self.proof = self.do("issue_proof", awards=awards, purpose="council_tax")[0].fact.reference

    def do(self, action: str, **values):
        asked = catalogue().actions[action](**values)
        return perform(asked, on=self.stream, by=self.by, ledger=writing(self.secret, catalogue()), catalogue=catalogue()).facts

    def send(self, town: Town, name: str = "") -> str:
        return self.do("send_proof", proof=self.proof, organisation=str(town.stream), name=name or town.known().name)[0].fact.sending

    def told(self) -> list[str]:
        with reading(self.secret, catalogue(), self.by) as view:
            return [said for f in view.timeline(self.stream) if (said := f.say("customer"))]


@pytest.fixture
def town(own_database) -> Town:
    town = Town(own_database, does=("check", "receive"))
    town.verify()
    return town


@pytest.fixture
def sender(town) -> Sender:
    return Sender(town.desk)


def of(town: Town, code: str = "S-1", *subject: str) -> tuple[str, Actor]:
    by = town.joins(code, *subject) if not town.known().staff[code].subject else town.as_staff(code)
    return open_access(by), by


def test_it_is_opened_under_the_verified_name_and_the_customer_sees_it(town, sender):
    sending = sender.send(town)
    access, pat = of(town)
    with reading(access, catalogue(), pat) as view:
        (one,) = inbox_page(view).entries
        assert (one.sending, one.proof, one.place, one.name) == (sending, sender.proof, "new", "Ann Example")
        assert view.execute("SELECT count(*) FROM fact WHERE stream = %s", (sender.stream,)).fetchone() == (0,)
    with opened(access, pat, sending) as it:
        done = it.do(OpenSentProof(sending=sending))
        assert it.issued().reference == sender.proof
        it.do(AssignSentProof(sending=sending, staff="S-1"))
        it.do(DealWithSentProof(sending=sending))
    assert done.facts[0].by == f"organisation:S-1@{town.stream}" and done.facts[0].fact.answer == "current"
    with reading(access, catalogue(), pat) as view:
        assert entry(view, sending).place == "dealt_with" and [e.sending for e in inbox_page(view, mine="S-1").entries] == [sending]
        for by in ({"proof": sender.proof}, {"name": "example"}, {"name": "ANN"}, {"born": one.born}):
            assert [e.sending for e in find_sent(view, **by)] == [sending], by
        assert find_sent(view) == [] and find_sent(view, name="xample") == []
    said = "\n".join(sender.told())
    for words in (
        "You sent your proof",
        "Anytown Council opened your proof",
        "Our answer: still current",
        "Anytown Council has dealt with",
    ):
        assert words in said
    assert "S-1" not in said


def test_taken_back_it_says_so_and_nothing_else(town, sender):
    sending = sender.send(town)
    access, pat = of(town)
    with pytest.raises(Invalid, match="already"):
        sender.send(town)
    sender.do("withdraw_sending", sending=sending)
    with opened(access, pat, sending) as it:
        assert it is None
    with reading(access, catalogue(), pat) as view:
        (one,) = inbox_page(view).entries
        assert (one.place, one.name, one.born, one.purpose) == ("not_shared", "", None, "")
        assert find_sent(view, name="ann") == [] and find_sent(view, proof=sender.proof)[0].place == "not_shared"
        assert "Ann" not in str(view.execute("SELECT * FROM inbox").fetchall())
    sender.send(town)  # and can be sent again


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


def test_its_own_system_follows_reads_and_acknowledges(town, sender):
    sending, key = sender.send(town), town.key()
    told = town.desk.ask_for_token(*key).json()
    assert told["scope"] == "checks inbox"
    token = told["access_token"]
    first = town.desk.get("inbox", token).json()
    assert [(p["sending"], p["state"], p["name"]) for p in first["proofs"]] == [(sending, "new", "Ann Example")] and not first["more"]
    assert town.desk.get(f"inbox?after={first['next']}", token).json() == {"proofs": [], "next": first["next"], "more": False}
    read = town.desk.post("inbox/open", token, {"sending": sending}).json()
    assert read["answer"] == "current" and read["proof"]["reference"] == sender.proof and read["reference"].startswith("C")
    assert town.desk.post("inbox/acknowledge", token, {"sending": sending}).json() == {"sending": sending}
    assert town.desk.post("inbox/acknowledge", token, {"sending": sending}).status_code == 200
    again = town.desk.get(f"inbox?after={first['next']}", token).json()
    assert [p["state"] for p in again["proofs"]] == ["dealt_with"]
    sender.do("withdraw_sending", sending=sending)
    gone = town.desk.get(f"inbox?after={again['next']}", token).json()["proofs"]
    assert [(p["state"], p.get("name")) for p in gone] == [("not_shared", None)]
    answer = town.desk.post("inbox/open", token, {"sending": sending})
    assert answer.status_code == 404 and answer["Content-Type"] == "application/problem+json"
    assert town.desk.get("inbox?after=rhubarb", token).status_code == 422
    assert town.desk.post("inbox/open", town.desk.token("checker"), {"sending": sending}).status_code == 403
    assert any("Anytown Council opened" in said for said in sender.told())


def test_what_ended_goes_on_its_day(town, sender):
    from customerview.organisations.tasks import clear_inboxes

    sending = sender.send(town)
    access, pat = of(town)
    with town.database.connect("worker") as db:
        db.execute("UPDATE inbox SET expires = current_date - 1")
    with opened(access, pat, sending) as it:
        assert it is None
    with reading(access, catalogue(), pat) as view:
        assert inbox_page(view).entries[0].place == "not_shared" and inbox_page(view).entries[0].name == ""
    for days, left in ((0, 1), (40, 0)):
        with town.database.using("worker"):
            clear_inboxes.func(int((datetime.now(UTC) + timedelta(days=days)).timestamp()))
        with town.database.connect("worker") as db:
            rows = db.execute("SELECT name, born FROM inbox").fetchall()
        assert rows == [("", None)] * left


def test_it_is_made_again_from_the_facts_and_says_nothing_of_whoever_was_forgotten(town, sender):
    from customerview.ledger.erase import erase
    from customerview.ledger.rebuild import rebuild

    sending = sender.send(town)
    access, pat = of(town)
    with opened(access, pat, sending) as it:
        it.do(OpenSentProof(sending=sending))
    columns = "organisation, sending, stream, proof, purpose, name, born, received, expires, place, assigned"
    with town.database.connect("worker") as db:
        before = db.execute(f"SELECT {columns} FROM inbox").fetchall()
        rebuild(db, catalogue(), ("customerview.organisations.listed.project", "customerview.organisations.inbox.project"))
        assert before == db.execute(f"SELECT {columns} FROM inbox").fetchall()
    with town.database.connect("eraser") as db:
        erase(db, sender.stream)
        assert db.execute("SELECT name, born, place FROM inbox").fetchall() == [("", None, 3)]


def test_pages_of_an_inbox_come_by_its_own_index(town):
    """However many proofs others were sent: the plan of the first page, of the next and of the feed walks this inbox's index."""
    access, pat = of(town)
    with town.database.connect("worker") as db:
        db.execute(
            "INSERT INTO inbox (organisation, sending, stream, proof, purpose, name, bare, received, expires, place)"
            " SELECT CASE WHEN n %% 100 = 0 THEN %s ELSE gen_random_uuid() END, 'S' || n, gen_random_uuid(), 'P' || n, 'other', 'A B', ' a b',"
            " now() - n * interval '1 minute', current_date + 9, n %% 3 FROM generate_series(1, 20000) n",
            (town.stream,),
        )
    with town.database.connect("migrator", autocommit=True) as db:
        db.execute("ANALYZE inbox")
    with reading(access, catalogue(), pat) as view:
        first = inbox_page(view)
        following = inbox_page(view, after=first.next)
        assert len(first.entries) == len(following.entries) == 25 and {e.place for e in first.entries} == {"new"}
        assert not {e.sending for e in first.entries} & {e.sending for e in following.entries}
        seen, after = 0, ""
        while page := moved(view, after=after, most=70).entries:
            seen, after = seen + len(page), moved(view, after=after, most=70).next
        assert seen == 200
        plan = "\n".join(r[0] for r in view.execute(
            "EXPLAIN SELECT sending FROM inbox WHERE organisation = (SELECT inbox_owner()) ORDER BY place, received DESC, sending DESC LIMIT 26"
        ).fetchall())  # fmt: skip
        assert "inbox_shown" in plan and "Seq Scan on inbox" not in plan, plan
        with pytest.raises(NoCursor):
            inbox_page(view, after="rhubarb")


def test_the_feed_is_in_the_order_of_transactions_and_names_are_found_by_how_they_begin(town):
    access, pat = of(town)
    with town.database.connect("worker") as db:
        for n, (tx, name, family) in enumerate(
            (("99", " ann ellis", " ellis"), ("100", " ellis bowen", " bowen"), ("9", " bo mellis", " mellis"))
        ):
            db.execute(
                "INSERT INTO inbox (organisation, sending, stream, proof, purpose, name, bare, family, received, expires, place, tx)"
                " VALUES (%s, %s, gen_random_uuid(), 'P', 'other', %s, %s, %s, now(), current_date + 9, 0, %s::text::xid8)",
                (town.stream, f"S{n}", name.strip(), name, family, tx),
            )
    with reading(access, catalogue(), pat) as view:
        assert [e.tx for e in moved(view).entries] == ["9", "99", "100"]
        assert [e.tx for e in moved(view, after=moved(view, most=2).next).entries] == ["100"]
        assert {e.name for e in find_sent(view, name="Ellis")} == {"ann ellis", "ellis bowen"}


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
