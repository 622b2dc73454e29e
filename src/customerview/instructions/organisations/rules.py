"""Who an organisation is, is looked into by one person and agreed to by another."""

from __future__ import annotations

from customerview.kernel import Asked, Outcome, Record, approval, duty, guard

from ..directory import team
from .facts import OrganisationAsked, OrganisationRefused, OrganisationStopped, OrganisationVerified
from .verify_organisation import ChangeWhatOrganisationMayDo, RefuseOrganisation, VerifyOrganisation

SOURCE = "our own instruction on organisations: nobody sees a customer's proof by calling themselves a council"

verify_organisation = duty(
    "Look into who {name} is, and verify or refuse it.", after=OrganisationAsked,
    until=(OrganisationVerified, OrganisationRefused, OrganisationStopped), owner=team("OPERATIONS"), within="verify_due_wd",
    by_doing=(VerifyOrganisation, RefuseOrganisation), source=SOURCE,
)  # fmt: skip


@guard(VerifyOrganisation, ChangeWhatOrganisationMayDo, source=SOURCE)
def organisation_agreed_by_second_person(
    action: VerifyOrganisation | ChangeWhatOrganisationMayDo, record: Record, asked: Asked
) -> Outcome | None:
    """An organisation is verified by one person and agreed to by another; so is any change of what it may do."""
    return approval("operations_manager", "Ask an operations manager to look at what you found and agree.")
