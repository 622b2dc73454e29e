"""What the record knows of who acts for the customer, for whom the customer acts (`authority`), and who is close (`people`)."""

from __future__ import annotations

from datetime import date
from typing import ClassVar
from uuid import UUID

import msgspec

from customerview.kernel import Recorded, Slice, Words, folds

from .facts import (
    AUTHORITY_TYPES,
    ActsFor,
    ActsForEnded,
    AuthorityChanged,
    AuthorityCompleted,
    AuthorityDisputed,
    AuthorityDisputeSettled,
    AuthorityEnded,
    AuthorityRecorded,
    PersonLinked,
    PersonUnlinked,
    PrivateWorry,
    PrivateWorryAnswered,
    StaffOfBodyNamed,
    ToldInPrivate,
)

COMPLETED = ("document", "all_lines", "no_end", "paid_to", "address", "postcode", "email", "language", "format", "reach_by")
NO_AUTHORITY = Words(
    "You are not recorded as acting for this person.", "Nid ydych wedi'ch cofnodi fel rhywun sy'n gweithredu dros y person hwn."
)
TOLD_ONLY = Words(
    "You may be told things, but not act for this person.",
    "Gallwn ddweud pethau wrthych, ond ni allwch weithredu dros y person hwn.",
)
NOT_NOW = Words("You do not act for this person at the moment.", "Nid ydych yn gweithredu dros y person hwn ar hyn o bryd.")
NOT_THIS = Words("What you were given does not cover this benefit.", "Nid yw'r hyn a roddwyd i chi yn cwmpasu'r budd-dal hwn.")


class Authority(msgspec.Struct, kw_only=True):
    """One authority, in force or to come. `disputed`: numbers of the open disputes about it."""

    authority: str
    type: str
    holder: str
    name: str
    lines: tuple[str, ...]
    starts: date
    ends: date | None
    document: str
    topics: tuple[str, ...]
    purpose: str
    reach_by: str
    disputed: list[int] = []
    suspected: bool = False
    """Harm by them is suspected: they do not act until it is settled. Shown to nobody who acts."""
    all_lines: bool = False
    no_end: bool = False
    paid_to: str = ""
    address: tuple[str, ...] = ()
    postcode: str = ""
    email: str = ""
    language: str = ""
    format: str = ""
    number: int

    def in_force(self, day: date) -> bool:
        return self.starts <= day and (self.ends is None or day <= self.ends)

    def covers(self, line: str) -> bool:
        return not self.lines or not line or line in self.lines

    @property
    def acts(self) -> bool:
        return AUTHORITY_TYPES[self.type].acts

    @property
    def words(self) -> Words:
        return AUTHORITY_TYPES[self.type].words


class Acting(msgspec.Struct, frozen=True, kw_only=True):
    """One other person this customer acts for."""

    authority: str
    type: str
    person: UUID
    lines: tuple[str, ...]
    number: int


class Worry(msgspec.Struct, frozen=True, kw_only=True):
    """Something told in private that nobody has yet answered."""

    number: int
    day: date
    safe_way: str
    worry: str = ""


