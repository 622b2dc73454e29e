"""What the team that pays a benefit answered when we asked it something for the customer, for whoever is told by letter."""

from __future__ import annotations

from customerview.instructions.requests_to_lines.facts import CustomerToldOfAnswer
from customerview.kernel import Words

from ..content import Heading, Paragraph
from . import words as w
from .spec import Said, Spec, Told

TITLE = Words("What the team that pays your {benefit:benefit} answered", "Ateb y tîm sy'n talu eich {benefit:benefit}")
ASKED = Words(
    "We asked them to {what:asked_for_you}. This is what they say.", "Gofynnwyd iddynt {what:asked_for_you}. Dyma maent yn ei ddweud."
)
MORE = Words("Tell us if this is not what you need. We will ask again, or tell you how to have it looked at again.",
             "Dywedwch wrthym os nad dyma'r hyn sydd ei angen arnoch. Byddwn yn gofyn eto, neu'n dweud wrthych sut i gael golwg arall arno.")  # fmt: skip


def says(told: Told) -> list[Said]:
    fact = told.fact
    assert isinstance(fact, CustomerToldOfAnswer)
    answer: list[Said] = [("answer", Paragraph(" ".join(part.split()))) for part in fact.said.split("\n\n") if part.strip()]
    return [
        ("", Paragraph(told.say(ASKED, what=fact.what))), *answer, ("next", Heading(told.say(w.NEXT))), ("next", Paragraph(told.say(MORE)))
    ]  # fmt: skip


SPEC = Spec(
    code="line_answer", title=lambda told: told.say(TITLE, benefit=told.award.benefit), says=says, after=(CustomerToldOfAnswer,),
    when=lambda fact, record: fact.route == "post",
)  # fmt: skip
