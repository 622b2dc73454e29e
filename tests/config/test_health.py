"""`GET /health` says what is not ready, and nothing of what is inside."""

import os

import pytest

from customerview.config import health
from tests.processes import running, until


def answer(client):
    said = client.get("/health")
    return said.status_code, said.json()


def test_without_a_worker_the_service_is_not_ready_and_says_so(own_database, client):
    status, said = answer(client)
    assert status == 503
    assert said == {"ready": False, "database": "ready", "tables": "ready", "worker": "no worker has been heard of", "signer": "ready"}


def test_with_a_worker_it_is_ready_until_the_worker_is_long_silent(own_database, client):
    with own_database.connect("worker", autocommit=True) as db:
        db.execute("INSERT INTO procrastinate_workers DEFAULT VALUES")
        assert answer(client) == (200, {"ready": True, "database": "ready", "tables": "ready", "worker": "ready", "signer": "ready"})
        db.execute("UPDATE procrastinate_workers SET last_heartbeat = now() - interval '1 minute'")
        assert answer(client)[0] == 503


def test_a_migration_that_was_not_applied_is_missed(own_database, client, monkeypatch):
    monkeypatch.setattr(health, "migrations_known", lambda: frozenset({("ledger", "0099_later")}))
    status, said = answer(client)
    assert (status, said["tables"]) == (503, "1 migrations have not been applied: run customerview db prepare")


def test_without_a_database_it_says_only_that(database, client):
    with database.using("web"):
        from django.db import connections

        connections.databases["default"]["HOST"] = "/nowhere"
        status, said = answer(client)
    assert status == 503
    assert said == dict.fromkeys(("database", "tables", "worker"), "cannot be reached") | {"ready": False, "signer": "ready"}


@pytest.mark.journey
def test_a_worker_that_runs_is_heard_and_one_that_stops_says_goodbye(own_database, client, tmp_path):
    environment = own_database.environment("worker")
    with running("serve", "worker", environment=os.environ | environment, log=tmp_path / "log"):
        assert until(lambda: answer(client)[0] == 200)
    assert answer(client)[0] == 503
