"""A trusted time for the seal: a timestamp authority says when it saw the signature (RFC 3161), so that it need not be our own clock's.

CUSTOMERVIEW_TIMESTAMP_URL names the authority; without it no time but our own is in the seal, and nothing is asked of anybody.
"""

from __future__ import annotations

import os

import httpx
from asn1crypto import tsp
from pyhanko.sign.timestamps import TimeStamper
from pyhanko.sign.timestamps.common_utils import TimestampRequestError

SECONDS = 5
"""How long a download waits for the authority."""
ASKED = {"Content-Type": "application/timestamp-query", "Accept": "application/timestamp-reply"}


class Authority(TimeStamper):
    """The authority at an address. It is sent a digest, never a letter."""

    def __init__(self, address: str) -> None:
        super().__init__()
        self.address = address

    async def async_request_tsa_response(self, req: tsp.TimeStampReq) -> tsp.TimeStampResp:
        try:
            answer = httpx.post(self.address, content=req.dump(), headers=ASKED, timeout=SECONDS)
            answer.raise_for_status()
            return tsp.TimeStampResp.load(answer.content)
        except (httpx.HTTPError, ValueError) as error:
            raise TimestampRequestError(f"The timestamp authority did not answer: {error}") from error


def authority_of_time() -> Authority | None:
    """The authority this installation asks, if it asks one."""
    address = os.environ.get("CUSTOMERVIEW_TIMESTAMP_URL", "")
    return Authority(address) if address else None
