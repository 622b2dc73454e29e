"""Makes a stand-in service line known to the platform as a real one would be: a client of the API, and a subscription."""

from __future__ import annotations

import json
import os
from pathlib import Path

from customerview.api import create_client, proved_client
from customerview.config import database
from customerview.config.home import home
from customerview.sharing import subscribe


def settings(line: str, port: int) -> Path:
    """Write what the stand-in reads: its address, the platform's, and its secrets. What it had before is used again."""
    path = home() / "secrets" / f"service_line_{line}.json"
    had = json.loads(path.read_text()) if path.exists() else {}
    state = home() / "service_lines"
    state.mkdir(mode=0o700, exist_ok=True)
    with database.connect("migrator") as db:
        id, secret = had.get("client_id", ""), had.get("client_secret", "")
        if not proved_client(db, id, secret):
            client, secret = create_client(db, f"{line} stand-in", "line_system", line=line)
            id = client.id
    with database.connect("worker") as db:
        webhook = subscribe(db, line, f"http://localhost:{port}/shared")
    path.touch(mode=0o600)
    path.write_text(json.dumps({
        "line": line, "port": port, "state": str(state / f"{id}.sqlite"), "client_id": id, "client_secret": secret,
        "platform": os.environ.get("CUSTOMERVIEW_BASE_URL", f"http://localhost:{os.environ.get('PORT', '8000')}"),
        "webhook_secrets": [webhook],
    }))  # fmt: skip
    return path
