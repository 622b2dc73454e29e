"""A link between two people is a fact in both records: what one record says, a named job says in the other's.

Each fact is taken from the feed in a transaction of its own, so that none spans more than the one record it writes in.
"""

from __future__ import annotations

import logging
import threading
from typing import Any
from uuid import UUID

import psycopg

from customerview.instructions import catalogue
from customerview.instructions.bereavement.facts import DeathReported, DeathVerified, FoundAlive
from customerview.instructions.representatives.act_for_another import EndActsFor, RecordActsFor
from customerview.instructions.representatives.doubt_facts import ActingInDoubt
from customerview.instructions.representatives.doubt_representative import DoubtRepresentative, FindRepresentativeWell
from customerview.instructions.representatives.facts import (
    AUTHORITY_TYPES,
    AuthorityChanged,
    AuthorityEnded,
    AuthorityRecorded,
    PersonLinked,
    PersonUnlinked,
)
from customerview.instructions.representatives.link_person import LinkPerson, UnlinkPerson
from customerview.instructions.representatives.tell_those_acted_for import TellThoseActedFor
from customerview.kernel import Action, Fact, Recorded, job
from customerview.ledger import writing
from customerview.ledger.feed import follow, take_page
from customerview.perform import Invalid, NotThere, perform

READER = "between_people"
JOB = job(READER)
DEATHS = (DeathReported, DeathVerified, FoundAlive)
KINDS = (AuthorityRecorded, AuthorityChanged, AuthorityEnded, PersonLinked, PersonUnlinked, ActingInDoubt, *DEATHS)
SEEN_FROM_THE_OTHER = {"partner": "partner", "parent": "child", "child": "parent", "carer": "cared_for", "cared_for": "carer"}
"""What the customer is to the person who is this to them. Other relations are told in one record only."""

log = logging.getLogger(__name__)


def link_people(stop: threading.Event) -> None:
    """Follow the feed until `stop` is set."""
    follow(take, stop, pause=0.5)


def take() -> int:
    """Take one fact that links two people, and say it in the other's record. Returns 0 when all are taken."""
    return take_page(READER, catalogue().kinds, _say_in_the_other, limit=1, codes=[kind.kind.code for kind in KINDS])


def _say_in_the_other(db: psycopg.Connection[Any], facts: list[Recorded]) -> None:
    for happened in facts:
        if happened.by == JOB.code and not isinstance(happened.fact, ActingInDoubt):
            continue
        if (said := _other_half(happened)) is None:
            continue
        other, action = said
        cause = f"{happened.stream}:{happened.number}"
        try:
            perform(action, on=other, by=JOB, ledger=writing(None, catalogue()), catalogue=catalogue(), cause=cause, key=cause)
        except (Invalid, NotThere):
            # Told there already, or the other is no customer of ours: nothing to say.
            log.info("fact %s of a record needed nothing in the other's", happened.number)


def _other_half(happened: Recorded) -> tuple[UUID, Action] | None:
    """Whose record it belongs in too, and what is done there."""
    fact = happened.fact
    if isinstance(fact, DEATHS):  # said once for each they act for, in their own record; each of those is then told in the other's
        return happened.stream, TellThoseActedFor(alive=isinstance(fact, FoundAlive))
    if isinstance(fact, ActingInDoubt):
        doubt = (
            FindRepresentativeWell(authority=fact.authority) if fact.alive else DoubtRepresentative(authority=fact.authority, why="died")
        )
        return fact.person, doubt
    if isinstance(fact, PersonLinked) and fact.person and fact.relation in SEEN_FROM_THE_OTHER:
        return fact.person, LinkPerson(link=fact.link, relation=SEEN_FROM_THE_OTHER[fact.relation], person=happened.stream)
    if isinstance(fact, PersonUnlinked):
        linked = _earlier(happened, PersonLinked, link=fact.link)
        return (linked.person, UnlinkPerson(link=fact.link)) if linked and linked.person else None
    given = fact if isinstance(fact, AuthorityRecorded) else _earlier(happened, AuthorityRecorded, authority=getattr(fact, "authority", ""))
    other = _customer(given.holder) if given else None
    if other is None or not AUTHORITY_TYPES[given.type].acts:
        return None
    if isinstance(fact, AuthorityEnded):
        return other, EndActsFor(authority=fact.authority)
    assert isinstance(fact, AuthorityRecorded | AuthorityChanged)
    return other, RecordActsFor(authority=fact.authority, type=given.type, person=happened.stream, lines=fact.lines)


def _earlier(happened: Recorded, kind: type[Fact], **same: str) -> Any:
    """The fact of a kind, in the same record and before this one, that a later fact speaks of."""
    with writing(None, catalogue()).transaction() as unit:
        history = unit.facts(happened.stream, 1, happened.number)
    found = [h.fact for h in history if isinstance(h.fact, kind) and all(getattr(h.fact, n) == v for n, v in same.items())]
    return found[-1] if found else None


def _customer(holder: str) -> UUID | None:
    try:
        return UUID(holder)
    except ValueError:
        return None  # an organisation, or somebody known by name only
