"""What is wrong with somebody's money, and what comes next: said first, with why, what to do, and where help is today."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from customerview.instructions import BENEFITS
from customerview.instructions.stopping_payments.facts import TO_THE_CUSTOMER
from customerview.intake import payments_made
from customerview.kernel import Words, in_words, pounds
from customerview.portals.layout import current, t

from .own import Own

LATELY = timedelta(days=60)
"""For so long a payment that was less than usual stays at the head of the page."""

RESTART = {
    "entitlement": (Words("Tell us what has happened since, and send anything that shows it.", "Dywedwch wrthym beth sydd wedi digwydd ers hynny, ac anfonwch unrhyw beth sy’n ei ddangos."), "send_message_to_us"),
    "amount": (Words("Tell us what you think the right amount is, and why.", "Dywedwch wrthym beth yw’r swm cywir yn eich barn chi, a pham."), "send_message_to_us"),
    "whereabouts": (Words("Tell us your address.", "Rhowch eich cyfeiriad i ni."), "change_address"),
    "identity": (Words("Send us a message, or ring us. We will say what we need.", "Anfonwch neges atom, neu ffoniwch ni. Byddwn yn dweud beth sydd ei angen arnom."), "send_message_to_us"),
    "death": (Words("Ring us. We put it right the same day.", "Ffoniwch ni. Byddwn yn ei gywiro yr un diwrnod."), ""),
}  # fmt: skip
SAY_SO = (
    Words(
        "Ask us what is happening: ring 0808 157 0100, or write.",
        "Gofynnwch i ni beth sy’n digwydd: ffoniwch 0808 157 0100, neu ysgrifennwch.",
    ),
    "send_message_to_us",
)


class Trouble(NamedTuple):
    """Money that is stopped, missing, late or less than usual."""

    heading: str
    why: str
    restart: str
    restart_by: str
    award: str


class Payday(NamedTuple):
    day: date
    amount: str
    benefit: str


class Paid(NamedTuple):
    """A payment that was made. `asked`: what is being found out about it."""

    made: date
    benefit: str
    amount: int
    asked: str


def payments(own: Own) -> list[Paid]:
    """The latest payments made as expected, of what this person may see; what was said of one twice is being found out."""
    held, differ = own.record.awards.held, own.record.payment_reports.differ
    return [
        Paid(
            p.made, benefit(held[p.award].benefit if p.award in held else p.line), p.amount,
            t("We are finding out if this is right", "Rydym yn darganfod a yw hyn yn gywir")
            if any(d.award == p.award and d.due == p.due for d in differ.values()) else "",
        )
        for p in payments_made(own.view, own.stream) if own.covers(p.line)
    ]  # fmt: skip


def benefit(code: str) -> str:
    return t(BENEFITS[code]) if code in BENEFITS else code


def _whose(own: Own, what: str) -> dict[str, str]:
    """ "Your State Pension", or whose it is for somebody who acts; with its first letter large and as it stands."""
    name = str(own.record.person.name or "") if own.acting else ""
    said = t("{name}’s {what}", "{what} {name}", name=name, what=what) if name else t("your {what}", "eich {what}", what=what)
    return {"whose": said, "Whose": said[:1].upper() + said[1:]}


def _whose_payment(own: Own, of: str) -> dict[str, str]:
    return _whose(own, t("{what} payment", "taliad {what}", what=benefit(of)))


def troubles(own: Own) -> list[Trouble]:
    """The gravest first: stopped, held, not paid, less than usual."""
    return [*_death(own), *_stopped(own), *_held(own), *_not_paid(own), *_less(own)]


def _death(own: Own) -> list[Trouble]:
    """Somebody reported dead who reads this is alive, and has to know at once why nothing is paid."""
    if not own.record.death.reported:
        return []
    if own.acting:
        heading = t("We were told that {name} has died", "Dywedwyd wrthym fod {name} wedi marw", name=str(own.record.person.name or ""))
        why = t(
            "Payments wait until we know. We are sorry if it is so.",
            "Mae taliadau’n aros nes i ni wybod. Mae’n ddrwg gennym os yw hynny’n wir.",
        )
    else:
        heading = t("Somebody told us that you had died", "Dywedodd rhywun wrthym eich bod wedi marw")
        why = t("We are sorry. Payments may wait because of it.", "Mae’n ddrwg gennym. Efallai y bydd taliadau’n aros oherwydd hynny.")
    what = t(
        "If it is wrong, ring 0808 157 0100 now. We put everything right the same day.",
        "Os yw’n anghywir, ffoniwch 0808 157 0100 nawr. Byddwn yn cywiro popeth yr un diwrnod.",
    )
    return [Trouble(heading, why, what, "", "")]


def _stopped(own: Own) -> list[Trouble]:
    found = []
    for held in own.record.suspensions.open.values():
        if not own.covers(held.line) or held.stage not in ("suspended", "lifting"):
            continue
        words, by = RESTART.get(held.ground, SAY_SO)
        if held.stage == "lifting":
            words, by = (
                Words(
                    "We have decided to start it again. You will be paid what is due to you.",
                    "Rydym wedi penderfynu ei ailddechrau. Cewch eich talu’r hyn sy’n ddyledus i chi.",
                ),
                "",
            )
        found.append(Trouble(
            t("{Whose} is stopped since {day}", "Mae {whose} wedi’i atal ers {day}", **_whose(own, benefit(held.benefit)), day=in_words(held.since, current())),
            t(TO_THE_CUSTOMER.get(held.ground, TO_THE_CUSTOMER["entitlement"])), t(words), by, held.award,
        ))  # fmt: skip
    return found


def _held(own: Own) -> list[Trouble]:
    """A hold that protects somebody's money says nothing of why to whoever acts for them."""
    held = [h for h in own.record.suspensions.holds.values() if own.covers(h.line)]
    return [
        Trouble(
            t("{Whose} is on hold until {day}", "Mae {whose} ar gadw tan {day}", **_whose(own, benefit(h.benefit)), day=in_words(h.until, current())),
            t("It is kept safe for you. You have done nothing wrong.", "Mae’n cael ei gadw’n ddiogel i chi. Nid ydych wedi gwneud dim o’i le.")
            if not own.acting else t("Ring us about it.", "Ffoniwch ni amdano."),
            t("Ring us. We find a safe way to pay you.", "Ffoniwch ni. Byddwn yn dod o hyd i ffordd ddiogel o’ch talu.") if not own.acting else "",
            "", h.award,
        )
        for h in held
    ]  # fmt: skip


