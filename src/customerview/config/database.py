"""Where the database is, and the four logins that may use it.

A process uses one login (CUSTOMERVIEW_LOGIN, `web` unless it says otherwise), and no login is a superuser. Only the
administrator's connection, used by `customerview db prepare` and nothing else, can create logins and databases: with an
embedded server it is that server's first account, else whoever DATABASE_URL names.
"""

from __future__ import annotations

import os
from typing import Literal, get_args

import psycopg
from psycopg.conninfo import conninfo_to_dict

from customerview.config.cluster import ADMINISTRATOR, Cluster
from customerview.config.home import home, secret

Login = Literal["web", "worker", "migrator", "eraser"]
LOGINS: tuple[Login, ...] = get_args(Login)
DEFAULT_NAME = "customerview"


def embedded() -> Cluster | None:
    """This installation's own server, unless DATABASE_URL names another."""
    return None if os.environ.get("DATABASE_URL") else Cluster(home() / "postgres", secret("administrator"))


def address() -> dict[str, str]:
    """Host, port and name of the database, for anyone."""
    if cluster := embedded():
        return cluster.address() | {"dbname": DEFAULT_NAME}
    given = {name: str(value) for name, value in conninfo_to_dict(os.environ["DATABASE_URL"]).items() if value is not None}
    given.setdefault("dbname", DEFAULT_NAME)
    return {name: value for name, value in given.items() if name not in ("user", "password")}


def role(login: Login) -> str:
    """The login's name in PostgreSQL."""
    return f"cv_{login}"


def connection(login: Login) -> dict[str, str]:
    """What `psycopg.connect(**connection("web"))` needs."""
    return address() | {"user": role(login), "password": secret(f"{login}_database_password")}


def administrator(dbname: str | None = None) -> dict[str, str]:
    """How `db prepare` connects, to this database or to the one named."""
    if cluster := embedded():
        who = {"user": ADMINISTRATOR, "password": cluster.password}
    else:
        given = conninfo_to_dict(os.environ["DATABASE_URL"])
        who = {name: str(given[name]) for name in ("user", "password") if given.get(name)}
    return address() | who | ({"dbname": dbname} if dbname else {})


def connect(login: Login, **options) -> psycopg.Connection:
    """A connection of one's own, outside Django's."""
    return psycopg.connect(**connection(login), **options)


def django_settings(login: Login, name: str | None = None) -> dict[str, object]:
    """The entry of Django's DATABASES for this login."""
    where = connection(login)
    extra = {key: value for key, value in where.items() if key not in ("host", "port", "dbname", "user", "password")}
    return {
        "ENGINE": "django.db.backends.postgresql",
        "HOST": where.get("host", ""),
        "PORT": where.get("port", ""),
        "NAME": name or where["dbname"],
        "USER": where["user"],
        "PASSWORD": where["password"],
        "CONN_MAX_AGE": 600,
        "CONN_HEALTH_CHECKS": True,
        # Values travel beside the statement, never inside its text: no secret in a statement log, and binary results.
        "OPTIONS": {"application_name": f"customerview {login}", "server_side_binding": True, **extra},
    }
