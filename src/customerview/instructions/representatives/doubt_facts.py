"""The facts of a representative who may not be able to act any more, and of what was found out."""

from __future__ import annotations

from typing import ClassVar
from uuid import UUID

from customerview.kernel import Fact, Recorded, Slice, Words, fact, folds

from .facts import AuthorityEnded

DOUBTS = {
    "died": Words("They were reported to have died", "Adroddwyd eu bod wedi marw"),
    "resigned": Words("They want to give it up", "Maent am roi'r gorau iddi"),
    "out_of_touch": Words("They cannot be reached", "Ni ellir cysylltu â nhw"),
    "doubted": Words("There is doubt about them", "Mae amheuaeth yn eu cylch"),
}


@fact(212, line="Whether they can act for another customer has to be looked at.")
class ActingInDoubt(Fact):
    """This person, who acts for another, was reported to have died; or was found alive after all. The other's record is told."""

    authority: str
    type: str
    person: UUID
    alive: bool = False


@fact(213, customer=Words("The person who acts for you may not be able to any more. We are making sure that you are looked after.",
                          "Efallai na all y person sy'n gweithredu drosoch chi wneud hynny mwyach. Rydym yn sicrhau eich bod yn cael gofal."),
      line="The {type:authority} may not be able to act any more.", lines="The {type:authority} may not be able to act any more.",
      from_representatives=True)  # fmt: skip
class RepresentativeInDoubt(Fact):
    """Whoever acts for the customer has died, wants to give it up, cannot be reached, or is doubted."""

    authority: str
    type: str
    why: str


@fact(214, customer=Words("The person who acts for you can go on doing so.", "Gall y person sy'n gweithredu drosoch chi barhau i wneud hynny."),
      line="The {type:authority} can act after all.", lines="The {type:authority} can act after all.", from_representatives=True)  # fmt: skip
class RepresentativeFoundWell(Fact):
    """Whoever was reported to have died is alive, and acts as before."""

    authority: str
    type: str


@fact(215, customer=Words("We looked at who acts for you, and made sure of your payments.", "Fe edrychwyd ar bwy sy'n gweithredu drosoch, a sicrhau eich taliadau."),
      line="Who acts for the customer was reviewed: {outcome:choice}.", forget=("said", "successor"), from_representatives=True)  # fmt: skip
class AppointeeReviewed(Fact):
    """Payments were protected, and it was settled who acts for the customer now."""

    authority: str
    type: str
    outcome: str
    said: str = ""
    suitable: bool | None = None
    """Whether they are suitable still, and whether the customer still needs somebody: None in reviews that did not ask."""
    needed: bool | None = None
    successor: str = ""
    known: bool = True
    """Whether somebody suitable is known, when somebody has to be found."""


class InDoubt(Slice, kw_only=True):
    """Who acts for the customer and may not be able to: why, by authority."""

    slice_name: ClassVar[str] = "acting_in_doubt"
    why: dict[str, str] = {}
    followed: list[str] = []
    """Authorities that somebody else takes over, by a review."""

    @folds(RepresentativeInDoubt)
    def doubted(self, fact: RepresentativeInDoubt, happened: Recorded) -> None:
        self.why[fact.authority] = fact.why

    @folds(RepresentativeFoundWell)
    def well(self, fact: RepresentativeFoundWell, happened: Recorded) -> None:
        self.why.pop(fact.authority, None)

    @folds(AppointeeReviewed)
    def reviewed(self, fact: AppointeeReviewed, happened: Recorded) -> None:
        self.why.pop(fact.authority, None)
        if fact.outcome == "successor" and fact.authority not in self.followed:
            self.followed = [*self.followed, fact.authority]

    @folds(AuthorityEnded)
    def ended(self, fact: AuthorityEnded, happened: Recorded) -> None:
        self.why.pop(fact.authority, None)
        self.followed = [a for a in self.followed if a != fact.authority]

    def seen_by(self, tiers: frozenset[str], representative: bool) -> InDoubt:
        return InDoubt() if representative else self
