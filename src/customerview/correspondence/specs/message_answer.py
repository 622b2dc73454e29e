"""Our answer to a message, for whoever does not read it in an online account; or because a colleague asked for it to be written."""

from __future__ import annotations

from customerview.instructions.journal_and_callbacks.facts import MessageAnswered
from customerview.instructions.support_needs.slices import why_not_usable
from customerview.kernel import Words

from ..content import Heading, Paragraph
from . import words as w
from .spec import Said, Spec, Told

TITLE = Words("Our answer to your message", "Ein hateb i'ch neges")
THANKS = Words("You wrote to us. Here is our answer.", "Ysgrifenasoch atom. Dyma ein hateb.")
MORE = Words("Tell us if this does not answer what you asked. We will look again.",
             "Dywedwch wrthym os nad yw hyn yn ateb yr hyn a ofynnoch. Byddwn yn edrych eto.")  # fmt: skip


def says(told: Told) -> list[Said]:
    text = told.own_words or getattr(told.fact, "text", "")
    answer: list[Said] = [("answer", Paragraph(" ".join(part.split()))) for part in text.split("\n\n") if part.strip()]
    return [
        ("", Paragraph(told.say(THANKS))), *answer, ("next", Heading(told.say(w.NEXT))), ("next", Paragraph(told.say(MORE)))
    ]  # fmt: skip


SPEC = Spec(
    code="message_answer", title=lambda told: told.say(TITLE), says=says, after=(MessageAnswered,), about=lambda fact: "",
    when=lambda fact, record: why_not_usable("journal", record) is not None,
)  # fmt: skip
