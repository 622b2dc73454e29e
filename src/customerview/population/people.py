"""Made-up customers in their households: who they are, what they get, what they need, who acts for them.

A block of places is drawn from one seed, so that blocks can be made in any order and by any process, and a larger
population begins with the smaller one.
"""

from __future__ import annotations

from datetime import date, timedelta
from random import Random
from uuid import UUID

import msgspec

from customerview.kernel.owed import months_after

from . import identifiers, names, places

BLOCK = 500


class Person(msgspec.Struct, kw_only=True):
    """One made-up customer."""

    place: int
    stream: UUID
    given: str
    family: str
    sex: str
    born: date
    nino: str
    address: places.Address
    mobile: str = ""
    landline: str = ""
    email: str = ""
    language: str = "en"
    format: str = "standard"
    benefits: list[str] = []
    needs: list[str] = []
    appointee: str = ""
    """Who acts for them: the name of a relative, or of an organisation. Empty: they act for themselves."""
    appointee_is: UUID | None = None
    """The appointee's own record, when the appointee is a customer too."""
    corporate: bool = False
    acts_for: UUID | None = None
    partner: UUID | None = None
    cares_for: UUID | None = None
    cared_for_by: UUID | None = None
    known_since: date
    """The day the record was begun here."""
    busy: int = 0
    """How many times they and we will be in touch, for the few whose lives need much of it; 0: as for most."""

    @property
    def name(self) -> str:
        return f"{self.given} {self.family}".strip()

    def age(self, on: date) -> int:
        return on.year - self.born.year - ((on.month, on.day) < (self.born.month, self.born.day))


NEEDS = {
    "mental_health": 22, "mobility": 16, "hearing": 12, "memory": 8, "cognition": 6, "understanding": 6, "reading": 6, "sight": 5,
    "learning": 5, "autism": 5, "english": 5, "digital": 14, "managing_money": 4, "calls_distress": 4, "no_phone": 2, "bereaved": 4,
    "destitution": 2, "addiction": 2, "terminal_illness": 2, "no_address": 1, "leaving_care": 1, "leaving_prison": 1, "harm": 1.5,
    "self_harm": 2.5,
}  # fmt: skip
"""Which needs people have, and how often beside one another."""

FORMATS = {"large_print_16": 55, "large_print_18": 27, "large_print_24": 9, "braille": 2, "audio": 3, "easy_read": 2, "email": 2}


def pension_day(born: date) -> date:
    """The day somebody reaches State Pension age: 66, rising to 67 for those born from 6 April 1960 to 5 March 1961."""
    first = date(1960, 4, 6)
    if born < first:
        return months_after(born, 66 * 12)
    steps = (born.year - 1960) * 12 + born.month - 4 + (born.day >= 6)
    return months_after(born, 66 * 12 + min(12, max(1, steps)))


def block(seed: int, number: int, today: date) -> list[Person]:
    """The customers of a block, household after household."""
    chance = Random(f"{seed} block {number}")
    draw = _Draw(chance, seed, today)
    first = identifiers.KEPT + number * BLOCK
    made: list[Person] = []
    while len(made) < BLOCK:
        made += draw.household(first + len(made), room=BLOCK - len(made))
    return made


