"""From what the provider says of an organisation's member of staff to who they are here; an invitation is taken up by signing in."""

from __future__ import annotations

import logging

import msgspec

from customerview.instructions import catalogue
from customerview.instructions.organisations.staff import JoinStaff
from customerview.kernel import Actor
from customerview.ledger import reading, writing
from customerview.organisations import WorksFor, invited, member, organisations_of
from customerview.perform import NotDone, perform

from .organisations import for_a_moment
from .provider import SECOND_PROOFS, Proved
from .session import digest_of

log = logging.getLogger(__name__)


class ToEnter(msgspec.Struct, kw_only=True):
    """Somebody who proved who they are, and where they work or are invited: kept in the session while they choose."""

    subject: str
    id_token: str
    name: str
    found: list[WorksFor]


def to_enter(proved: Proved) -> ToEnter | None:
    """None when no organisation knows them, or they proved themselves by one proof only. An address counts once it is verified."""
    claims = proved.claims
    if not SECOND_PROOFS & set(claims.get("amr") or ()):
        return None
    subject = digest_of(proved.issuer, proved.subject)
    found = organisations_of(subject, str(claims.get("email", "")) if claims.get("email_verified") is True else "")
    if not found:
        return None
    return ToEnter(subject=subject, id_token=proved.id_token, name=str(claims.get("name", ""))[:100], found=found)


def entering(who: ToEnter, one: WorksFor) -> Actor | None:
    """Who they are from now on; they join first where they were only invited. None: they may do nothing there any more."""
    if not one.joined:
        by = invited(one.organisation, one.staff)
        try:
            with for_a_moment(by) as secret:
                perform(
                    JoinStaff(subject=who.subject),
                    on=one.organisation,
                    by=by,
                    ledger=writing(secret, catalogue()),
                    catalogue=catalogue(),
                )
        except NotDone:
            return None
    by = invited(one.organisation, one.staff)
    with for_a_moment(by) as secret, reading(secret, catalogue(), by) as view:
        may = view.record(one.organisation).organisation.may(one.staff)
    return member(one.organisation, one.staff, may) if may else None
