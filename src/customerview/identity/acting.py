"""From a body's desk to the record of one customer it acts for, and back. Who opened it, and why, is written down before it is seen."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest
from django.utils import timezone

from customerview.instructions import catalogue
from customerview.instructions.representatives.name_who_acts import NameWhoActs
from customerview.kernel import LONDON, Actor
from customerview.ledger import look, reading, writing
from customerview.organisations import WorksFor
from customerview.perform import perform

from . import session, staff
from .organisations import for_a_moment


def for_the_body(at_desk: Actor, person: UUID) -> Actor:
    """A member of a body's staff, acting for one customer: the authority they act by is the body's."""
    return Actor(kind="representative", id=at_desk.id, body=at_desk.body, roles=frozenset({"representative"}), acting_for=person)


def opened(actor: Actor, reason: str, *, name: str = "") -> bool:
    """Write down that whoever acts opens the record, and why. False: they do not act for this person today, and nothing is written."""
    assert actor.acting_for is not None
    person, today = actor.acting_for, timezone.now().astimezone(LONDON).date()
    with for_a_moment(actor) as secret:
        with reading(secret, catalogue(), actor) as view:
            record = view.record(person)
        if not record.begun or record.authority.why_not(actor.holder, today) is not None:
            return False
        if name and record.authority.staff.get(f"{actor.id}@{actor.body}") != name:
            perform(NameWhoActs(name=name), on=person, by=actor, ledger=writing(secret, catalogue()), catalogue=catalogue())
        look(secret, person, actor, reason=reason)
    return True


def act_for(request: HttpRequest, person: UUID, *, name: str, reason: str) -> bool:
    """From the desk into one customer's record. False: they do not act for this person."""
    who: session.SignedIn = request.signed_in  # type: ignore[attr-defined]
    actor = for_the_body(who.actor, person)
    if not opened(actor, reason, name=name):
        return False
    session.begin(request, actor, name=who.name, subject=who.subject, id_token=who.id_token, own=who.own)
    return True


def back_at_the_desk(request: HttpRequest) -> bool:
    """Out of a customer's record, at the desk again. False: they work there no more."""
    who: session.SignedIn = request.signed_in  # type: ignore[attr-defined]
    assert who.own is not None
    again = staff.ToEnter(subject=who.subject, id_token=who.id_token, name=who.name, found=[])
    at_desk = staff.entering(again, WorksFor(organisation=who.own, name="", staff=who.actor.id, joined=True))
    if at_desk is None:
        session.end(request)
        return False
    session.begin(request, at_desk, name=who.name, subject=who.subject, id_token=who.id_token, own=who.own)
    return True
