"""Who is signed in: kept on our side, in the session; the browser holds its name only. The secret for the database lives here alone."""

from __future__ import annotations

import time
from datetime import timedelta
from typing import Any
from uuid import UUID

import msgspec
from django.http import HttpRequest
from django.middleware.csrf import rotate_token

from customerview.kernel import Actor
from customerview.ledger import close_access, open_access

from . import signed_in_at
from .hashing import digest_of as digest_of
from .provider import LoggedOut

WHO, KEPT, NEXT, FLOW = "signed_in", "kept", "next", "signing_in"

IDLE = {
    "customer": timedelta(minutes=20),
    "representative": timedelta(minutes=20),
    "organisation": timedelta(minutes=20),
    "colleague": timedelta(minutes=45),
}
"""After so long without a page the person is signed out; two minutes before, the page warns."""
LONGEST = {
    "customer": timedelta(hours=8),
    "representative": timedelta(hours=8),
    "organisation": timedelta(hours=8),
    "colleague": timedelta(hours=10),
}
NOTED_EVERY_SECONDS = 30


class SignedIn(msgspec.Struct, kw_only=True):
    """Somebody who is signed in. `own` is a representative's own record, or the organisation they work for; `access` the secret the database knows them by."""

    actor: Actor
    name: str
    subject: str
    """A digest of the provider's subject, by which the sign-in is known again."""
    access: str
    id_token: str
    since: float
    seen: float
    own: UUID | None = None

    @property
    def idle_seconds(self) -> int:
        return int(IDLE[self.actor.kind].total_seconds())

    def is_over(self, now: float) -> bool:
        kind = self.actor.kind
        return now - self.seen > IDLE[kind].total_seconds() or now - self.since > LONGEST[kind].total_seconds()


def begin(request: HttpRequest, actor: Actor, *, name: str, subject: str, id_token: str, own: UUID | None = None) -> SignedIn:
    """Sign somebody in: a new session under a new name, and a secret for what they may reach.

    What a person had typed when their time ran out is carried over, to the same person only.
    """
    before = request.session.get(KEPT)
    went_to = request.session.get(NEXT)
    end(request)
    now = time.time()
    who = SignedIn(
        actor=actor, name=name, subject=subject, id_token=id_token, since=now, seen=now, own=own,
        access=open_access(actor, lasts=LONGEST[actor.kind] + timedelta(minutes=5)),
    )  # fmt: skip
    request.session[WHO] = msgspec.to_builtins(who)
    if before and before.get("subject") == subject:
        request.session[KEPT] = before
    if went_to:
        request.session[NEXT] = went_to
    request.session.save()
    signed_in_at.remember(request.session.session_key, id_token)
    rotate_token(request)
    show(request, who)
    return who


def end(request: HttpRequest) -> SignedIn | None:
    """Sign out: the secret opens nothing any more, and the session is gone. Whoever was signed in is returned."""
    who = read(request)
    if who is not None:
        close_access(who.access)
    request.session.flush()
    show(request, None)
    return who


def end_elsewhere(issuer: str, client: str, told: LoggedOut) -> int:
    """The provider says that somebody signed out there: all their sessions here that came of it end now. How many there were."""
    return signed_in_at.end_all(issuer, client, told, lambda held: close_access(held[WHO]["access"]) if WHO in held else None)


def time_is_over(request: HttpRequest, who: SignedIn) -> None:
    """Nobody used the session for too long: sign out, keeping what was just sent for the same person to come back to."""
    kept: dict[str, Any] | None = None
    if request.method == "POST":
        typed = {name: texts for name, texts in request.POST.lists() if name != "csrfmiddlewaretoken"}
        kept = {"path": request.path, "typed": typed, "subject": who.subject}
    end(request)
    if kept:
        request.session[KEPT] = kept


def kept_for(request: HttpRequest) -> dict[str, list[str]] | None:
    """What this person had typed on this page when their time ran out; given once."""
    kept = request.session.get(KEPT)
    if not kept or kept["path"] != request.path:
        return None
    del request.session[KEPT]
    return {name: texts for name, texts in kept["typed"].items() if not name.startswith("_")}


def read(request: HttpRequest) -> SignedIn | None:
    """Whoever this session says is signed in."""
    if not request.session.session_key:
        return None
    held = request.session.get(WHO)
    return msgspec.convert(held, SignedIn) if held else None


def note(request: HttpRequest, who: SignedIn) -> None:
    """They are here now. Written down every half minute at most."""
    now = time.time()
    if now - who.seen > NOTED_EVERY_SECONDS:
        who.seen = now
        request.session[WHO] = msgspec.to_builtins(who)


def show(request: HttpRequest, who: SignedIn | None) -> None:
    request.signed_in = who  # type: ignore[attr-defined]
    request.actor = who.actor if who else None  # type: ignore[attr-defined]
    request.access = who.access if who else ""  # type: ignore[attr-defined]
