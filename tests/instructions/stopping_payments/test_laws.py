"""Laws that hold after any order of what happens to payments of one award."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from customerview.instructions import catalogue
from customerview.instructions.awards_and_payments.facts import AwardReported
from customerview.instructions.stopping_payments.acknowledge_suspension import AcknowledgeSuspension
from customerview.instructions.stopping_payments.place_protective_hold import PlaceProtectiveHold
from customerview.instructions.stopping_payments.record_bearing import RecordBearing
from customerview.instructions.stopping_payments.report_resumed import ReportResumed
from customerview.instructions.stopping_payments.report_suspension import ReportSuspension
from customerview.instructions.stopping_payments.resume_payment import ResumePayment
from customerview.instructions.stopping_payments.review_suspension import ReviewSuspension
from customerview.perform import Invalid, Refused

from ..played import Played, colleague, line_system

START = date(2026, 11, 2)
SYSTEM, WHO = line_system("ESA"), colleague("decision_maker", line="ESA")
steps = st.sampled_from([
    (ReportSuspension(award="ESA-1", since=START, ground="entitlement"), SYSTEM),
    (AcknowledgeSuspension(award="ESA-1"), SYSTEM),
    (ReviewSuspension(award="ESA-1", decision="keep", why="Not settled"), WHO),
    (ReviewSuspension(award="ESA-1", decision="lift", why="Settled"), WHO),
    (ResumePayment(award="ESA-1", why="Settled"), WHO),
    (ReportResumed(award="ESA-1", paid=19_110), SYSTEM),
    (RecordBearing(award="ESA-1", what="A letter"), WHO),
    (PlaceProtectiveHold(award="ESA-1", ground="payee_in_doubt", safe_way="Cash"), WHO),
])  # fmt: skip


def what_stands_against(story, step, by):
    try:
        story.when(step, by)
    except (Invalid, Refused) as refusal:
        return refusal
    return None


@settings(max_examples=80, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 6), steps), max_size=14))
def test_after_any_order_of_events(done):
    story = Played(catalogue(), START).given(
        AwardReported(award="ESA-1", benefit="ESA", line="ESA", amount=19_110, frequency="fortnight", starts=date(2024, 1, 1))
    )
    for days, (step, by) in done:
        story.today += timedelta(days=days)
        suspended = "ESA-1" in story.record.suspensions.open
        holding = isinstance(step, PlaceProtectiveHold)
        refusal = what_stands_against(story, step, by)
        if isinstance(refusal, Invalid):
            assert holding or not suspended, "whatever is done about a suspension that stands is taken"
        elif refusal:
            assert holding and refusal.outcomes[0].kind == "approval", "lifting is never refused"

    found, owed = story.record.suspensions.stopped("ESA-1"), {o.duty: o for o in story.record.duties.open.values()}
    assert ("review_and_lift_suspension" in owed) == (found is not None and found.stage == "suspended"), "no suspension is forgotten"
    assert ("pay_what_was_held" in owed) == (found is not None and found.stage == "lifting"), "nothing decided stays unpaid unseen"
    if review := owed.get("review_and_lift_suspension"):
        since = max(found.since, found.reviewed or found.since)
        assert review.due <= story.catalogue.calendars.of("england_and_wales", START).add(max(since, review.opened_at.date()), 10)
    for hold in story.record.suspensions.holds.values():
        assert owed["end_protective_hold"].due == hold.until
