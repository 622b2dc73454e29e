"""The facts of organisations, and what is known of one: `organisation`. They are in a stream of the organisation's own."""

from __future__ import annotations

from typing import ClassVar

from customerview.kernel import Fact, Recorded, Slice, Words, fact, folds, speak_as

KINDS = {
    "council": Words("Council", "Cyngor"),
    "landlord": Words("Landlord or housing association", "Landlord neu gymdeithas dai"),
    "advice": Words("Advice body or charity", "Corff cynghori neu elusen"),
    "other": Words("Another organisation", "Sefydliad arall"),
}
speak_as("organisation", lambda code, lang: KINDS[str(code)].say(lang) if str(code) in KINDS else str(code))


@fact(800, line="{name} asked to sign up. It says it is: {kind_of:organisation}.", forget=("contact", "email"))
class OrganisationAsked(Fact):
    """An organisation asked to sign up: who it is, whom we may write to there, and why it relies on proofs."""

    name: str
    kind_of: str
    why: str
    contact: str = ""
    email: str = ""


@fact(801, line="The organisation was verified.", forget=("found",))
class OrganisationVerified(Fact):
    """A person looked into who it is, and another agreed. `checks` says what was looked at."""

    checks: tuple[str, ...]
    found: str = ""


@fact(802, line="The organisation was not verified. The reason it is told: {reason}")
class OrganisationRefused(Fact):
    """It may not sign up; the reason is told to it."""

    reason: str


@fact(803, line="All that the organisation may do was stopped. The reason it is told: {reason}")
class OrganisationStopped(Fact):
    """It may do nothing here any more, from this moment. Its keys end with it."""

    reason: str


@fact(804, line="The organisation made a key for its own system, {client}.", forget=("secret_hash",))
class ApiKeyMade(Fact):
    """A key for the organisation's own system. The secret was shown once; its hash is kept."""

    client: str
    secret_hash: str = ""


@fact(805, line="The organisation stopped its key {client}.")
class ApiKeyStopped(Fact):
    """A key works no more."""

    client: str


class Organisation(Slice, kw_only=True):
    """One organisation: waiting, verified, refused or stopped, and the keys that work. Not an organisation: no status."""

    slice_name: ClassVar[str] = "organisation"
    name: str = ""
    kind_of: str = ""
    why: str = ""
    contact: str = ""
    email: str = ""
    status: str = ""
    reason: str = ""
    keys: list[str] = []

    @folds(OrganisationAsked)
    def asked(self, fact: OrganisationAsked, happened: Recorded) -> None:
        self.name, self.kind_of, self.why, self.status = fact.name, fact.kind_of, fact.why, "waiting"
        self.contact, self.email = fact.contact, fact.email

    @folds(OrganisationVerified)
    def was_verified(self, fact: OrganisationVerified, happened: Recorded) -> None:
        self.status, self.reason = "verified", ""

    @folds(OrganisationRefused)
    def was_refused(self, fact: OrganisationRefused, happened: Recorded) -> None:
        self.status, self.reason = "refused", fact.reason

    @folds(OrganisationStopped)
    def was_stopped(self, fact: OrganisationStopped, happened: Recorded) -> None:
        self.status, self.reason, self.keys = "stopped", fact.reason, []

    @folds(ApiKeyMade)
    def key_made(self, fact: ApiKeyMade, happened: Recorded) -> None:
        self.keys.append(fact.client)

    @folds(ApiKeyStopped)
    def key_stopped(self, fact: ApiKeyStopped, happened: Recorded) -> None:
        if fact.client in self.keys:
            self.keys.remove(fact.client)
