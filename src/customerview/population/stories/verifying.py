"""How a made-up organisation came to be verified, and who of its staff has joined."""

from __future__ import annotations

import os
from uuid import UUID

from customerview.identity import digest_of
from customerview.kernel import Actor

from .. import cast
from .telling import Role, Telling


def verified(told: Telling, place: int, first: Role | None = None, **said: object) -> UUID:
    """It asked, one person looked into it, another agreed; whom it named has joined, where the issuer of the demonstration is known."""
    body = told.customer(place)
    itself = Actor(kind="organisation", id=str(body), roles=frozenset({"organisation"}), acting_for=body)
    told.happens(body, 16, itself, "ask_to_sign_up", **said)
    leader = cast.colleague("OPERATIONS", "team_leader", 3)
    asked = told.happens(body, 14, leader, "verify_organisation", checks=("register", "called", "purpose"),
                         found="A public register; rang the number on it.", more={"propose": True})  # fmt: skip
    told.happens(body, 13, cast.colleague("OPERATIONS", "operations_manager", 4), "approve_proposal", proposal=asked[0].number)
    if first is not None:
        joins(told, body, "S-1", first)
    return body


def joins(told: Telling, body: UUID, code: str, role: Role) -> None:
    """Whoever was invited signs in for the first time."""
    if issuer := os.environ.get("CUSTOMERVIEW_ISSUER"):
        by = Actor(kind="organisation", id=code, body=str(body), acting_for=body, roles=frozenset({"organisation_invited"}))
        told.happens(body, 12, by, "join_staff", subject=digest_of(issuer, role.sub))
