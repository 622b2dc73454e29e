"""What the record knows of needs: `needs`; and which routes can be used: `usable_routes`."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

import msgspec

from customerview.kernel import Record, Recorded, Slice, Words, folds

from ..personal_details.facts import ROUTES
from .facts import (
    ADJUSTMENTS,
    NEEDS,
    TAKE_CARE,
    AdjustmentAgreed,
    AdjustmentEnded,
    DigitalAccessRecorded,
    NeedEnded,
    NeedRecorded,
    NeedsScreened,
    SeriousHarmFeared,
    SeriousHarmPast,
    SupportAnswered,
    SupportOffered,
    TakeCareEnded,
    TakeCareReason,
    TakeCareSaid,
)


class HeldNeed(msgspec.Struct, frozen=True, kw_only=True):
    """One need in force."""

    need: str
    tier: str
    source: str
    since: date
    review: date | None
    said: str
    number: int

    @property
    def words(self) -> Words:
        return NEEDS[self.need].words if self.need in NEEDS else Words(self.need, self.need)


class Adjustment(msgspec.Struct, frozen=True, kw_only=True):
    """One reasonable adjustment in force."""

    adjustment: str
    since: date
    review: date | None
    detail: str
    number: int

    @property
    def words(self) -> Words:
        return ADJUSTMENTS.get(self.adjustment, Words(self.adjustment, self.adjustment))


class Care(msgspec.Struct, frozen=True, kw_only=True):
    """One instruction to take care in force. `why` is there only for those who may see it."""

    instruction: str
    what: str
    review: date | None
    since: date
    number: int
    why: str = ""

    @property
    def words(self) -> Words:
        said = TAKE_CARE.get(self.instruction, TAKE_CARE["other"])
        return Words(said.say("en", what=self.what), said.say("cy", what=self.what)) if self.what else said


class Offer(msgspec.Struct, frozen=True, kw_only=True):
    """An offer of support that was not answered yet."""

    support: str
    day: date
    number: int


class Needs(Slice, kw_only=True):
    """What the customer needs, what was agreed, what to take care of, and when somebody last asked."""

    slice_name: ClassVar[str] = "needs"
    held: dict[str, HeldNeed] = {}
    adjustments: dict[str, Adjustment] = {}
    take_care: dict[int, Care] = {}
    screened_on: date | None = None
    screened: int = 0
    """The number of the last screening, to look it up."""
    digital_access: str = ""
    """alone, with_help or none; empty: nobody asked."""
    offers: dict[int, Offer] = {}

    @folds(NeedsScreened)
    def was_screened(self, fact: NeedsScreened, happened: Recorded) -> None:
        self.screened_on, self.screened = happened.day, happened.number

    @folds(NeedRecorded)
    def has(self, fact: NeedRecorded, happened: Recorded) -> None:
        self._hold(fact, fact.tier, happened)

    @folds(SeriousHarmFeared)
    def feared(self, fact: SeriousHarmFeared, happened: Recorded) -> None:
        self._hold(fact, "serious_harm", happened)

    def _hold(self, fact: NeedRecorded | SeriousHarmFeared, tier: str, happened: Recorded) -> None:
        self.held[fact.need] = HeldNeed(
            need=fact.need, tier=tier, source=fact.source, since=happened.day, review=fact.review, said=fact.said, number=happened.number
        )

    @folds(NeedEnded, SeriousHarmPast)
    def no_longer(self, fact: NeedEnded | SeriousHarmPast, happened: Recorded) -> None:
        self.held.pop(fact.need, None)

    @folds(AdjustmentAgreed)
    def agreed(self, fact: AdjustmentAgreed, happened: Recorded) -> None:
        self.adjustments[fact.adjustment] = Adjustment(
            adjustment=fact.adjustment, since=happened.day, review=fact.review, detail=fact.detail, number=happened.number
        )

    @folds(AdjustmentEnded)
    def ended(self, fact: AdjustmentEnded, happened: Recorded) -> None:
        self.adjustments.pop(fact.adjustment, None)

    @folds(TakeCareSaid)
    def care(self, fact: TakeCareSaid, happened: Recorded) -> None:
        self.take_care[happened.number] = Care(
            instruction=fact.instruction, what=fact.what, review=fact.review, since=happened.day, number=happened.number
        )

    @folds(TakeCareReason)
    def because(self, fact: TakeCareReason, happened: Recorded) -> None:
        if said := self.take_care.get(fact.said):
            self.take_care[fact.said] = msgspec.structs.replace(said, why=fact.why)

    @folds(TakeCareEnded)
    def care_over(self, fact: TakeCareEnded, happened: Recorded) -> None:
        self.take_care.pop(fact.said, None)

    @folds(DigitalAccessRecorded)
    def online(self, fact: DigitalAccessRecorded, happened: Recorded) -> None:
        self.digital_access = fact.access

    @folds(SupportOffered)
    def offered(self, fact: SupportOffered, happened: Recorded) -> None:
        self.offers[happened.number] = Offer(support=fact.support, day=happened.day, number=happened.number)

    @folds(SupportAnswered)
    def answered(self, fact: SupportAnswered, happened: Recorded) -> None:
        self.offers.pop(fact.offer, None)

    @property
    def marked(self) -> bool:
        """Whether any need is of the tier support or serious harm: shorter deadlines, and a conference before an adverse step."""
        return any(n.tier != "adjustment" for n in self.held.values())

    @property
    def serious_harm(self) -> bool:
        return any(n.tier == "serious_harm" for n in self.held.values())

    @property
    def most_important(self) -> HeldNeed | None:
        """The need to show beside a piece of work: the gravest tier, then the latest."""
        order = {"serious_harm": 0, "support": 1, "adjustment": 2}
        return min(self.held.values(), key=lambda n: (order.get(n.tier, 3), -n.number), default=None)

    def seen_by(self, tiers: frozenset[str], representative: bool) -> Needs:
        seen = self
        if "safeguarding" not in tiers:
            open_needs = {k: n for k, n in self.held.items() if n.tier != "serious_harm"}
            care = {n: msgspec.structs.replace(c, why="") for n, c in self.take_care.items()}
            seen = msgspec.structs.replace(seen, held=open_needs, take_care=care)
        return msgspec.structs.replace(seen, take_care={}) if representative else seen


NOT_KNOWN = {
    "mobile": Words("No mobile number is known.", "Nid oes rhif symudol yn hysbys."),
    "phone": Words("No landline number is known.", "Nid oes rhif llinell dir yn hysbys."),
    "text": Words("No mobile number is known.", "Nid oes rhif symudol yn hysbys."),
    "text_relay": Words("No number for text relay is known.", "Nid oes rhif cyfnewid testun yn hysbys."),
    "video_relay": Words("No way to video relay is known.", "Nid oes ffordd o gyfnewid fideo yn hysbys."),
    "email": Words("No email address is known.", "Nid oes cyfeiriad e-bost yn hysbys."),
    "journal": Words("They have no online account.", "Nid oes ganddynt gyfrif ar-lein."),
    "post": Words("No address for letters is known.", "Nid oes cyfeiriad ar gyfer llythyrau yn hysbys."),
    "in_person": Words("No address is known.", "Nid oes cyfeiriad yn hysbys."),
}


def why_not_usable(route: str, record: Record) -> Words | None:
    """Why a route is of no use for this customer; None: it works, is safe and suits them."""
    person, needs = record.person, record.needs
    way = person.routes.get(route)
    if way is None and not _implied(route, record):
        return NOT_KNOWN.get(route, Words("No way of doing this is known.", "Nid oes ffordd o wneud hyn yn hysbys."))
    number = person.routes.get("mobile") if route == "text" else None
    if any(w is not None and not w.works for w in (way, number)):
        return Words(f"The last {ROUTES[route].en} did not reach them.", f"Ni chyrhaeddodd y {ROUTES[route].cy} diwethaf.")
    if any(w is not None and not w.safe for w in (way, number)):
        return Words(f"A {ROUTES[route].en} is not safe for them.", f"Nid yw {ROUTES[route].cy} yn ddiogel iddynt.")
    if way is not None and not way.suits:
        return Words(f"Never a {ROUTES[route].en}: it does not suit them.", f"Byth {ROUTES[route].cy}: nid yw'n addas iddynt.")
    for need in needs.held.values():
        if need.need in NEEDS and route in NEEDS[need.need].rules_out:
            return Words(f"Not a {ROUTES[route].en}: {need.words.en.lower()}.", f"Nid {ROUTES[route].cy}: {need.words.cy.lower()}.")
    if route in ("journal", "email") and needs.digital_access == "none":
        return Words(
            f"Not a {ROUTES[route].en}: they cannot use online services.",
            f"Nid {ROUTES[route].cy}: ni allant ddefnyddio gwasanaethau ar-lein.",
        )
    return None


def usable_routes(record: Record) -> list[str]:
    """The routes that work, are safe and suit this customer; the preferred one first."""
    usable = [route for route in ROUTES if why_not_usable(route, record) is None]
    preferred = {r.route for r in record.person.routes.values() if r.preferred}
    return sorted(usable, key=lambda route: route not in preferred)


def _implied(route: str, record: Record) -> bool:
    """Routes nobody has to name: a text to the mobile, a letter to the address, a visit, the account of who signed in."""
    person = record.person
    return {
        "text": "mobile" in person.routes, "post": person.letters_go_to is not None, "in_person": bool(person.addresses),
        "journal": bool(person.identities),
    }.get(route, False)  # fmt: skip
