"""The contact in progress: kept in the colleague's session, so that every page carries it until it is ended."""

from __future__ import annotations

from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

from django.http import HttpRequest

from customerview.kernel import LONDON

KEY = "contact"

IN_PROGRESS = {
    "call_in": "Call in progress", "call_out": "Call in progress", "letter": "Letter open", "message": "Message open",
    "face_to_face": "Meeting in progress", "video": "Video call in progress", "visit": "Visit in progress",
}  # fmt: skip
END = {"call_in": "End call", "call_out": "End call", "face_to_face": "End meeting", "visit": "End visit", "video": "End call"}


def cause_of(number: int) -> str:
    """How facts recorded during a contact name it."""
    return f"contact:{number}"


class InProgress(NamedTuple):
    """What the bar says of it."""

    stream: str
    number: int
    kind: str
    called: str
    started: datetime

    @property
    def words(self) -> str:
        return IN_PROGRESS.get(self.kind, "Contact in progress")

    @property
    def end_words(self) -> str:
        return END.get(self.kind, "Finish")

    @property
    def cause(self) -> str:
        return cause_of(self.number)


def begin(request: HttpRequest, stream: UUID, number: int, kind: str, called: str, started: datetime) -> None:
    request.session[KEY] = {
        "stream": str(stream), "number": number, "kind": kind, "called": called, "started": started.isoformat(),
    }  # fmt: skip


def over(request: HttpRequest) -> None:
    request.session.pop(KEY, None)


def contact_in_progress(request: HttpRequest) -> InProgress | None:
    held: dict[str, Any] | None = request.session.get(KEY)
    if not held:
        return None
    return InProgress(**held | {"started": datetime.fromisoformat(held["started"]).astimezone(LONDON)})


def cause_for(request: HttpRequest, stream: UUID) -> str:
    """What the facts of a page come of: the contact in progress with this customer, if there is one."""
    held = contact_in_progress(request)
    return held.cause if held and held.stream == str(stream) else ""
