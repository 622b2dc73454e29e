"""An organisation's own staff: invite, join, change what somebody may do, remove at once. Each entry says who."""

from __future__ import annotations

from datetime import timedelta
from typing import Annotated

from customerview.kernel import Action, Asked, Choice, Fact, Problem, Record, Words, asks, field, records

from .facts import MAY, NEEDS, StaffInvited, StaffJoined, StaffMayChanged, StaffRemoved

MANAGES = ("organisation_admin",)
NOT_VERIFIED = Words("Your organisation is not verified.", "Nid yw eich sefydliad wedi'i ddilysu.")
NO_SUCH_PERSON = Words("This person does not work for your organisation.", "Nid yw'r person hwn yn gweithio i'ch sefydliad.")
HERE_ALREADY = Words(
    "Somebody with this email address is on your staff or invited already.",
    "Mae rhywun gyda'r cyfeiriad e-bost hwn eisoes ar eich staff neu wedi cael gwahoddiad.",
)
ENOUGH = Words(
    "Your organisation has as many staff as it can have. Remove somebody first.",
    "Mae gan eich sefydliad gymaint o staff ag y gall eu cael. Tynnwch rywun yn gyntaf.",
)
NOT_YOURSELF = Words(
    "Ask another administrator to do this: nobody does it for themselves.",
    "Gofynnwch i weinyddwr arall wneud hyn: nid oes neb yn ei wneud drosto'i hun.",
)
NOT_INVITED = Words(
    "This invitation has ended. Ask an administrator of your organisation for another.",
    "Mae'r gwahoddiad hwn wedi dod i ben. Gofynnwch i weinyddwr eich sefydliad am un arall.",
)
NOT_VERIFIED_FOR = Words("Your organisation is not verified for this.", "Nid yw eich sefydliad wedi'i ddilysu ar gyfer hyn.")
CHOOSE = Words("Select what they may do", "Dewiswch beth gânt ei wneud")


def offered(record: Record) -> list[Choice]:
    """What staff of this organisation can be given: nothing that it is not verified for."""
    return [Choice(code, words) for code, words in MAY.items() if NEEDS.get(code, code) in (*record.organisation.does, "manage")]


def _can_be_given(record: Record) -> tuple[str, ...]:
    return tuple(choice.value for choice in offered(record))


class InviteStaff(Action, frozen=True, kw_only=True):
    """Let somebody join your organisation's staff. They join by signing in with the email address you give here."""

    about = asks(Words("Invite somebody", "Gwahodd rhywun"), may=(*MANAGES, "team_leader", "operations_manager"))

    name: Annotated[
        str,
        field(Words("What is their name?", "Beth yw eu henw?"), max_length=100, missing=Words("Enter their name", "Rhowch eu henw")),
    ]
    email: Annotated[str, field(Words("What is their work email address?", "Beth yw eu cyfeiriad e-bost gwaith?"), kind="email", max_length=200,
                                hint=Words("They sign in with this address.", "Byddant yn mewngofnodi gyda'r cyfeiriad hwn."),
                                missing=Words("Enter an email address, like name@example.com", "Rhowch gyfeiriad e-bost, fel enw@example.com"))]  # fmt: skip
    may: Annotated[
        tuple[str, ...],
        field(Words("What may they do?", "Beth gânt ei wneud?"), kind="choices", choices=offered, min_length=1, missing=CHOOSE),
    ]

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        one = record.organisation
        if one.status != "verified":
            return [Problem("", NOT_VERIFIED)]
        wrong = [] if set(self.may) <= set(_can_be_given(record)) else [Problem("may", NOT_VERIFIED_FOR)]
        held = [s for s in one.staff.values() if s.subject or s.invited(asked.today)]
        if self.email.lower() in {s.email.lower() for s in held}:
            wrong.append(Problem("email", HERE_ALREADY))
        elif len(held) >= asked.figure("organisation_staff_most"):
            wrong.append(Problem("", ENOUGH))
        return wrong

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [_invitation(record, asked, self.name, self.email, self.may)]


class JoinStaff(Action, frozen=True, kw_only=True):
    """Whoever was invited signed in with that email address, and works for the organisation from now on."""

    about = records(Words("Join your organisation", "Ymuno â'ch sefydliad"), may=("organisation_invited",))

    subject: Annotated[str, field(Words("The digest of the sign-in", "Crynodeb y mewngofnodi"), hidden=True, pattern=r"^[0-9a-f]{64}$")]

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        held = record.organisation.staff.get(asked.by.id)
        invited = record.organisation.status == "verified" and held is not None and held.invited(asked.today)
        return [] if invited else [Problem("", NOT_INVITED)]

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [StaffJoined(staff=asked.by.id, subject=self.subject)]


class ChangeWhatStaffMayDo(Action, frozen=True, kw_only=True):
    """What a colleague of yours may do changes, from this moment."""

    about = records(Words("Change what somebody may do", "Newid yr hyn y caiff rhywun ei wneud"), may=MANAGES)

    staff: Annotated[str, field(Words("Who?", "Pwy?"), hidden=True, max_length=20)]
    may: Annotated[
        tuple[str, ...],
        field(Words("What may they do?", "Beth gânt ei wneud?"), kind="choices", choices=offered, min_length=1, missing=CHOOSE),
    ]

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        wrong = [] if set(self.may) <= set(_can_be_given(record)) else [Problem("may", NOT_VERIFIED_FOR)]
        return _about(self.staff, record, asked) or wrong

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [StaffMayChanged(staff=self.staff, may=self.may)]


class RemoveStaff(Action, frozen=True, kw_only=True):
    """Somebody works for your organisation no more. They are signed out at once and cannot sign in again."""

    about = records(Words("Remove somebody", "Tynnu rhywun"), may=(*MANAGES, "team_leader", "operations_manager"), protects=True)

    staff: Annotated[str, field(Words("Who?", "Pwy?"), hidden=True, max_length=20)]

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        return _about(self.staff, record, asked)

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [StaffRemoved(staff=self.staff)]


def _about(staff: str, record: Record, asked: Asked) -> list[Problem]:
    if staff not in record.organisation.staff:
        return [Problem("staff", NO_SUCH_PERSON)]
    return [Problem("staff", NOT_YOURSELF)] if asked.by.kind == "organisation" and asked.by.id == staff else []


def first_invitation(record: Record, asked: Asked) -> list[Fact]:
    """Whoever was named at sign-up can sign in once the organisation is verified, and invites the others."""
    one = record.organisation
    return [_invitation(record, asked, one.contact, one.email, _can_be_given(record))] if one.email else []


def _invitation(record: Record, asked: Asked, name: str, email: str, may: tuple[str, ...]) -> StaffInvited:
    until = asked.today + timedelta(days=asked.figure("organisation_invitation_days"))
    return StaffInvited(staff=f"S-{record.organisation.named + 1}", may=may, expires=until, name=name, email=email)
