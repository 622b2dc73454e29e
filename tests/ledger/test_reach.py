"""Who may reach what, asked of the database itself with the web's own login."""

from __future__ import annotations

from contextlib import suppress

import psycopg
import pytest
from django.db import connection, transaction

from customerview.config import database as where
from customerview.kernel import Actor
from customerview.ledger import close_access, look, open_access, reading
from customerview.perform import NotThere, Refused
from tests.kernel.village import AGENT, SendMessage, SuspendPayment

from .conftest import customer_of


def facts(secret, catalogue, stream):
    with reading(secret, catalogue) as view:
        return view.timeline(stream)


def test_a_customers_secret_reaches_their_own_stream_and_no_other(house):
    ann, bob = house.customer(), house.customer()
    secret = open_access(customer_of(ann))
    assert facts(secret, house.catalogue, ann)
    assert facts(secret, house.catalogue, bob) == []
    with pytest.raises(NotThere):
        house.do(SendMessage(subject="x"), bob, by=customer_of(bob), secret=secret)
    row = "(%s, 2, 1, now(), now(), %s, '', '', NULL, sha256(''))"
    with pytest.raises(psycopg.errors.InsufficientPrivilege), transaction.atomic():
        connection.connection.execute("SELECT set_config('customerview.token', %s, true)", (secret,))
        connection.connection.execute(f"INSERT INTO fact VALUES {row}", (bob, customer_of(ann).code))


def test_without_a_look_there_is_no_page(house):
    ann = house.customer()
    colleague = Actor(kind="colleague", id="kim", roles=frozenset({"agent"}), teams=("pip.case",))
    secret = open_access(colleague)
    assert facts(secret, house.catalogue, ann) == []
    look(secret, ann, colleague, reason="answering a call")
    assert facts(secret, house.catalogue, ann)
    with reading(secret, house.catalogue) as view:
        seen = view.looks(ann)[0]
    assert (seen["actor"], seen["reason"]) == ("colleague:kim@pip.case", "answering a call")


def test_a_withheld_look_is_listed_only_for_those_who_ask_for_it(house):
    ann = house.customer()
    look(house.secret, ann, AGENT, reason="a safeguarding concern", withheld=True)
    with reading(open_access(customer_of(ann)), house.catalogue) as view:
        assert "a safeguarding concern" not in [seen["reason"] for seen in view.looks(ann)]
        assert "a safeguarding concern" in [seen["reason"] for seen in view.looks(ann, withheld=True)]


def test_a_guessed_closed_or_missing_secret_reaches_nothing(house):
    ann = house.customer()
    secret = open_access(customer_of(ann))
    close_access(secret)
    for wrong in (secret, "guess", "", None):
        assert facts(wrong, house.catalogue, ann) == []


def test_a_secret_lasts_for_its_transaction_only_on_a_reused_connection(house, database):
    ann = house.customer()
    secret = open_access(customer_of(ann))
    with database.connect("web", autocommit=True) as db:
        with db.transaction():
            db.execute("SELECT set_config('customerview.token', %s, true)", (secret,))
            assert db.execute("SELECT count(*) FROM fact").fetchone()[0] == 1
        assert db.execute("SELECT count(*) FROM fact").fetchone()[0] == 0


def test_nobody_writes_in_anothers_name(house):
    ann = house.customer()
    secret = open_access(customer_of(ann))
    impostor = Actor(kind="customer", id="somebody-else", roles=frozenset({"customer"}), acting_for=ann)
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        house.do(SendMessage(subject="x"), ann, by=impostor, secret=secret)


@pytest.mark.parametrize("login", ["web", "worker", "migrator", "eraser"])
@pytest.mark.parametrize("table", ["fact", "look", "asking"])
@pytest.mark.parametrize("statement", ["UPDATE {} SET actor = 'colleague:nobody'", "DELETE FROM {}", "TRUNCATE {}"])
def test_no_login_edits_the_ledger(house, database, login, table, statement):
    ann = house.customer()
    with pytest.raises(Refused):
        house.do(SuspendPayment(award="A"), ann)
    before = contents(database, table)
    with database.connect(login) as db, suppress(psycopg.errors.InsufficientPrivilege):
        db.execute("SELECT set_config('customerview.token', %s, false)", (house.secret,))
        db.execute(statement.format(table))
    assert before and contents(database, table) == before


def contents(database, table):
    with psycopg.connect(**where.administrator(database.name)) as db:
        return db.execute(f"SELECT * FROM {table} ORDER BY 1, 2").fetchall()


def test_the_webs_login_cannot_read_the_secrets(house, database):
    with database.connect("web") as db, pytest.raises(psycopg.errors.InsufficientPrivilege):
        db.execute("SELECT * FROM access")


def test_no_login_is_a_superuser_and_only_the_migrator_owns(house, database):
    with database.connect("web") as db:
        rows = db.execute(
            "SELECT rolname, rolsuper, rolbypassrls FROM pg_roles WHERE rolname IN ('cv_web','cv_worker','cv_migrator','cv_eraser')"
        ).fetchall()
        owners = {r[0] for r in db.execute("SELECT DISTINCT tableowner FROM pg_tables WHERE schemaname = 'public'")}
    assert len(rows) == 4 and not any(r[1] or r[2] for r in rows)
    assert owners == {"cv_migrator"}


def test_every_table_of_the_ledger_that_holds_a_stream_is_under_forced_row_security(house, database):
    with database.connect("migrator") as db:
        bare = db.execute(
            "SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'stream'"
            " WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND NOT (c.relrowsecurity AND c.relforcerowsecurity)"
            " AND c.relname NOT IN ('access', 'reach', 'reader', 'legal_hold')"
        ).fetchall()
    assert bare == []


def test_pages_that_only_read_cannot_write(house):
    ann = house.customer()
    with pytest.raises(psycopg.errors.ReadOnlySqlTransaction), reading(house.secret, house.catalogue) as view:
        view.execute("INSERT INTO source_heard VALUES ('PIP', now())")
    assert facts(house.secret, house.catalogue, ann)


def test_what_is_restricted_is_shown_only_to_the_tier_that_opens_it(house):
    from tests.kernel.village import ConcernRaised, raise_concern

    ann = house.customer()
    raise_concern(house, ann, ConcernRaised(words="he hits her"))
    lead = Actor(kind="colleague", id="lead", roles=frozenset({"agent"}), tiers=frozenset({"safeguarding"}))
    for viewer, told in ((None, 0), (AGENT, 0), (lead, 1)):
        with reading(house.secret, house.catalogue, viewer) as view:
            assert view.record(ann).office.concerns == told
            assert sum(isinstance(f.fact, ConcernRaised) for f in view.timeline(ann)) == told
            assert (view.fact(ann, 2) is not None) == bool(told)
            assert view.whole(ann).office.concerns == 1
