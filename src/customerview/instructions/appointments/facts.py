"""The facts of appointments. One is called by the number of the fact that booked it."""

from __future__ import annotations

from datetime import date, datetime

from customerview.kernel import Fact, Words, fact

from . import ways, words  # noqa: F401 - what these teach, the sentences below are said with

BOOKED = "An appointment was booked: {how:met_by}, {at:time}, about {purpose:meet_about}."


@fact(840, customer=Words("An appointment was booked: {at:time}.", "Trefnwyd apwyntiad: {at:time}."), line=BOOKED, lines=BOOKED,
      forget=("place", "about", "bring_also", "with_whom"))  # fmt: skip
class AppointmentBooked(Fact):
    """An appointment: when, how long, how they meet, about what, by which line and team; which needs and adjustments apply to it.

    `to_arrange` of the adjustments somebody arranges until `arrange_by`. `reported`: a provider booked it and told us;
    `unreachable`: in a way a booking of ours would have been refused for.
    """

    at: datetime
    minutes: int
    how: str
    purpose: str
    line: str
    team: str
    award: str = ""
    referral: int = 0
    reference: str = ""
    language: str = "en"
    interpreter: str = ""
    needs: tuple[str, ...] = ()
    adjustments: tuple[str, ...] = ()
    to_arrange: tuple[str, ...] = ()
    arrange_by: date | None = None
    remind_on: date | None = None
    bring: tuple[str, ...] = ()
    agreed: bool = True
    reported: bool = False
    unreachable: bool = False
    place: str = ""
    about: str = ""
    bring_also: str = ""
    with_whom: str = ""


@fact(856, customer=Words("An appointment was booked: {at:time}.", "Trefnwyd apwyntiad: {at:time}."), line=BOOKED, lines=BOOKED,
      forget=("place", "about", "bring_also", "with_whom"), from_representatives=True)  # fmt: skip
class PrivateAppointmentBooked(AppointmentBooked):
    """An appointment with the customer alone: whoever acts for them sees nothing of it, and no letter is written about it."""


BOOKINGS = (AppointmentBooked, PrivateAppointmentBooked)


@fact(841, customer=Words("An appointment was moved to {at:time}.", "Symudwyd apwyntiad i {at:time}."),
      line="An appointment was moved to {at:time}, at the wish of {wish:wish}: {why:why_not_met}.",
      lines="An appointment was moved to {at:time}.", forget=("place", "said"))  # fmt: skip
class AppointmentMoved(Fact):
    """An appointment is at another time, or elsewhere. `notice_wd`: how many working days before it was to be this was said."""

    appointment: int
    at: datetime
    minutes: int
    how: str
    wish: str
    why: str
    notice_wd: int = 0
    to_arrange: tuple[str, ...] = ()
    arrange_by: date | None = None
    remind_on: date | None = None
    agreed: bool = True
    reported: bool = False
    unreachable: bool = False
    was: datetime | None = None
    """When it was to be before."""
    place: str = ""
    said: str = ""


@fact(842, customer=Words("An appointment was cancelled.", "Canslwyd apwyntiad."),
      line="An appointment was cancelled, at the wish of {wish:wish}: {why:why_not_met}.", lines="An appointment was cancelled.",
      forget=("said",))  # fmt: skip
class AppointmentCancelled(Fact):
    """An appointment does not take place. `rebook`: it is needed all the same."""

    appointment: int
    wish: str
    why: str
    rebook: bool = False
    said: str = ""


@fact(843, customer=Words("You came to an appointment.", "Daethoch i apwyntiad."), line="The appointment was kept.",
      lines="The appointment was kept.", forget=("who_came", "said"))  # fmt: skip
class AppointmentKept(Fact):
    """The appointment took place. `not_met`: what was to be there for the customer, and was not."""

    appointment: int
    not_met: tuple[str, ...] = ()
    who_came: str = ""
    said: str = ""


@fact(844, customer=Words("We did not meet at an appointment.", "Ni wnaethom gyfarfod mewn apwyntiad."),
      line="The appointment did not take place: the customer was not there. Reason: {why:why_not_met}.",
      lines="The appointment did not take place: the customer was not there.", forget=("said",))  # fmt: skip
class AppointmentMissed(Fact):
    """The customer was not there. Nothing adverse follows of this by itself. `stay`: in hospital or custody, as far as we knew then;
    `not_arranged`: what they need and nobody had arranged."""

    appointment: int
    why: str = ""
    stay: str = ""
    not_arranged: tuple[str, ...] = ()
    said: str = ""


