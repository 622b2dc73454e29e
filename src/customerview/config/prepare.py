"""Make a database ready: its four logins, the database itself, its tables, and who may do what with tables that are not ours.

Each room's migrations grant what its own tables need. The tables of Django and of procrastinate know nothing of our logins,
so what they need is granted here. Running it again changes nothing that is right already.
"""

from __future__ import annotations

from collections.abc import Callable

import psycopg
from django.core.management import call_command
from django.db import connections
from psycopg import sql

from customerview.config.database import LOGINS, Login, address, administrator, connection, django_settings, role

LIMITS = {
    # A page that takes longer is a fault: better one page that says so than a service that stops.
    "web": {"statement_timeout": "15s", "lock_timeout": "5s", "idle_in_transaction_session_timeout": "30s"},
    "worker": {"idle_in_transaction_session_timeout": "5min"},
}

POWERS = ("rolsuper", "rolcreatedb", "rolcreaterole", "rolreplication", "rolbypassrls")

SESSIONS = {"django_session": {"web": "SELECT, INSERT, UPDATE, DELETE", "worker": "SELECT, DELETE"}}
MIGRATIONS_SEEN = {"django_migrations": {"web": "SELECT", "worker": "SELECT", "eraser": "SELECT"}}
JOBS = {
    "procrastinate_jobs": {"web": "SELECT, INSERT", "worker": "SELECT, INSERT, UPDATE, DELETE"},
    "procrastinate_events": {"web": "INSERT", "worker": "SELECT, INSERT, UPDATE, DELETE"},
    "procrastinate_periodic_defers": {"worker": "SELECT, INSERT, UPDATE, DELETE"},
    "procrastinate_workers": {"web": "SELECT", "worker": "SELECT, INSERT, UPDATE, DELETE"},
}
SEQUENCES = {
    "procrastinate_jobs_id_seq": ("web", "worker"),
    "procrastinate_events_id_seq": ("web", "worker"),
    "procrastinate_periodic_defers_id_seq": ("worker",),
    "procrastinate_workers_id_seq": ("worker",),
}


def prepare(say: Callable[[str], None] = lambda _: None) -> None:
    """Logins, database, tables, grants."""
    say("logins")
    make_logins()
    say("database")
    make_database(address()["dbname"])
    say("tables")
    migrate()


def make_logins() -> None:
    """The four logins, none of them able to do more than log in until something is granted."""
    with administrators_connection() as admin:
        for login in LOGINS:
            name = role(login)
            known = admin.execute(f"SELECT {', '.join(POWERS)} FROM pg_roles WHERE rolname = %s", [name]).fetchone()
            if known and any(known):
                held = ", ".join(power for power, has in zip(POWERS, known, strict=True) if has)
                raise RuntimeError(f"The login {name} exists and has powers it must not have: {held}. Take them away first.")
            # The server is given a digest: the password itself is in no statement, and so in no log.
            digest = admin.pgconn.encrypt_password(connection(login)["password"].encode(), name.encode(), b"scram-sha-256")
            powerless = sql.SQL("" if known else "NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS")
            admin.execute(
                sql.SQL("{} ROLE {} LOGIN {} PASSWORD {}").format(
                    sql.SQL("ALTER" if known else "CREATE"), sql.Identifier(name), powerless, digest.decode()
                )
            )
            for limit, value in LIMITS.get(login, {}).items():
                admin.execute(sql.SQL("ALTER ROLE {} SET {} = {}").format(sql.Identifier(name), sql.Identifier(limit), value))


def make_database(name: str) -> None:
    """The database, owned by the migrator, open to the four logins and to nobody else."""
    database, migrator = sql.Identifier(name), sql.Identifier(role("migrator"))
    with administrators_connection() as admin:
        if not admin.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone():
            # An administrator who is no superuser may only give a database to a role it is a member of.
            admin.execute(sql.SQL("GRANT {} TO CURRENT_USER").format(migrator))
            admin.execute(sql.SQL("CREATE DATABASE {} OWNER {} TEMPLATE template0 ENCODING 'UTF8'").format(database, migrator))
        everyone = sql.SQL(", ").join(sql.Identifier(role(login)) for login in LOGINS)
        admin.execute(sql.SQL("REVOKE ALL ON DATABASE {} FROM PUBLIC").format(database))
        admin.execute(sql.SQL("GRANT CONNECT ON DATABASE {} TO {}").format(database, everyone))
        # Bulk loads copy into a temporary table first.
        admin.execute(sql.SQL("GRANT TEMPORARY ON DATABASE {} TO {}").format(database, sql.Identifier(role("worker"))))


def migrate(name: str | None = None, verbosity: int = 0) -> None:
    """Bring the tables up to date, as their owner."""
    with using("migrator", name):
        call_command("migrate", verbosity=verbosity, interactive=False)
    grant(name)


def grant(name: str | None = None) -> None:
    """Let the logins use the schema and the tables of others' packages, no further than they need."""
    with psycopg.connect(**connection("migrator") | ({"dbname": name} if name else {})) as owner:
        everyone = sql.SQL(", ").join(sql.Identifier(role(login)) for login in LOGINS)
        owner.execute(sql.SQL("REVOKE ALL ON SCHEMA public FROM PUBLIC"))
        owner.execute(sql.SQL("GRANT USAGE ON SCHEMA public TO {}").format(everyone))
        for table, rights in (SESSIONS | MIGRATIONS_SEEN | JOBS).items():
            for login, what in rights.items():
                owner.execute(sql.SQL("GRANT {} ON {} TO {}").format(sql.SQL(what), sql.Identifier(table), sql.Identifier(role(login))))
        for sequence, logins in SEQUENCES.items():
            for login in logins:
                owner.execute(sql.SQL("GRANT USAGE ON SEQUENCE {} TO {}").format(sql.Identifier(sequence), sql.Identifier(role(login))))


def administrators_connection() -> psycopg.Connection:
    """A connection that can make databases: to the maintenance database, or, where there is none, to our own."""
    try:
        return psycopg.connect(**administrator("postgres"), autocommit=True)
    except psycopg.OperationalError:
        return psycopg.connect(**administrator(), autocommit=True)


class using:
    """Within this block Django's default connection uses another login, or another database."""

    def __init__(self, login: Login, name: str | None = None) -> None:
        self.entry = django_settings(login, name)

    def __enter__(self) -> None:
        self.before = dict(connections.databases["default"])
        connections["default"].close()
        connections.databases["default"].update(self.entry)

    def __exit__(self, *_: object) -> None:
        connections["default"].close()
        connections.databases["default"].update(self.before)
