"""What tests can ask for. Nothing here is started until a test asks: tests of pure code need none of it.

    cluster     an embedded PostgreSQL of this test process's own, its four logins made
    database    a database with every table, fresh for each test module; Django's default connection is the web's login on it
"""

from __future__ import annotations

import itertools
import os
from collections.abc import Iterator
from urllib.parse import quote

import psycopg
import pytest
from psycopg import sql

from customerview.config import database as where
from customerview.config.cluster import Cluster
from customerview.config.database import Login
from customerview.config.home import home, secret
from customerview.config.prepare import make_database, make_logins, migrate, using

FAST = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off", "shared_buffers": "64MB", "max_wal_size": "1GB"}
TEMPLATE = "migrated"
_numbers = itertools.count(1)


class Database:
    """One test database: its name, and connections to it by any login."""

    def __init__(self, name: str, cluster: Cluster) -> None:
        self.name, self.cluster = name, cluster

    def connect(self, login: Login = "web", **options) -> psycopg.Connection:
        """A connection of one's own, outside Django's."""
        return psycopg.connect(**where.connection(login) | {"dbname": self.name}, **options)

    def using(self, login: Login) -> using:
        """`with database.using("worker"):` Django's default connection is that login's."""
        return using(login, self.name)

    def environment(self, login: Login = "web") -> dict[str, str]:
        """The environment of a child process that is to work on this database."""
        address = self.cluster.address()
        url = f"postgresql:///{self.name}?host={quote(address['host'], safe='')}&port={address['port']}"
        return os.environ | {"DATABASE_URL": url, "CUSTOMERVIEW_LOGIN": login, "DJANGO_SETTINGS_MODULE": "customerview.config.settings"}


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    """An embedded PostgreSQL that forgets how to survive a power cut, for speed."""
    cluster = Cluster(home() / "postgres", secret("administrator"), **FAST)
    cluster.start(stay=False)
    make_logins()
    yield cluster
    cluster.stop()


@pytest.fixture(scope="session")
def migrated(cluster: Cluster, django_db_blocker) -> str:
    """The database that others are copied from."""
    make_database(TEMPLATE)
    with django_db_blocker.unblock():
        migrate(TEMPLATE)
    return TEMPLATE


@pytest.fixture(scope="module")
def database(cluster: Cluster, migrated: str, django_db_blocker) -> Iterator[Database]:
    """A fresh database for each test module."""
    name = f"test_{next(_numbers)}"
    copy_database(migrated, name)
    with django_db_blocker.unblock(), using("web", name):
        yield Database(name, cluster)
    drop_database(name)


@pytest.fixture
def own_database(cluster: Cluster, migrated: str, django_db_blocker) -> Iterator[Database]:
    """A fresh database for one test that cannot share."""
    name = f"test_{next(_numbers)}"
    copy_database(migrated, name)
    with django_db_blocker.unblock(), using("web", name):
        yield Database(name, cluster)
    drop_database(name)


def copy_database(template: str, name: str) -> None:
    with psycopg.connect(**where.administrator("postgres"), autocommit=True) as admin:
        admin.execute(sql.SQL("CREATE DATABASE {} TEMPLATE {} OWNER cv_migrator").format(sql.Identifier(name), sql.Identifier(template)))
    make_database(name)


def drop_database(name: str) -> None:
    with psycopg.connect(**where.administrator("postgres"), autocommit=True) as admin:
        admin.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))
