"""Signing, sending, backing off, sending again: in order, and each share noted once even if its reader is killed."""

from __future__ import annotations

import base64
import json
import os
import signal
import threading
import time
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from django.db import connection, transaction

from customerview.instructions import catalogue
from customerview.instructions.awards_and_payments.facts import AwardReported
from customerview.instructions.bereavement.facts import DeathReported
from customerview.kernel.facts import FactShared
from customerview.ledger.feed import take_page
from customerview.sharing import collect, deliver, rotate, signed, standing, subscribe
from customerview.sharing.collect import CODES, READER, note
from customerview.sharing.deliver import client
from customerview.sharing.subscriptions import NoSubscription, unsubscribe
from service_lines.signature import holds

from .conftest import until

SECRET = "whsec_" + base64.b64encode(b"a secret of thirty-two characters").decode()
SECRETS = [SECRET, "whsec_" + base64.b64encode(b"another secret of many characters").decode()]


def test_a_signature_holds_only_for_this_body_id_time_and_secret():
    now = int(time.time())
    headers = signed("1:2", now, b"{}", SECRETS)
    assert holds(headers, b"{}", [SECRETS[0]]) and holds(headers, b"{}", [SECRETS[1]])
    assert not holds(headers, b"{ }", SECRETS)
    assert not holds(headers | {"webhook-id": "1:3"}, b"{}", SECRETS)
    assert not holds(headers | {"webhook-timestamp": str(now + 1)}, b"{}", SECRETS)
    assert not holds(headers, b"{}", ["whsec_" + base64.b64encode(b"somebody else's").decode()])
    assert not holds(headers, b"{}", SECRETS, now=now + 3600)
    for name in headers:
        assert not holds(headers | {name: ""}, b"{}", SECRETS) and not holds(headers | {name: "ŵ,x"}, b"{}", SECRETS)


class Post:
    """A recipient in this process: what it was sent, and what it answers."""

    def __init__(self) -> None:
        self.bodies: list[dict] = []
        self.headers: list[dict] = []
        self.status = 204
        post = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                if post.status < 300:
                    post.bodies.append(json.loads(body))
                    post.headers.append({name.lower(): value for name, value in self.headers.items()} | {"raw": body})
                self.send_response(post.status)
                self.end_headers()

            def log_message(self, format: str, *args: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}/"
        threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.05}).start()


@pytest.fixture
def post():
    post = Post()
    yield post
    post.server.shutdown()
    post.server.server_close()


def shared(desk, times: int = 1, line: str = "PIP"):
    facts = []
    for n in range(times):
        facts += [DeathReported(source="caller", reporter="Zanzibar"), FactShared(share="share_death", of=2 + 2 * n, recipient=line)]
    return desk.customer(*facts)


def everything(database) -> int:
    """Collect and deliver until nothing is due. Returns how many were tried."""
    tried = 0
    with database.using("worker"), client() as sender:
        while collect():
            pass
        while n := deliver(sender):
            tried += n
    return tried


def test_shares_arrive_in_order_signed_and_without_names(desk, own_database, post):
    desk.database = own_database
    customer = shared(desk, times=3)
    with own_database.connect("worker") as db:
        secret = subscribe(db, "PIP", post.url)
    rounds = [everything(own_database) for _ in range(3)]
    assert rounds[0] == 3 and [b["number"] for b in post.bodies] == [3, 5, 7]
    assert {b["customer"] for b in post.bodies} == {str(customer)} and post.bodies[0]["fact"]["kind"] == "DeathReported"
    assert "Zanzibar" not in json.dumps(post.bodies)
    for headers in post.headers:
        assert holds(headers, headers["raw"], [secret])


def test_while_a_secret_is_changed_both_sign(desk, own_database, post):
    desk.database = own_database
    with own_database.connect("worker") as db:
        old = subscribe(db, "PIP", post.url)
        new = rotate(db, "PIP")
    shared(desk)
    everything(own_database)
    (headers,) = post.headers
    assert old != new and holds(headers, headers["raw"], [old]) and holds(headers, headers["raw"], [new])


def test_a_recipient_that_is_down_is_left_in_peace_and_then_has_everything(desk, own_database, post):
    desk.database = own_database
    with own_database.connect("worker") as db:
        subscribe(db, "PIP", post.url)
    post.status = 503
    for _ in range(5):
        shared(desk)
    everything(own_database)
    with own_database.connect("worker") as db:
        (pip,) = [s for s in standing(db) if s.recipient == "PIP"]
        assert pip.waiting == 5 and pip.failures >= 1
    assert everything(own_database) == 0  # not yet again
    post.status = 204
    with own_database.connect("worker") as db:
        db.execute("UPDATE subscription SET wait_until = now()")
    everything(own_database)
    assert len(post.bodies) == 5


