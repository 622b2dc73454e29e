"""Appending under concurrency, reading as known, corrections, snapshots, and records found to be one person."""

from __future__ import annotations

import json
import threading
from datetime import UTC, datetime

import pytest
from django.db import connection

from customerview.kernel.facts import RecordsFoundToBeOne, RecordsFoundToBeTwo
from customerview.ledger import open_access, reading
from customerview.ledger.view import EVERY
from customerview.perform import KeyUsedTwice, NewerFacts, Refused
from tests.kernel.village import AnswerMessage, Attempt, CorrectFact, SendMessage, SuspendPayment

from .conftest import customer_of


def record(house, stream, **when):
    with reading(house.secret, house.catalogue) as view:
        return view.record(stream, **when)


def test_what_was_done_can_be_read_and_is_somebodys(house):
    ann = house.customer()
    house.do(SendMessage(subject="rent", text="I cannot pay"), ann)
    with reading(house.secret, house.catalogue) as view:
        newest = view.timeline(ann, limit=1)[0]
    assert (newest.number, newest.fact.text, newest.by) == (2, "I cannot pay", "colleague:sam@village.case")
    assert record(house, ann).duties.of("answer_message")


def test_the_record_as_known_at_a_moment_is_the_fold_of_what_was_recorded_by_then(house):
    ann = house.customer()
    first = house.do(SendMessage(subject="one"), ann).facts[0]
    house.do(SendMessage(subject="two"), ann)
    assert record(house, ann, known=first.at).office.open_messages == [2]
    assert record(house, ann).office.open_messages == [2, 3]
    assert not record(house, ann, known=datetime(2020, 1, 1, tzinfo=UTC)).begun


def test_any_interleaving_of_concurrent_actions_equals_some_order_of_them(house):
    ann = house.customer()
    failed: list[BaseException] = []

    def write(who: int) -> None:
        try:
            for n in range(5):
                house.do(SendMessage(subject=f"{who}-{n}"), ann)
        except BaseException as error:
            failed.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=write, args=(who,)) for who in range(4)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    assert not failed
    with reading(house.secret, house.catalogue) as view:
        history = view.timeline(ann, limit=100)[::-1]
        folded = house.catalogue.fold.of(ann, history)
        assert house.catalogue.fold.keep(view.record(ann)) == house.catalogue.fold.keep(folded)
    assert [h.number for h in history] == list(range(1, 22))
    for who in range(4):
        mine = [h.fact.subject for h in history if getattr(h.fact, "subject", "").startswith(f"{who}-")]
        assert mine == [f"{who}-{n}" for n in range(5)]


def test_the_guards_are_asked_again_after_a_conflict(house):
    """Two people answer one message at once: the second is told, since the first one's answer bears on theirs."""
    ann = house.customer()
    seen = house.do(SendMessage(subject="rent"), ann).facts[0].number
    outcomes: list[str] = []
    barrier = threading.Barrier(2)

    def answer(name: str) -> None:
        from customerview.kernel import Actor

        who = Actor(kind="colleague", id=name, roles=frozenset({"agent"}))
        secret = open_access(who)
        from customerview.ledger import look

        look(secret, ann, who, reason="answering a message")
        barrier.wait()
        try:
            house.do(AnswerMessage(message=seen), ann, by=who, secret=secret, seen=seen)
            outcomes.append("answered")
        except NewerFacts:
            outcomes.append("told")
        finally:
            connection.close()

    threads = [threading.Thread(target=answer, args=(n,)) for n in ("kim", "lou")]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    assert sorted(outcomes) == ["answered", "told"]


