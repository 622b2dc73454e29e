"""Payments are stopped for now: why, from when, how to start them again, help today, and how to challenge it."""

from __future__ import annotations

from customerview.instructions.stopping_payments.facts import TO_THE_CUSTOMER, PaymentSuspended
from customerview.kernel import Words

from ..content import Heading, Items, Paragraph
from . import easy
from . import words as w
from .spec import Said, Spec, Told

TITLE = Words("We have stopped your {benefit} for now", "Rydym wedi atal eich {benefit} am y tro")
STOPPED = Words("We have stopped paying your {benefit} for now.", "Rydym wedi stopio talu eich {benefit} am y tro.")
SINCE = Words("This is from {since}.", "Mae hyn o {since} ymlaen.")
WHY = Words("Why we stopped it", "Pam rydym wedi'i atal")
TODAY = Words("If you have no money for food, heat or medicine", "Os nad oes gennych arian ar gyfer bwyd, gwres neu feddyginiaeth")
RING = Words(
    "Ring us today on {phone} and say so first. We can help.",
    "Ffoniwch ni heddiw ar {phone} a dywedwch hynny'n gyntaf. Gallwn helpu.",
)
START = Words("How to start it again", "Sut i'w ailddechrau")
STEPS = (
    Words("Ring us, or write to us.", "Ffoniwch ni, neu ysgrifennwch atom."),
    Words(
        "Tell us what you know, and send any proof you have.",
        "Dywedwch wrthym beth rydych yn ei wybod, ac anfonwch unrhyw brawf sydd gennych.",
    ),
    Words(
        "Tell us if you need more time, or help to do this.",
        "Dywedwch wrthym os oes angen mwy o amser arnoch, neu help i wneud hyn.",
    ),
)
SOON = Words("When we have what we need, we will pay you again. We will pay what we held.",
             "Pan fydd gennym yr hyn sydd ei angen, byddwn yn eich talu eto. Byddwn yn talu'r hyn a ddaliwyd yn ôl.")  # fmt: skip
CHALLENGE = Words("You do not have to wait. Tell us why it is wrong. A person will look at it again.",
                  "Nid oes rhaid i chi aros. Dywedwch wrthym pam mae'n anghywir. Bydd person yn edrych arno eto.")  # fmt: skip


def says(told: Told) -> list[Said]:
    held = told.record.suspensions.open[told.about]
    told.not_payable(held.since)
    ground = TO_THE_CUSTOMER.get(held.ground, TO_THE_CUSTOMER["entitlement"])
    return [
        ("outcome", Paragraph(told.say(STOPPED, benefit=told.benefit()))), ("period", Paragraph(told.say(SINCE, since=told.day(held.since)))),
        ("reason", Heading(told.say(WHY))), ("reason", Paragraph(told.say(ground))), ("next", Heading(told.say(TODAY))), ("next", Paragraph(told.say(RING, phone=w.PHONE.say(told.lang)))),
        ("next", Heading(told.say(START))), ("next", Items(tuple(told.say(step) for step in STEPS))), ("next", Paragraph(told.say(SOON))),
        ("rights", Heading(told.say(w.WRONG))), ("rights", Paragraph(told.say(CHALLENGE))),
    ]  # fmt: skip


SPEC = Spec(
    code="suspension", title=lambda told: told.say(TITLE, benefit=told.benefit()), says=says, easy=easy.suspension, after=(PaymentSuspended,),
    when=lambda fact, record: record.suspensions.stopped(fact.award) is not None and fact.ground != "death",
)  # fmt: skip
