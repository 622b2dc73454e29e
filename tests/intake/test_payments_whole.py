"""A batch of payments is there whole or not at all, and what is read of many customers at once is what their records say."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from datetime import date
from uuid import uuid4

from django.db import connection, transaction

from customerview.instructions import catalogue
from customerview.instructions.awards_and_payments.facts import AwardChanged, AwardReported, PaymentMissed
from customerview.intake import line_stream, verify_payments
from customerview.intake.checked_payments import BEARING, take
from customerview.kernel.facts import FactCorrected, RecordsFoundToBeOne
from customerview.ledger import parts_of, reading
from tests.api.desk import Desk

AWARD = AwardReported(award="PIP-1", benefit="PIP", line="PIP", amount=77840, frequency="four_weeks", starts=date(2022, 1, 3))
HAND_IN = """
import sys
from datetime import date
from uuid import UUID
from customerview.config.set_up import set_up_django
set_up_django("worker")
from django.db import transaction
from customerview.intake import Payment, PaymentBatch, keep
from customerview.kernel import Actor
by = Actor(kind="client", id="pip", roles=frozenset({"line_system"}), line="PIP")
made = [Payment(customer=UUID(c), award="PIP-1", due=date(2026, 11, 2), made=date(2026, 11, 2), amount=77840) for c in sys.argv[1:]]
with transaction.atomic():
    keep(PaymentBatch(reference="b/crash", payments=made), by=by, secret=None)
"""


def kept(database) -> tuple[int, int, list]:
    """How many facts the line's stream holds, how many rows of payments there are, and what does not hold."""
    with database.using("worker"), transaction.atomic():
        db = connection.connection
        (facts,) = db.execute("SELECT count(*) FROM fact WHERE stream = %s", (line_stream("PIP"),)).fetchone()
        (rows,) = db.execute("SELECT count(*) FROM payment_made").fetchone()
        return facts, rows, verify_payments(db).findings


def test_whoever_hands_in_a_batch_and_dies_in_the_middle_leaves_nothing_of_it(own_database):
    """Killed when the fact of the batch is written and its rows, of several people, are not: neither is there, and the batch can come again."""
    desk = Desk(own_database)
    customers = desk.customers(3, AWARD)
    with own_database.connect("migrator") as db:
        db.execute("LOCK TABLE payment_made IN ACCESS EXCLUSIVE MODE")
        child = subprocess.Popen([sys.executable, "-c", HAND_IN, *map(str, customers)], env=own_database.environment("worker"))
        wait_for_the_rows(own_database, child)
        os.kill(child.pid, signal.SIGKILL)
        child.wait()
    until_nobody_writes(own_database)
    assert kept(own_database) == (0, 0, [])
    done = subprocess.run([sys.executable, "-c", HAND_IN, *map(str, customers)], env=own_database.environment("worker"), check=False)
    assert done.returncode == 0
    assert kept(own_database) == (2, 3, []), "the line's stream was begun, one batch, three rows"


def wait_for_the_rows(database, child) -> None:
    """Until the child has written its fact and waits to write the rows."""
    waiting = "SELECT count(*) FROM pg_locks WHERE relation = 'payment_made'::regclass AND NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"
    until_it_counts(database, waiting, 1, child)


def until_nobody_writes(database) -> None:
    until_it_counts(database, "SELECT count(*) FROM pg_locks WHERE relation = 'payment_made'::regclass AND mode = 'RowExclusiveLock'", 0)


def until_it_counts(database, query: str, count: int, child=None) -> None:
    give_up = time.monotonic() + 60
    with database.connect("migrator", autocommit=True) as db:
        while db.execute(query).fetchone()[0] != count:
            assert time.monotonic() < give_up
            assert child is None or child.poll() is None
            time.sleep(0.05)


def test_the_parts_read_of_many_at_once_are_those_of_their_records(own_database):
    desk = Desk(own_database)
    late = PaymentMissed(award="PIP-1", benefit="PIP", line="PIP", payment="PIP-1-20261102", due=date(2026, 11, 2), amount=77840)
    slip = AwardChanged(award="PIP-1", benefit="PIP", line="PIP", amount=1, frequency="four_weeks")
    plain, wrong = desk.customer(AWARD), desk.customer(AWARD, slip, late, FactCorrected(corrects=3, why="A slip"))
    joined = desk.customer(AWARD, RecordsFoundToBeOne(other=wrong))
    nobody = uuid4()
    everyone = [plain, wrong, joined, nobody, plain]
    with own_database.using("worker"), transaction.atomic():
        found = parts_of(connection.connection, catalogue(), everyone, BEARING)
    assert list(found) == [plain, wrong, joined, nobody]
    with own_database.using("worker"), reading(None, catalogue()) as view:
        for stream, part in found.items():
            whole = view.whole(stream)
            assert part.begun == whole.begun
            assert {name: part.slices[name] for name in BEARING} == {name: whole.slices[name] for name in BEARING}
    assert found[wrong].awards.held["PIP-1"].latest.amount == 77840


def test_a_second_payment_of_a_batch_is_compared_with_what_the_first_one_said(own_database):
    """Two payments of one award, both too little: the second is checked against the record as the first left it."""
    desk = Desk(own_database)
    pip, (one,) = desk.token("line_system", line="PIP"), desk.customers(1, AWARD)
    paid = [
        {"customer": str(one), "award": "PIP-1", "due": day, "made": day, "amount": amount}
        for day, amount in (("2026-10-05", 700), ("2026-11-02", 800))
    ]
    assert desk.post("payments", pip, {"reference": "b/two", "payments": paid}).status_code == 201
    with own_database.using("worker"):
        while take():
            pass
        with reading(None, catalogue()) as view:
            assert view.whole(one).payments.different["PIP-1"].amount == 800
