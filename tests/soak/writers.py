"""Writers from outside, and the journal of what was acknowledged to them. Neither knows anything of the ledger's inside."""

from __future__ import annotations

import json
import random
import threading
import time
from pathlib import Path
from typing import Any, NamedTuple
from uuid import uuid4

import httpx


class Sent(NamedTuple):
    """One request: under which key, to whom, doing what; `marker` is words of its own that the facts carry."""

    key: str
    stream: str
    action: str
    body: dict[str, Any]
    marker: str


class Journal:
    """What was acknowledged, written outside the database at the moment the answer came."""

    def __init__(self, file: Path) -> None:
        self.file, self.lock = file.open("a", buffering=1), threading.Lock()
        self.acknowledged: dict[str, tuple[Sent, list[int]]] = {}
        self.sent: dict[str, Sent] = {}
        self.odd: list[str] = []

    def close(self) -> None:
        self.file.close()

    def sends(self, sent: Sent) -> None:
        with self.lock:
            self.sent[sent.key] = sent

    def has(self, sent: Sent, numbers: list[int]) -> None:
        """Acknowledged. The same request acknowledged twice must have been acknowledged alike."""
        with self.lock:
            before = self.acknowledged.setdefault(sent.key, (sent, numbers))
            if before[1] != numbers:
                self.odd.append(f"{sent.marker} was acknowledged as {before[1]} and as {numbers}")
            self.file.write(json.dumps([sent.key, sent.stream, sent.action, sent.marker, numbers]) + "\n")


class Writer(threading.Thread):
    """Sends one request after another until told to stop; whatever is not answered is sent again under its key until it is."""

    def __init__(
        self, number: int, url: str, client: dict[str, str], customers: list[str], journal: Journal, stop: threading.Event
    ) -> None:
        super().__init__(name=f"writer {number}", daemon=True)
        self.url, self.client, self.customers, self.journal, self.ended = url, client, customers, journal, stop
        self.chance = random.Random(number)
        self.http = httpx.Client(timeout=10, trust_env=False)
        self.token = ""
        self.mine: list[tuple[str, str]] = []

    def run(self) -> None:
        while not self.ended.is_set():
            sent = self.something()
            self.journal.sends(sent)
            self.until_acknowledged(sent)
            if self.chance.random() < 0.1:  # a double click, or an answer that was lost on the way
                self.until_acknowledged(sent)
        self.http.close()

    def something(self) -> Sent:
        """A part reported, or the end of one reported before: customers are few, so that writers meet."""
        marker = uuid4().hex
        if self.mine and self.chance.random() < 0.5:
            stream, part = self.mine.pop(self.chance.randrange(len(self.mine)))
            return Sent(marker, stream, "report_part_end", {"reference": part}, part)
        stream = self.chance.choice(self.customers)
        self.mine.append((stream, marker))
        return Sent(marker, stream, "report_part", {"reference": marker, "what": "a bad day"}, marker)

    def until_acknowledged(self, sent: Sent, patience: float = 120) -> None:
        give_up = time.monotonic() + patience
        while time.monotonic() < give_up:
            try:
                answer = self.send(sent)
            except httpx.HTTPError:
                time.sleep(0.05 + self.chance.random() * 0.1)
                self.http.close()
                self.http = httpx.Client(timeout=10, trust_env=False)
                continue
            if answer.status_code == 201:
                self.journal.has(sent, [f["number"] for f in answer.json()["facts"]])
                return
            if answer.status_code == 401:
                self.token = ""
            elif answer.status_code < 500:
                self.journal.odd.append(f"{sent.action} was answered {answer.status_code}: {answer.text[:200]}")
                return
            time.sleep(0.05)
        self.journal.odd.append(f"{sent.action} {sent.marker} was never acknowledged")

    def send(self, sent: Sent) -> httpx.Response:
        return self.http.post(
            f"{self.url}/api/v1/customers/{sent.stream}/actions/{sent.action}", json=sent.body,
            headers={"Authorization": f"Bearer {self.signed_in()}", "Idempotency-Key": sent.key, "Reason": "a bad day is tried out"},
        )  # fmt: skip

    def signed_in(self) -> str:
        if not self.token:
            form = {"grant_type": "client_credentials", "scope": "records"}
            answer = self.http.post(f"{self.url}/oauth/token", data=form, auth=(self.client["id"], self.client["secret"]))
            if answer.status_code != 200:
                raise httpx.TransportError(f"no token: {answer.status_code}")
            self.token = answer.json()["access_token"]
        return self.token
