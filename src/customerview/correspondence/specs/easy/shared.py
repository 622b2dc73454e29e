"""What easy read letters say alike: the greeting, what the benefit is, when something is wrong, how to reach us."""

from __future__ import annotations

from typing import TYPE_CHECKING

from customerview.instructions import catalogue
from customerview.instructions.letters_and_notifications.easy_read import WHAT_IT_IS, how_to_reach_us, reviewed
from customerview.kernel import Words

from ...content import Block, EasyRead, Heading, Paragraph
from .. import words as w

if TYPE_CHECKING:
    from ..spec import Told

HAPPENED = Words("What has happened", "Beth sydd wedi digwydd")
GET = Words("You get {benefit}.", "Rydych yn cael {benefit}.")
WRONG = Words("If you think this is wrong", "Os ydych yn meddwl bod hyn yn anghywir")
TELL_US = (Words("Tell us.", "Dywedwch wrthym."), Words("A person will look at it again.", "Bydd person yn edrych arno eto."))
WITHIN = Words("Please tell us within {months}.", "Dywedwch wrthym o fewn {months}.")
LATER = Words("If you need more time, tell us why.", "Os oes angen mwy o amser arnoch, dywedwch pam.")
REACH = Words("How to talk to us", "Sut i siarad â ni")


def one_each(lang: str, *ideas: Words, **values: str) -> list[Block]:
    """Each idea on its own."""
    return [Paragraph(idea.say(lang, **values)) for idea in ideas]


def under(lang: str, heading: Words, *ideas: Words, **values: str) -> list[Block]:
    return [Heading(heading.say(lang)), *one_each(lang, *ideas, **values)]


def what_it_is(lang: str, benefit: str) -> list[Block]:
    return one_each(lang, *WHAT_IT_IS.get(benefit, ()))


def if_it_is_wrong(told: Told) -> list[Block]:
    months = told.figure("ask_again_months")
    within = w.MONTHS.get(months, Words(f"{months} months", f"{months} mis")).say(told.lang)
    return under(told.lang, WRONG, *TELL_US, WITHIN, LATER, months=within)


def easy(told: Told, letter: str, title: str, *blocks: Block) -> EasyRead:
    """A letter in easy read, with the greeting and how to reach us around what it says."""
    checked = reviewed(letter, catalogue().figures, told.today)
    greeting = [Paragraph(told.say(w.GREETING, name=told.acting.name if told.acting else told.name()))]
    if told.acting:
        greeting.append(Paragraph(told.say(w.FOR_WHOM, name=told.name())))
    return EasyRead(
        title=title,
        blocks=(*greeting, *blocks, Heading(told.say(REACH)), *map(Paragraph, how_to_reach_us(told.lang, checked))),
        reviewed=checked,
    )