def test_one_key_from_eight_threads_has_one_effect(house):
    ann = house.customer()
    numbers: list[int] = []

    def send() -> None:
        try:
            numbers.append(house.do(SendMessage(subject="rent"), ann, key="same").facts[0].number)
        finally:
            connection.close()

    threads = [threading.Thread(target=send) for _ in range(8)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    assert numbers == [2] * 8
    with pytest.raises(KeyUsedTwice):
        house.do(SendMessage(subject="something else"), ann, key="same")


def test_a_refusal_is_logged_and_nothing_else_of_it_is_kept(house):
    ann = house.customer()
    with pytest.raises(Refused):
        house.do(SuspendPayment(award="A"), ann, key="k")
    with reading(house.secret, house.catalogue) as view:
        done, rules, outcomes = view.execute("SELECT done, rules, outcomes FROM asking WHERE stream = %s", (ann,)).fetchone()
        assert view.execute("SELECT count(*) FROM kept_key WHERE stream = %s", (ann,)).fetchone()[0] == 0
    assert not done and "suspend_after_trying" in rules and json.loads(outcomes)[0]["satisfied_by"] == "attempt"
    assert record(house, ann).number == 1


def test_a_projection_that_fails_undoes_the_facts(house, monkeypatch):
    ann = house.customer()

    def broken(db, change):
        raise RuntimeError("the projection broke")

    monkeypatch.setattr("customerview.ledger.access.projections", lambda: (broken,))
    with pytest.raises(RuntimeError, match="the projection broke"):
        house.do(SendMessage(subject="rent"), ann)
    assert record(house, ann).number == 1


def test_snapshots_change_nothing_but_the_time_it_takes(house):
    ann = house.customer()
    for n in range(EVERY + 5):
        house.do(Attempt(route=f"phone {n}"), ann)
    with reading(house.secret, house.catalogue) as view:
        assert view.execute("SELECT count(*) FROM snapshot WHERE stream = %s", (ann,)).fetchone()[0] == 1
        history = view.timeline(ann, limit=1000)[::-1]
        assert house.catalogue.fold.keep(view.record(ann)) == house.catalogue.fold.keep(house.catalogue.fold.of(ann, history))


def test_a_correction_drops_the_snapshots_and_folds_in_its_place(house):
    ann = house.customer()
    message = house.do(SendMessage(subject="rent"), ann).facts[0].number
    for n in range(EVERY + 1):
        house.do(Attempt(route=f"phone {n}"), ann)
    house.do(CorrectFact(number=message), ann)
    with reading(house.secret, house.catalogue) as view:
        assert view.execute("SELECT count(*) FROM snapshot WHERE stream = %s", (ann,)).fetchone()[0] == 0
        corrected = view.record(ann)
    assert corrected.office.open_messages == [] and not corrected.duties.of("answer_message")


def test_records_found_to_be_one_person_fold_together_and_apart_again(house, database):
    ann, same = house.customer(), house.customer()
    house.do(SendMessage(subject="from the other record"), same)
    join(house, ann, RecordsFoundToBeOne(other=same))
    assert len(record(house, ann).office.open_messages) == 1
    join(house, ann, RecordsFoundToBeTwo(other=same))
    assert record(house, ann).office.open_messages == []
    assert record(house, same).office.open_messages == [2]


def test_a_correction_refolds_what_both_records_of_one_person_hold_at_once(house):
    ann, same = house.customer(), house.customer()
    wrong = house.do(SendMessage(subject="never sent"), ann).facts[0].number
    house.do(SendMessage(subject="from the other record"), same)
    join(house, ann, RecordsFoundToBeOne(other=same))
    done = house.do(CorrectFact(number=wrong), ann)
    assert len(done.record.office.open_messages) == 1 and done.record.joined.others == [same]
    assert house.catalogue.fold.keep(done.record) == house.catalogue.fold.keep(record(house, ann))


def join(house, stream, fact):
    from customerview.kernel import Action, records

    class Join(Action):
        """Join or part two records."""

        about = records("Join", may=("agent",))

        def facts(self, record, asked):
            return [fact]

    house.catalogue._guards_of[Join] = []
    house.do(Join(), stream)


def test_a_customer_reads_their_own_record_through_their_own_secret(house):
    ann = house.customer()
    secret = open_access(customer_of(ann))
    house.do(SendMessage(subject="rent"), ann, by=customer_of(ann), secret=secret)
    with reading(secret, house.catalogue) as view:
        assert view.record(ann).office.open_messages == [2]
