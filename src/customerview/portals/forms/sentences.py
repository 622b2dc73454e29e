"""What forms say when an answer cannot be read: what to do, in both languages."""

from __future__ import annotations

from customerview.kernel import Words

YES, NO = Words("Yes", "Ie"), Words("No", "Na")
NOT_GIVEN = Words("Not given", "Heb ei roi")
NOTHING_CHOSEN = Words("None", "Dim un")
ODD_CHARACTERS = Words("Leave out characters that cannot be read", "Gadewch allan nodau na ellir eu darllen")
NOT_OFFERED = Words("Choose one of the answers offered", "Dewiswch un o’r atebion a gynigir")
YES_OR_NO = Words("Select yes or no", "Dewiswch ie neu na")
WHOLE_DATE = Words("The date must include a day, a month and a year", "Rhaid i’r dyddiad gynnwys diwrnod, mis a blwyddyn")
REAL_DATE = Words("The date must be a real date, like 27 3 2026", "Rhaid i’r dyddiad fod yn ddyddiad go iawn, fel 27 3 2026")
YEAR = Words("The year must have 4 numbers, like 2026", "Rhaid i’r flwyddyn gynnwys 4 rhif, fel 2026")
CLOCK = Words("Enter a time, like 10:30am or 2pm", "Rhowch amser, fel 10:30yb neu 2yp")
MONEY = Words("Enter an amount in pounds and pence, like 145.90", "Rhowch swm mewn punnoedd a cheiniogau, fel 145.90")
NUMBER = Words("Enter a whole number, like 12", "Rhowch rif cyfan, fel 12")
POSTCODE = Words("Enter a full UK postcode, like LS1 4AP", "Rhowch god post llawn y DU, fel CF10 3AF")
NINO = Words(
    "Enter a National Insurance number: 2 letters, 6 numbers and usually a last letter, like QQ 12 34 56 C",
    "Rhowch rif Yswiriant Gwladol: 2 lythyren, 6 rhif ac fel arfer llythyren olaf, fel QQ 12 34 56 C",
)
PHONE = Words(
    "Enter a phone number, like 01632 960 001, 07700 900 982 or +44 808 157 0192",
    "Rhowch rif ffôn, fel 01632 960 001, 07700 900 982 neu +44 808 157 0192",
)
EMAIL = Words(
    "Enter an email address in the right form, like name@example.com",
    "Rhowch gyfeiriad e-bost yn y ffurf gywir, fel enw@example.com",
)
UNREADABLE = Words(
    "We could not read this answer. Check it and try again",
    "Ni allem ddarllen yr ateb hwn. Gwiriwch ef a rhowch gynnig arall arni",
)


def missing(question: Words, kind: str) -> Words:
    if kind in ("choice", "choices", "yes_no"):
        return Words(f"Select an answer: {question.en}", f"Dewiswch ateb: {question.cy}")
    return Words(f"Enter an answer: {question.en}", f"Rhowch ateb: {question.cy}")


def too_long(most: int) -> Words:
    return Words(f"Your answer must be {most:,} characters or fewer", f"Rhaid i’ch ateb fod yn {most:,} nod neu lai")


def too_short(least: int) -> Words:
    return Words(f"Your answer must be {least} characters or more", f"Rhaid i’ch ateb fod yn {least} nod neu fwy")


def within(least: str | None, most: str | None) -> Words:
    if most is None:
        return Words(f"Enter {least} or more", f"Rhowch {least} neu fwy")
    if least is None:
        return Words(f"Enter {most} or less", f"Rhowch {most} neu lai")
    return Words(f"Enter an answer between {least} and {most}", f"Rhowch ateb rhwng {least} a {most}")
