"""The facts of organisations and their staff, in a stream of the organisation's own, and what either may do. Its "customer" is itself."""

from __future__ import annotations

from datetime import date

from customerview.kernel import Fact, Words, fact, speak_as

KINDS = {
    "council": Words("Council", "Cyngor"),
    "landlord": Words("Landlord or housing association", "Landlord neu gymdeithas dai"),
    "advice": Words("Advice body or charity", "Corff cynghori neu elusen"),
    "other": Words("Another organisation", "Sefydliad arall"),
}
DOES = {
    "check": Words("check proofs that people give us", "gwirio profion y mae pobl yn eu rhoi i ni"),
    "receive": Words("get proofs straight from people, in an inbox of our own", "cael profion yn syth gan bobl, mewn mewnflwch ein hunain"),
    "act": Words("act for people who cannot manage their own affairs", "gweithredu dros bobl na allant reoli eu materion eu hunain"),
}
"""What an organisation can be verified for. It may do nothing else."""
MAY = {
    "manage": Words("look after staff and keys", "gofalu am staff ac allweddi"),
    "check": Words("check proofs", "gwirio profion"),
    "read": Words("read the inbox", "darllen y mewnflwch"),
    "act": Words("act for people", "gweithredu dros bobl"),
}
"""What one member of its staff may do."""
NEEDS = {"check": "check", "read": "receive", "act": "act"}
"""What the organisation itself has to be verified for, before its staff may."""


def _each(names: dict[str, Words], codes: object, lang: str) -> str:
    return ", ".join(names[code].say(lang) for code in codes if code in names) if isinstance(codes, tuple | list) else str(codes)


speak_as("organisation_does", lambda codes, lang: _each(DOES, codes, lang))
speak_as("staff_may", lambda codes, lang: _each(MAY, codes, lang))
speak_as("organisation", lambda code, lang: KINDS[str(code)].say(lang) if str(code) in KINDS else str(code))


@fact(800, customer=Words("{name} asked to sign up.", "Gofynnodd {name} am gael cofrestru."),
      line="{name} asked to sign up. It says it is: {kind_of:organisation}.", forget=("contact", "email"))  # fmt: skip
class OrganisationAsked(Fact):
    """An organisation asked to sign up: who it is, whom we may write to there, why it relies on proofs, and what it wants to do."""

    name: str
    kind_of: str
    why: str
    contact: str = ""
    email: str = ""
    does: tuple[str, ...] = ("check",)
    postcode: str = ""


@fact(
    801,
    customer=Words("Your organisation was verified.", "Cafodd eich sefydliad ei ddilysu."),
    line="The organisation was verified.",
    forget=("found",),
)
class OrganisationVerified(Fact):
    """A person looked into who it is, and another agreed. `checks` says what was looked at."""

    checks: tuple[str, ...]
    found: str = ""


@fact(802, customer=Words("We did not verify your organisation: {reason}", "Ni wnaethom ddilysu eich sefydliad: {reason}"),
      line="The organisation was not verified. The reason it is told: {reason}")  # fmt: skip
class OrganisationRefused(Fact):
    """It may not sign up; the reason is told to it."""

    reason: str


@fact(803, customer=Words("We stopped all that your organisation may do: {reason}", "Rydym wedi atal popeth y caiff eich sefydliad ei wneud: {reason}"),
      line="All that the organisation may do was stopped. The reason it is told: {reason}")  # fmt: skip
class OrganisationStopped(Fact):
    """It may do nothing here any more, from this moment. Its keys end with it, and whoever is signed in for it is signed out."""

    reason: str


@fact(804, customer=Words("A key was made for your own system, {client}.", "Gwnaed allwedd ar gyfer eich system eich hun, {client}."),
      line="The organisation made a key for its own system, {client}.", forget=("secret_hash",))  # fmt: skip
class ApiKeyMade(Fact):
    """A key for the organisation's own system. The secret was shown once; its hash is kept."""

    client: str
    secret_hash: str = ""


@fact(
    805,
    customer=Words("The key {client} was stopped.", "Cafodd yr allwedd {client} ei stopio."),
    line="The organisation stopped its key {client}.",
)
class ApiKeyStopped(Fact):
    """A key works no more."""

    client: str


@fact(806, customer=Words("{name} was invited, to: {may:staff_may}.", "Cafodd {name} wahoddiad, i: {may:staff_may}."),
      line="{staff} was invited to work for the organisation, to: {may:staff_may}.", forget=("name", "email"))  # fmt: skip
class StaffInvited(Fact):
    """Somebody may join the organisation's staff, by signing in with this email address until a day. `staff` is what the ledger calls them."""

    staff: str
    may: tuple[str, ...]
    expires: date
    name: str = ""
    email: str = ""


@fact(807, customer=Words("{staff} signed in and joined.", "Mewngofnododd {staff} ac ymuno."), line="{staff} joined the organisation's staff.",
      forget=("subject",))  # fmt: skip
class StaffJoined(Fact):
    """Who was invited signed in. `subject` is the digest by which their sign-in is known again."""

    staff: str
    subject: str = ""


@fact(
    808,
    customer=Words("{staff} was removed.", "Cafodd {staff} ei dynnu oddi yno."),
    line="{staff} was removed from the organisation's staff.",
)
class StaffRemoved(Fact):
    """Somebody works for the organisation no more, or is no longer invited: from this moment."""

    staff: str


@fact(
    809,
    customer=Words("{staff} may now: {may:staff_may}.", "Caiff {staff} nawr: {may:staff_may}."),
    line="{staff} may now: {may:staff_may}.",
)
class StaffMayChanged(Fact):
    """What a member of staff may do was changed."""

    staff: str
    may: tuple[str, ...]


@fact(810, customer=Words("Your organisation may now: {does:organisation_does}.", "Caiff eich sefydliad nawr: {does:organisation_does}."),
      line="The organisation may now: {does:organisation_does}.", forget=("found",))  # fmt: skip
class OrganisationMayChanged(Fact):
    """What the organisation is verified for was changed."""

    does: tuple[str, ...]
    found: str = ""
