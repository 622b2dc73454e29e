"""While money is stopped: it is reviewed, the customer knows and is helped, and it starts again as soon as the doubt is settled."""

from datetime import date

import pytest

from customerview.instructions.awards_and_payments.facts import AwardReported
from customerview.instructions.awards_and_payments.report_award_end import ReportAwardEnd
from customerview.instructions.awards_and_payments.report_payment_change import ReportPaymentChange
from customerview.instructions.awards_and_payments.report_payment_missed import ReportPaymentMissed
from customerview.instructions.personal_details.facts import AddressChanged
from customerview.instructions.requests_to_lines.ask_line_to_lift import AskLineToLift
from customerview.instructions.stopping_payments.decide_not_to_suspend import DecideNotToSuspend
from customerview.instructions.stopping_payments.explain_suspension import ExplainSuspension
from customerview.instructions.stopping_payments.facts import PaymentSuspended, SuspensionAsked
from customerview.instructions.stopping_payments.offer_emergency_money import OfferEmergencyMoney
from customerview.instructions.stopping_payments.record_bearing import RecordBearing
from customerview.instructions.stopping_payments.record_essentials_in_doubt import RecordEssentialsInDoubt
from customerview.instructions.stopping_payments.record_information_on_entitlement import RecordInformationOnEntitlement
from customerview.instructions.stopping_payments.report_resumed import ReportResumed
from customerview.instructions.stopping_payments.resume_payment import ResumePayment
from customerview.instructions.stopping_payments.review_suspension import ReviewSuspension
from customerview.instructions.support_needs.facts import NeedRecorded
from customerview.kernel import Actor

from ..played import Played, colleague, line_system

MONDAY, TUESDAY, WEDNESDAY = date(2026, 11, 2), date(2026, 11, 3), date(2026, 11, 4)
ESA = {"award": "ESA-1", "benefit": "ESA", "line": "ESA"}
DECIDER = colleague("decision_maker", line="ESA")
SYSTEM = line_system("ESA")


def award(benefit: str) -> AwardReported:
    return AwardReported(award=f"{benefit}-1", benefit=benefit, line=benefit, amount=19_110, frequency="fortnight", starts=date(2024, 1, 1))


@pytest.fixture
def paid(catalogue):
    return Played(catalogue, MONDAY).given(award("ESA"))


@pytest.fixture
def stopped(paid):
    paid.when(RecordInformationOnEntitlement(award="ESA-1", what="May have left the country", source="A caller"), DECIDER)
    paid.given(SuspensionAsked(**ESA, ground="entitlement"), PaymentSuspended(**ESA, ground="entitlement", since=MONDAY))
    return paid


def test_a_suspension_is_reviewed_each_ten_days_as_long_as_it_lasts(stopped):
    stopped.owes("review_and_lift_suspension", by=date(2026, 11, 16), owner="esa.decisions")
    stopped.today = date(2026, 11, 10)
    stopped.when(ReviewSuspension(award="ESA-1", decision="keep", why="The embassy has not answered."), DECIDER)
    stopped.owes("review_and_lift_suspension", by=date(2026, 11, 24), owner="esa.decisions")


def test_lifting_is_never_held_and_pays_what_was_held_the_same_day(stopped):
    stopped.when(ResumePayment(award="ESA-1", why="She came to the office."), DECIDER)
    assert stopped.owed("review_and_lift_suspension") is None
    stopped.owes("pay_what_was_held", by=MONDAY, owner="esa.payments")
    assert stopped.record.suspensions.stopped("ESA-1").stage == "lifting", "money is not flowing until the line says so"
    stopped.when(ReportResumed(award="ESA-1", paid=19_110), SYSTEM)
    assert stopped.owed("pay_what_was_held") is None and not stopped.record.suspensions.open


def test_lifting_in_a_review_is_never_held_either(stopped):
    assert stopped.when(ReviewSuspension(award="ESA-1", decision="lift", why="Settled."), DECIDER).facts
    assert stopped.owed("pay_what_was_held") is not None


def test_ending_the_award_needs_what_suspending_needed(stopped):
    end = ReviewSuspension(award="ESA-1", decision="end", why="She moved abroad.", ends=MONDAY)
    assert [o.satisfied_by for o in stopped.refuses(end, DECIDER)] == [
        "screen_needs", "record_contact_attempt", "hold_case_conference", "team_leader",
    ]  # fmt: skip


@pytest.mark.parametrize("by", [colleague("agent", line="PIP"), Actor(kind="colleague", id="7", roles=frozenset({"visiting_officer"}))])
def test_what_bears_on_the_doubt_whoever_receives_it_is_decided_on_the_next_day(stopped, by):
    stopped.when(RecordBearing(award="ESA-1", what="A tenancy agreement"), by)
    stopped.owes("decide_on_what_was_received", by=TUESDAY, owner="esa.decisions")
    stopped.when(ReviewSuspension(award="ESA-1", decision="keep", why="It is another person's."), DECIDER)
    assert stopped.owed("decide_on_what_was_received") is None


