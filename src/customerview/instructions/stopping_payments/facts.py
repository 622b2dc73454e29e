"""The facts of stopping and restarting payments.

An adverse step of a line is three facts: asked, acknowledged, reported done. A line may also report one nobody asked for.
"""

from __future__ import annotations

from datetime import date

from customerview.kernel import Fact, Words, fact, speak_as

GROUNDS = {
    "entitlement": Words("Entitlement to the award is in doubt", "Mae amheuaeth ynghylch hawl i'r dyfarniad"),
    "amount": Words("The amount of the award is in doubt", "Mae amheuaeth ynghylch swm y dyfarniad"),
    "whereabouts": Words("Nobody knows where the customer lives", "Nid oes neb yn gwybod ble mae'r cwsmer yn byw"),
    "identity": Words("Who is being paid is in doubt", "Mae amheuaeth ynghylch pwy sy'n cael ei dalu"),
    "death": Words("A death was reported", "Adroddwyd am farwolaeth"),
}
"""What a suspension may rest on. Which of them count today is a figure of the instruction."""

HOLD_GROUNDS = {
    "returned_payment": Words("A payment came back", "Daeth taliad yn ôl"),
    "account_in_doubt": Words("The account may not be the customer's", "Efallai nad cyfrif y cwsmer ydyw"),
    "payee_in_doubt": Words("The person paid may not be the right one", "Efallai nad y person a delir yw'r un cywir"),
    "suspected_theft": Words("Somebody may be taking the customer's money", "Efallai bod rhywun yn cymryd arian y cwsmer"),
}
"""What a protective hold may rest on: danger to the customer's money, never anything they failed to do."""

TO_THE_CUSTOMER = {
    "entitlement": Words("We are checking whether you can still get it.", "Rydym yn gwirio a allwch ei gael o hyd."),
    "amount": Words("We are checking whether the amount is right.", "Rydym yn gwirio a yw'r swm yn gywir."),
    "whereabouts": Words("We do not know where you live now.", "Nid ydym yn gwybod ble rydych yn byw nawr."),
    "identity": Words("We are checking that the right person is paid.", "Rydym yn gwirio bod y person cywir yn cael ei dalu."),
    "death": Words(
        "We were told of a death. If that is wrong, ring us now.",
        "Dywedwyd wrthym am farwolaeth. Os yw hynny'n anghywir, ffoniwch ni nawr.",
    ),
}
"""The same grounds as the customer is told them."""

speak_as("ground_to_you", lambda code, lang: TO_THE_CUSTOMER.get(str(code), TO_THE_CUSTOMER["entitlement"]).say(lang))
speak_as("ground", lambda code, lang: (GROUNDS | HOLD_GROUNDS).get(str(code), Words(str(code), str(code))).say(lang))

_STOP = Words("We asked for your {benefit:benefit} to be stopped for now. {ground:ground_to_you}",
              "Gofynnwyd i'ch {benefit:benefit} gael ei atal am y tro. {ground:ground_to_you}")  # fmt: skip
_STOPPED = Words("Your {benefit:benefit} is stopped from {since:date}. {ground:ground_to_you}",
                 "Mae eich {benefit:benefit} wedi'i atal o {since:date}. {ground:ground_to_you}")  # fmt: skip


@fact(350, customer=_STOP, line="Suspension of {benefit:benefit} asked for: {ground:ground}.",
      lines="Suspension of {benefit:benefit} was asked for.", forget=("doubt", "evidence"))  # fmt: skip
class SuspensionAsked(Fact):
    """The line was asked to suspend an award's payments, on a ground, for a doubt, on evidence."""

    award: str
    benefit: str
    line: str
    ground: str
    doubt: str = ""
    evidence: str = ""


@fact(351, line="The line has the request to suspend {benefit:benefit}.")
class SuspensionAcknowledged(Fact):
    """The line's system has the request."""

    award: str
    benefit: str
    line: str


@fact(352, customer=_STOPPED, line="{benefit:benefit} suspended from {since:date}: {ground:ground}.",
      lines="{benefit:benefit} is suspended.", forget=("doubt",))  # fmt: skip
class PaymentSuspended(Fact):
    """The line reported that it suspended payments. `unguarded` says which safeguards were missing, when it did so unasked."""

    award: str
    benefit: str
    line: str
    ground: str
    since: date
    doubt: str = ""
    unguarded: tuple[str, ...] = ()


@fact(353, customer=Words("We looked again at why your {benefit:benefit} is stopped.",
                          "Edrychwyd eto ar pam mae eich {benefit:benefit} wedi'i atal."),
      line="The suspension of {benefit:benefit} was reviewed: {decision:choice}.", lines="The suspension of {benefit:benefit} was reviewed.",
      forget=("why",))  # fmt: skip
class SuspensionReviewed(Fact):
    """The suspending team decided to keep the suspension, to lift it or to end the award; with reasons."""

    award: str
    benefit: str
    line: str
    decision: str
    why: str = ""


@fact(354, customer=Words("We asked for your {benefit:benefit} to be paid again, with what was held.",
                          "Gofynnwyd i'ch {benefit:benefit} gael ei dalu eto, gyda'r hyn a ddaliwyd yn ôl."),
      line="{benefit:benefit} is to be paid again.", lines="{benefit:benefit} is to be paid again.", forget=("why",))  # fmt: skip
class LiftDecided(Fact):
    """It was decided to lift a suspension; the line has to pay again, and what was held, the same day."""

    award: str
    benefit: str
    line: str
    why: str = ""