class _Draw:
    """Draws households. `room` is how many customers the block still takes."""

    def __init__(self, chance: Random, seed: int, today: date) -> None:
        self.chance, self.seed, self.today = chance, seed, today

    def happens(self, share: float) -> bool:
        return self.chance.random() < share

    def household(self, place: int, room: int) -> list[Person]:
        address = places.address(self.chance)
        of = names.community(self.chance, address.country)
        family = names.family_name(self.chance, of)
        drawn = self.chance.random()
        if drawn < 0.52:
            found = self.pensioners(place, room, address, of, family)
        elif drawn < 0.96:
            found = self.working(place, room, address, of, family)
        else:
            found = self.child_and_parent(place, room, address, of, family)
        return found

    def person(self, place: int, address: places.Address, of: names.Community, family: str, age: int, sex: str = "") -> Person:
        chance = self.chance
        sex = sex or chance.choice("FM")
        born = self.birthday(age)
        given = names.given_name(chance, of, sex, age)
        if of.families == [""]:
            family = ""
        found = Person(
            place=place, stream=identifiers.stream(self.seed, place), given=given, family=family, sex=sex, born=born,
            nino=identifiers.nino(place), address=address, known_since=max(self.day_known(), born + timedelta(days=100)),
        )  # fmt: skip
        if self.happens(0.97 if age < 60 else 0.8 if age < 80 else 0.45):
            found.mobile = identifiers.mobile(chance)
        if self.happens(0.15 if age < 60 else 0.6):
            found.landline = identifiers.landline(chance)
        if self.happens(0.9 if age < 60 else 0.55 if age < 80 else 0.2):
            found.email = identifiers.email(given, family, place)
        welsh = address.country == "wales" and self.happens(0.5 if of is names.communities()["welsh"] else 0.08)
        found.language = "cy" if welsh else "en"
        return found

    def birthday(self, age: int) -> date:
        """Mostly any day of the year; some people were given 1 January, and one in 1,461 has 29 February."""
        newest = date(self.today.year - age, self.today.month, min(self.today.day, 28))
        if self.happens(0.01):
            return date(newest.year, 1, 1)
        return newest - timedelta(days=self.chance.randrange(365))

    def day_known(self) -> date:
        """Lines brought their customers over from 2021 to 2024; new ones have come ever since."""
        if self.happens(0.75):
            return date(2021, 1, 4) + timedelta(days=int(self.chance.triangular(0, 1400, 500)))
        span = max(30, (self.today - date(2022, 1, 1)).days - 14)
        return date(2022, 1, 1) + timedelta(days=self.chance.randrange(span))

    def pensioners(self, place: int, room: int, address: places.Address, of: names.Community, family: str) -> list[Person]:
        age = min(104, 66 + int(self.chance.expovariate(1 / 10.5)) + self.happens(0.5))
        one = self.person(place, address, of, family, age, "F" if self.happens(0.53) else "M")
        found = [one]
        if room > 1 and self.happens(0.5 - max(0, age - 75) * 0.015):
            other = self.person(place + 1, address, of, family, max(66, age + self.chance.randint(-5, 5)), "M" if one.sex == "F" else "F")
            one.partner, other.partner = other.stream, one.stream
            found.append(other)
        guaranteed = self.happens(0.12)
        for p in found:
            self.pension_benefits(p, guaranteed)
        self.carer_between(found, 0.1)
        for p in found:
            self.needs_of(p)
        return found

    def pension_benefits(self, p: Person, guaranteed: bool) -> None:
        age = p.age(self.today)
        if pension_day(p.born) > self.today:
            p.born = self.birthday(68)
        p.benefits = ["SP"] if self.happens(0.98) else []
        if self.happens(0.04 + 0.011 * max(0, age - 66)):
            p.benefits.append("AA")
        elif self.happens(0.12 if age < 78 else 0.03):
            p.benefits.append("PIP")
        if (guaranteed and p.partner is None) or (guaranteed and self.happens(0.5)) or not p.benefits:
            p.benefits.append("PC")

    def working(self, place: int, room: int, address: places.Address, of: names.Community, family: str) -> list[Person]:
        age = min(65, max(17, round(self.chance.gauss(41, 13))))
        found = [self.person(place, address, of, family, age)]
        if room > 1 and self.happens(0.3):
            other_family = family if self.happens(0.7) else names.family_name(self.chance, of)
            other = self.person(place + 1, address, of, other_family, min(65, max(18, age + self.chance.randint(-6, 6))))
            found[0].partner, other.partner = other.stream, found[0].stream
            found.append(other)
        on_uc = self.happens(0.76)
        for p in found:
            self.working_benefits(p, on_uc)
        self.carer_between(found, 0.35)
        for p in found:
            self.needs_of(p)
        return found

    def working_benefits(self, p: Person, on_uc: bool) -> None:
        p.benefits = ["UC"] if on_uc else []
        if self.happens(0.22 if on_uc else 0.55):
            p.benefits.append("PIP")
        if self.happens(0.04 if on_uc else 0.4):
            p.benefits.append("ESA")
        if not p.benefits:
            p.benefits = [self.chance.choices(("PIP", "JSA", "ESA", "IS", "DLA"), (50, 8, 30, 0.5, 11))[0]]
        if p.benefits == ["UC"] and self.happens(0.075):
            p.benefits.append("CA")

    def child_and_parent(self, place: int, room: int, address: places.Address, of: names.Community, family: str) -> list[Person]:
        """A child on Disability Living Allowance: a parent acts, and is mostly a customer too."""
        child = self.person(place, address, of, family, self.chance.randint(1, 15))
        child.benefits, child.mobile, child.email, child.language = ["DLA"], "", "", child.language
        parent = self.person(place + 1, address, of, family, self.chance.randint(24, 52), "F" if self.happens(0.85) else "M")
        child.appointee, child.landline = parent.name, ""
        self.needs_of(child)
        if room < 2 or not self.happens(0.65):
            return [child]
        parent.benefits = ["UC"] if self.happens(0.7) else []
        if self.happens(0.6) or not parent.benefits:
            parent.benefits.append("CA")
            parent.cares_for, child.cared_for_by = child.stream, parent.stream
        child.appointee_is, parent.acts_for = parent.stream, child.stream
        return [child, parent]

    def carer_between(self, found: list[Person], share: float) -> None:
        """In a couple, one may care for the other who is disabled, and claim for it."""
        if len(found) != 2:
            return
        for cared, carer in (found, found[::-1]):
            if {"PIP", "AA", "DLA"} & set(cared.benefits) and carer.cared_for_by is None and self.happens(share):
                carer.cares_for, cared.cared_for_by = cared.stream, carer.stream
                if "CA" not in carer.benefits:
                    carer.benefits.append("CA")
                return

    def needs_of(self, p: Person) -> None:
        """What makes it harder to deal with us; more often for those on a disability benefit. Some have no one but us to notice."""
        disabled = bool({"PIP", "AA", "DLA", "ESA"} & set(p.benefits))
        if self.happens(0.45 if disabled else 0.08):
            p.needs = self.some_of(NEEDS, self.chance.choices((1, 2, 3), (70, 24, 6))[0])
        if self.happens(0.08 if disabled else 0.015):
            p.format = self.some_of(FORMATS, 1)[0]
        if p.age(self.today) > 15 and not p.appointee and self.happens(0.065 if disabled else 0.004):
            self.appointed(p)
        if self.happens(0.01):
            p.busy = int(self.chance.triangular(260, 700, 330)) if self.happens(0.94) else self.chance.randint(2_700, 3_300)
            p.known_since = max(date(2021, 1, 4) + timedelta(days=self.chance.randrange(200)), p.born + timedelta(days=100))

    def some_of(self, shares: dict[str, float], count: int) -> list[str]:
        drawn = self.chance.choices(list(shares), list(shares.values()), k=count)
        return list(dict.fromkeys(drawn))

    def appointed(self, p: Person) -> None:
        if self.happens(0.25):
            p.corporate, p.appointee = (
                True,
                f"{p.address.town} {self.chance.choice(('Council appointeeship team', 'Care Trust', 'Law Centre'))}",
            )
        else:
            relative = names.given_name(self.chance, names.communities()["english"], self.chance.choice("FM"), 48)
            p.appointee = f"{relative} {p.family}".strip()
