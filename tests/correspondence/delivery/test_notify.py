"""By GOV.UK Notify: once however the answer is lost, what comes back is heard, nothing personal is kept or logged."""

from __future__ import annotations

import json
import time
import urllib.request
from typing import Any
from uuid import uuid4

import msgspec
import pytest

from customerview.config.home import secret
from customerview.correspondence.content import Letter
from customerview.correspondence.delivery.by_notify import reference_of
from customerview.correspondence.delivery.leaving import COLUMNS, Outgoing
from customerview.correspondence.delivery.notices import act_on, act_on_notices, ask_after, returned_in
from customerview.correspondence.delivery.notify import Notify, NotifyAway, NotifyRefused
from customerview.correspondence.formats.text import as_text
from customerview.instructions.bereavement.facts import DeathReported
from customerview.instructions.letters_and_notifications.sending_facts import (
    LetterCameBack,
    LetterDelivered,
    LetterHeld,
    LetterNotTaken,
    LetterPosted,
    LetterSent,
    WaitingLetterTold,
)
from customerview.instructions.personal_details.facts import RouteFailed, RouteSafetySaid
from tests.processes import free_port

from .conftest import Office, a_letter, content
from .console import EMAIL, GONE, MOBILE, asked_after, heard, of, send_all


def test_an_email_says_the_letter_and_its_arrival_is_heard_once_though_it_is_told_three_times(office, stand_in, before):
    stand_in.behave(repeat=3)
    (stream,) = office.customers(1, EMAIL, *a_letter(way="email", form="email"))
    send_all()
    (one,) = of(stand_in, "email", before)
    assert (one["recipient"], one["subject"]) == ("ann@example.com", "Proof of benefit") and "Tŷ, ŵy" in one["body"]
    written = msgspec.json.decode(content(), type=Letter)
    assert one["body"] == as_text(msgspec.structs.replace(written, to=())).decode(), "the words of the plain text, whole, and no address"
    assert heard(office, stream, LetterDelivered)
    time.sleep(0.5)
    act_on_notices()
    assert len(office.facts(stream, LetterDelivered)) == 1


def test_post_is_printed_and_when_it_comes_back_the_address_is_stopped(office, stand_in, before):
    stand_in.behave(return_letters=1)
    (stream,) = office.customers(1, *a_letter())
    send_all()
    assert of(stand_in, "letter", before)[0]["bytes"] > 5_000
    assert asked_after(office, stream, LetterPosted) and heard(office, stream, LetterCameBack)
    record = office.record(stream)
    assert record.duties.of("act_on_returned_post") and not record.person.routes["post"].works


def test_a_lost_answer_sends_nothing_twice(office, stand_in, before):
    stand_in.behave(lose_answers=1)
    (stream,) = office.customers(1, *a_letter())
    send_all()
    with office.database.connect("worker", autocommit=True) as db:
        assert db.execute("SELECT state FROM outgoing").fetchone()[0] == "leaving"
        db.execute("UPDATE outgoing SET next_at = now()")
    send_all()
    assert len(of(stand_in, "letter", before)) == 1 == len(office.facts(stream, LetterSent))


@pytest.mark.parametrize("how", [{"down": True}, {"limit": True}, {"limit_today": True}])
def test_while_it_is_away_everything_waits_and_leaves_when_it_is_back(office, stand_in, before, how):
    stand_in.behave(**how)
    (stream,) = office.customers(1, EMAIL, *a_letter(way="email"))
    send_all()
    stand_in.behave(down=False, limit=False, limit_today=False)
    assert not of(stand_in, "email", before)
    with office.database.connect("worker", autocommit=True) as db:
        db.execute("UPDATE outgoing SET next_at = now()")
    send_all()
    assert len(of(stand_in, "email", before)) == 1 == len(office.facts(stream, LetterSent))


def test_a_death_told_while_it_was_away_keeps_the_letter_back(office, stand_in, before):
    stand_in.behave(down=True)
    (stream,) = office.customers(1, EMAIL, *a_letter(way="email"))
    send_all()
    stand_in.behave(down=False)
    office.given(stream, DeathReported(source="registration"))
    with office.database.connect("worker", autocommit=True) as db:
        db.execute("UPDATE outgoing SET next_at = now()")
    send_all()
    assert not of(stand_in, "email", before) and [f.why for f in office.facts(stream, LetterHeld)] == ["outgoing_stops_at_death"]


def test_a_bounce_stops_that_address_and_is_somebodys_to_act_on(office, stand_in):
    (stream,) = office.customers(1, GONE, *a_letter(way="email"))
    send_all()
    assert heard(office, stream, LetterCameBack)
    assert not office.record(stream).person.routes["email"].works and office.record(stream).duties.of("act_on_returned_post")


def test_a_letter_it_cannot_print_is_ours_to_mend(office, stand_in):
    stand_in.behave(refuse_letters=1)
    (stream,) = office.customers(1, *a_letter())
    send_all()
    assert asked_after(office, stream, LetterNotTaken) and office.record(stream).duties.of("mend_letter_not_taken")


