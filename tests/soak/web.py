"""The real web application; or, to prove that bad days would be noticed, the same with one safeguard taken out."""

from __future__ import annotations

import os
import time
from contextlib import contextmanager

os.environ["CUSTOMERVIEW_LOGIN"] = "web"

from customerview.config.wsgi import application as real
from customerview.ledger import access, postgres


def without_transaction() -> None:
    """Every statement is committed by itself."""
    from django.db import connection

    def loose(secret: str | None, *, read_only: bool = False, by: object = None):
        @contextmanager
        def begun():
            connection.ensure_connection()
            connection.connection.execute("SELECT set_config('customerview.token', %s, false)", (secret or "",))
            yield connection.connection

        return begun

    access._transaction = loose
    slowly()


def without_keys() -> None:
    """What was done under a key before is not looked for."""
    postgres.PostgresUnit.done_before = lambda self, by, key: None
    postgres.PostgresUnit.keep_key = lambda self, *kept: None


def slowly() -> None:
    """Between the facts and the key they came under lies a moment in which the process can be killed."""
    append = postgres.PostgresUnit.append

    def and_later(self, change) -> None:
        append(self, change)
        time.sleep(0.01)

    postgres.PostgresUnit.append = and_later


def application(environ, start_response):
    """Answers are sent a moment after they are known: then, too, the process can be killed."""
    answer = real(environ, start_response)
    time.sleep(0.003)
    return answer


if missing := os.environ.get("SOAK_WITHOUT"):
    {"transaction": without_transaction, "keys": without_keys}[missing]()
