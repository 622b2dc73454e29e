"""The stand-in for Notify as somebody at its console sees it, and what the stories of it do again and again."""

from __future__ import annotations

import json
import urllib.request
from typing import TYPE_CHECKING, Any
from uuid import UUID

from customerview.correspondence.delivery.by_notify import send_due
from customerview.correspondence.delivery.collect import collect
from customerview.correspondence.delivery.notices import act_on_notices, ask_after
from customerview.correspondence.delivery.notify import Notify
from customerview.instructions.personal_details.facts import RouteRecorded
from tests.processes import until

if TYPE_CHECKING:
    from .conftest import Office


EMAIL = RouteRecorded(route="email", value="ann@example.com")
GONE = RouteRecorded(route="email", value="perm-fail@simulator.notify", preferred=True)
MOBILE = RouteRecorded(route="mobile", value="07700 900 982")


class StandIn:
    """The stand-in, as somebody at its console sees it."""

    def __init__(self, port: int) -> None:
        self.address = f"http://localhost:{port}"

    def ask(self, path: str, body: dict[str, Any] | None = None) -> dict[str, Any]:
        direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        sent = None if body is None else json.dumps(body).encode()
        with direct.open(urllib.request.Request(f"{self.address}/{path}", sent), timeout=10) as answer:  # noqa: S310
            return json.load(answer)

    def behave(self, **told: Any) -> None:
        self.ask("behave", told)

    @property
    def taken(self) -> list[dict[str, Any]]:
        return self.ask("state")["last"]


def send_all() -> None:
    while collect():
        pass
    with Notify.configured() as notify:
        while send_due(notify):
            pass


def heard(office: Office, stream: UUID, kind: type) -> bool:
    """Act on what is called back until a fact of this kind is there."""

    def there() -> bool:
        act_on_notices()
        return bool(office.facts(stream, kind))

    return until(there, 20)


def asked_after(office: Office, stream: UUID, kind: type) -> bool:
    """Of letters there are no receipts: what became of one is asked the next day, until a fact of this kind is there."""

    def there() -> bool:
        with office.database.connect("worker", autocommit=True) as db:
            db.execute("UPDATE outgoing SET next_at = now() - interval '25 hours'")
        with Notify.configured() as notify:
            ask_after(notify)
        return bool(office.facts(stream, kind))

    return until(there, 20)


def of(stand_in: StandIn, kind: str, since: set[str]) -> list[dict[str, Any]]:
    return [one for one in stand_in.taken if one["type"] == kind and one["id"] not in since]
