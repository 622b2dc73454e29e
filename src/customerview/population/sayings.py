"""What people say in made-up lives: a small stock of sentences, so that records read like records."""

from __future__ import annotations

from random import Random
from typing import NamedTuple

MESSAGES = {
    "en": (
        ("money", "My payment has not come. Can you tell me when it will?"),
        ("money", "I was paid less than I expected this time. Why is that?"),
        ("change", "I have moved to my daughter's for a few weeks. Do you need to know?"),
        ("change", "My hours at work have gone up. What do I need to send you?"),
        ("letter", "I had a letter I do not understand. Could somebody explain it?"),
        ("decision", "When will my review be decided?"),
        ("health", "I have been back in hospital for tests. Will that change anything?"),
        ("other", "Thank you for sorting that out so quickly. Is there anything else I should do?"),
        ("other", "Could you send me a copy of my last award letter?"),
    ),
    "cy": (
        ("money", "Nid yw fy nhaliad wedi cyrraedd. Allwch chi ddweud wrthyf pryd y daw?"),
        ("letter", "Cefais lythyr nad wyf yn ei ddeall. A allai rhywun ei egluro?"),
        ("change", "Rwyf wedi symud at fy merch am ychydig wythnosau. Oes angen i chi wybod?"),
        ("other", "A allech chi anfon copi o fy llythyr dyfarniad diwethaf ataf?"),
    ),
}
ANSWERS = {
    "en": (
        "Your payment was made this morning and should be in your account by tonight.",
        "You do not need to do anything. We have noted it, and your payments stay the same.",
        "We have put a copy in the post today. It should reach you within five working days.",
        "Your review is with a decision maker. We expect to write to you within three weeks.",
    ),
    "cy": (
        "Gwnaed eich taliad y bore yma a dylai fod yn eich cyfrif erbyn heno.",
        "Nid oes angen i chi wneud dim. Rydym wedi ei nodi, ac mae eich taliadau'n aros yr un fath.",
        "Rydym wedi postio copi heddiw. Dylai eich cyrraedd o fewn pum diwrnod gwaith.",
    ),
}


class Call(NamedTuple):
    """What a call was about, as it is noted."""

    reported: str
    agreed: str
    follows: str
    summary: str


CALLS = (
    Call("Asked when the next payment is due.", "Told the date and the amount.", "Nothing further.", "You asked when you are paid next. We told you."),
    Call("A letter was hard to follow.", "Went through it line by line.", "Nothing further; they will ring if it is still unclear.",
         "You asked about a letter. We went through it together."),
    Call("Wanted to know whether the form had arrived.", "It arrived on the 4th and is with a decision maker.",
         "A decision maker writes within three weeks.", "You asked about your form. It is here and being looked at."),
    Call("New bank account from next month.", "Explained how to change it safely.", "They will change it and ring if it does not work.",
         "You have a new bank account. We told you how to change it."),
)  # fmt: skip
REASONS = (
    "Wants to go through the award letter",
    "A question about the last payment",
    "Could not talk then; at work",
    "Wants a Welsh speaker",
)
REQUESTS = (
    ("copy", "A copy of the last award letter"), ("explanation", "Why the amount changed in April"), ("form", "The form for reporting a change"),
    ("change", "Pay into the other account"),
)  # fmt: skip


def message(chance: Random, language: str) -> tuple[str, str]:
    """A topic, and what somebody writes about it."""
    return chance.choice(MESSAGES[language])


def answer(chance: Random, language: str) -> str:
    return chance.choice(ANSWERS[language])


def call(chance: Random) -> Call:
    return chance.choice(CALLS)


def reason(chance: Random) -> str:
    return chance.choice(REASONS)


def request(chance: Random) -> tuple[str, str]:
    return chance.choice(REQUESTS)
