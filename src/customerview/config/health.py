"""`GET /health`: 200 when the whole service can be used, else 503 and what is not ready. It says nothing of what is inside."""

from __future__ import annotations

import functools
import logging

from django.db import Error, connection
from django.db.migrations.loader import MigrationLoader
from django.http import HttpRequest, JsonResponse

from customerview.proofs import signer

log = logging.getLogger(__name__)
READY = "ready"
SILENT_AFTER_SECONDS = 20


def health(request: HttpRequest) -> JsonResponse:
    """Asked by load balancers, by the demo, and by people."""
    parts = {}
    try:
        with connection.cursor() as cursor:
            parts["database"] = READY
            parts["tables"] = tables(cursor)
            parts["worker"] = worker(cursor)
    except Error:
        log.exception("the database cannot be used")
        parts |= {name: "cannot be reached" for name in ("database", "tables", "worker") if name not in parts}
    parts["signer"] = READY if signer().answers() else "does not answer"
    ready = all(said == READY for said in parts.values())
    return JsonResponse({"ready": ready, **parts}, status=200 if ready else 503)


def tables(cursor) -> str:
    cursor.execute("SELECT app, name FROM django_migrations")
    missing = migrations_known() - set(cursor.fetchall())
    return f"{len(missing)} migrations have not been applied: run customerview db prepare" if missing else READY


def worker(cursor) -> str:
    cursor.execute(
        "SELECT EXISTS (SELECT FROM procrastinate_workers WHERE last_heartbeat > now() - make_interval(secs => %s))",
        [SILENT_AFTER_SECONDS],
    )
    return READY if cursor.fetchone()[0] else "no worker has been heard of"


@functools.cache
def migrations_known() -> frozenset[tuple[str, str]]:
    """The migrations of this version of the code; they change only with it."""
    return frozenset(MigrationLoader(None).disk_migrations)
