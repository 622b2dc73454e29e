"""A death told once, to anyone, is known to everybody; nothing goes out; its date is never taken on trust."""

from datetime import date
from uuid import uuid4

import pytest

from customerview.instructions.awards_and_payments.facts import AwardReported, DeductionStarted, PartReported
from customerview.instructions.awards_and_payments.start_deduction import StartDeduction
from customerview.instructions.bereavement.apologise import Apologise
from customerview.instructions.bereavement.call_back_reporter import CallBackReporter
from customerview.instructions.bereavement.doubt_death import DoubtDeath
from customerview.instructions.bereavement.end_award_at_death import EndAwardAtDeath
from customerview.instructions.bereavement.receive_unmatched_report import ReceiveUnmatchedReport
from customerview.instructions.bereavement.record_alive import RecordAlive
from customerview.instructions.bereavement.record_certificate import RecordCertificate
from customerview.instructions.bereavement.record_date_of_death import RecordDateOfDeath
from customerview.instructions.bereavement.report_act_on_death import ReportActOnDeath
from customerview.instructions.bereavement.report_date_corrected import ReportDateCorrected
from customerview.instructions.bereavement.report_death import ReportDeath
from customerview.instructions.bereavement.report_restored import ReportRestored
from customerview.instructions.bereavement.settle_unmatched_report import SettleUnmatchedReport
from customerview.instructions.bereavement.verify_death import VerifyDeath
from customerview.instructions.change_of_circumstances.record_receipt import RecordReceipt
from customerview.instructions.contacts.answer_recognition_questions import AnswerRecognitionQuestions
from customerview.instructions.contacts.end_contact import EndContact
from customerview.instructions.contacts.facts import QUESTIONS
from customerview.instructions.contacts.note_contact import NoteContact
from customerview.instructions.contacts.start_contact import StartContact
from customerview.instructions.health_assessments.refer_for_assessment import ReferForAssessment
from customerview.instructions.health_assessments.withdraw_referral import WithdrawReferral
from customerview.kernel.facts import FactShared
from customerview.perform import Invalid

from ..played import Played, colleague, line_system

MONDAY = date(2026, 11, 2)
TUESDAY, WEDNESDAY, THURSDAY = date(2026, 11, 3), date(2026, 11, 4), date(2026, 11, 5)
AGENT = colleague("agent", line="DEBT")
OFFICER = colleague("bereavement_officer", line="BEREAVEMENT", who="1002")
DECISION_MAKER = colleague("decision_maker", who="1003")


def award(benefit: str) -> AwardReported:
    return AwardReported(
        award=f"{benefit}-1", benefit=benefit, line=benefit, amount=40_000, frequency="four_weeks", starts=date(2024, 1, 1)
    )


@pytest.fixture
def story(catalogue):
    played = Played(catalogue, MONDAY)
    return played.given(award("PIP"), award("ESA"), PartReported(line="CMS", reference="C1", what="child_maintenance"))


def reported(story, died=date(2026, 10, 30), **more):
    return story.when(ReportDeath(date_known=died is not None, died=died, source="caller", **more), AGENT)


def recipients(done) -> set[str]:
    return {f.fact.recipient for f in done.facts if isinstance(f.fact, FactShared)}


def test_one_report_reaches_every_line_with_any_part_at_once_and_each_receipt_is_watched(story):
    done = reported(story)
    assert recipients(done) == {"BEREAVEMENT", "PIP", "ESA", "CMS"}
    number = done.facts[0].number
    story.owes("share_receipt_confirmed", per=f"share_death:{number}:CMS", by=TUESDAY, owner="operations")
    story.when(RecordReceipt(share="share_death", of=number), line_system("CMS"))
    assert story.owed("share_receipt_confirmed", per=f"share_death:{number}:CMS") is None
    assert story.owed("share_receipt_confirmed", per=f"share_death:{number}:PIP") is not None


def test_the_tribunal_and_the_assessment_provider_are_told_when_they_have_a_part(story):
    story.given(PartReported(line="TRIBUNAL", reference="T1", what="appeal"))
    story.when(ReferForAssessment(award="PIP-1"), DECISION_MAKER)
    assert {"TRIBUNAL", "ASSESSMENT"} <= recipients(reported(story))


