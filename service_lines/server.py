"""What stand-in lines answer, on this machine alone. A line that has a process to itself is at /, lines that share one are at /LINE/."""

from __future__ import annotations

import json
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from .line import Line
from .signature import holds

MOST_BYTES = 100_000


def server(lines: dict[str, Line], port: int) -> ThreadingHTTPServer:  # noqa: C901  # one small handler a door
    """Listening for what is shared with these lines, and for being told how to behave."""
    alone = next(iter(lines.values())) if len(lines) == 1 else None

    def at(path: str) -> tuple[Line | None, str]:
        """Whose door it is, and which."""
        code, _, door = path.strip("/").partition("/")
        return (lines[code], door) if code in lines else (alone, path.strip("/"))

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            line, door = at(self.path)
            if door == "state":
                return self.answer(200, line.memory.state() if line else {code: one.memory.state() for code, one in lines.items()})
            return self.answer(404)

        def do_POST(self) -> None:
            length = int(self.headers.get("Content-Length") or 0)
            if not 0 <= length <= MOST_BYTES:
                return self.answer(413)
            body = self.rfile.read(length)
            line, door = at(self.path)
            doors: dict[str, Callable[[Line, bytes], None]] = {
                "shared": self.shared, "behave": self.behave, "report": self.report, "pay": self.pay,
            }  # fmt: skip
            if line is None or door not in doors:
                return self.answer(404)
            return doors[door](line, body)

        def shared(self, line: Line, body: bytes) -> None:
            """What the platform shares: kept before it is confirmed that it came."""
            if line.memory.behaviour()["down"]:
                return self.answer(503)
            if not holds({name.lower(): value for name, value in self.headers.items()}, body, line.secrets):
                return self.answer(401)
            line.memory.receive(self.headers["webhook-id"], body)
            line.wake.set()
            return self.answer(204)

        def behave(self, line: Line, body: bytes) -> None:
            """Be told how to behave: {"down": true}, {"repeat": 3}, {"reorder": true}, {"contradict": true}, {"answer": "refused"}."""
            line.memory.behave(**json.loads(body))
            line.wake.set()
            self.answer(200, line.memory.state())

        def report(self, line: Line, body: bytes) -> None:
            """Be told what to report: {"key": …, "customer": …, "action": …, "fields": {…}}."""
            line.memory.tell(**json.loads(body))
            line.wake.set()
            self.answer(202, {})

        def pay(self, line: Line, body: bytes) -> None:
            """Be told what was paid: {"reference": …, "payments": [{"customer": …, "award": …, "due": …, "made": …, "amount": …}]}."""
            line.memory.pay(**json.loads(body))
            line.wake.set()
            self.answer(202, {})

        def answer(self, status: int, said: dict[str, Any] | None = None) -> None:
            body = b"" if said is None else json.dumps(said).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            if status != 204:
                self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            """Nothing: what comes here is about people."""

    return ThreadingHTTPServer(("127.0.0.1", port), Handler)
