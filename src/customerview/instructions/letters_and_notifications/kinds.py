"""The kinds of letter there are, and the parts each must have before it leaves. Their words are content specifications of the room that writes."""

from __future__ import annotations

import msgspec

from customerview.kernel import Words

PARTS = {
    "outcome": Words("what was decided or has happened", "beth a benderfynwyd neu sydd wedi digwydd"),
    "reason": Words("why", "pam"),
    "period": Words("from which day", "o ba ddiwrnod"),
    "amounts": Words("how much", "faint"),
    "next": Words("what happens next", "beth sy'n digwydd nesaf"),
    "rights": Words("what to do if they disagree", "beth i'w wneud os ydynt yn anghytuno"),
    "answer": Words("the answer itself", "yr ateb ei hun"),
    "when": Words("the day and time", "y diwrnod a'r amser"),
    "reach": Words("how to reach us", "sut i gysylltu â ni"),
    "moved_dates": Words("the assessment dates that moved", "y dyddiadau asesu a symudodd"),
}


class Kind(msgspec.Struct, frozen=True, kw_only=True):
    """One kind of letter. `needs`: the parts it may not lack. `asked`: a colleague may ask for it. `own_words`: they say something in it."""

    words: Words
    needs: tuple[str, ...] = ("reach",)
    asked: bool = False
    own_words: bool = False
    tells_of_payment: bool = False
    recipient: str = "customer"
    """Whoever the customer is spoken to through gets what is to the customer, unless it is to them `themselves`."""
    themselves: bool = False


OUTCOME = ("outcome", "reason", "period", "amounts", "next", "rights", "reach")

LETTERS = {
    "proof": Kind(words=Words("proof of benefit", "prawf o fudd-dal"), needs=()),
    "award_notice": Kind(
        words=Words("your award", "eich dyfarniad"), needs=("outcome", "period", "amounts", "next", "rights", "reach"),
        asked=True, tells_of_payment=True,
    ),
    "change_acknowledged": Kind(
        words=Words("a change to your payment", "newid i'ch taliad"), needs=OUTCOME, asked=True, tells_of_payment=True
    ),
    "suspension": Kind(
        words=Words("your payments are stopped for now", "mae eich taliadau wedi'u hatal am y tro"),
        needs=("outcome", "reason", "period", "next", "rights", "reach"), asked=True, tells_of_payment=True,
    ),
    "suspension_lifted": Kind(
        words=Words("your payments have started again", "mae eich taliadau wedi ailddechrau"), needs=("outcome", "amounts", "next", "reach"),
        asked=True, tells_of_payment=True,
    ),
    "bereavement": Kind(
        words=Words("after a death", "ar ôl marwolaeth"), needs=("outcome", "next", "reach"), recipient="next_of_kin"
    ),
    "who_acts": Kind(
        words=Words("somebody acts for you", "mae rhywun yn gweithredu drosoch"), needs=("outcome", "period", "next", "rights", "reach"), themselves=True
    ),
    "you_act": Kind(
        words=Words("you act for somebody", "rydych yn gweithredu dros rywun"), needs=("outcome", "period", "next", "reach"),
        recipient="representative",
    ),
    "call_back": Kind(words=Words("when we will call you", "pryd y byddwn yn eich ffonio"), needs=("when", "next", "reach")),
    "appointment": Kind(words=Words("your appointment", "eich apwyntiad"), needs=("when", "next", "reach")),
    "message_answer": Kind(
        words=Words("our answer to your message", "ein hateb i'ch neges"), needs=("answer", "next", "reach"), asked=True, own_words=True
    ),
    "line_answer": Kind(
        words=Words("what the team that pays you answered", "ateb y tîm sy'n eich talu"), needs=("answer", "next", "reach"), own_words=True
    ),
    "backdating": Kind(
        words=Words("paid from an earlier date", "talu o ddyddiad cynharach"), needs=(*OUTCOME, "moved_dates"),
        own_words=True, tells_of_payment=True,
    ),
    "appeal_outcome": Kind(
        words=Words("the outcome of your appeal", "canlyniad eich apêl"), needs=OUTCOME, own_words=True,
        tells_of_payment=True,
    ),
    "reconsideration": Kind(
        words=Words("we looked at our decision again", "edrychwyd ar ein penderfyniad eto"), needs=OUTCOME, own_words=True,
        tells_of_payment=True,
    ),
}  # fmt: skip
