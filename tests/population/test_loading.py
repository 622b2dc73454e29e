"""Given lives that were played in memory, when they are loaded by COPY, then the ledger is as if each step had been done in it."""

from __future__ import annotations

import itertools
import json
import tracemalloc
from datetime import UTC, datetime

import pytest
from click.testing import CliRunner
from django.conf import settings
from django.db import connection, transaction

from customerview.instructions import catalogue
from customerview.intake import verify_payments
from customerview.intake.checked_payments import take
from customerview.ledger import reading
from customerview.ledger.rebuild import rebuild
from customerview.ledger.verify import verify
from customerview.population import identifiers, loading
from customerview.population.commands import command
from customerview.population.people import BLOCK

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
SEED, CUSTOMERS = 4, 120


@pytest.fixture(scope="module")
def loaded(database):
    """A small population, in the ledger; Django's connection is the worker's."""
    with database.using("worker"):
        yield loading.load_all(SEED, CUSTOMERS, NOW, processes=1)


def everything(table: str) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {table} ORDER BY stream, 2")
        return cursor.fetchall()


def test_every_chain_holds_and_every_fact_decodes(loaded):
    with transaction.atomic():
        found = verify(connection.connection, catalogue().kinds)
    assert found.holds, found.findings[:3]
    lines = {line for _, line, *_ in paid()}
    assert loaded.customers == CUSTOMERS
    assert found.streams == CUSTOMERS + len(lines), "a line that paid somebody has a stream of its own"
    assert found.facts == loaded.facts + 2 * len(lines) > CUSTOMERS * 5


def paid() -> list:
    with connection.cursor() as cursor:
        cursor.execute("SELECT stream, line, award, due, made, amount FROM payment_made ORDER BY stream, award, due")
        return cursor.fetchall()


def test_what_they_were_paid_lately_was_handed_in_and_is_what_their_records_say(loaded):
    with transaction.atomic():
        found = verify_payments(connection.connection)
    assert not found.findings
    assert found.payments > CUSTOMERS
    before = everything("fact")
    while take():
        pass
    assert everything("fact") == before, "each was made as expected"


def test_records_read_from_the_ledger_are_those_that_were_played(loaded):
    keep = catalogue().fold.keep
    with reading(None, catalogue()) as view:
        for life in itertools.islice(loading.lives(SEED, 0, NOW, CUSTOMERS), 40):
            assert keep(view.record(life.stream)) == keep(life.record)


def test_projections_are_those_that_a_rebuild_makes(loaded):
    before = {table: everything(table) for table in ("open_duty", "owed_to", "person_index")}
    assert before["open_duty"]
    assert before["person_index"]
    with transaction.atomic():
        rebuild(connection.connection, catalogue(), tuple(settings.CUSTOMERVIEW_PROJECTIONS))
    assert {table: everything(table) for table in before} == before


def test_what_is_there_is_not_made_again(loaded):
    assert loading.load_block(SEED, 0, NOW, CUSTOMERS) == loading.Loaded()
    assert loading.is_loaded(connection.connection, SEED, 0)
    assert not loading.is_loaded(connection.connection, SEED, 1)


def test_it_does_not_add_to_customers_who_are_there_unless_told(loaded, monkeypatch):
    monkeypatch.setattr(loading, "begin_process", lambda: None)
    refused = CliRunner().invoke(command, ["generate", "--customers", "5", "--no-stories"])
    assert refused.exit_code == 1
    assert "holds customers already" in refused.output
    resumed = CliRunner().invoke(
        command, ["generate", "--customers", str(CUSTOMERS), "--seed", str(SEED), "--no-stories", "--resume", "--processes", "1", "--json"]
    )
    assert resumed.exit_code == 0, resumed.output
    assert json.loads(resumed.stdout.splitlines()[-1])["customers"] == 0


def test_memory_stays_the_same_however_many_customers(loaded):
    """Four blocks need no more at once than one did."""

    def most(blocks: range) -> int:
        tracemalloc.reset_peak()
        for number in blocks:
            with transaction.atomic():
                loading.load(connection.connection, loading.lives(SEED, number, NOW, 15), NOW)
        return tracemalloc.get_traced_memory()[1]

    tracemalloc.start()
    try:
        one = max(most(range(n, n + 1)) for n in range(10, 14))
        assert most(range(14, 18)) < one * 1.7
    finally:
        tracemalloc.stop()


def test_blocks_are_numbered_so_that_a_larger_population_begins_with_the_smaller():
    assert loading.blocks(BLOCK * 2 + 3) == [(0, BLOCK), (1, BLOCK), (2, 3)]
    assert identifiers.stream(SEED, 5) < identifiers.stream(SEED, 6)
