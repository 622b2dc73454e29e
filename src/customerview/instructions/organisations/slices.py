"""What is known of one organisation: `organisation`."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

import msgspec

from customerview.kernel import Recorded, Slice, folds

from .facts import (
    NEEDS,
    ApiKeyMade,
    ApiKeyStopped,
    OrganisationAsked,
    OrganisationMayChanged,
    OrganisationRefused,
    OrganisationStopped,
    OrganisationVerified,
    StaffInvited,
    StaffJoined,
    StaffMayChanged,
    StaffRemoved,
)


class Staff(msgspec.Struct, kw_only=True):
    """Somebody who works for the organisation, or is invited to. Joined when `subject` is known."""

    staff: str
    may: tuple[str, ...]
    expires: date
    name: str = ""
    email: str = ""
    subject: str = ""

    def invited(self, day: date) -> bool:
        """Whether they can still join."""
        return not self.subject and self.expires >= day


class Organisation(Slice, kw_only=True):
    """One organisation: waiting, verified, refused or stopped; what it may do, its staff, and the keys that work.

    Not an organisation: no status.
    """

    slice_name: ClassVar[str] = "organisation"
    name: str = ""
    kind_of: str = ""
    why: str = ""
    contact: str = ""
    email: str = ""
    postcode: str = ""
    status: str = ""
    reason: str = ""
    does: tuple[str, ...] = ()
    keys: list[str] = []
    staff: dict[str, Staff] = {}
    named: int = 0
    """How many were ever invited: nobody is called what somebody before them was."""

    @folds(OrganisationAsked)
    def asked(self, fact: OrganisationAsked, happened: Recorded) -> None:
        self.name, self.kind_of, self.why, self.status = fact.name, fact.kind_of, fact.why, "waiting"
        self.contact, self.email, self.does, self.postcode = fact.contact, fact.email, fact.does, fact.postcode

    @folds(OrganisationVerified)
    def was_verified(self, fact: OrganisationVerified, happened: Recorded) -> None:
        self.status, self.reason = "verified", ""

    @folds(OrganisationRefused)
    def was_refused(self, fact: OrganisationRefused, happened: Recorded) -> None:
        self.status, self.reason = "refused", fact.reason

    @folds(OrganisationStopped)
    def was_stopped(self, fact: OrganisationStopped, happened: Recorded) -> None:
        self.status, self.reason, self.keys, self.staff = "stopped", fact.reason, [], {}

    @folds(OrganisationMayChanged)
    def may_changed(self, fact: OrganisationMayChanged, happened: Recorded) -> None:
        self.does = fact.does

    @folds(ApiKeyMade)
    def key_made(self, fact: ApiKeyMade, happened: Recorded) -> None:
        self.keys.append(fact.client)

    @folds(ApiKeyStopped)
    def key_stopped(self, fact: ApiKeyStopped, happened: Recorded) -> None:
        if fact.client in self.keys:
            self.keys.remove(fact.client)

    @folds(StaffInvited)
    def was_invited(self, fact: StaffInvited, happened: Recorded) -> None:
        self.named += 1
        self.staff[fact.staff] = Staff(staff=fact.staff, may=fact.may, expires=fact.expires, name=fact.name, email=fact.email)

    @folds(StaffJoined)
    def joined(self, fact: StaffJoined, happened: Recorded) -> None:
        if fact.staff in self.staff:
            self.staff[fact.staff].subject = fact.subject

    @folds(StaffRemoved)
    def removed(self, fact: StaffRemoved, happened: Recorded) -> None:
        self.staff.pop(fact.staff, None)

    @folds(StaffMayChanged)
    def staff_may_changed(self, fact: StaffMayChanged, happened: Recorded) -> None:
        if fact.staff in self.staff:
            self.staff[fact.staff].may = fact.may

    def may(self, staff: str) -> tuple[str, ...]:
        """What a member of staff may do now: nothing that the organisation is not verified for, and nothing before they joined."""
        held = self.staff.get(staff)
        if self.status != "verified" or held is None or not held.subject:
            return ()
        return tuple(one for one in held.may if NEEDS.get(one, one) in (*self.does, "manage"))
