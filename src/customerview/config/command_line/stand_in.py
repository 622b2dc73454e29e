"""Makes stand-in service lines known to the platform as real ones would be: a client of the API, and a subscription for each."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import psycopg

from customerview.api import create_client, proved_client
from customerview.config import database, services
from customerview.config.home import home
from customerview.instructions.directory import LINES
from customerview.sharing import standing, subscribe

OTHERS = "others"
"""The name of the one process that stands in for every line without one of its own."""


def settings(name: str, port: int) -> Path:
    """Write what a stand-in process reads: its address, the platform's, and the secrets of its lines. What it had before is used again."""
    path = home() / "secrets" / f"service_line_{name}.json"
    had = {one["line"]: one for one in json.loads(path.read_text()).get("lines", [])} if path.exists() else {}
    state = home() / "service_lines"
    state.mkdir(mode=0o700, exist_ok=True)
    with database.connect("migrator", autocommit=True) as migrator, database.connect("worker", autocommit=True) as worker:
        lines = others(worker) if name == OTHERS else [name]
        made = [known(migrator, line, had.get(line, {})) for line in lines]
        for one in made:
            at = f"http://localhost:{port}/" + (f"{one['line']}/shared" if len(made) > 1 else "shared")
            one |= {
                "acts": name != OTHERS,
                "state": str(state / f"{one['client_id']}.sqlite"),
                "webhook_secrets": [subscribe(worker, one["line"], at)],
            }
    path.touch(mode=0o600)
    platform = os.environ.get("CUSTOMERVIEW_BASE_URL", f"http://localhost:{os.environ.get('PORT', '8000')}")
    path.write_text(json.dumps({"port": port, "platform": platform, "lines": made}))
    return path


def known(db: psycopg.Connection[Any], line: str, had: dict[str, Any]) -> dict[str, Any]:
    """The line as a client of the API: the one it was before, if that still holds."""
    id, secret = had.get("client_id", ""), had.get("client_secret", "")
    if not proved_client(db, id, secret):
        client, secret = create_client(db, f"{line} stand-in", "line_system", line=line)
        id = client.id
    return {"line": line, "client_id": id, "client_secret": secret}


def others(db: psycopg.Connection[Any]) -> list[str]:
    """The lines one process stands in for: those CUSTOMERVIEW_STAND_IN_LINES names, else all of the directory. Never one that has a process
    of its own, that works here, or that is subscribed somewhere else than on this machine."""
    named = [line.strip() for line in os.environ.get("CUSTOMERVIEW_STAND_IN_LINES", "").split(",") if line.strip()]
    own = {service.command[2] for service in services.SERVICES if service.command[:2] == ("serve", "service-line")}
    elsewhere = {s.recipient for s in standing(db) if not s.url.startswith("http://localhost:")}
    return [line for line in named or LINES if line in LINES and line not in own | elsewhere]
