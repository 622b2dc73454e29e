"""From a proved identity to one record: known again by the sign-in, or matched once; and for whom somebody acts."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from uuid import UUID, uuid4

import msgspec
from django.db import connection, transaction
from django.utils import timezone

from customerview.instructions import catalogue
from customerview.kernel import LONDON, Actor, Words, job
from customerview.ledger import close_access, open_access, reading, writing
from customerview.linkage import Identified, identify, known_sign_in
from customerview.perform import perform

MOST_TRIES, IN = 5, timedelta(hours=24)
MOMENT = timedelta(minutes=2)


class ToMatch(msgspec.Struct, kw_only=True):
    """Somebody who proved who they are and whose record is not known yet: kept in the session while they are asked."""

    subject: str
    issuer: str
    id_token: str
    level: str
    names: list[tuple[str, str]]
    births: list[date]

    @property
    def name(self) -> str:
        return " ".join(self.names[0]).strip() if self.names else ""


class ActedFor(msgspec.Struct, frozen=True, kw_only=True):
    """One person somebody acts for today."""

    person: UUID
    name: str
    as_what: Words


def customer(stream: UUID) -> Actor:
    """The customer, in their own record."""
    return Actor(kind="customer", id=str(stream), roles=frozenset({"customer"}), acting_for=stream)


def representative(own: UUID, person: UUID) -> Actor:
    """Somebody acting for one other person; known in that record by their own."""
    return Actor(kind="representative", id=str(own), roles=frozenset({"representative"}), acting_for=person)


@contextmanager
def _for_a_moment(actor: Actor, kind: str = "") -> Iterator[str]:
    secret = open_access(actor, kind=kind, lasts=MOMENT)
    try:
        yield secret
    finally:
        close_access(secret)


def known(subject: str) -> UUID | None:
    """The record this sign-in was matched to before."""
    with _for_a_moment(job("sign_in"), "matching") as secret, reading(secret, catalogue()) as view:
        return known_sign_in(view, subject)


def match(who: ToMatch, nino: str) -> Identified:
    """Look for the one record. A match is recorded in it; anything else is kept for a person to look at."""
    with _for_a_moment(job("sign_in"), "matching") as secret, reading(secret, catalogue()) as view:
        found = identify(view, nino=nino, names=who.names, births=who.births)
    if found.stream is not None:
        by = customer(found.stream)
        matched = catalogue().actions["match_identity"](subject=who.subject, provider=who.issuer[:60], level=who.level)
        with _for_a_moment(by) as secret:
            perform(matched, on=found.stream, by=by, ledger=writing(secret, catalogue()), catalogue=catalogue())
    return found


def keep_unmatched(who: ToMatch, nino: str, why: str) -> None:
    """An item of its own, with a duty on it: somebody finds out why."""
    item = uuid4()
    by = customer(item)
    kept = catalogue().actions["keep_unmatched_sign_in"](
        subject=who.subject, found=why, name=who.name[:200], born=who.births[0] if who.births else None, nino=nino
    )
    with _for_a_moment(by) as secret:
        perform(kept, on=item, by=by, ledger=writing(secret, catalogue()), catalogue=catalogue())


def may_try(subject: str) -> bool:
    """Whether this sign-in may try once more to be matched; each try is written down."""
    with transaction.atomic():
        db = connection.connection
        (tries,) = db.execute("SELECT count(*) FROM match_try WHERE subject = %s AND at > now() - %s::interval", (subject, IN)).fetchone()
        if tries < MOST_TRIES:
            db.execute("INSERT INTO match_try (subject) VALUES (%s)", (subject,))
    return bool(tries < MOST_TRIES)


def first_try(subject: str) -> bool:
    """Whether this was the only try of the day: one item is enough for whoever looks into it."""
    connection.ensure_connection()
    (tries,) = connection.connection.execute(
        "SELECT count(*) FROM match_try WHERE subject = %s AND at > now() - %s::interval", (subject, IN)
    ).fetchone()
    return bool(tries <= 1)


class Entering(msgspec.Struct, frozen=True, kw_only=True):
    """What has to be known of a record before its owner is let in."""

    name: str
    language: str
    dead: bool
    """Their death is verified: whoever signs in is somebody else."""


def entering(stream: UUID) -> Entering:
    by = customer(stream)
    with _for_a_moment(by) as secret, reading(secret, catalogue(), by) as view:
        record = view.record(stream)
    return Entering(name=str(record.person.name or ""), language=record.person.language, dead=record.death.status == "verified")


def acts_for(own: UUID) -> list[ActedFor]:
    """Everybody this person acts for today: the link in their own record, and the authority in force in the other's."""
    by, today = customer(own), timezone.now().astimezone(LONDON).date()
    with _for_a_moment(by) as secret, reading(secret, catalogue(), by) as view:
        links = list(view.record(own).authority.acts_for.values())
    found = []
    for person, as_what in {link.person: link.type for link in links}.items():
        acting = representative(own, person)
        with _for_a_moment(acting) as secret, reading(secret, catalogue(), acting) as view:
            record = view.record(person)
        if record.authority.why_not(str(own), today) is None:
            words = next(a.words for a in record.authority.in_force(today, acts=True) if a.holder == str(own))
            found.append(ActedFor(person=person, name=str(record.person.name or ""), as_what=words or Words(as_what, as_what)))
    return sorted(found, key=lambda f: f.name)