def test_another_line_asks_for_the_lifting_and_gets_an_answer(stopped):
    stopped.when(AskLineToLift(award="ESA-1", why="We see her every week."), colleague("agent", line="PIP"))
    stopped.owes("line_answers_what_it_was_asked", by=TUESDAY, owner="esa.decisions")
    stopped.when(ReviewSuspension(award="ESA-1", decision="keep", why="It is another person's."), DECIDER)
    assert stopped.owed("line_answers_what_it_was_asked") is None
    stopped.owes("tell_what_the_line_answered", by=TUESDAY, owner="pip.case")


def test_news_from_the_customer_is_weighed_the_next_day(stopped):
    stopped.given(AddressChanged(role="home", lines=("1 Made-up Street",), postcode="QA1 1AA"))
    stopped.owes("look_at_news_while_suspended", by=TUESDAY, owner="esa.decisions")
    stopped.when(ReviewSuspension(award="ESA-1", decision="keep", why="It does not say since when."), DECIDER)
    assert stopped.owed("look_at_news_while_suspended") is None


def test_news_while_nothing_is_suspended_is_nobody_s_extra_work(paid):
    paid.given(AddressChanged(role="home", lines=("1 Made-up Street",), postcode="QA1 1AA"))
    assert paid.owed("look_at_news_while_suspended") is None


def test_the_customer_is_told_and_offered_help_the_same_day(stopped):
    stopped.owes("explain_suspension", by=MONDAY, owner="esa.decisions")
    stopped.owes("emergency_money_offered", by=MONDAY, owner="esa.payments")
    stopped.when(ExplainSuspension(award="ESA-1", route="phone"), DECIDER)
    stopped.when(OfferEmergencyMoney(award="ESA-1", offers=("part", "local_help"), answer="accepted"), colleague("agent"))
    assert stopped.owed("explain_suspension") is None and stopped.owed("emergency_money_offered") is None


def test_an_award_that_ended_leaves_nothing_to_review_or_pay(stopped):
    stopped.when(ReportAwardEnd(award="ESA-1", ended=MONDAY, why="moved abroad"), SYSTEM)
    assert stopped.owed("review_and_lift_suspension") is None and stopped.owed("emergency_money_offered") is None


def test_a_missed_payment_with_nothing_else_coming_in_is_an_emergency(paid):
    paid.when(ReportPaymentMissed(award="ESA-1", payment="p1", due=MONDAY, amount=19_110), SYSTEM)
    paid.owes("emergency_money_offered", by=MONDAY, owner="esa.payments")


def test_a_missed_payment_beside_another_benefit_is_one_only_where_there_are_needs_or_the_customer_says_so(catalogue):
    story = Played(catalogue, MONDAY).given(award("ESA"), award("PIP"))
    story.when(ReportPaymentMissed(award="ESA-1", payment="p1", due=MONDAY, amount=19_110), SYSTEM)
    assert story.owed("emergency_money_offered") is None
    story.when(RecordEssentialsInDoubt(award="ESA-1", what="No food until Friday"), colleague("agent"))
    story.owes("emergency_money_offered", by=MONDAY, owner="esa.payments")

    marked = Played(catalogue, MONDAY).given(award("ESA"), award("PIP"), NeedRecorded(need="destitution", tier="support"))
    marked.when(ReportPaymentMissed(award="ESA-1", payment="p1", due=MONDAY, amount=19_110), SYSTEM)
    assert marked.owed("emergency_money_offered") is not None


def test_a_payment_larger_than_usual_is_no_emergency_and_a_smaller_one_is(paid):
    paid.when(ReportPaymentChange(award="ESA-1", payment="p1", due=MONDAY, amount=25_000), SYSTEM)
    assert paid.owed("emergency_money_offered") is None
    paid.when(ReportPaymentChange(award="ESA-1", payment="p2", due=MONDAY, amount=5_000), SYSTEM)
    assert paid.owed("emergency_money_offered") is not None


def test_information_that_entitlement_ended_is_decided_on_within_two_days_never_by_silence(paid):
    paid.when(RecordInformationOnEntitlement(award="ESA-1", what="Works full time", source="A payslip", ended=True),
              colleague("compliance_officer", line="COMPLIANCE"))  # fmt: skip
    paid.owes("decide_whether_to_suspend", by=WEDNESDAY, owner="compliance")
    paid.when(DecideNotToSuspend(award="ESA-1", why="The payslip is her sister's."), DECIDER)
    assert paid.owed("decide_whether_to_suspend") is None


def test_suspending_is_a_decision_too(stopped):
    assert stopped.owed("decide_whether_to_suspend") is None
