"""A proof sent straight to a council: in its inbox and no other, opened as a fact, taken back, gone on its day."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from customerview.instructions import catalogue
from customerview.instructions.proofs.receiving import AssignSentProof, DealWithSentProof, OpenSentProof
from customerview.ledger import reading
from customerview.organisations import NoCursor, entry, find_sent, inbox_page, moved, opened
from customerview.perform import Invalid

from .sending import of


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
