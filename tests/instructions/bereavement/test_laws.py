"""Laws that hold after any order of reports, doubts, certificates and corrections about a death."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from customerview.instructions import catalogue
from customerview.instructions.awards_and_payments.facts import AwardReported
from customerview.instructions.bereavement.doubt_death import DoubtDeath
from customerview.instructions.bereavement.facts import ITEMS
from customerview.instructions.bereavement.record_alive import RecordAlive
from customerview.instructions.bereavement.record_certificate import RecordCertificate
from customerview.instructions.bereavement.report_act_on_death import ReportActOnDeath
from customerview.instructions.bereavement.report_death import ReportDeath
from customerview.instructions.bereavement.verify_death import VerifyDeath
from customerview.instructions.bereavement.work_out_balance import WorkOutBalance
from customerview.instructions.health_assessments.refer_for_assessment import ReferForAssessment
from customerview.perform import Invalid, Refused, perform

from ..played import Played, colleague, line_system

TODAY = date(2026, 11, 2)
WHO = colleague("bereavement_officer", "decision_maker", "case_manager", "agent")
PIP = line_system("PIP")
days = st.dates(date(2026, 10, 1), TODAY)
steps = st.one_of(
    st.builds(ReportDeath, date_known=st.just(True), died=days, source=st.just("caller")),
    st.builds(ReportDeath, date_known=st.just(False), source=st.just("letter")),
    st.builds(VerifyDeath, died=days, source=st.just("registration")),
    st.builds(RecordCertificate, died=days),
    st.builds(DoubtDeath, why=st.just("Somebody saw them.")),
    st.builds(RecordAlive, how=st.just("Spoke to them"), source=st.just("spoke")),
    st.builds(ReportActOnDeath, item=st.sampled_from(ITEMS[:3]), day=days),
    st.builds(WorkOutBalance, owed=st.integers(0, 100_000)),
)


def after(story, done):
    for step in done:
        by = PIP if isinstance(step, ReportActOnDeath | WorkOutBalance) else WHO
        try:
            story.when(step, by)
        except Invalid:
            assert not story.record.death.reported, "only what needs a reported death may be found wrong here"


@settings(max_examples=60, deadline=None)
@given(st.lists(steps, max_size=12))
def test_after_any_order_of_events(done):
    story = Played(catalogue(), TODAY).given(
        AwardReported(award="PIP-1", benefit="PIP", line="PIP", amount=40_000, frequency="four_weeks", starts=date(2024, 1, 1))
    )
    after(story, done)
    death, open_duties = story.record.death, {o.duty for o in story.record.duties.open.values()}

    try:
        perform(ReferForAssessment(award="PIP-1"), on=story.stream, by=WHO, ledger=story.ledger, catalogue=story.catalogue, dry=True)
        sent = True
    except Refused:
        sent = False
    assert sent == (not death.reported), "something goes out exactly when no death is on record"

    assert ("settle_doubt_about_death" in open_duties) == (death.status == "doubtful"), "doubt is somebody's work until it is settled"
    list_done = set(ITEMS) <= set(death.done.get("PIP", ()))
    assert ("act_on_death" in open_duties) == (death.reported and not list_done), "the line's list is open until the whole of it is done"
    if death.reversible_only:
        assert "verify_reported_death" in open_duties or "settle_doubt_about_death" in open_duties, "no report stays unverified unseen"
    if death.status == "verified":
        assert death.died is not None
