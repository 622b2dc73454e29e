"""Clients, tokens and customers for tests of the API, on a real database."""

from __future__ import annotations

import base64
import json
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID, uuid4

from django.test import Client as Browser

from customerview.api.clients import Client, create
from customerview.instructions import catalogue
from customerview.instructions.personal_details.facts import CustomerRegistered
from customerview.kernel import Fact, Recorded
from customerview.ledger.bulk import load_streams

REASON = "checking the record in a test"


class Desk:
    """One place to ask the API from."""

    def __init__(self, database) -> None:
        self.database = database
        self.http = Browser(enforce_csrf_checks=True)

    def client(self, role: str, *, line: str = "", team: str = "") -> tuple[Client, str]:
        with self.database.connect("migrator", autocommit=True) as db:
            return create(db, f"{role} of a test", role, line=line, team=team)

    def token(self, role: str, *, line: str = "", team: str = "", scope: str = "") -> str:
        client, secret = self.client(role, line=line, team=team)
        return self.ask_for_token(client.id, secret, scope=scope).json()["access_token"]

    def ask_for_token(self, id: str, secret: str, **form: str):
        basic = base64.b64encode(f"{id}:{secret}".encode()).decode()
        sent = "&".join(f"{name}={value}" for name, value in ({"grant_type": "client_credentials"} | form).items() if value)
        return self.http.post(
            "/oauth/token", sent, content_type="application/x-www-form-urlencoded", headers={"Authorization": f"Basic {basic}"}
        )

    def get(self, path: str, token: str, **headers: str):
        return self.http.get(f"/api/v1/{path}", headers={"Authorization": f"Bearer {token}", "Reason": REASON} | _spelled(headers))

    def post(self, path: str, token: str, body: Any, **headers: str):
        sent = body if isinstance(body, bytes | str) else json.dumps(body)
        told = {"Authorization": f"Bearer {token}"} | _spelled(headers)
        return self.http.post(f"/api/v1/{path}", sent, content_type=told.pop("Content-Type", "application/json"), headers=told)

    def act(self, customer: UUID, action: str, token: str, body: Any, **headers: str):
        return self.post(f"customers/{customer}/actions/{action}", token, body, **headers)

    def customer(self, *more: Fact) -> UUID:
        """A customer who was registered, and of whom these facts are known."""
        return self.customers(1, *more)[0]

    def customers(self, how_many: int, *more: Fact) -> list[UUID]:
        at, streams, histories = datetime.now(UTC), [], []
        for _ in range(how_many):
            stream = uuid4()
            facts = [CustomerRegistered(source="PIP", given="Ann", family="Example", born=date(1950, 5, 1)), *more]
            history = [
                Recorded(stream=stream, number=n, fact=fact, by="job:test", at=at, effective=at.date()) for n, fact in enumerate(facts, 1)
            ]
            histories.append((history, catalogue().fold.of(stream, history)))
            streams.append(stream)
        with self.database.connect("worker") as db:
            load_streams(db, catalogue(), histories)
        return streams

    def looks(self, customer: UUID) -> list[tuple[str, str]]:
        with self.database.connect("worker") as db:
            return db.execute("SELECT actor, reason FROM look WHERE stream = %s ORDER BY number", (customer,)).fetchall()

    def facts(self, customer: UUID) -> int:
        with self.database.connect("worker") as db:
            return db.execute("SELECT count(*) FROM fact WHERE stream = %s", (customer,)).fetchone()[0]


def _spelled(headers: dict[str, str]) -> dict[str, str]:
    return {name.replace("_", "-"): value for name, value in headers.items()}