def test_the_form_asks_for_the_date_or_for_not_known(story):
    with pytest.raises(Invalid, match="Enter the date, or say that it is not known"):
        story.when(ReportDeath(date_known=True, source="caller"), AGENT)


def test_a_date_not_known_is_chased_until_it_is_found(story):
    reported(story, died=None)
    story.owes("chase_missing_date", by=THURSDAY, owner="bereavement")
    story.when(RecordDateOfDeath(died=date(2026, 10, 30), source="caller"), AGENT)
    assert story.owed("chase_missing_date") is None
    assert story.record.death.died == date(2026, 10, 30) and story.record.death.status == "reported"


def test_a_reporter_who_was_not_put_through_is_rung_back_the_next_day(story):
    reported(story, reporter="A neighbour", reach="01632 960001")
    story.owes("call_back_reporter", by=TUESDAY, owner="bereavement")
    story.when(CallBackReporter(reached=True), OFFICER)
    assert story.owed("call_back_reporter") is None


def test_a_reporter_who_was_put_through_is_not_rung_again(story):
    reported(story, reporter="A neighbour", reach="01632 960001", transferred=True)
    assert story.owed("call_back_reporter") is None


def test_nothing_goes_out_from_the_first_word_of_a_death_and_it_goes_on_when_the_person_is_alive(story):
    reported(story)
    refer = ReferForAssessment(award="PIP-1")
    assert [o.kind for o in story.refuses(refer, DECISION_MAKER)] == ["held"]
    deduct, by = StartDeduction(award="ESA-1", deduction="D1", to="DEBT", pence=500), colleague("decision_maker", line="ESA", who="1004")
    assert [o.kind for o in story.read_by(by).refuses(deduct, by)] == ["held"]
    story.when(RecordAlive(how="Spoke to her, security answered", source="spoke"), DECISION_MAKER)
    assert story.when(refer, DECISION_MAKER).facts


def test_when_the_death_is_verified_it_is_refused_for_good_and_open_referrals_are_withdrawn(story):
    referral = story.when(ReferForAssessment(award="PIP-1"), DECISION_MAKER).facts[0].number
    reported(story)
    withdraw = WithdrawReferral(referral=referral, why="The person has died.")
    assert story.refuses(withdraw, DECISION_MAKER)[0].kind == "held"
    story.when(VerifyDeath(died=date(2026, 10, 30), source="registration"), OFFICER)
    assert story.refuses(ReferForAssessment(award="PIP-1"), DECISION_MAKER)[0].kind == "refused"
    story.owes("withdraw_referrals_at_death", by=MONDAY, owner="assessment")
    story.when(withdraw, DECISION_MAKER)
    assert story.owed("withdraw_referrals_at_death") is None


def test_deductions_end_with_the_first_report(story):
    story.given(DeductionStarted(award="PIP-1", benefit="PIP", line="PIP", deduction="D1", to="CMS", pence=1_000))
    reported(story)
    story.owes("end_deductions_at_death", by=THURSDAY, owner="pip.payments")


def test_a_reported_date_is_kept_with_its_source_until_a_better_source_verifies_it(story):
    reported(story)
    death = story.record.death
    assert (death.status, death.died, death.source) == ("reported", date(2026, 10, 30), "caller")
    assert story.owed("verify_reported_death").owner == "bereavement"
    story.when(VerifyDeath(died=date(2026, 10, 30), source="registration"), OFFICER)
    assert story.owed("verify_reported_death") is None
    assert story.record.death.status == "verified"


def test_a_certificate_with_another_date_corrects_every_line_by_the_next_day(story):
    reported(story)
    done = story.when(RecordCertificate(died=date(2026, 10, 28)), OFFICER)
    assert recipients(done) == {"BEREAVEMENT", "PIP", "ESA", "CMS"}
    assert story.record.death.died == date(2026, 10, 28)
    story.owes("correct_date_of_death", per="PIP", by=TUESDAY, owner="pip.case")
    story.when(ReportDateCorrected(), line_system("PIP"))
    assert story.owed("correct_date_of_death", per="PIP") is None
    assert story.owed("correct_date_of_death", per="ESA") is not None


def test_a_certificate_with_the_same_date_corrects_nothing(story):
    reported(story)
    story.when(RecordCertificate(died=date(2026, 10, 30)), OFFICER)
    assert story.owed("correct_date_of_death", per="PIP") is None


