"""What the record knows of contacts: `contacts`."""

from __future__ import annotations

from datetime import date, datetime
from typing import ClassVar

import msgspec

from customerview.kernel import Recorded, Slice, folds

from .facts import (
    ANSWERED,
    RESTRICTED_ANSWERS,
    ContactAttempted,
    ContactEnded,
    ContactNoted,
    ContactPickedUp,
    ContactStarted,
    RecognitionActedOn,
    RecognitionAnswered,
)

KEPT = 20
"""How many attempts the record keeps at hand; older ones stand in the ledger."""


class Contact(msgspec.Struct, kw_only=True):
    """One contact that has not ended."""

    number: int
    channel: str
    party: str
    checked: str
    line: str
    who: str
    by: str
    started: datetime
    reported: str = ""
    agreed: str = ""
    follows: str = ""
    note: str = ""
    answers: dict[str, bool] = {}
    details: dict[str, str] = {}


class Attempt(msgspec.Struct, frozen=True, kw_only=True):
    """One try to reach the customer."""

    number: int
    day: date
    at: datetime
    route: str
    outcome: str
    usable: bool
    line: str
    by: str

    @property
    def reached(self) -> bool:
        return self.outcome == "reached"


class Contacts(Slice, kw_only=True):
    """Contacts still open, the latest attempts, and the yes answers on which nobody has acted yet."""

    slice_name: ClassVar[str] = "contacts"
    open: dict[int, Contact] = {}
    attempts: list[Attempt] = []
    last: date | None = None
    count: int = 0
    awaiting: dict[str, int] = {}
    """"contact:question" to the number of the yes."""
    tiers: dict[str, str] = {}
    """"contact:question" to who may read that it was a yes, once its contact is over."""

    @folds(ContactStarted)
    def started(self, fact: ContactStarted, happened: Recorded) -> None:
        self.open[happened.number] = Contact(
            number=happened.number, channel=fact.channel, party=fact.party, checked=fact.checked, line=fact.line, who=fact.who,
            by=happened.by, started=happened.at,
        )  # fmt: skip
        self.last, self.count = happened.day, self.count + 1

    @folds(ContactNoted)
    def noted(self, fact: ContactNoted, happened: Recorded) -> None:
        if contact := self.open.get(fact.contact):
            contact.reported, contact.agreed, contact.follows, contact.note = fact.reported, fact.agreed, fact.follows, fact.note

    @folds(*ANSWERED)
    def answered(self, fact: RecognitionAnswered, happened: Recorded) -> None:
        if contact := self.open.get(fact.contact):
            contact.answers[fact.question], contact.details[fact.question] = fact.answer, fact.detail
        if fact.answer:
            self.awaiting[f"{fact.contact}:{fact.question}"] = happened.number
            if tier := type(fact).kind.restricted:
                self.tiers[f"{fact.contact}:{fact.question}"] = tier
        else:
            self._settled(f"{fact.contact}:{fact.question}")

    @folds(RecognitionActedOn)
    def acted_on(self, fact: RecognitionActedOn, happened: Recorded) -> None:
        self._settled(f"{fact.contact}:{fact.question}")

    def _settled(self, key: str) -> None:
        self.awaiting.pop(key, None)
        self.tiers.pop(key, None)

    @folds(ContactPickedUp)
    def picked_up(self, fact: ContactPickedUp, happened: Recorded) -> None:
        if contact := self.open.get(fact.contact):
            contact.by = happened.by

    @folds(ContactEnded)
    def ended(self, fact: ContactEnded, happened: Recorded) -> None:
        self.open.pop(fact.contact, None)

    @folds(ContactAttempted)
    def tried(self, fact: ContactAttempted, happened: Recorded) -> None:
        attempt = Attempt(
            number=happened.number, day=happened.day, at=happened.at, route=fact.route, outcome=fact.outcome, usable=fact.usable,
            line=fact.line, by=happened.by,
        )  # fmt: skip
        self.attempts = [*self.attempts, attempt][-KEPT:]

    def of(self, actor: str) -> Contact | None:
        """The contact this actor has open, if any."""
        return next((c for c in self.open.values() if c.by == actor), None)

    def seen_by(self, tiers: frozenset[str], representative: bool) -> Contacts:
        """Whoever goes on with a contact sees what was answered in it; what was said to a restricted question, the role."""
        if representative:
            return msgspec.structs.replace(self, open={}, awaiting={}, tiers={})
        kept = [q for q, kind in RESTRICTED_ANSWERS.items() if kind.kind.restricted not in tiers]
        bare = {n: msgspec.structs.replace(c, details={q: d for q, d in c.details.items() if q not in kept}) for n, c in self.open.items()}
        over = {k for k, tier in self.tiers.items() if tier not in tiers and int(k.partition(":")[0]) not in self.open}
        awaiting = {k: n for k, n in self.awaiting.items() if k not in over}
        return msgspec.structs.replace(self, open=bare, awaiting=awaiting, tiers={k: t for k, t in self.tiers.items() if k not in over})