class Authorities(Slice, kw_only=True):
    """Who acts for the customer and for whom the customer acts; what the customer told us in private about it."""

    slice_name: ClassVar[str] = "authority"
    held: dict[str, Authority] = {}
    acts_for: dict[str, Acting] = {}
    worries: dict[int, Worry] = {}
    staff: dict[str, str] = {}
    """Who of a body that acts has opened this record: "S-1@body" to their name."""

    @folds(StaffOfBodyNamed)
    def opened(self, fact: StaffOfBodyNamed, happened: Recorded) -> None:
        self.staff[fact.staff] = fact.name

    @folds(AuthorityRecorded)
    def given(self, fact: AuthorityRecorded, happened: Recorded) -> None:
        self.held[fact.authority] = Authority(
            authority=fact.authority, type=fact.type, holder=fact.holder, name=fact.name, lines=fact.lines, starts=fact.starts,
            ends=fact.ends, document=fact.document, topics=fact.topics, purpose=fact.purpose, reach_by=fact.reach_by,
            all_lines=fact.all_lines, no_end=fact.no_end, paid_to=fact.paid_to, address=fact.address, postcode=fact.postcode,
            email=fact.email, language=fact.language, format=fact.format, number=happened.number,
        )  # fmt: skip

    @folds(AuthorityCompleted)
    def completed(self, fact: AuthorityCompleted, happened: Recorded) -> None:
        """What was missing is filled in; what was said before stands unless it is said anew."""
        if held := self.held.get(fact.authority):
            for name in COMPLETED:
                if said := getattr(fact, name):
                    setattr(held, name, said)

    @folds(AuthorityChanged)
    def changed(self, fact: AuthorityChanged, happened: Recorded) -> None:
        if held := self.held.get(fact.authority):
            held.lines, held.ends = fact.lines, fact.ends

    @folds(AuthorityEnded)
    def over(self, fact: AuthorityEnded, happened: Recorded) -> None:
        self.held.pop(fact.authority, None)

    @folds(AuthorityDisputed)
    def disputed(self, fact: AuthorityDisputed, happened: Recorded) -> None:
        if held := self.held.get(fact.authority):
            held.disputed, held.suspected = [*held.disputed, happened.number], held.suspected or fact.suspected

    @folds(AuthorityDisputeSettled)
    def settled(self, fact: AuthorityDisputeSettled, happened: Recorded) -> None:
        if held := self.held.get(fact.authority):
            held.disputed, held.suspected = [], False

    @folds(ToldInPrivate)
    def told(self, fact: ToldInPrivate, happened: Recorded) -> None:
        self.worries[happened.number] = Worry(number=happened.number, day=happened.day, safe_way=fact.safe_way)

    @folds(PrivateWorry)
    def worried(self, fact: PrivateWorry, happened: Recorded) -> None:
        if told := self.worries.get(fact.told):
            self.worries[fact.told] = msgspec.structs.replace(told, worry=fact.worry)

    @folds(PrivateWorryAnswered)
    def worry_answered(self, fact: PrivateWorryAnswered, happened: Recorded) -> None:
        self.worries.pop(fact.told, None)

    @folds(ActsFor)
    def acts(self, fact: ActsFor, happened: Recorded) -> None:
        self.acts_for[fact.authority] = Acting(
            authority=fact.authority, type=fact.type, person=fact.person, lines=fact.lines, number=happened.number
        )

    @folds(ActsForEnded)
    def acts_no_longer(self, fact: ActsForEnded, happened: Recorded) -> None:
        self.acts_for.pop(fact.authority, None)

    def in_force(self, day: date, *, acts: bool | None = None) -> list[Authority]:
        """Everybody with an authority on a day; `acts=True` only those who act in the customer's place."""
        return [a for a in self.held.values() if a.in_force(day) and (acts is None or a.acts == acts)]

    def speak_to(self, day: date) -> list[Authority]:
        """Those through whom the customer is spoken to: appointees, corporate acting bodies and deputies. Not whoever is suspected."""
        return [a for a in self.in_force(day) if AUTHORITY_TYPES[a.type].alone and not a.suspected]

    def why_not(self, holder: str, on: date, line: str = "") -> Words | None:
        """Why somebody may not act for the customer on a day (about a line's business); None: they may."""
        theirs = [a for a in self.held.values() if a.holder == holder]
        if not theirs:
            return NO_AUTHORITY
        if not any(a.acts for a in theirs):
            return TOLD_ONLY
        now = [a for a in theirs if a.acts and a.in_force(on) and not a.suspected]
        if not now:
            return NOT_NOW
        return None if any(a.covers(line) for a in now) else NOT_THIS

    def seen_by(self, tiers: frozenset[str], representative: bool) -> Authorities:
        seen = self
        if "safeguarding" not in tiers:
            seen = msgspec.structs.replace(seen, worries={n: msgspec.structs.replace(w, worry="") for n, w in self.worries.items()})
        if representative:
            held = {k: msgspec.structs.replace(a, disputed=[]) for k, a in self.held.items()}
            seen = msgspec.structs.replace(seen, held=held, worries={})
        return seen


class Linked(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody close to the customer."""

    link: str
    relation: str
    person: UUID | None
    name: str
    reach_by: str
    since: date
    number: int


class People(Slice, kw_only=True):
    """Who is close to the customer: partner, children, carers, next of kin."""

    slice_name: ClassVar[str] = "people"
    linked: dict[str, Linked] = {}

    @folds(PersonLinked)
    def close(self, fact: PersonLinked, happened: Recorded) -> None:
        self.linked[fact.link] = Linked(
            link=fact.link, relation=fact.relation, person=fact.person, name=fact.name, reach_by=fact.reach_by,
            since=happened.effective, number=happened.number,
        )  # fmt: skip

    @folds(PersonUnlinked)
    def no_longer(self, fact: PersonUnlinked, happened: Recorded) -> None:
        self.linked.pop(fact.link, None)

    def of(self, relation: str) -> list[Linked]:
        return [p for p in self.linked.values() if p.relation == relation]
