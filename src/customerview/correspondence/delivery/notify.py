"""GOV.UK Notify, as its public API is documented: emails, texts, letters made here, and what became of them.

Who we are is said in each request by a short-lived token signed with the API key. Addresses and words never go into a log.
"""

from __future__ import annotations

import base64
import logging
import os
import time
from collections.abc import Mapping
from typing import Any
from uuid import UUID

import httpx
from joserfc import jwt
from joserfc.jwk import OctKey

from .pace import Pace

log = logging.getLogger(__name__)
ADDRESS = "https://api.notifications.service.gov.uk"
PATIENCE_SECONDS = 20
UUID_LENGTH = 36


KEY = "CUSTOMERVIEW_SECRET_NOTIFY_API_KEY"


def emails_leave() -> bool:
    """Whether this installation has an account by which emails leave; where it has none, no page offers them."""
    return bool(os.environ.get(KEY))


class NotifyRefused(Exception):
    """It would not take this one, and will not take it again: `problems` are its own words, which name no one."""

    def __init__(self, status: int, problems: list[str]) -> None:
        self.status, self.problems = status, problems
        super().__init__(f"{status}: {'; '.join(problems)}")


class NotifyAway(Exception):
    """It cannot be reached, is out of order, or asks us to come later; or our key is not accepted. Nothing is lost: it is tried again."""


class Notify:
    """One service's account at Notify, by its API key: `name-service_id-secret`, the last two being UUIDs."""

    def __init__(self, key: str, address: str = "", client: httpx.Client | None = None) -> None:
        self.service, secret = key[-2 * UUID_LENGTH - 1 : -UUID_LENGTH - 1], key[-UUID_LENGTH:]
        for part in (self.service, secret):
            UUID(part)  # ValueError when it is no API key
        self.secret = OctKey.import_key(secret)
        self.address = (address or ADDRESS).rstrip("/")
        self.pace = Pace()
        self.client = client or httpx.Client(timeout=PATIENCE_SECONDS, follow_redirects=False, trust_env=False)

    @classmethod
    def configured(cls) -> Notify | None:
        """The account of this installation, or None: then nothing leaves by Notify, and what should waits."""
        key = os.environ.get(KEY, "")
        try:
            return cls(key, os.environ.get("CUSTOMERVIEW_NOTIFY_URL", "")) if key else None
        except ValueError:
            log.error("%s is not a key of GOV.UK Notify (name-service-secret): nothing leaves by it", KEY)
            return None

    def __enter__(self) -> Notify:
        return self

    def __exit__(self, *_: object) -> None:
        self.client.close()

    def send_email(self, to: str, template: str, says: Mapping[str, str], reference: str) -> UUID:
        return self._send("email", {"email_address": to, "template_id": template, "personalisation": dict(says), "reference": reference})

    def send_text(self, to: str, template: str, says: Mapping[str, str], reference: str) -> UUID:
        return self._send("sms", {"phone_number": to, "template_id": template, "personalisation": dict(says), "reference": reference})

    def send_letter(self, pdf: bytes, reference: str, postage: str = "second") -> UUID:
        """A letter that we made: the address stands on it, in the window's zone."""
        return self._send("letter", {"reference": reference, "content": base64.b64encode(pdf).decode(), "postage": postage})

    def status(self, id: UUID) -> str:
        return str(self._ask("GET", f"/v2/notifications/{id}")["status"])

    def find(self, reference: str) -> UUID | None:
        """Whether something was taken under this reference: asked when we died, or the answer was lost, between asking and writing down."""
        found = self._ask("GET", "/v2/notifications", params={"reference": reference})["notifications"]
        return UUID(found[0]["id"]) if found else None

    def _send(self, kind: str, body: dict[str, Any]) -> UUID:
        if self.pace.rests():
            raise NotifyAway("as many as may be were sent in the last minute")
        self.pace.sent()
        return UUID(self._ask("POST", f"/v2/notifications/{kind}", json=body)["id"])

    def _ask(self, method: str, path: str, **more: Any) -> dict[str, Any]:
        token = jwt.encode({"alg": "HS256", "typ": "JWT"}, {"iss": self.service, "iat": int(time.time())}, self.secret)
        try:
            answer = self.client.request(method, self.address + path, headers={"Authorization": f"Bearer {token}"}, **more)
        except httpx.HTTPError as error:
            self.pace.failed()
            raise NotifyAway(type(error).__name__) from None  # the error names the address asked, which may hold what we sent
        if answer.status_code == 429:
            self.pace.limited(_error(answer))
            raise NotifyAway(f"429 {_error(answer)}")
        if answer.status_code in (401, 403, 408) or answer.status_code >= 500:
            self.pace.failed()
            raise NotifyAway(str(answer.status_code))
        self.pace.went_well()
        if answer.status_code >= 400:
            raise NotifyRefused(answer.status_code, _problems(answer))
        told: dict[str, Any] = answer.json()
        return told


def _problems(answer: httpx.Response) -> list[str]:
    try:
        return [str(one.get("error", "")) + " " + str(one.get("message", "")) for one in answer.json()["errors"]]
    except (ValueError, KeyError, TypeError, AttributeError):
        return []


def _error(answer: httpx.Response) -> str:
    """Which kind of error it says: its kinds stay as they are, its sentences do not."""
    try:
        return str(answer.json()["errors"][0]["error"])
    except (ValueError, KeyError, TypeError, IndexError, AttributeError):
        return ""


def template(kind: str, lang: str = "", letter: str = "") -> str:
    """The id of our template at Notify for a kind of message (email, waiting_email, waiting_text): the one for this letter and language
    if there is one, else the one for the letter, the language, or all. "" when the installation has said none."""
    named = dict(part.strip().split("=", 1) for part in os.environ.get("CUSTOMERVIEW_NOTIFY_TEMPLATES", "").split(",") if "=" in part)
    tried = ((kind, letter, lang), (kind, letter), (kind, lang), (kind,))
    return next((named[name] for parts in tried if all(parts) and (name := ".".join(parts)) in named), "")
