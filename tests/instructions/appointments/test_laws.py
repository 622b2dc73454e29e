"""What holds of every booking, whatever the customer's ways, needs and stays: cases with sentence names stand beside the rules."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import msgspec
from hypothesis import given as for_every
from hypothesis import settings
from hypothesis import strategies as st

from customerview.instructions.appointments.book_appointment import BookAppointment
from customerview.instructions.appointments.facts import AppointmentBooked, AppointmentCancelled, PrivateAppointmentBooked
from customerview.instructions.appointments.say_cannot_make_it import SayCannotMakeIt
from customerview.instructions.appointments.ways import CALLS, HOWS, ways_left, why_not_met
from customerview.instructions.change_of_circumstances.facts import ChangeReported
from customerview.instructions.personal_details.facts import AddressChanged, RouteFailed, RouteRecorded, RouteSafetySaid
from customerview.instructions.records_and_notes.acknowledge_key_facts import AcknowledgeKeyFacts
from customerview.instructions.representatives.facts import AuthorityRecorded
from customerview.instructions.support_needs.facts import NEEDS, AdjustmentAgreed, NeedRecorded, SeriousHarmFeared
from customerview.instructions.support_needs.slices import why_not_usable
from customerview.kernel import LONDON
from customerview.learning.expected import wrong
from customerview.learning.people import AGENT, CUSTOMER, representative
from customerview.learning.story import given
from customerview.perform import Refused

WHEN = datetime(2026, 3, 12, 10, tzinfo=LONDON)
LIVES = st.lists(
    st.one_of(
        st.builds(RouteRecorded, route=st.sampled_from(CALLS), value=st.just("07700 900123")),
        st.builds(RouteFailed, route=st.sampled_from(CALLS), how=st.just("dead_line")),
        st.builds(RouteSafetySaid, route=st.sampled_from((*CALLS, "in_person")), safe=st.booleans()),
        st.builds(NeedRecorded, need=st.sampled_from(sorted(NEEDS))),
        st.builds(ChangeReported, award=st.just("UC-1"), line=st.just("UC"), stay=st.sampled_from(("hospital", "custody", "over"))),
        st.builds(
            AddressChanged, role=st.sampled_from(("home", "hospital")), lines=st.just(("1 Main Street",)), postcode=st.just("QX1 2AB")
        ),
    ),
    max_size=6,
)


def booking(how: str) -> BookAppointment:
    place = "Mill Street" if how in ("jobcentre", "centre", "visit") else ""
    return BookAppointment(how=how, at=WHEN, minutes=30, purpose="review", agreed=True, place=place)


@settings(deadline=None)
@for_every(LIVES, st.sampled_from(sorted(HOWS)))
def test_what_is_booked_is_what_they_can_be_met_by_and_else_what_is_left_is_offered(life, how):
    story = given(*life)
    record = story.record
    left = ways_left(WHEN.date(), record)
    assert all(why_not_met(way, WHEN.date(), record) is None for way in left)
    story.when(AcknowledgeKeyFacts(), by=AGENT)
    story.when(booking(how), by=AGENT)
    done = story.stopped is None
    if not done:
        assert isinstance(story.stopped, Refused) and {o.rule for o in story.stopped.outcomes} == {"appointment_by_reachable_route"}
        assert bool(left) == (story.stopped.outcomes[0].kind == "refused"), "where no way is left, somebody finds one"
    assert done == (why_not_met(how, WHEN.date(), record) is None)
    if done and how in CALLS:
        assert why_not_usable(how, record) is None


def test_what_is_feared_is_on_no_appointment():
    """An appointment is read by everybody; what is restricted stays where it is."""
    story = given(RouteRecorded(route="mobile", value="07700 900123"), NeedRecorded(need="memory"), SeriousHarmFeared(need="self_harm"))
    story.when(AcknowledgeKeyFacts(), by=AGENT).when(booking("mobile"), by=AGENT)
    assert story.last[0].fact.needs == ("memory",)


def test_the_slice_stays_small_however_many_there_were():
    story = given(RouteRecorded(route="mobile", value="07700 900123"))
    for n in range(40):
        story.and_given(AppointmentBooked(at=WHEN + timedelta(days=n), minutes=30, how="mobile", purpose="work", line="UC", team="uc.case"))
    numbers = list(story.record.appointments.open)
    story.and_given(*(AppointmentCancelled(appointment=n, wish="us", why="staff") for n in numbers))
    assert not story.record.appointments.open and len(story.record.appointments.over) == 20
    assert date(2026, 3, 12) < min(one.day for one in story.record.appointments.over.values())


def test_what_was_agreed_with_the_customer_alone_is_seen_by_nobody_who_acts():
    """They neither see it nor can say anything of it; no letter and no reminder follows."""
    story = given(
        RouteRecorded(route="mobile", value="07700 900123"), AdjustmentAgreed(adjustment="reminder"),
        AuthorityRecorded(authority="A1", type="appointee", holder="gwen", name="Gwen Morgan", starts=date(2024, 5, 2)),
    )  # fmt: skip
    alone = msgspec.structs.replace(booking("mobile"), alone=True)
    story.when(AcknowledgeKeyFacts(), by=AGENT).when(msgspec.structs.replace(alone, agreed=False), by=AGENT).then(wrong("agreed"))
    story.when(alone, by=AGENT).then(PrivateAppointmentBooked)
    number = story.number_of(PrivateAppointmentBooked)
    assert number in story.record.appointments.open and not story.record.seen_by(representative=True).appointments.open
    story.owes_nothing("remind_of_appointment")
    story.when(SayCannotMakeIt(appointment=number, wish="cancel"), by=representative("gwen")).then(wrong("appointment"))
    story.when(SayCannotMakeIt(appointment=number, wish="cancel"), by=CUSTOMER).owes("cannot_make_it_answered", by=1)