def test_of_a_letter_in_the_account_only_that_it_waits_is_told(office, stand_in, before):
    (stream,) = office.customers(1, EMAIL, *a_letter(way="portal"))
    send_all()
    (one,) = of(stand_in, "email", before)
    assert "waiting for you" in one["body"] and "benefit" not in (one["subject"] + one["body"]).lower()
    assert [f.way for f in office.facts(stream, LetterSent)] == ["portal"] and office.facts(stream, WaitingLetterTold)


def test_when_word_does_not_arrive_another_way_is_taken_and_then_a_person_is_asked(office, stand_in, before):
    (stream,) = office.customers(1, GONE, MOBILE, *a_letter(way="portal"))
    send_all()
    assert heard(office, stream, RouteFailed)
    send_all()
    assert [f.route for f in office.facts(stream, WaitingLetterTold)] == ["email", "text"] and len(of(stand_in, "sms", before)) == 1
    (other,) = office.customers(1, GONE, *a_letter(way="portal"))
    send_all()
    assert heard(office, other, RouteFailed)
    send_all()
    assert [f.why for f in office.facts(other, LetterHeld)] == ["nobody_can_be_told"]


def test_no_email_to_an_address_that_is_not_safe(office, stand_in, before):
    (stream,) = office.customers(1, EMAIL, RouteSafetySaid(route="email", safe=False), *a_letter(way="email"))
    send_all()
    assert not of(stand_in, "email", before) and [f.why for f in office.facts(stream, LetterHeld)] == ["letter_only_where_safe"]


def test_a_callback_that_was_lost_is_asked_after_the_next_day(office, stand_in):
    stand_in.behave(silent=True)
    (stream,) = office.customers(1, EMAIL, *a_letter(way="email"))
    send_all()
    time.sleep(1)
    with office.database.connect("worker", autocommit=True) as db:
        db.execute("UPDATE outgoing SET next_at = now() - interval '25 hours'")
    with Notify.configured() as notify:
        assert ask_after(notify) == 1
    assert office.facts(stream, LetterDelivered)
    stand_in.behave(silent=False)


def test_only_who_has_the_token_may_call_back_and_nothing_of_whom_is_kept(office, stand_in, ports, tmp_path):
    def call(body: dict[str, Any], bearer: str) -> int:
        request = urllib.request.Request(f"http://localhost:{ports[0]}/notify/receipts", json.dumps(body).encode(), method="POST",
                                         headers={"Authorization": f"Bearer {bearer}", "Content-Type": "application/json"})  # fmt: skip
        try:
            with urllib.request.build_opener(urllib.request.ProxyHandler({})).open(request, timeout=10) as answer:
                return answer.status
        except urllib.error.HTTPError as error:
            with error:
                return error.code

    good = {"id": str(uuid4()), "status": "delivered", "to": "secretperson@example.com", "reference": "r"}
    assert [call(good, ""), call(good, "x" * 40), call({"id": "?"}, secret("notify_callbacks"))] == [401, 401, 422]
    assert call(good, secret("notify_callbacks")) == 204
    assert act_on_notices() >= 1
    with office.database.connect("worker") as db:
        assert "secretperson" not in str(db.execute("SELECT * FROM notify_notice").fetchall())
    assert "secretperson" not in (tmp_path / "web.log").read_text() + (tmp_path / "notify.log").read_text()
    act_on(uuid4(), "delivered", None)


def test_a_wrong_key_is_no_reason_to_lose_anything_and_a_wrong_address_is_said(office, stand_in):
    service, other = uuid4(), uuid4()
    words = {"subject": "s", "body": "b"}
    with Notify(f"name-{service}-{other}", stand_in.address) as stranger, pytest.raises(NotifyAway, match="403"):
        stranger.send_email("ann@example.com", str(service), words, "r")
    with Notify.configured() as notify, pytest.raises(NotifyRefused, match="email_address Not a valid"):
        notify.send_email("nobody", str(service), words, "r")
    with pytest.raises(ValueError, match="UUID"):
        Notify("no key")
    with (
        Notify(f"name-{service}-{other}", f"http://localhost:{free_port()}") as nowhere,
        pytest.raises(NotifyAway, match="ConnectError"),
    ):
        nowhere.status(other)


def test_the_report_of_returned_letters_is_read_as_it_is_downloaded(office, stand_in):
    (stream,) = office.customers(1, *a_letter())
    send_all()
    (id,) = (one["id"] for one in stand_in.taken if one["type"] == "letter" and one["reference"] == reference_of_the_last(office))
    head = "Notification ID,Reference,Date sent,Sent by,Template name,Template ID,Template version,Spreadsheet file name,Spreadsheet row number,Uploaded letter file name"
    assert returned_in(f"{head}\r\n{id},r,2026-11-24 13:30,API,,,,,,\r\n") == 1
    assert heard(office, stream, LetterCameBack)
    with pytest.raises(ValueError, match="Notification ID"):
        returned_in("Reference\r\nr\r\n")


def reference_of_the_last(office: Office) -> str:
    with office.database.connect("worker") as db:
        return reference_of(Outgoing(*db.execute(f"SELECT {COLUMNS} FROM outgoing ORDER BY since DESC LIMIT 1").fetchone()))
