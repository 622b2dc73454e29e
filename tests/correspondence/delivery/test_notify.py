"""By GOV.UK Notify: once however the answer is lost, what comes back is heard, nothing personal is kept or logged."""

from __future__ import annotations

import json
import time
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack
from typing import Any
from uuid import UUID, uuid4

import msgspec
import pytest

from customerview.config.home import secret
from customerview.config.keys import notify_stand_in_key
from customerview.config.services import STAND_IN_TEMPLATES
from customerview.correspondence.content import Letter
from customerview.correspondence.delivery.by_notify import reference_of, send_due
from customerview.correspondence.delivery.collect import collect
from customerview.correspondence.delivery.leaving import COLUMNS, Outgoing
from customerview.correspondence.delivery.notices import act_on, act_on_notices, ask_after, returned_in
from customerview.correspondence.delivery.notify import Notify, NotifyAway, NotifyRefused, template
from customerview.correspondence.delivery.pace import Pace
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
from customerview.instructions.personal_details.facts import RouteFailed, RouteRecorded, RouteSafetySaid
from tests.processes import free_port, running, until

from .conftest import Office, a_letter, content

EMAIL = RouteRecorded(route="email", value="ann@example.com")
GONE = RouteRecorded(route="email", value="perm-fail@simulator.notify", preferred=True)
MOBILE = RouteRecorded(route="mobile", value="07700 900 982")


class StandIn:
    """The stand-in, as somebody at its console sees it."""

    def __init__(self, port: int) -> None:
        self.address = f"http://localhost:{port}"

    def ask(self, path: str, body: dict[str, Any] | None = None) -> dict[str, Any]:
        direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        sent = None if body is None else json.dumps(body).encode()
        with direct.open(urllib.request.Request(f"{self.address}/{path}", sent), timeout=10) as answer:  # noqa: S310
            return json.load(answer)

    def behave(self, **told: Any) -> None:
        self.ask("behave", told)

    @property
    def taken(self) -> list[dict[str, Any]]:
        return self.ask("state")["last"]


@pytest.fixture(scope="module")
def ports() -> tuple[int, int]:
    return free_port(), free_port()


@pytest.fixture
def stand_in(office: Office, ports, tmp_path, monkeypatch) -> Iterator[StandIn]:
    """Notify's stand-in and our web, each a process of its own."""
    web, port = ports
    environment = office.database.environment() | {
        "CUSTOMERVIEW_BASE_URL": f"http://localhost:{web}", "PORT": str(web), "CUSTOMERVIEW_NOTIFY_STEP_SECONDS": "0.2",
    }  # fmt: skip
    monkeypatch.setenv("CUSTOMERVIEW_NOTIFY_URL", f"http://localhost:{port}")
    monkeypatch.setenv("CUSTOMERVIEW_SECRET_NOTIFY_API_KEY", notify_stand_in_key())
    monkeypatch.setenv("CUSTOMERVIEW_NOTIFY_TEMPLATES", STAND_IN_TEMPLATES)
    monkeypatch.setenv("CUSTOMERVIEW_POST_BY", "notify")
    with ExitStack() as stack:
        stack.enter_context(
            running(
                "serve",
                "web",
                environment=environment,
                log=tmp_path / "web.log",
                ready_at=f"http://localhost:{web}/api/v1/openapi.json",
            )
        )
        stack.enter_context(running("serve", "notify-stand-in", "--port", str(port), environment=environment, log=tmp_path / "notify.log",
                                    ready_at=f"http://localhost:{port}/state"))  # fmt: skip
        told = StandIn(port)
        told.behave(
            down=False,
            lose_answers=0,
            limit=False,
            limit_today=False,
            a_minute=3000,
            repeat=1,
            return_letters=0,
            refuse_letters=0,
            silent=False,
        )
        yield told


def send_all() -> None:
    while collect():
        pass
    with Notify.configured() as notify:
        while send_due(notify):
            pass


def heard(office: Office, stream: UUID, kind: type) -> bool:
    """Act on what is called back until a fact of this kind is there."""

    def there() -> bool:
        act_on_notices()
        return bool(office.facts(stream, kind))

    return until(there, 20)


def asked_after(office: Office, stream: UUID, kind: type) -> bool:
    """Of letters there are no receipts: what became of one is asked the next day, until a fact of this kind is there."""

    def there() -> bool:
        with office.database.connect("worker", autocommit=True) as db:
            db.execute("UPDATE outgoing SET next_at = now() - interval '25 hours'")
        with Notify.configured() as notify:
            ask_after(notify)
        return bool(office.facts(stream, kind))

    return until(there, 20)


def of(stand_in: StandIn, kind: str, since: set[str]) -> list[dict[str, Any]]:
    return [one for one in stand_in.taken if one["type"] == kind and one["id"] not in since]


@pytest.fixture
def before(stand_in: StandIn) -> set[str]:
    return {one["id"] for one in stand_in.taken}


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


def test_what_is_not_set_up_is_said_and_what_should_leave_by_it_waits(office, monkeypatch, caplog):
    (stream,) = office.customers(1, EMAIL, *a_letter(way="email"))
    monkeypatch.setenv("CUSTOMERVIEW_SECRET_NOTIFY_API_KEY", "not a key")
    assert Notify.configured() is None and "is not a key" in caplog.text and "not a key of" in caplog.text
    monkeypatch.setenv("CUSTOMERVIEW_SECRET_NOTIFY_API_KEY", notify_stand_in_key())
    monkeypatch.delenv("CUSTOMERVIEW_NOTIFY_TEMPLATES", raising=False)
    send_all()
    assert office.record(stream).sendings.letters["L1"].state == "released"
