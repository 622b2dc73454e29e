"""`customerview db prepare` on a PostgreSQL that is not ours: by an administrator who is no superuser, as often as one likes."""

import os

import psycopg
import pytest
from click.testing import CliRunner

from customerview.config import database as where
from customerview.config.command_line import main
from customerview.config.prepare import make_database, make_logins
from tests.conftest import drop_database


@pytest.fixture
def their_administrator(cluster, monkeypatch):
    """Somebody who may make roles and databases, and nothing more, named in DATABASE_URL."""
    address = cluster.address()
    with psycopg.connect(**where.administrator("postgres"), autocommit=True) as admin:
        admin.execute("CREATE ROLE their_administrator LOGIN CREATEDB CREATEROLE PASSWORD 'word'")
        for name in where.LOGINS:
            admin.execute(f"GRANT {where.role(name)} TO their_administrator WITH ADMIN OPTION")
    url = f"postgresql://their_administrator:word@/theirs?host={address['host']}&port={address['port']}"
    monkeypatch.setenv("DATABASE_URL", url)
    yield url
    monkeypatch.delenv("DATABASE_URL")
    drop_database("theirs")
    with psycopg.connect(**where.administrator("postgres"), autocommit=True) as admin:
        for name in where.LOGINS:
            admin.execute(f"REVOKE {where.role(name)} FROM their_administrator CASCADE")
        admin.execute("DROP ROLE their_administrator")


def test_an_administrator_who_is_no_superuser_prepares_a_database_and_again(their_administrator):
    for _ in range(2):
        make_logins()
        make_database("theirs")
    with psycopg.connect(**where.connection("migrator")) as owner:
        owner.execute("CREATE TABLE theirs (n int)")
    with psycopg.connect(**where.connection("web")) as web, pytest.raises(psycopg.errors.InsufficientPrivilege):
        web.execute("SELECT * FROM theirs")


def test_a_login_that_already_has_powers_is_refused(cluster):
    with psycopg.connect(**where.administrator("postgres"), autocommit=True) as admin:
        admin.execute("ALTER ROLE cv_web CREATEDB")
        try:
            with pytest.raises(RuntimeError, match="cv_web exists and has powers it must not have: rolcreatedb"):
                make_logins()
        finally:
            admin.execute("ALTER ROLE cv_web NOCREATEDB")


def test_status_says_why_when_the_database_cannot_be_used(monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgresql:///nothing?host=/nowhere")
    done = CliRunner().invoke(main, ["db", "status", "--json"])
    assert done.exit_code == 1
    assert '"ready": false' in done.output


def test_a_server_of_ones_own_is_not_started_or_stopped_by_us(monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgresql:///nothing?host=/nowhere")
    done = CliRunner().invoke(main, ["db", "stop"])
    assert done.exit_code == 1
    assert "by its own means" in done.output


def test_passwords_are_in_no_address_and_in_private_files(cluster):
    assert "password" not in where.address()
    folder = os.path.join(os.environ["CUSTOMERVIEW_HOME"], "secrets")
    assert os.stat(folder).st_mode & 0o077 == 0
    for name in os.listdir(folder):
        assert os.stat(os.path.join(folder, name)).st_mode & 0o077 == 0, name
