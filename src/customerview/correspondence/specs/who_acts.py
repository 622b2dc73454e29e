"""Somebody acts for the customer from now on: told to the customer."""

from __future__ import annotations

from customerview.instructions import BENEFITS
from customerview.instructions.representatives.facts import AUTHORITY_TYPES, AuthorityRecorded
from customerview.kernel import Fact, Record, Words

from ..content import Heading, Items, Paragraph
from .spec import Said, Spec, Told

TITLE = Words("Somebody acts for you", "Mae rhywun yn gweithredu drosoch")
ACTS = Words("{name} acts for you. They are your {role}.", "Mae {name} yn gweithredu drosoch. Eich {role} ydynt.")
FROM = Words("This is from {day}.", "Mae hyn o {day} ymlaen.")
COVERS = Words("It is about:", "Mae hyn yn ymwneud â:")
ALL = Words("everything we pay you", "popeth rydym yn ei dalu i chi")
THROUGH = Words("From now on we write to them about this, and speak to them. You can still speak to us yourself.",
                "O hyn ymlaen byddwn yn ysgrifennu atynt am hyn, ac yn siarad â nhw. Gallwch siarad â ni eich hun o hyd.")  # fmt: skip
BOTH = Words("We can speak to both of you. We still write to you.", "Gallwn siarad â'r ddau ohonoch. Byddwn yn dal i ysgrifennu atoch chi.")
WORRIED = Words("If you are worried about them", "Os ydych yn poeni amdanynt")
PRIVATE = Words("Ring us, or tell us in private in your account. They cannot see what you tell us there.",
                "Ffoniwch ni, neu dywedwch wrthym yn breifat yn eich cyfrif. Ni allant weld yr hyn a ddywedwch wrthym yno.")  # fmt: skip


def covered(told: Told, lines: tuple[str, ...], otherwise: Words) -> tuple[str, ...]:
    """What it covers, each benefit by name."""
    return tuple(told.say(BENEFITS[line]) for line in lines if line in BENEFITS) or (told.say(otherwise),)


def acts_now(fact: Fact, record: Record) -> bool:
    return (
        isinstance(fact, AuthorityRecorded)
        and AUTHORITY_TYPES[fact.type].acts
        and bool(fact.name)
        and fact.authority in record.authority.held
    )


def says(told: Told) -> list[Said]:
    fact = told.fact
    assert isinstance(fact, AuthorityRecorded)
    kind = AUTHORITY_TYPES[fact.type]
    return [
        ("outcome", Paragraph(told.say(ACTS, name=fact.name, role=told.say(kind.words)))),
        ("period", Paragraph(told.say(FROM, day=told.day(fact.starts)))), ("outcome", Paragraph(told.say(COVERS))),
        ("outcome", Items(covered(told, fact.lines, ALL))), ("next", Paragraph(told.say(THROUGH if kind.alone else BOTH))),
        ("rights", Heading(told.say(WORRIED))), ("rights", Paragraph(told.say(PRIVATE))),
    ]  # fmt: skip


SPEC = Spec(
    code="who_acts", title=lambda told: told.say(TITLE), says=says, after=(AuthorityRecorded,), when=acts_now, about=lambda fact: ""
)
