"""The feed: at least once, in order within a customer, without a gap; to each client what is for it."""

from __future__ import annotations

import json
import threading
import time
from datetime import UTC, datetime
from uuid import UUID

import msgspec
from django.db import connection

from customerview.instructions import catalogue
from customerview.instructions.bereavement.facts import DeathReported
from customerview.kernel import Fact, Recorded
from customerview.ledger.bulk import load_streams

PLANTED = "zanzibar"


def drained(desk, token: str, after: str = "", limit: int = 50) -> tuple[list[dict], str]:
    facts: list[dict] = []
    while True:
        told = desk.get(f"facts?after={after}&limit={limit}", token).json()
        facts, after = facts + told["facts"], told["next"]
        if not told["more"]:
            return facts, after


def test_what_happened_is_followed_and_not_told_again(desk):
    reader = desk.token("operations_manager")
    _, after = drained(desk, reader)
    customer = desk.customer()
    desk.act(customer, "report_death", desk.token("agent"), {"date_known": False, "source": "caller"})
    facts, later = drained(desk, reader, after)
    assert [f["kind"] for f in facts if f["customer"] == str(customer)][:2] == ["CustomerRegistered", "DeathReported"]
    assert drained(desk, reader, later)[0] == []


def test_another_line_hears_the_sentence_and_no_more(desk):
    pip, esa = desk.token("line_system", line="PIP"), desk.token("line_system", line="ESA")
    _, after = drained(desk, pip)
    customer = desk.customer(DeathReported(source="caller", line="PIP", reporter=PLANTED, reach=PLANTED))
    own, others = (drained(desk, token, after)[0] for token in (pip, esa))
    told = [next(f for f in facts if f["customer"] == str(customer) and f["kind"] == "DeathReported") for facts in (own, others)]
    assert told[0]["data"]["reporter"] == PLANTED
    assert told[1]["words"] and PLANTED not in json.dumps(others)


def test_a_colleagues_client_follows_what_happens_and_reads_about_nobody(desk):
    """Given a report with a name and an address, when a client in a colleague's role follows the feed, it is told that it happened; what the
    record holds takes a reason."""
    reader = desk.token("agent", line="PIP")
    _, after = drained(desk, reader)
    customer = desk.customer(DeathReported(source="caller", line="PIP", reporter=PLANTED, reach=PLANTED))
    told = [f for f in drained(desk, reader, after)[0] if f["customer"] == str(customer)]
    assert [f["kind"] for f in told] == ["CustomerRegistered", "DeathReported"]
    assert told[0]["data"] == {} and PLANTED not in json.dumps(told)
    assert PLANTED in desk.get(f"customers/{customer}", reader, reason="A call about the death").content.decode()


def restricted_kinds() -> list[type]:
    return [kind for kind in catalogue().kinds.by_code.values() if kind.kind.restricted]


def made_up(kind: type) -> Fact:
    """A fact of this kind with the word wherever a word can be."""
    values: dict = {}
    for f in msgspec.structs.fields(kind):
        if f.type is str:
            values[f.name] = PLANTED
        elif f.required:
            values[f.name] = next(v for v in (1, True, "2026-01-05", [], {}, str(UUID(int=1))) if fits(v, f.type))
    return msgspec.convert(values, kind)


def fits(value: object, kind: type) -> bool:
    try:
        msgspec.convert(value, kind)
    except msgspec.ValidationError:
        return False
    return True


def test_what_is_restricted_reaches_nobody_without_the_role(desk):
    """A planted word in every restricted kind: not in the feed, the record or the duties of a client without its tier."""
    planted = 0
    readers = [desk.token("agent"), desk.token("line_system", line="PIP"), desk.token("case_manager", line="PIP")]
    starts = [drained(desk, token)[1] for token in readers]
    customers = []
    for kind in restricted_kinds():
        planted += 1
        customers.append(desk.customer(made_up(kind)))
    assert planted > 3
    for token, after in zip(readers, starts, strict=True):
        assert PLANTED not in json.dumps(drained(desk, token, after)[0])
        assert not {f["kind"] for f in drained(desk, token, after)[0]} & {kind.__name__ for kind in restricted_kinds()}
        for customer in customers:
            for path in (f"customers/{customer}", f"customers/{customer}/duties"):
                assert PLANTED not in desk.get(path, token).content.decode()


def test_a_cursor_that_is_none_is_refused(desk):
    for after in ("nonsense", "AAAA", "x" * 500, "%00"):
        assert desk.get(f"facts?after={after}", desk.token("agent")).status_code == 422
    for limit in ("0", "-1", "9999999", "ten"):
        assert desk.get(f"facts?limit={limit}", desk.token("agent")).status_code == 422


def test_no_gap_and_no_disorder_beside_writers_and_a_bulk_load(desk):
    customers = desk.customers(4)
    reader, agent = desk.token("operations_manager"), desk.token("agent")
    _, after = drained(desk, reader)
    seen: list[tuple[UUID, int]] = []
    done = threading.Event()

    def write(n: int) -> None:
        for i in range(6):
            desk.act(customers[(n + i) % 4], "report_death", agent, {"date_known": False, "source": "caller"})
        connection.close()

    def load() -> None:
        with desk.database.connect("worker") as db:
            at = datetime.now(UTC)
            history = [
                Recorded(stream=UUID(int=7), number=1, fact=DeathReported(source="caller"), by="job:load", at=at, effective=at.date())
            ]
            load_streams(db, catalogue(), [(history, catalogue().fold.of(UUID(int=7), history))])
            time.sleep(0.8)  # a long transaction that ends after many others

    def read() -> None:
        cursor, last = after, False
        while True:
            last = done.is_set()
            facts, cursor = drained(desk, reader, cursor, limit=5)
            seen.extend((UUID(f["customer"]), f["number"]) for f in facts)
            if last and not facts:
                break
        connection.close()

    reading = threading.Thread(target=read)
    reading.start()
    writing = [threading.Thread(target=write, args=(n,)) for n in range(4)] + [threading.Thread(target=load)]
    for thread in writing:
        thread.start()
    for thread in writing:
        thread.join()
    done.set()
    reading.join()
    with desk.database.connect("worker") as db:
        rows = db.execute(
            "SELECT stream, number FROM fact WHERE (stream = ANY(%s) AND number > 1) OR stream = %s", (customers, UUID(int=7))
        ).fetchall()
        told = {code for code, kind in catalogue().kinds.by_code.items() if kind.kind.said}
        assert told
    assert set(seen) == set(rows) and len(seen) == len(set(seen))
    for customer in customers:
        numbers = [number for stream, number in seen if stream == customer]
        assert numbers == sorted(numbers)