@fact(845, customer=Words("An appointment was broken off.", "Daeth apwyntiad i ben cyn pryd."),
      line="The appointment was broken off, at the wish of {wish:wish}: {why:why_not_met}.", lines="The appointment was broken off.",
      forget=("said",))  # fmt: skip
class AppointmentBrokenOff(Fact):
    """The appointment began and was not finished. It is nobody's absence."""

    appointment: int
    wish: str
    why: str
    not_met: tuple[str, ...] = ()
    rebook: bool = True
    said: str = ""


@fact(846, customer=Words("What you need at your appointment was arranged.", "Trefnwyd yr hyn sydd ei angen arnoch yn eich apwyntiad."),
      line="What the customer needs at the appointment was arranged.", lines="What the customer needs at the appointment was arranged.",
      forget=("how",))  # fmt: skip
class AdjustmentsArranged(Fact):
    """Adjustments will be there on the day: an interpreter is booked, the longer time is kept free."""

    appointment: int
    arranged: tuple[str, ...]
    how: str = ""


@fact(847, line="The missed appointment was followed up.", lines="The missed appointment was followed up.", forget=("said",))
class MissedFollowedUp(Fact):
    """What was learned of a missed appointment, and whether a visit at home is needed."""

    appointment: int
    outcome: str
    visit: bool
    rebook: bool = False
    why: str = ""
    said: str = ""


@fact(848, customer=Words("You told us that you cannot make an appointment.", "Dywedoch wrthym na allwch ddod i apwyntiad."),
      line="The customer cannot make the appointment.", lines="The customer cannot make the appointment.", forget=("said", "better"))  # fmt: skip
class CannotMakeItSaid(Fact):
    """The customer told us beforehand. It is never counted as missed. `another`: they would like another time."""

    appointment: int
    another: bool = True
    better: str = ""
    said: str = ""


@fact(849, customer=Words("You told us what would help at an appointment.", "Dywedoch wrthym beth fyddai'n helpu mewn apwyntiad."),
      line="The customer said what would help at the appointment.", lines="The customer said what would help at the appointment.",
      forget=("said",))  # fmt: skip
class WouldHelpSaid(Fact):
    """What would help on the day, beyond what we do anyhow."""

    appointment: int
    adjustments: tuple[str, ...] = ()
    to_arrange: tuple[str, ...] = ()
    arrange_by: date | None = None
    said: str = ""


@fact(850, customer=Words("We looked into what was missing at your appointment.", "Edrychwyd i mewn i'r hyn oedd ar goll yn eich apwyntiad."),
      line="Followed up: what was to be there at the appointment and was not.",
      lines="Followed up: what was to be there at the appointment and was not.", forget=("done",))  # fmt: skip
class NotMetFollowedUp(Fact):
    """What was done about adjustments that were not there."""

    appointment: int
    done: str = ""


@fact(
    851,
    line="A provider's list of appointments differs from the diary.",
    lines="A provider's list of appointments differs from the diary.",
)
class DiaryDiffers(Fact):
    """A provider's list holds an appointment that the diary does not, or lacks one that it does, or names another time.

    Each is said as "reference: what differs"."""

    provider: str
    differences: tuple[str, ...]


@fact(
    852,
    line="The diary agrees with the provider's list again.",
    lines="The diary agrees with the provider's list again.",
    forget=("how",),
)
class DiaryMatched(Fact):
    """The diary and the provider's list say the same, by their latest list or because a colleague settled it."""

    provider: str
    how: str = ""


@fact(853, customer=Words("We reminded you of an appointment.", "Fe'ch atgoffwyd o apwyntiad."),
      line="The customer was reminded of the appointment: {route:route}.", lines="The customer was reminded of the appointment.")  # fmt: skip
class AppointmentReminded(Fact):
    """The customer was reminded, by a way they can use. `written`: by a letter that follows from this fact."""

    appointment: int
    route: str
    written: bool = False


@fact(854, customer=Words("We agreed with you to leave an appointment as it is.", "Cytunwyd â chi i adael apwyntiad fel y mae."),
      line="The appointment stays as it is, as agreed with the customer.", lines="The appointment stays as it is.", forget=("said",))  # fmt: skip
class LeftAsItIs(Fact):
    """The customer could not make it and now can: agreed with them."""

    appointment: int
    said: str = ""


@fact(855, line="Whoever would have met the customer was told not to.", lines="Whoever would have met the customer was told not to.")
class AppointmentHeld(Fact):
    """A death was reported, and nobody goes to this appointment or rings for it. It stands, and waits."""

    appointment: int