@fact(355, customer=Words("Your {benefit:benefit} is being paid again. {paid:money} that was held has been paid.",
                          "Mae eich {benefit:benefit} yn cael ei dalu eto. Talwyd {paid:money} a oedd wedi'i ddal yn ôl."),
      line="{benefit:benefit} is paid again; {paid:money} that was held was paid.", lines="{benefit:benefit} is paid again.")  # fmt: skip
class PaymentResumed(Fact):
    """The line reported that it pays again, and what it paid of what was held."""

    award: str
    benefit: str
    line: str
    paid: int = 0


@fact(356, line="A case conference on {benefit:benefit} was held: {outcome:choice}.", lines="A case conference on {benefit:benefit} was held.",
      forget=("considered",))  # fmt: skip
class ConferenceHeld(Fact):
    """People met about this customer before an adverse step. `outcome`: supports or does_not_support the step."""

    award: str
    benefit: str
    line: str
    step: str
    outcome: str
    lead: str
    considered: str = ""


@fact(357, line="Something that bears on why {benefit:benefit} is suspended was received.",
      lines="Something that bears on why {benefit:benefit} is suspended was received.", forget=("what",))  # fmt: skip
class BearingReceived(Fact):
    """Something bearing on the doubt behind a suspension was received, by any line."""

    award: str
    benefit: str
    line: str
    what: str = ""


@fact(358, line="Another line asked for {benefit:benefit} to be paid again.", lines="{benefit:benefit} was asked to be paid again.",
      forget=("why",))  # fmt: skip
class LiftAskedFor(Fact):
    """A colleague of another line asked the suspending line to lift. Such a request is a `LineAsked` now; this is read, and written no more."""

    award: str
    benefit: str
    line: str
    why: str = ""


@fact(359, line="The customer may go without essentials.", lines="The customer may go without essentials.", forget=("what",))
class EssentialsInDoubt(Fact):
    """By what the customer says or by what is known, they may go without food, heat, medicine or a home."""

    award: str
    benefit: str
    line: str
    what: str = ""


@fact(360, customer=Words("We offered you help with money straight away.", "Cynigiwyd help i chi gydag arian ar unwaith."),
      line="Emergency money was offered: {answer:choice}.", lines="Emergency money was offered.", forget=("local_help",))  # fmt: skip
class EmergencyMoneyOffered(Fact):
    """An advance, hardship or part payment and local help were offered, and what the customer answered."""

    award: str
    benefit: str
    line: str
    offers: tuple[str, ...] = ()
    answer: str = ""
    pence: int = 0
    local_help: str = ""


@fact(361, line="It was decided not to suspend {benefit:benefit}.", forget=("why",), from_representatives=True)
class DecidedNotToSuspend(Fact):
    """Information on entitlement was weighed and payments go on, with reasons."""

    award: str
    benefit: str
    line: str
    information: int
    why: str = ""


@fact(362,
      customer=Words("We are keeping your {benefit:benefit} safe until {until:date}: {ground:ground}. Your money reaches you another way.",
                     "Rydym yn cadw eich {benefit:benefit} yn ddiogel tan {until:date}: {ground:ground}."
                     " Mae eich arian yn eich cyrraedd mewn ffordd arall."),
      line="Protective hold on {benefit:benefit} until {until:date}: {ground:ground}.",
      lines="{benefit:benefit} is held to protect the customer.", forget=("safe_way",), from_representatives=True)  # fmt: skip
class ProtectiveHoldPlaced(Fact):
    """Payments by the usual way are held for a short time to protect the customer, and reach them by a safe way."""

    award: str
    benefit: str
    line: str
    ground: str
    until: date
    safe_way: str = ""


@fact(363, customer=Words("Your {benefit:benefit} is paid in the usual way again.",
                          "Mae eich {benefit:benefit} yn cael ei dalu yn y ffordd arferol eto."),
      line="The protective hold on {benefit:benefit} ended.", lines="The protective hold on {benefit:benefit} ended.")  # fmt: skip
class ProtectiveHoldEnded(Fact):
    """The usual way of payment is safe again, or a new one is in place."""

    award: str
    benefit: str
    line: str


@fact(364, customer=Words("We told you why your {benefit:benefit} is stopped, how to start it again and how to challenge it.",
                          "Dywedwyd wrthych pam mae eich {benefit:benefit} wedi'i atal, sut i'w ailddechrau a sut i'w herio."),
      line="The customer was told about the suspension of {benefit:benefit}.")  # fmt: skip
class SuspensionExplained(Fact):
    """The customer was told why, how to restart it, how to challenge it, and where to get help, by a usable route."""

    award: str
    benefit: str
    line: str
    route: str


@fact(365, customer=Words("We decided that your {benefit:benefit} should end.", "Penderfynwyd y dylai eich {benefit:benefit} ddod i ben."),
      line="{benefit:benefit} is to end.", lines="{benefit:benefit} is to end.", forget=("why",))  # fmt: skip
class EndDecided(Fact):
    """After a suspension it was decided that the award ends; the line has to carry it out."""

    award: str
    benefit: str
    line: str
    ends: date
    why: str = ""


@fact(366, line="A suspension that came without safeguards was answered for: {answer:choice}.", forget=("why",))
class UnguardedSuspensionAnswered(Fact):
    """The line answered for a suspension made without safeguards: they were completed, or it is lifted."""

    award: str
    benefit: str
    line: str
    answer: str
    why: str = ""


@fact(367, line="What every line holds was searched for an answer to the doubt about {benefit:benefit}.", forget=("found",))
class HoldingsSearched(Fact):
    """Somebody looked through what every line already holds for anything that answers the doubt."""

    award: str
    benefit: str
    line: str
    answered: bool
    found: str = ""
