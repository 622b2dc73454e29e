"""What the stand-in answers, on this machine alone: the documented addresses, and `/state` and `/behave` for whoever plays with it."""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import json
import re
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

from .memory import Memory

MOST_BYTES = 8_000_000
TOKEN_LASTS_SECONDS = 30


class Wrong(Exception):
    """An answer that is an error, in Notify's own form."""

    def __init__(self, status: int, error: str, message: str) -> None:
        self.status, self.body = status, {"status_code": status, "errors": [{"error": error, "message": message}]}


def proved(token: str, key: str) -> None:
    """Raises Wrong unless the token was signed with this key's secret, by its service, in the last half minute."""
    service, secret = key[-73:-37], key[-36:]
    try:
        head, claims, signature = token.split(".")
        expected = hmac.new(secret.encode(), f"{head}.{claims}".encode(), hashlib.sha256).digest()
        told = json.loads(_decoded(claims))
        good = hmac.compare_digest(_decoded(signature), expected) and json.loads(_decoded(head))["alg"] == "HS256"
        iss, iat = told["iss"], int(told["iat"])
    except (ValueError, KeyError, TypeError, binascii.Error):
        raise Wrong(403, "AuthError", "Invalid token: signature, api token is not valid") from None
    if iss != service:
        raise Wrong(403, "AuthError", "Invalid token: service not found")
    if not good:
        raise Wrong(403, "AuthError", "Invalid token: signature, api token not found")
    if abs(time.time() - iat) > TOKEN_LASTS_SECONDS:
        raise Wrong(403, "AuthError", "Error: Your system clock must be accurate to within 30 seconds")


def _decoded(part: str) -> bytes:
    return base64.urlsafe_b64decode(part + "=" * (-len(part) % 4))


def taken(memory: Memory, kind: str, told: dict[str, Any]) -> str:
    """Keep what was sent. Raises Wrong where Notify would refuse it."""
    reference = told.get("reference")
    if kind == "letter":
        if not reference:
            raise Wrong(400, "ValidationError", "reference is a required property")
        if told.get("postage", "second") not in ("first", "second", "economy"):
            raise Wrong(400, "ValidationError", "postage invalid. It must be first, second or economy.")
        try:
            pdf = base64.b64decode(told.get("content", ""), validate=True)
        except (binascii.Error, TypeError):
            raise Wrong(400, "ValidationError", "Cannot decode letter content (invalid base64 encoding)") from None
        if not pdf.startswith(b"%PDF-"):
            raise Wrong(400, "BadRequestError", "Letter content is not a valid PDF")
        return memory.take(kind, reference=reference, size=len(pdf), postage=told.get("postage", "second"))
    where = "email_address" if kind == "email" else "phone_number"
    to, says = str(told.get(where) or ""), told.get("personalisation") or {}
    if not re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s]+" if kind == "email" else r"\+?[\d ()-]{10,20}", to):
        raise Wrong(400, "ValidationError", f"{where} Not a valid {'email address' if kind == 'email' else 'phone number'}")
    if not re.fullmatch(r"[0-9a-f-]{36}", str(told.get("template_id") or "")):
        raise Wrong(400, "ValidationError", "template_id is not a valid UUID")
    if "body" not in says or (kind == "email" and "subject" not in says):
        raise Wrong(400, "BadRequestError", "Missing personalisation: subject, body")
    return memory.take(kind, reference=reference, recipient=to, subject=str(says.get("subject", "")), body=str(says["body"]))


class Handler(BaseHTTPRequestHandler):
    """One request. `memory` and `key` are given by `server`."""

    memory: Memory
    key: str
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        self.answered(self.get)

    def do_POST(self) -> None:
        self.answered(self.post)

    def answered(self, ask: Any) -> None:
        try:
            status, said = ask(urlsplit(self.path))
        except Wrong as wrong:
            status, said = wrong.status, wrong.body
        if said is None:  # the answer is lost on its way
            self.close_connection = True
            return
        body = json.dumps(said).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def get(self, where: Any) -> tuple[int, Any]:
        if where.path == "/state":
            return 200, self.memory.state()
        self.asked()
        if where.path == "/v2/notifications":
            reference = parse_qs(where.query).get("reference", [""])[0]
            return 200, {"notifications": self.memory.find(reference=reference), "links": {}}
        found = self.memory.find(id=where.path.rpartition("/")[2]) if where.path.startswith("/v2/notifications/") else []
        if not found:
            raise Wrong(404, "NoResultFound", "No result found")
        return 200, found[0]

    def post(self, where: Any) -> tuple[int, Any]:
        length = int(self.headers.get("Content-Length") or 0)
        if not 0 <= length <= MOST_BYTES:
            raise Wrong(413, "BadRequestError", "Too large")
        body = self.rfile.read(length)
        try:
            told = json.loads(body)
        except ValueError:
            raise Wrong(400, "BadRequestError", "Invalid JSON") from None
        if where.path == "/behave":
            self.memory.behave(**told)
            return 200, self.memory.state()
        self.asked()
        kind = where.path.removeprefix("/v2/notifications/")
        if kind not in ("email", "sms", "letter"):
            raise Wrong(404, "NoResultFound", "No result found")
        if self.memory.taken_lately() >= self.memory.behaviour()["a_minute"]:
            raise Wrong(429, "RateLimitError", "Exceeded rate limit for key type LIVE of 3000 requests per 60 seconds")
        id = taken(self.memory, kind, told)
        if self.memory.use_up("lose_answers"):
            return 0, None
        one = self.memory.find(id=id)[0]
        return 201, {"id": id, "reference": one["reference"], "postage": one["postage"], "uri": f"/v2/notifications/{id}",
                     "content": {"subject": one["subject"], "body": one["body"]}}  # fmt: skip

    def asked(self) -> None:
        behaviour = self.memory.behaviour()
        if behaviour["down"]:
            raise Wrong(503, "Exception", "Internal server error")
        proved(self.headers.get("Authorization", "").removeprefix("Bearer "), self.key)
        if behaviour["limit"]:
            raise Wrong(429, "RateLimitError", "Exceeded rate limit for key type TEAM of 3000 requests per 60 seconds")
        if behaviour["limit_today"]:
            raise Wrong(429, "TooManyRequestsError", "Exceeded send limits (250000) for today")

    def log_message(self, format: str, *args: object) -> None:
        """Nothing: what comes here is about people."""


def server(memory: Memory, key: str, port: int) -> ThreadingHTTPServer:
    """What answers, on this machine alone."""
    return ThreadingHTTPServer(("127.0.0.1", port), type("Answering", (Handler,), {"memory": memory, "key": key}))
