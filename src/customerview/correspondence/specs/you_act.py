"""Somebody acts for a customer from now on: told to whoever acts."""

from __future__ import annotations

from customerview.instructions.letters_and_notifications.addressee import Addressee
from customerview.instructions.representatives.facts import AUTHORITY_TYPES, AuthorityRecorded
from customerview.kernel import Fact, Record, Words

from ..content import Heading, Items, Paragraph
from .spec import Said, Spec, Told
from .who_acts import COVERS, FROM, acts_now, covered

TITLE = Words("You act for somebody", "Rydych yn gweithredu dros rywun")
ACT = Words("You act for {name}. You are their {role}.", "Rydych yn gweithredu dros {name}. Chi yw eu {role}.")
ALL = Words("everything we pay them", "popeth rydym yn ei dalu iddynt")
DO = Words("What you do", "Beth rydych yn ei wneud")
DUTIES = (
    Words("Use their money for them, and for nothing else.", "Defnyddiwch eu harian er eu budd nhw, ac am ddim arall."),
    Words("Tell us when something changes for them.", "Dywedwch wrthym pan fydd rhywbeth yn newid iddyn nhw."),
    Words("Ask them what they want.", "Gofynnwch iddyn nhw beth maen nhw ei eisiau."),
    Words("Tell us if you cannot do this any longer.", "Dywedwch wrthym os na allwch wneud hyn mwyach."),
)
YEARLY = Words(
    "About once a year we look at this with you and with them.", "Tua unwaith y flwyddyn byddwn yn edrych ar hyn gyda chi a gyda nhw."
)


def when(fact: Fact, record: Record) -> bool:
    return acts_now(fact, record) and bool(fact.address and fact.postcode)  # type: ignore[attr-defined]


def says(told: Told) -> list[Said]:
    fact = told.fact
    assert isinstance(fact, AuthorityRecorded)
    return [
        ("outcome", Paragraph(told.say(ACT, name=told.name(), role=told.say(AUTHORITY_TYPES[fact.type].words)))),
        ("period", Paragraph(told.say(FROM, day=told.day(fact.starts)))), ("outcome", Paragraph(told.say(COVERS))), ("outcome", Items(covered(told, fact.lines, ALL))),
        ("next", Heading(told.say(DO))), ("next", Items(tuple(told.say(one) for one in DUTIES))), ("next", Paragraph(told.say(YEARLY))),
    ]  # fmt: skip


def to(fact: Fact) -> Addressee:
    """Whoever was recorded, whether the customer is spoken to through them or beside them."""
    assert isinstance(fact, AuthorityRecorded)
    return Addressee(
        name=fact.name,
        where=(*fact.address, fact.postcode),
        language=fact.language or "en",
        format=fact.format or "standard",
        acts=fact.authority,
    )


SPEC = Spec(
    code="you_act", title=lambda told: told.say(TITLE), says=says, after=(AuthorityRecorded,), when=when, about=lambda fact: "", acting=to
)
