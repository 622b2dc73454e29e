"""How much Notify takes, by which template, and what is said when it is not set up."""

from __future__ import annotations

from customerview.config.keys import notify_stand_in_key
from customerview.correspondence.delivery.by_notify import send_due
from customerview.correspondence.delivery.collect import collect
from customerview.correspondence.delivery.notify import Notify, template
from customerview.correspondence.delivery.pace import Pace
from customerview.instructions.letters_and_notifications.sending_facts import (
    LetterSent,
    WaitingLetterTold,
)

from .conftest import a_letter
from .console import EMAIL, of, send_all


def test_the_pace_keeps_to_its_limit_and_rests_as_long_as_it_is_asked_to():
    now = [0.0]
    pace = Pace(3, clock=lambda: now[0])
    for _ in range(3):
        assert not pace.rests()
        pace.sent()
        now[0] += 10
    assert pace.rests() == 30, "the first of three leaves the last minute in half a minute"
    now[0] += 30
    assert not pace.rests()
    rested = []
    for _ in range(9):
        pace.failed()
        rested.append(pace.rests())
    assert rested[:3] == [2, 4, 8] and max(rested) == 300
    pace.went_well()
    pace.limited("RateLimitError")
    assert pace.rests() == 60
    pace.limited("TooManyRequestsError")
    assert 0 < pace.rests() <= 86_400


def test_at_its_limit_the_rest_waits_and_a_letter_in_the_account_does_not(office, stand_in, before):
    stand_in.behave(a_minute=len(stand_in.taken) + 1)
    emailed = office.customers(2, EMAIL, *a_letter(way="email", form="email"))
    (there,) = office.customers(1, EMAIL, *a_letter(way="portal"))
    while collect():
        pass
    with Notify.configured() as notify:
        notify.pace = Pace(1)
        while send_due(notify):
            pass
    assert len(of(stand_in, "email", before)) == 1, "the second was not even asked"
    assert office.facts(there, LetterSent) and not office.facts(there, WaitingLetterTold)
    stand_in.behave(a_minute=3000)
    with office.database.connect("worker", autocommit=True) as db:
        db.execute("UPDATE outgoing SET next_at = now()")
    send_all()
    assert len(of(stand_in, "email", before)) == 3 and all(len(office.facts(one, LetterSent)) == 1 for one in emailed)


def test_a_template_is_chosen_by_letter_and_language(monkeypatch):
    monkeypatch.setenv("CUSTOMERVIEW_NOTIFY_TEMPLATES", "email=1, email.cy=2,email.suspension=3,email.suspension.cy=4,waiting_text=5")
    asked = [("email",), ("email", "cy"), ("email", "en", "suspension"), ("email", "cy", "suspension"), ("email", "cy", "proof"),
             ("waiting_text", "cy"), ("waiting_email", "en")]  # fmt: skip
    assert [template(*one) for one in asked] == ["1", "2", "3", "4", "2", "5", ""]


def test_what_is_not_set_up_is_said_and_what_should_leave_by_it_waits(office, monkeypatch, caplog):
    (stream,) = office.customers(1, EMAIL, *a_letter(way="email"))
    monkeypatch.setenv("CUSTOMERVIEW_SECRET_NOTIFY_API_KEY", "not a key")
    assert Notify.configured() is None and "is not a key" in caplog.text and "not a key of" in caplog.text
    monkeypatch.setenv("CUSTOMERVIEW_SECRET_NOTIFY_API_KEY", notify_stand_in_key())
    monkeypatch.delenv("CUSTOMERVIEW_NOTIFY_TEMPLATES", raising=False)
    send_all()
    assert office.record(stream).sendings.letters["L1"].state == "released"
