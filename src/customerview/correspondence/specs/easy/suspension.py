"""In easy read: we have stopped your money for now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from customerview.kernel import Words

from ...content import EasyRead
from .. import words as w
from .shared import GET, HAPPENED, WRONG, easy, one_each, under, what_it_is

if TYPE_CHECKING:
    from ..spec import Told

TITLE = Words("We have stopped some of your money for now", "Rydym wedi stopio rhywfaint o’ch arian am y tro")
STOPPED = (
    Words("We have stopped paying this money to you for now.", "Rydym wedi stopio talu’r arian hwn i chi am y tro."),
    Words("This is from {since}.", "Mae hyn o {since} ymlaen."),
)
WHY = Words("Why", "Pam")
GROUNDS = {
    "entitlement": (Words("We need to check if you can still get this money.", "Mae angen i ni wirio a allwch gael yr arian hwn o hyd."),),
    "amount": (Words("We need to check how much money is right for you.", "Mae angen i ni wirio faint o arian sy’n iawn i chi."),),
    "whereabouts": (Words("We do not know where you live now.", "Nid ydym yn gwybod ble rydych yn byw nawr."),),
    "identity": (Words("We need to check that we pay the right person.", "Mae angen i ni wirio ein bod yn talu’r person cywir."),),
}
NO_MONEY = Words("If you have no money", "Os nad oes gennych arian")
TODAY = (
    Words("Do you need money for food, heat or medicine?", "A oes angen arian arnoch ar gyfer bwyd, gwres neu feddyginiaeth?"),
    Words("Ring us today on {phone}.", "Ffoniwch ni heddiw ar {phone}."),
    Words("Say first that you have no money.", "Dywedwch yn gyntaf nad oes gennych arian."),
    Words("We can help.", "Gallwn helpu."),
)
DO = Words("What to do", "Beth i’w wneud")
STEPS = (
    Words("Ring us, or write to us.", "Ffoniwch ni, neu ysgrifennwch atom."),
    Words("Tell us what you know.", "Dywedwch wrthym beth rydych yn ei wybod."),
    Words("Send us papers that can help.", "Anfonwch bapurau atom a all helpu."),
    Words("You can ask for more time.", "Gallwch ofyn am fwy o amser."),
    Words("You can ask somebody to help you.", "Gallwch ofyn i rywun eich helpu."),
)
THEN = (
    Words("We look at what you tell us.", "Byddwn yn edrych ar yr hyn a ddywedwch."),
    Words("When we have what we need, we pay you again.", "Pan fydd gennym yr hyn sydd ei angen, byddwn yn eich talu eto."),
    Words("We also pay the money that we kept back.", "Byddwn hefyd yn talu’r arian a gadwyd yn ôl."),
)
CHALLENGE = (
    Words("You do not have to wait.", "Nid oes rhaid i chi aros."),
    Words("Tell us why it is wrong.", "Dywedwch wrthym pam mae’n anghywir."),
    Words("A person will look at it again.", "Bydd person yn edrych arno eto."),
)


def suspension(told: Told) -> EasyRead:
    held, lang, phone = told.record.suspensions.open[told.about], told.lang, w.PHONE.say(told.lang)
    return easy(
        told, "suspension", told.say(TITLE),
        *under(lang, HAPPENED, GET, benefit=told.benefit()), *what_it_is(lang, told.award.benefit), *one_each(lang, *STOPPED, since=told.day(held.since)),
        *under(lang, WHY, *GROUNDS.get(held.ground, GROUNDS["entitlement"])), *under(lang, NO_MONEY, *TODAY, phone=phone),
        *under(lang, DO, *STEPS), *under(lang, w.NEXT, *THEN), *under(lang, WRONG, *CHALLENGE),
    )  # fmt: skip
