"""An appointment: booked, moved, cancelled, or a reminder of it. What is to be there for the customer is said, so that they can tell us what is missing."""

from __future__ import annotations

from customerview.instructions import team_name
from customerview.instructions.appointments.facts import (
    AppointmentBooked,
    AppointmentCancelled,
    AppointmentMoved,
    AppointmentReminded,
)
from customerview.instructions.appointments.record_appointment_kept import adjustment_words
from customerview.instructions.appointments.slices import Appointment
from customerview.instructions.appointments.ways import CALLS, HOWS, VISITS, how_they_are_met
from customerview.instructions.appointments.words import BRING, TO_THEM
from customerview.kernel import Fact, Record, Words

from ..content import Details, Heading, Items, Paragraph
from . import words as w
from .call_back import DAY, TIME, clock
from .spec import Said, Spec, Told

TITLES = {
    AppointmentBooked: Words("When we will meet", "Pryd y byddwn yn cyfarfod"),
    AppointmentMoved: Words("We will meet at another time", "Byddwn yn cyfarfod ar amser arall"),
    AppointmentCancelled: Words("We will not meet on {day}", "Ni fyddwn yn cyfarfod ar {day}"),
    AppointmentReminded: Words("We will meet soon", "Byddwn yn cyfarfod yn fuan"),
}
CALL_TITLES = {
    AppointmentBooked: Words("When we will ring you", "Pryd y byddwn yn eich ffonio"),
    AppointmentMoved: Words("We will ring you at another time", "Byddwn yn eich ffonio ar amser arall"),
    AppointmentCancelled: Words("We will not ring you on {day}", "Ni fyddwn yn eich ffonio ar {day}"),
    AppointmentReminded: Words("We will ring you soon", "Byddwn yn eich ffonio yn fuan"),
}
OPENING = {
    AppointmentBooked: Words("We have set a day and a time with you.", "Rydym wedi trefnu diwrnod ac amser gyda chi."),
    AppointmentMoved: Words(
        "The day or the time has changed. Here is the new one.", "Mae'r diwrnod neu'r amser wedi newid. Dyma'r un newydd."
    ),
    AppointmentReminded: Words("This is to help you keep it in mind.", "Mae hyn i'ch helpu i'w gofio."),
}
NOT_ON = Words("We said that we would see you or ring you on {day}, at {time}. That will not take place.",
               "Dywedom y byddem yn eich gweld neu'n eich ffonio ar {day}, am {time}. Ni fydd hynny'n digwydd.")  # fmt: skip
WAS = Words("Before, it was to be on {day}, at {time}.", "Cyn hyn, roedd i fod ar {day}, am {time}.")
HOW, WHERE, NUMBER = Words("How", "Sut"), Words("Where", "Ble"), Words("The number we have", "Y rhif sydd gennym")
WHY, LONG, MINUTES = Words("Why", "Pam"), Words("How long", "Pa mor hir"), Words("about {minutes} minutes", "tua {minutes} munud")
WITH, WHO_ELSE = Words("With", "Gyda"), Words("Who else comes", "Pwy arall sy'n dod")
AT_HOME = Words("at your home", "yn eich cartref")
THERE = Words("What we will do for you", "Yr hyn a wnawn i chi")
THERE_SAID = Words("Tell us if something is left out, or if more would help. We will set it up before the day.",
                   "Dywedwch wrthym os oes rhywbeth ar goll, neu os byddai mwy yn helpu. Byddwn yn ei drefnu cyn y diwrnod.")  # fmt: skip
NOTHING_YET = Words("Is there something that would help you on the day? Tell us. We will set it up.",
                    "A oes rhywbeth a fyddai'n eich helpu ar y diwrnod? Dywedwch wrthym. Byddwn yn ei drefnu.")  # fmt: skip
HAVE = Words("What to have with you", "Beth i'w gael gyda chi")
BY_CALL = (
    Words(
        "We will ring you. We will say who we are and why we ring.",
        "Byddwn yn eich ffonio. Byddwn yn dweud pwy ydym a pham rydym yn ffonio.",
    ),
    Words("We will never ask for your bank password.", "Ni fyddwn byth yn gofyn am gyfrinair eich banc."),
)
BY_VISIT = (
    Words(
        "We will come to you. We will show you a card with our name and photo.",
        "Byddwn yn dod atoch. Byddwn yn dangos cerdyn gyda'n henw a'n llun.",
    ),
    Words("Ring us if you are not sure that it is us.", "Ffoniwch ni os nad ydych yn siŵr mai ni sydd yno."),
)
BY_COMING = (
    Words("Tell us before the day if it is hard for you to get there.", "Dywedwch wrthym cyn y diwrnod os yw'n anodd i chi gyrraedd yno."),
    Words("You can bring somebody with you.", "Gallwch ddod â rhywun gyda chi."),
)
CANNOT = Words("Tell us if you cannot make it. You will not lose money for telling us. We will find another day with you.",
               "Dywedwch wrthym os na allwch ddod. Ni fyddwch yn colli arian am ddweud wrthym. Byddwn yn dod o hyd i ddiwrnod arall gyda chi.")  # fmt: skip
