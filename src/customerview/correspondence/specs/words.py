"""The words that letters share: the greeting, how to reach us, what happens next, what to do when something is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from customerview.instructions.letters_and_notifications.easy_read import PHONE
from customerview.kernel import Words

from ..content import Block, Details, Heading, Items, Paragraph

if TYPE_CHECKING:
    from .spec import Told

GREETING = Words("Dear {name},", "Annwyl {name},")

FOR_WHOM = Words("We write to you because you act for {name}. “You” in this letter means {name}.",
                 "Rydym yn ysgrifennu atoch oherwydd eich bod yn gweithredu dros {name}. Mae “chi” yn y llythyr hwn yn golygu {name}.")  # fmt: skip
HOW = Words("How to reach us", "Sut i gysylltu â ni")
BY_PHONE = Words("By phone, free", "Dros y ffôn, am ddim")
BY_RELAY = Words("By text relay", "Drwy gyfnewid testun")
BY_SIGN = Words("In British Sign Language", "Mewn Iaith Arwyddion Prydain")
ONLINE = Words("Online", "Ar-lein")
RELAY = Words("18001 then 0808 157 0100", "18001 yna 0808 157 0101")
SIGN = Words("ask for a video relay call", "gofynnwch am alwad fideo")
ACCOUNT = Words("sign in and write to us", "mewngofnodwch ac ysgrifennwch atom")
FORMS = Words(
    "Tell us if you want our letters in another form. We have large print, braille, sound and easy read. We write in English and Welsh.",
    "Dywedwch wrthym os hoffech ein llythyrau mewn ffurf arall. Mae gennym brint bras, braille, sain a hawdd ei ddeall."
    " Rydym yn ysgrifennu yn Gymraeg ac yn Saesneg.",
)

WRONG = Words("If you think this is wrong", "Os ydych yn meddwl bod hyn yn anghywir")
LOOK_AGAIN = Words(
    "Tell us which part is wrong and why. We will look at it again. Ask us within {months} of the date on this letter.",
    "Dywedwch wrthym pa ran sy'n anghywir a pham. Byddwn yn edrych arno eto. Gofynnwch i ni o fewn {months} i'r dyddiad ar y llythyr hwn.",
)
LATER = Words(
    "If you ask later, tell us why. We may still be able to help.",
    "Os byddwch yn gofyn yn hwyrach, dywedwch wrthym pam. Efallai y gallwn helpu o hyd.",
)
NEXT = Words("What happens next", "Beth sy'n digwydd nesaf")
TELL_US = Words("Tell us if something changes", "Dywedwch wrthym os bydd rhywbeth yn newid")
CHANGES = (
    Words("where you live, or who lives with you", "ble rydych yn byw, neu bwy sy'n byw gyda chi"),
    Words("your health, or the help you need", "eich iechyd, neu'r help sydd ei angen arnoch"),
    Words("your work, your pay or your savings", "eich gwaith, eich cyflog neu eich cynilion"),
    Words("your bank account", "eich cyfrif banc"),
)
NEXT_PAYMENT = Words("Your next payment is on {day}.", "Bydd eich taliad nesaf ar {day}.")
USUAL_DAY = Words("We will pay you on your usual day.", "Byddwn yn eich talu ar eich diwrnod arferol.")
MONTHS = {1: Words("1 month", "1 mis")}


def how_to_reach_us(lang: str) -> list[tuple[str, Block]]:
    rows = ((BY_PHONE, PHONE), (BY_RELAY, RELAY), (BY_SIGN, SIGN), (ONLINE, ACCOUNT))
    return [
        ("reach", Heading(HOW.say(lang))), ("reach", Details(tuple((label.say(lang), value.say(lang)) for label, value in rows))),
        ("", Paragraph(FORMS.say(lang))),
    ]  # fmt: skip


def if_it_is_wrong(told: Told) -> list[tuple[str, Block]]:
    """What to do, and by when: the time to ask is a dated figure."""
    months = told.figure("ask_again_months")
    within = MONTHS.get(months, Words(f"{months} months", f"{months} mis"))
    return [
        ("rights", Heading(told.say(WRONG))), ("rights", Paragraph(told.say(LOOK_AGAIN, months=within.say(told.lang)))),
        ("rights", Paragraph(told.say(LATER))),
    ]  # fmt: skip


def tell_us(told: Told) -> list[tuple[str, Block]]:
    return [("next", Heading(told.say(TELL_US))), ("next", Items(tuple(told.say(change) for change in CHANGES)))]


def next_payment(told: Told) -> str:
    """The day of the next payment as the line last told it; the usual day when it told none that is to come."""
    day = told.award.next_payment
    return told.say(NEXT_PAYMENT, day=told.day(day, weekday=True)) if day and day >= told.today else told.say(USUAL_DAY)
