"""What the record knows of the person: `person`."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

import msgspec

from customerview.kernel import Recorded, Slice, folds

from .facts import (
    AddressChanged,
    AddressEnded,
    AddressSafetySaid,
    AddressVerified,
    CustomerRegistered,
    FormatChosen,
    IdentityMatched,
    IdentityUnmatched,
    LanguageChosen,
    NameChanged,
    NameUsedSaid,
    NinoRecorded,
    ProtectedAddressRecorded,
    RouteConfirmed,
    RouteEnded,
    RouteFailed,
    RouteRecorded,
    RouteSafetySaid,
    RouteSuitabilitySaid,
)
from .formats import COLOURED_PAPER, colour_in

KEPT = 20
"""How many earlier names and addresses the slice holds; older ones are in the ledger."""

FOR_LETTERS = ("correspondence", "home")
"""The roles of an address that letters go to, the first before the second."""


class Name(msgspec.Struct, frozen=True, kw_only=True):
    """One name, and the day from which it is theirs."""

    given: str
    family: str
    title: str = ""
    since: date

    def __str__(self) -> str:
        return f"{self.given} {self.family}".strip()


class Address(msgspec.Struct, kw_only=True):
    """One address in one role, as last told, with its source and whether it was verified."""

    role: str
    lines: tuple[str, ...]
    postcode: str
    nation: str
    since: date
    told: date
    source: str
    verified: date | None = None
    safe: bool = True
    number: int


class Route(msgspec.Struct, kw_only=True):
    """One way to reach the customer. Whether it can be used also depends on their needs: `usable_routes` in support needs."""

    route: str
    value: str = ""
    works: bool = True
    safe: bool = True
    suits: bool = True
    preferred: bool = False
    times: str = ""
    since: date
    failed: str = ""
    number: int


class Person(Slice, kw_only=True):
    """Who the customer is, where they live, how they are reached, and the language and format of what we say."""

    slice_name: ClassVar[str] = "person"
    registered: date | None = None
    source: str = ""
    names: list[Name] = []
    name_used: str = ""
    born: date | None = None
    nino: str = ""
    sex: str = ""
    addresses: dict[str, Address] = {}
    earlier_addresses: list[Address] = []
    protected_address: Address | None = None
    routes: dict[str, Route] = {}
    language: str = "en"
    interpreter: str = ""
    format: str = "standard"
    format_detail: str = ""
    identities: dict[str, date] = {}
    """Digests of the sign-ins matched to this person, and the day each was matched."""

    @folds(CustomerRegistered)
    def opened(self, fact: CustomerRegistered, happened: Recorded) -> None:
        self.registered, self.source = happened.day, fact.source
        self.names = [Name(given=fact.given, family=fact.family, title=fact.title, since=happened.effective)]
        self.born, self.nino, self.sex = fact.born, fact.nino, fact.sex

    @folds(NameChanged)
    def renamed(self, fact: NameChanged, happened: Recorded) -> None:
        self.names = [*self.names, Name(given=fact.given, family=fact.family, title=fact.title, since=happened.effective)][-KEPT:]

    @folds(NameUsedSaid)
    def is_called(self, fact: NameUsedSaid, happened: Recorded) -> None:
        self.name_used = fact.name_used

    @folds(NinoRecorded)
    def numbered(self, fact: NinoRecorded, happened: Recorded) -> None:
        self.nino = fact.nino

    @folds(AddressChanged)
    def moved(self, fact: AddressChanged, happened: Recorded) -> None:
        if before := self.addresses.get(fact.role):
            self.earlier_addresses = [*self.earlier_addresses, before][-KEPT:]
        self.addresses[fact.role] = Address(
            role=fact.role, lines=fact.lines, postcode=fact.postcode, nation=fact.nation, since=happened.effective, told=happened.day,
            source=fact.source, verified=happened.day if fact.verified else None, number=happened.number,
        )  # fmt: skip
        if "post" in self.routes:
            self.routes["post"].works, self.routes["post"].failed = True, ""

    @folds(AddressVerified)
    def address_seen(self, fact: AddressVerified, happened: Recorded) -> None:
        if address := self.addresses.get(fact.role):
            address.verified = happened.day

    @folds(AddressEnded)
    def address_left(self, fact: AddressEnded, happened: Recorded) -> None:
        if before := self.addresses.pop(fact.role, None):
            self.earlier_addresses = [*self.earlier_addresses, before][-KEPT:]

    @folds(AddressSafetySaid)
    def address_safety(self, fact: AddressSafetySaid, happened: Recorded) -> None:
        if address := self.addresses.get(fact.role):
            address.safe = fact.safe

    @folds(ProtectedAddressRecorded)
    def hidden(self, fact: ProtectedAddressRecorded, happened: Recorded) -> None:
        self.protected_address = Address(
            role="protected", lines=fact.lines, postcode=fact.postcode, nation=fact.nation, since=happened.effective,
            told=happened.day, source="customer", number=happened.number,
        )  # fmt: skip

    @folds(RouteRecorded)
    def reached_by(self, fact: RouteRecorded, happened: Recorded) -> None:
        before = self.routes.get(fact.route)
        if fact.preferred:
            for other in self.routes.values():
                other.preferred = False
        self.routes[fact.route] = Route(
            route=fact.route, value=fact.value, preferred=fact.preferred, times=fact.times, since=happened.day,
            suits=before.suits if before else True, safe=before.safe if before and before.value == fact.value else True,
            number=happened.number,
        )  # fmt: skip

    @folds(RouteFailed)
    def did_not_work(self, fact: RouteFailed, happened: Recorded) -> None:
        route = self._route(fact.route, happened)
        route.works, route.failed = False, fact.how

    @folds(RouteConfirmed)
    def works(self, fact: RouteConfirmed, happened: Recorded) -> None:
        route = self._route(fact.route, happened)
        route.works, route.failed = True, ""

    @folds(RouteEnded)
    def no_longer(self, fact: RouteEnded, happened: Recorded) -> None:
        self.routes.pop(fact.route, None)

    @folds(RouteSafetySaid)
    def safety(self, fact: RouteSafetySaid, happened: Recorded) -> None:
        self._route(fact.route, happened).safe = fact.safe

    @folds(RouteSuitabilitySaid)
    def suitability(self, fact: RouteSuitabilitySaid, happened: Recorded) -> None:
        self._route(fact.route, happened).suits = fact.suits

    @folds(LanguageChosen)
    def speaks(self, fact: LanguageChosen, happened: Recorded) -> None:
        self.language, self.interpreter = fact.language, fact.interpreter

    @folds(FormatChosen)
    def reads(self, fact: FormatChosen, happened: Recorded) -> None:
        self.format = colour_in(fact.detail) if fact.format == COLOURED_PAPER else fact.format
        self.format_detail = fact.detail

    @folds(IdentityMatched)
    def matched(self, fact: IdentityMatched, happened: Recorded) -> None:
        self.identities[fact.subject] = happened.day

    @folds(IdentityUnmatched)
    def parted(self, fact: IdentityUnmatched, happened: Recorded) -> None:
        self.identities.pop(fact.subject, None)

    def _route(self, route: str, happened: Recorded) -> Route:
        return self.routes.setdefault(route, Route(route=route, since=happened.day, number=happened.number))

    @property
    def nation(self) -> str:
        """Whose working days count: where they live, else England and Wales."""
        home = self.protected_address or self.addresses.get("home")
        return home.nation if home else "england_and_wales"

    @property
    def name(self) -> Name | None:
        """The name as last told."""
        return self.names[-1] if self.names else None

    def name_on(self, day: date) -> Name | None:
        """The name they had on a day; the first known when the day is earlier."""
        known = [n for n in self.names if n.since <= day]
        return known[-1] if known else self.names[0] if self.names else None

    @property
    def called(self) -> str:
        """What to call them."""
        return self.name_used or (self.name.given if self.name else "")

    def address(self, role: str = "home", on: date | None = None) -> Address | None:
        """The address in a role, as last told; with a day, the one that was true then, or the first known."""
        latest = self.addresses.get(role)
        if on is None or (latest and latest.since <= on):
            return latest
        earlier = [a for a in self.earlier_addresses if a.role == role]
        before = [a for a in earlier if a.since <= on]
        return before[-1] if before else earlier[0] if earlier else latest

    @property
    def letters_go_to(self) -> Address | None:
        """The address for letters: the one named for it, else where they live; never one that is not safe."""
        for role in FOR_LETTERS:
            if (address := self.addresses.get(role)) and address.safe:
                return address
        return None

    @property
    def open_addresses(self) -> dict[str, Address]:
        """The addresses that a letter may go to and a proof may carry: safe, and not left behind in secret."""
        hidden = self.protected_address
        held = [self.addresses[role] for role in FOR_LETTERS if role in self.addresses]
        return {a.role: a for a in held if a.safe and not (hidden is not None and (a.role == "home" or a.number < hidden.number))}

    def seen_by(self, tiers: frozenset[str], representative: bool) -> Person:
        protected = self.protected_address if "safeguarding" in tiers and not representative else None
        seen = msgspec.structs.replace(self, protected_address=protected)
        if representative:
            plain = {r: msgspec.structs.replace(a, safe=True) for r, a in self.addresses.items()}
            routes = {r: msgspec.structs.replace(w, safe=True) for r, w in self.routes.items()}
            earlier = [msgspec.structs.replace(a, safe=True) for a in self.earlier_addresses]
            seen = msgspec.structs.replace(seen, addresses=plain, routes=routes, earlier_addresses=earlier)
        return seen
