"""The platform, as a line's system sees it: an address, a client's id and secret, and an API."""

from __future__ import annotations

import base64
import json
import time
import urllib.error
import urllib.parse
import urllib.request
from typing import Any


class Unavailable(Exception):
    """The platform cannot be reached, or says to come again."""


class Platform:
    """The API, by this line's client."""

    def __init__(self, address: str, id: str, secret: str) -> None:
        self.address, self.id, self.secret = address.rstrip("/"), id, secret
        self.token, self.until = "", 0.0
        self.direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))

    def act(self, customer: str, action: str, fields: dict[str, Any], *, key: str) -> tuple[int, dict[str, Any]]:
        """Do an action for a customer: the status and what was said. Raises Unavailable when it is worth trying again."""
        return self._try(f"/api/v1/customers/{customer}/actions/{action}", fields, key)

    def pay(self, reference: str, payments: list[dict[str, Any]]) -> tuple[int, dict[str, Any]]:
        """Hand in a batch of payments made. Raises Unavailable when it is worth trying again."""
        return self._try("/api/v1/payments", {"reference": reference, "payments": payments}, f"payments:{reference}")

    def _try(self, path: str, body: dict[str, Any], key: str) -> tuple[int, dict[str, Any]]:
        status, said = self._post(path, body, key)
        if status == 401:  # the token is over
            self.token = ""
            status, said = self._post(path, body, key)
        if status in (401, 429) or status >= 500:
            raise Unavailable(f"{status}")
        return status, said

    def _post(self, path: str, body: dict[str, Any], key: str) -> tuple[int, dict[str, Any]]:
        headers = {"Authorization": f"Bearer {self._bearer()}", "Content-Type": "application/json", "Idempotency-Key": key}
        return self._send(path, json.dumps(body).encode(), headers)

    def _bearer(self) -> str:
        if not self.token or time.time() > self.until:
            basic = base64.b64encode(f"{urllib.parse.quote(self.id)}:{urllib.parse.quote(self.secret)}".encode()).decode()
            status, said = self._send(
                "/oauth/token", b"grant_type=client_credentials&scope=records",
                {"Authorization": f"Basic {basic}", "Content-Type": "application/x-www-form-urlencoded"},
            )  # fmt: skip
            if status != 200:
                raise Unavailable(f"no token: {status}")
            self.token, self.until = said["access_token"], time.time() + said["expires_in"] - 60
        return self.token

    def _send(self, path: str, body: bytes, headers: dict[str, str]) -> tuple[int, dict[str, Any]]:
        request = urllib.request.Request(self.address + path, body, headers, method="POST")  # noqa: S310  # an address of our settings
        try:
            with self.direct.open(request, timeout=20) as answer:
                return answer.status, json.load(answer)
        except urllib.error.HTTPError as error:
            said = error.read()
            try:
                return error.code, json.loads(said)
            except ValueError:
                return error.code, {}
        except (OSError, ValueError) as error:
            raise Unavailable(str(error)) from error
