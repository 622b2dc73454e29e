"""Verify, refuse or stop an organisation, or change what it may do: a person says so, with what they looked at or why."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Action, Asked, Fact, Problem, Record, Words, asks, field, records

from .facts import DOES, OrganisationMayChanged, OrganisationRefused, OrganisationStopped, OrganisationVerified
from .staff import first_invitation

CHECKS = {
    "register": Words("It is on a public register (of companies, charities, councils or landlords)", "Mae ar gofrestr gyhoeddus (cwmnïau, elusennau, cynghorau neu landlordiaid)"),
    "address": Words("Its email address belongs to the organisation itself", "Mae ei gyfeiriad e-bost yn perthyn i'r sefydliad ei hun"),
    "called": Words("I rang it on a number from the register, and it knew of this", "Ffoniais ar rif o'r gofrestr, ac roedd yn gwybod am hyn"),
    "purpose": Words("What it needs proofs for is its own work, and lawful", "Ei waith ei hun yw'r hyn y mae angen profion ar ei gyfer, ac mae'n gyfreithlon"),
}  # fmt: skip
NEEDED = frozenset({"register", "called", "purpose"})
NOT_WAITING = Words("This organisation is not waiting to be verified.", "Nid yw'r sefydliad hwn yn aros i gael ei ddilysu.")
NOT_SIGNED_UP = Words("This organisation has not signed up.", "Nid yw'r sefydliad hwn wedi cofrestru.")
NOT_VERIFIED = Words("This organisation is not verified.", "Nid yw'r sefydliad hwn wedi'i ddilysu.")
DECIDES = ("team_leader", "operations_manager")


class VerifyOrganisation(Action, frozen=True, kw_only=True):
    """We looked into who you are, and you may do what you asked for. The person you named can sign in."""

    about = asks(Words("Verify an organisation", "Dilysu sefydliad"), may=DECIDES)

    checks: Annotated[tuple[str, ...], field(Words("What did you check?", "Beth wnaethoch chi ei wirio?"), kind="choices", choices=CHECKS.items(), min_length=1,
                                             missing=Words("Select what you checked", "Dewiswch beth wnaethoch chi ei wirio"))]  # fmt: skip
    found: Annotated[str, field(Words("Where did you look, and what did you find?", "Ble wnaethoch chi edrych, a beth wnaethoch chi ei ganfod?"), kind="long_text",
                                max_length=500, missing=Words("Enter what you found", "Rhowch yr hyn a ganfuwyd"))]  # fmt: skip

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        if record.organisation.status != "waiting":
            return [Problem("", NOT_WAITING)]
        if not set(self.checks) >= NEEDED:
            return [Problem("checks", Words("Look at the register, ring it, and look at its purpose first.",
                                            "Edrychwch ar y gofrestr, ffoniwch, ac edrychwch ar ei ddiben yn gyntaf."))]  # fmt: skip
        return []

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [OrganisationVerified(checks=self.checks, found=self.found), *first_invitation(record, asked)]


class RefuseOrganisation(Action, frozen=True, kw_only=True):
    """You may not sign up. We tell you why."""

    about = records(Words("Refuse an organisation", "Gwrthod sefydliad"), may=DECIDES)

    reason: Annotated[str, field(Words("Why? The organisation is told this.", "Pam? Dywedir hyn wrth y sefydliad."), kind="long_text", max_length=500,
                                 missing=Words("Enter why", "Rhowch pam"))]  # fmt: skip

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        return [] if record.organisation.status == "waiting" else [Problem("", NOT_WAITING)]

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [OrganisationRefused(reason=self.reason)]


class StopOrganisation(Action, frozen=True, kw_only=True):
    """All that an organisation may do here ends at once, its keys too."""

    about = records(Words("Stop an organisation", "Atal sefydliad"), may=DECIDES, protects=True)

    reason: Annotated[str, field(Words("Why? The organisation is told this.", "Pam? Dywedir hyn wrth y sefydliad."), kind="long_text", max_length=500,
                                 missing=Words("Enter why", "Rhowch pam"))]  # fmt: skip

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        return [] if record.organisation.status in ("waiting", "verified") else [Problem("", NOT_SIGNED_UP)]

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [OrganisationStopped(reason=self.reason)]


class ChangeWhatOrganisationMayDo(Action, frozen=True, kw_only=True):
    """What your organisation is verified for changes, from this moment."""

    about = asks(Words("Change what an organisation may do", "Newid yr hyn y caiff sefydliad ei wneud"), may=DECIDES)

    does: Annotated[tuple[str, ...], field(Words("What may it do?", "Beth gaiff ei wneud?"), kind="choices", choices=DOES.items(), min_length=1,
                                           missing=Words("Select what it may do, or stop the organisation", "Dewiswch beth gaiff ei wneud, neu ataliwch y sefydliad"))]  # fmt: skip
    found: Annotated[str, field(Words("Who asked, and what did you check?", "Pwy ofynnodd, a beth wnaethoch chi ei wirio?"), kind="long_text", max_length=500,
                                missing=Words("Enter who asked and what you checked", "Rhowch pwy ofynnodd a beth wnaethoch chi ei wirio"))]  # fmt: skip

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        return [] if record.organisation.status == "verified" else [Problem("", NOT_VERIFIED)]

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [OrganisationMayChanged(does=self.does, found=self.found)]