def test_word_that_contradicts_a_death_pauses_what_cannot_be_undone_both_ways(story):
    reported(story)
    story.when(VerifyDeath(died=date(2026, 10, 30), source="registration"), OFFICER)
    story.when(DoubtDeath(why="He came to the office today."), colleague("agent"))
    assert story.record.death.status == "doubtful"
    story.owes("settle_doubt_about_death", by=TUESDAY, owner="pip.case")
    assert story.read_by(DECISION_MAKER).refuses(EndAwardAtDeath(award="PIP-1", ends=date(2026, 10, 30)), DECISION_MAKER)[0].kind == "held"
    story.when(VerifyDeath(died=date(2026, 10, 30), source="coroner"), OFFICER)
    assert story.owed("settle_doubt_about_death") is None
    assert story.read_by(DECISION_MAKER).when(EndAwardAtDeath(award="PIP-1", ends=date(2026, 10, 30)), DECISION_MAKER).facts


def test_two_reports_that_disagree_make_the_death_doubtful(story):
    reported(story)
    reported(story, died=date(2026, 10, 27))
    assert story.record.death.status == "doubtful"
    assert story.owed("settle_doubt_about_death") is not None


def test_what_a_line_did_too_early_is_kept_and_answered_for(story):
    reported(story)
    story.when(ReportActOnDeath(item="award_ended", day=date(2026, 10, 30)), line_system("PIP"))
    assert story.record.awards.held["PIP-1"].ends == date(2026, 10, 30)
    story.owes("answer_irreversible_act", by=TUESDAY, owner="pip.case")


def test_found_alive_puts_everything_right_the_same_day_and_says_sorry(story):
    reported(story)
    done = story.when(RecordAlive(how="Spoke to him", source="spoke"), DECISION_MAKER)
    assert recipients(done) == {"BEREAVEMENT", "PIP", "ESA", "CMS"}
    assert story.owed("act_on_death", per="PIP") is None and story.owed("find_next_of_kin") is None
    story.owes("restore_after_death_found_wrong", per="PIP", by=MONDAY, owner="pip.case")
    story.owes("apologise_for_recorded_death", by=MONDAY, owner="bereavement")
    for item in ("held_money_paid", "appointments_restored"):
        story.when(ReportRestored(item=item), line_system("PIP"))
    assert story.owed("restore_after_death_found_wrong", per="PIP") is not None
    story.when(ReportRestored(item="record_corrected"), line_system("PIP"))
    assert story.owed("restore_after_death_found_wrong", per="PIP") is None
    story.when(Apologise(route="visit", words="We are sorry."), OFFICER)
    assert story.owed("apologise_for_recorded_death") is None


def test_a_report_from_the_public_service_that_matches_nobody_is_matched_within_a_day(catalogue):
    story, feed = Played(catalogue, MONDAY), line_system("BEREAVEMENT")
    story.when(ReceiveUnmatchedReport(source="public_reporting", reference="TUO-1", died=date(2026, 10, 30)), feed)
    story.owes("match_death_report", by=TUESDAY, owner="bereavement")
    story.when(SettleUnmatchedReport(outcome="matched", customer=uuid4()), OFFICER)
    assert story.owed("match_death_report") is None


@pytest.mark.parametrize("by", [AGENT, line_system("ESA"), colleague("visiting_officer"), colleague("complaint_handler")])
def test_anybody_who_works_here_and_any_line_can_record_a_death(story, by):
    assert story.when(ReportDeath(date_known=False, source="caller"), by).facts


def test_a_call_in_which_a_death_was_spoken_of_does_not_end_before_the_form_is_filled_in(story):
    number = story.when(StartContact(channel="call_in", party="third_party", checked="not_checked"), AGENT).facts[0].number
    story.when(AnswerRecognitionQuestions(contact=number, **{q: q == "death" for q in QUESTIONS}), AGENT)
    story.when(NoteContact(contact=number, reported="Her neighbour died", agreed="We tell everybody", follows="A call back"), AGENT)
    end = EndContact(contact=number, summary="You told us of a death.")
    assert [o.satisfied_by for o in story.refuses(end, AGENT)] == ["report_death"]
    reported(story)
    assert story.when(end, AGENT).facts
