"""`ledger verify` finds whatever was changed, removed, reordered or cut off; erasing is not tampering."""

from __future__ import annotations

from datetime import date

import psycopg
import pytest
from joserfc.jwk import ECKey

from customerview.config import database as where
from customerview.ledger import reading
from customerview.ledger.erase import HeldByLaw, erase
from customerview.ledger.roots import sign_root, signed_by
from customerview.ledger.verify import verify
from tests.kernel.village import SendMessage

KEY = ECKey.generate_key("P-256", private=True)


def proof(house, database):
    with database.connect("worker") as db:
        return verify(db, house.catalogue.kinds, signature_holds=lambda digest, s: signed_by(KEY, digest, s))


def tamper(database, *statements: str) -> None:
    """As somebody who owns the whole server would: past every trigger and policy."""
    with psycopg.connect(**where.administrator(database.name)) as db:
        db.execute("SET session_replication_role = replica")
        for statement in statements:
            db.execute(statement)


@pytest.fixture
def told(house, own_database):
    from .conftest import House

    house = House()
    ann = house.customer()
    for subject in ("rent", "health", "the date"):
        house.do(SendMessage(subject=subject, text=f"about {subject}"), ann)
    return house, own_database, ann


def test_an_honest_ledger_holds(told):
    house, database, _ = told
    found = proof(house, database)
    assert found.holds and (found.streams, found.facts, found.looks) == (1, 4, 1)


@pytest.mark.parametrize(
    ("statement", "what"),
    [
        ("UPDATE fact SET data = data || '\\x00' WHERE number = 2", "the chain does not hold"),
        ("UPDATE fact SET effective = effective - 1 WHERE number = 3", "the chain does not hold"),
        ("UPDATE fact SET actor = 'colleague:other' WHERE number = 3", "the chain does not hold"),
        ("DELETE FROM fact WHERE number = 3", "number 3 is missing"),
        ("UPDATE fact SET number = CASE number WHEN 2 THEN 30 WHEN 3 THEN 2 ELSE 3 END WHERE number IN (2, 3)", "does not hold"),
        ("UPDATE remembered SET text = '\\x80' WHERE number = 2", "what it remembers was changed"),
        ("UPDATE look SET reason = 'nothing at all'", "the log of looks does not hold"),
    ],
)  # fmt: skip
def test_whatever_is_changed_is_found(told, statement, what):
    house, database, _ = told
    tamper(database, statement)
    assert any(what in f.what for f in proof(house, database).findings)


def test_a_tail_cut_off_is_found_by_the_signed_root(told):
    house, database, _ = told
    with database.connect("worker") as db:
        assert sign_root(db, date(2026, 11, 24), KEY)
        assert not sign_root(db, date(2026, 11, 24), KEY)
    assert proof(house, database).holds
    tamper(database, "DELETE FROM fact WHERE number = 4", "DELETE FROM remembered WHERE number = 4")
    assert any("tail may have been cut" in f.what for f in proof(house, database).findings)


def test_a_root_signed_by_another_is_found(told):
    house, database, _ = told
    with database.connect("worker") as db:
        sign_root(db, date(2026, 11, 24), ECKey.generate_key("P-256", private=True))
    assert any("not signed by us" in f.what for f in proof(house, database).findings)


def test_what_is_erased_is_nowhere_and_the_record_still_folds_and_verifies(told):
    house, database, ann = told
    with database.connect("eraser") as db:
        assert erase(db, ann) == 4
    assert proof(house, database).holds
    with reading(house.secret, house.catalogue) as view:
        record = view.record(ann)
        assert (record.office.name, len(record.office.open_messages)) == ("", 3)
        assert all(not getattr(f.fact, "text", "") for f in view.timeline(ann))
    with psycopg.connect(**where.administrator(database.name)) as db:
        everything = b"".join(
            bytes(r[0]) for table in ("fact", "remembered", "snapshot", "asking", "kept_key", "look")
            for r in db.execute(f"SELECT convert_to(t::text, 'UTF8') FROM {table} t")
        )  # fmt: skip
    assert b"about health" not in everything and b"about health".hex().encode() not in everything


def test_a_legal_hold_stops_the_eraser(told):
    _, database, ann = told
    with database.connect("worker") as db:
        db.execute("INSERT INTO legal_hold (stream, reason) VALUES (%s, 'inquest')", (ann,))
    with database.connect("eraser") as db, pytest.raises(HeldByLaw):
        erase(db, ann)
    with database.connect("eraser") as db, pytest.raises(psycopg.errors.InsufficientPrivilege):
        db.execute("UPDATE remembered SET salt = NULL, text = NULL WHERE stream = %s", (ann,))


def test_the_eraser_can_only_erase(told):
    _, database, _ = told
    with database.connect("eraser") as db, pytest.raises(psycopg.errors.InsufficientPrivilege):
        db.execute("UPDATE remembered SET text = '\\x00', salt = '\\x00'")