def test_what_is_not_confirmed_is_sent_again_under_its_id(desk, own_database, post):
    desk.database = own_database
    with own_database.connect("worker") as db:
        subscribe(db, "PIP", post.url)
    shared(desk)
    everything(own_database)
    with own_database.connect("worker") as db:
        db.execute("UPDATE delivery SET next_at = now()")
    everything(own_database)
    assert len(post.headers) == 2 and post.headers[0]["webhook-id"] == post.headers[1]["webhook-id"]


def test_what_is_restricted_is_not_sent(desk, own_database, post):
    from customerview.instructions.personal_details.facts import ProtectedAddressRecorded

    desk.database = own_database
    desk.customer(ProtectedAddressRecorded(lines=("Zanzibar",)), FactShared(share="share_death", of=2, recipient="PIP"))
    with own_database.connect("worker") as db:
        subscribe(db, "PIP", post.url)
    everything(own_database)
    assert post.bodies[0]["fact"]["kind"] == "Withheld" and "Zanzibar" not in json.dumps(post.bodies)


def test_whoever_works_here_has_it_on_the_list_at_once(desk, own_database):
    desk.database = own_database
    shared(desk, line="BEREAVEMENT")
    everything(own_database)
    with own_database.connect("worker") as db:
        assert db.execute("SELECT count(*) FROM fact WHERE kind = 21 AND actor = 'job:sharing'").fetchone() == (1,)


def test_a_reader_that_dies_before_it_commits_has_done_nothing(desk, own_database):
    desk.database = own_database
    shared(desk, times=4)

    def die(db, facts) -> None:
        note(db, facts)
        raise KeyboardInterrupt

    with own_database.using("worker"):
        with pytest.raises(KeyboardInterrupt), transaction.atomic():
            take_page(READER, catalogue().kinds, die, codes=CODES)
        assert connection.cursor().execute("SELECT count(*) FROM delivery").fetchone() == (0,)
        while collect():
            pass
        assert connection.cursor().execute("SELECT count(*) FROM delivery").fetchone() == (4,)


def test_a_worker_killed_again_and_again_does_each_once(own_database, town):
    from tests.api.desk import Desk

    from .test_lines import done_by_lines, receipts, report_death

    desk = Desk(own_database)
    pip = town.start_line("PIP")
    award = AwardReported(award="PIP-1", benefit="PIP", line="PIP", amount=100, frequency="week", starts=date(2026, 1, 5))
    customers = desk.customers(30, award)
    for n, customer in enumerate(customers):
        report_death(own_database, customer)
        if n % 10 == 4:
            with town.worker() as process:
                time.sleep(1.5)
                os.killpg(process.pid, signal.SIGKILL)
    time.sleep(0.5)  # the database notices that the killed worker is gone
    with own_database.connect("worker") as db:  # a claim of a dead sender lasts a minute; here nobody waits so long
        db.execute("UPDATE delivery SET next_at = now() WHERE receipt IS NULL")
    with town.worker():
        until(lambda: receipts(own_database).get("PIP") == 30, patience=150)
        until(lambda: pip.state()["waiting"] == 0)
    assert done_by_lines(own_database) == {"ReceiptRecorded": (30, 30), "LineActedOnDeath": (30, 30)}
    with own_database.connect("worker") as db:
        assert db.execute("SELECT count(*) FROM fact WHERE kind = 21 AND actor = 'job:sharing'").fetchone() == (30,)


@pytest.mark.parametrize(
    ("recipient", "url"),
    [("NOBODY", "https://a.example/"), ("PIP", "http://a.example/"), ("PIP", "ftp://localhost/"), ("PIP", "https://a:b@c/")],
)
def test_a_subscription_that_cannot_be_is_not_made(database, recipient, url):
    with database.connect("worker") as db, pytest.raises(NoSubscription):
        subscribe(db, recipient, url)


def test_whoever_is_not_subscribed_cannot_be_changed(database):
    with database.connect("worker") as db:
        for change in (rotate, unsubscribe):
            with pytest.raises(NoSubscription):
                change(db, "ESA")
    with database.connect("web") as db, pytest.raises(Exception, match="permission denied"):
        db.execute("SELECT * FROM subscription")