ANOTHER = Words("We still need to meet. We will be in touch to find another day with you.",
                "Mae angen i ni gyfarfod o hyd. Byddwn mewn cysylltiad i ddod o hyd i ddiwrnod arall gyda chi.")  # fmt: skip
NO_MORE = Words(
    "There is nothing you need to do. It changes nothing that you get.",
    "Nid oes angen i chi wneud dim. Nid yw'n newid dim rydych yn ei gael.",
)


def one_of(told: Told) -> Appointment:
    one = told.record.appointments.of(getattr(told.fact, "appointment", told.number))
    assert one is not None
    return one


def title(told: Told) -> str:
    one = one_of(told)
    titles = CALL_TITLES if one.how in CALLS else TITLES
    said = titles[type(told.fact)]  # type: ignore[index]
    return told.say(said, day=told.day(one.at)) if "{day}" in said.en else told.say(said)


def says(told: Told) -> list[Said]:
    one = one_of(told)
    if isinstance(told.fact, AppointmentCancelled):
        gone = told.say(NOT_ON, day=told.day(one.at, weekday=True), time=clock(one.at, told.lang))
        return [
            ("when", Paragraph(gone)), ("next", Heading(told.say(w.NEXT))),
            ("next", Paragraph(told.say(ANOTHER if told.fact.rebook else NO_MORE))),
        ]  # fmt: skip
    steps = BY_CALL if one.how in CALLS else BY_VISIT if one.how in VISITS else BY_COMING
    before = getattr(told.fact, "was", None)
    was: list[Said] = [("", Paragraph(told.say(WAS, day=told.day(before, weekday=True), time=clock(before, told.lang))))] if before else []
    return [
        ("", Paragraph(told.say(OPENING[type(told.fact)]))), *was, ("when", Details(_rows(told, one))),  # type: ignore[index]
        *([("", Paragraph(one.about))] if one.about else []), *_there(told, one), *_bring(told, one), ("next", Heading(told.say(w.NEXT))),
        ("next", Items(tuple(told.say(step) for step in steps))), ("next", Paragraph(told.say(CANNOT))),
    ]  # fmt: skip


def _rows(told: Told, one: Appointment) -> tuple[tuple[str, str], ...]:
    rows = [
        (DAY, told.day(one.at, weekday=True)), (TIME, clock(one.at, told.lang)), (HOW, told.say(how_they_are_met(one.how))), _where(told, one),
        (WHY, told.say(TO_THEM.get(one.purpose, TO_THEM["other"]))), (LONG, told.say(MINUTES, minutes=one.minutes)),
        (WITH, _given(told, told.say(team_name(one.team)))), (WHO_ELSE, _given(told, one.with_whom)),
    ]  # fmt: skip
    return tuple((told.say(label), said) for label, said in rows if said)


def _where(told: Told, one: Appointment) -> tuple[Words, str]:
    """Where to be; for a call the number we hold, so that a wrong one is noticed. A home is not spelt out: the letter may be read by others."""
    if one.how in CALLS:
        route = told.record.person.routes.get(HOWS[one.how].route)
        return NUMBER, route.value if route else ""
    return WHERE, told.say(AT_HOME) if one.how == "home_visit" else _given(told, one.place)


def _given(told: Told, text: str) -> str:
    """What others named (a place, a team, who comes): kept as it is, and no measure of how plain our words are."""
    if text:
        told._quote(what="name", of="appointment", text=text)
    return text


def _there(told: Told, one: Appointment) -> list[Said]:
    if not one.adjustments:
        return [("", Paragraph(told.say(NOTHING_YET)))]
    items = tuple(told.say(adjustment_words(code)) for code in one.adjustments)
    return [("", Heading(told.say(THERE))), ("", Items(items)), ("", Paragraph(told.say(THERE_SAID)))]


def _bring(told: Told, one: Appointment) -> list[Said]:
    items = tuple(told.say(BRING[code]) for code in one.bring if code in BRING)
    if one.bring_also:
        items = (*items, _given(told, one.bring_also))
    return [("", Heading(told.say(HAVE))), ("", Items(items))] if items else []


def ours(fact: Fact, record: Record) -> bool:
    """What a provider booked it writes of itself; what a colleague said by phone needs no letter."""
    if isinstance(fact, AppointmentReminded):
        return fact.written
    if isinstance(fact, AppointmentCancelled):
        one = record.appointments.of(fact.appointment)
        return one is not None and not one.reference and not one.private
    if isinstance(fact, AppointmentMoved) and ((one := record.appointments.of(fact.appointment)) is None or one.private):
        return False  # only the customer knows of it
    return not fact.reported  # type: ignore[attr-defined]


SPEC = Spec(
    code="appointment", title=title, says=says, about=lambda fact: "", when=ours, until=lambda fact: getattr(fact, "at", None),
    after=(AppointmentBooked, AppointmentMoved, AppointmentCancelled, AppointmentReminded),
)  # fmt: skip
