"""One service line: it listens for what is shared, does its part once, and tells the platform what it did."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from .memory import Memory
from .platform import Platform, Unavailable
from .signature import holds

MOST_BYTES = 100_000


class Line:
    """A line's system, by its settings: line, port, state (its file), platform, client_id, client_secret, webhook_secrets."""

    def __init__(self, settings: dict[str, Any], memory: Memory, platform: Platform) -> None:
        self.code, self.secrets = settings["line"], settings["webhook_secrets"]
        self.memory, self.platform = memory, platform
        self.wake, self.stop = threading.Event(), threading.Event()

    def work(self) -> None:
        """Until told to stop: act on what came, then tell what is to be told."""
        pause = 0.2
        while not self.stop.is_set():
            self.wake.wait(pause)
            self.wake.clear()
            behaviour = self.memory.behaviour()
            if behaviour["down"]:
                continue
            try:
                while self.once(behaviour):
                    pass
                pause = 0.2
            except Unavailable:
                pause = min(pause * 2, 5.0)

    def once(self, behaviour: dict[str, Any]) -> int:
        """One round. Returns how much was done."""
        came = self.memory.to_do(backwards=behaviour["reorder"])
        for id, shared in came:
            what, reports = self.response_to(id, shared, contradict=behaviour["contradict"])
            self.memory.act(id, what, reports)
        reports = self.memory.to_tell(backwards=behaviour["reorder"])
        for number, key, customer, action, fields in reports:
            for _ in range(max(1, behaviour["repeat"])):
                status, said = self.platform.act(customer, action, fields, key=key)
            self.memory.told(number, status, json.dumps(said) if status >= 400 else "")
        return len(came) + len(reports) + self.hand_in(behaviour)

    def hand_in(self, behaviour: dict[str, Any]) -> int:
        """The batches of payments that wait. To contradict is to hand in the first payment again, with a penny less."""
        batches = self.memory.to_hand_in(backwards=behaviour["reorder"])
        for reference, payments in batches:
            for _ in range(max(1, behaviour["repeat"])):
                status, said = self.platform.pay(reference, payments)
            if behaviour["contradict"] and not reference.endswith("-again"):
                self.memory.pay(f"{reference}-again", [payments[0] | {"amount": max(0, payments[0]["amount"] - 1)}])
            self.memory.handed_in(reference, status, json.dumps(said) if status >= 400 else "")
        return len(batches)

    def response_to(self, id: str, shared: dict[str, Any], *, contradict: bool) -> tuple[str, list[tuple[str, str, str, dict[str, Any]]]]:
        """What the line does about something shared with it, and what it then tells: the receipt first."""
        customer, kind = shared["customer"], shared["fact"]["kind"]
        receipt = {"share": shared["share"], "of": shared["of"], "reference": f"{self.code}-{customer[:8]}-{shared['of']}"}
        tells = [(f"receipt:{id}", customer, "record_receipt", receipt)]
        died = shared["fact"].get("data", {}).get("died")
        if kind in ("DeathReported", "DeathVerified"):
            tells.append((f"stopped:{customer}", customer, "report_act_on_death", {"item": "payments_stopped"}))
        if kind == "DeathVerified" and died:
            tells.append((f"ended:{customer}", customer, "report_act_on_death", {"item": "award_ended", "day": died}))
        if kind == "DeathReported" and contradict:
            other = (date.fromisoformat(died) if died else datetime.now(UTC).date()) - timedelta(days=1)
            fields = {"date_known": True, "died": other.isoformat(), "source": "line", "reference": f"{self.code} holds another date"}
            tells.append((f"other:{id}", customer, "report_death", fields))
        return f"{kind} of {customer}", tells


def server(line: Line, port: int) -> ThreadingHTTPServer:  # noqa: C901  # one small handler a door
    """What the line answers, on this machine alone."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            self.answer(200, line.memory.state()) if self.path == "/state" else self.answer(404)

        def do_POST(self) -> None:
            length = int(self.headers.get("Content-Length") or 0)
            if not 0 <= length <= MOST_BYTES:
                return self.answer(413)
            body = self.rfile.read(length)
            doors: dict[str, Callable[[bytes], None]] = {
                "/shared": self.shared, "/behave": self.behave, "/report": self.report, "/pay": self.pay,
            }  # fmt: skip
            return doors.get(self.path, lambda body: self.answer(404))(body)

        def shared(self, body: bytes) -> None:
            """What the platform shares: kept before it is confirmed that it came."""
            if line.memory.behaviour()["down"]:
                return self.answer(503)
            if not holds({name.lower(): value for name, value in self.headers.items()}, body, line.secrets):
                return self.answer(401)
            line.memory.receive(self.headers["webhook-id"], body)
            line.wake.set()
            return self.answer(204)

        def behave(self, body: bytes) -> None:
            """Be told how to behave: {"down": true}, {"repeat": 3}, {"reorder": true}, {"contradict": true}."""
            line.memory.behave(**json.loads(body))
            line.wake.set()
            self.answer(200, line.memory.state())

        def report(self, body: bytes) -> None:
            """Be told what to report: {"key": …, "customer": …, "action": …, "fields": {…}}."""
            line.memory.tell(**json.loads(body))
            line.wake.set()
            self.answer(202, {})

        def pay(self, body: bytes) -> None:
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