def _not_paid(own: Own) -> list[Trouble]:
    found = []
    for wrong in sorted(own.record.payments.wrong.values(), key=lambda w: w.due):
        if not own.covers(wrong.line):
            continue
        said = _whose_payment(own, wrong.benefit) | {"much": pounds(wrong.amount), "day": in_words(wrong.due, current())}
        if wrong.how == "returned":
            heading = t(
                "{Whose} of {much}, due on {day}, came back to us",
                "Daeth {whose} o {much}, a oedd yn ddyledus ar {day}, yn ôl atom",
                **said,
            )
            why = t("The account it was sent to did not take it.", "Ni dderbyniodd y cyfrif yr anfonwyd ef iddo.")
        else:
            heading = t(
                "{Whose} of {much}, due on {day}, is late",
                "Mae {whose} o {much}, a oedd yn ddyledus ar {day}, yn hwyr",
                **said,
            )
            why = t("It was not sent on the day. We are putting it right.", "Ni chafodd ei anfon ar y diwrnod. Rydym yn ei gywiro.")
        found.append(Trouble(heading, why, t(SAY_SO[0]), SAY_SO[1], wrong.award))
    return found


def _less(own: Own) -> list[Trouble]:
    return [
        Trouble(
            t("{Whose} on {day} was {much}, less than the usual {usual}", "Roedd {whose} ar {day} yn {much}, llai na’r {usual} arferol",
              **_whose_payment(own, d.benefit), day=in_words(d.due, current()), much=pounds(d.amount), usual=pounds(d.usual)),
            t("If you do not know why, ask us.", "Os nad ydych yn gwybod pam, gofynnwch i ni."), t(SAY_SO[0]), SAY_SO[1], d.award,
        )
        for d in own.record.payments.different.values()
        if d.amount < d.usual and own.covers(d.line) and own.today - d.due <= LATELY
    ]  # fmt: skip


def paydays(own: Own) -> list[Payday]:
    """What is to be paid, the soonest first. What is stopped is not promised."""
    coming: list[Payday] = []
    if own.record.death.reported:
        return coming
    for award in own.awards:
        stopped = own.record.suspensions.stopped(award.award) or award.award in own.record.suspensions.holds
        if award.next_payment and award.next_payment >= own.today and not stopped:
            coming.append(Payday(award.next_payment, pounds(award.at(award.next_payment).amount), benefit(award.benefit)))
    return sorted(coming)
