"""After a death each line works its list, the right person is found, and what is owed reaches the right payee."""

from datetime import date

import pytest

from customerview.instructions.awards_and_payments.facts import AwardReported
from customerview.instructions.bereavement.close_balance import CloseBalance
from customerview.instructions.bereavement.facts import DeathReported, DeathVerified
from customerview.instructions.bereavement.pay_arrears_due_at_death import PayArrearsDueAtDeath
from customerview.instructions.bereavement.record_next_of_kin import RecordNextOfKin
from customerview.instructions.bereavement.record_request_after_death import RecordRequestAfterDeath
from customerview.instructions.bereavement.reject_standing import RejectStanding
from customerview.instructions.bereavement.report_act_on_death import ReportActOnDeath
from customerview.instructions.bereavement.report_arrears_paid import ReportArrearsPaid
from customerview.instructions.bereavement.report_death import ReportDeath
from customerview.instructions.bereavement.search_for_next_of_kin import SearchForNextOfKin
from customerview.instructions.bereavement.verify_arrears_payee import VerifyArrearsPayee
from customerview.instructions.bereavement.verify_death import VerifyDeath
from customerview.instructions.bereavement.verify_standing import VerifyStanding
from customerview.instructions.bereavement.work_out_balance import WorkOutBalance
from customerview.instructions.bereavement.write_to_next_of_kin import WriteToNextOfKin

from ..played import Played, colleague, line_system

MONDAY, TUESDAY, THURSDAY = date(2026, 11, 2), date(2026, 11, 3), date(2026, 11, 5)
DIED = date(2026, 10, 30)
OFFICER = colleague("bereavement_officer", line="BEREAVEMENT", who="1002")
DECISION_MAKER = colleague("decision_maker", line="ESA", who="1003")
ESA = line_system("ESA")


@pytest.fixture
def story(catalogue):
    played = Played(catalogue, MONDAY)
    return played.given(
        AwardReported(award="ESA-1", benefit="ESA", line="ESA", amount=19_110, frequency="fortnight", starts=date(2024, 1, 1))
    )


@pytest.fixture
def died(story):
    story.when(ReportDeath(date_known=True, died=DIED, source="caller"), colleague("agent"))
    story.when(VerifyDeath(died=DIED, source="registration"), OFFICER)
    return story


def kin(story, name="Gwen", claim="next_of_kin"):
    return story.when(RecordNextOfKin(claim=claim, name=name), OFFICER).facts[0].number


def owed(story, pence=30_000):
    return story.when(WorkOutBalance(owed=pence), ESA).facts[0].number


def test_the_line_s_list_is_done_only_when_every_item_is(died):
    died.owes("act_on_death", per="ESA", by=THURSDAY, owner="esa.case")
    died.when(ReportActOnDeath(item="payments_stopped"), ESA)
    died.when(ReportActOnDeath(item="award_ended", day=DIED), ESA)
    died.when(ReportActOnDeath(item="tasks_closed"), ESA)
    assert died.owed("act_on_death", per="ESA") is not None
    died.when(WorkOutBalance(owed=0), ESA)
    assert died.owed("act_on_death", per="ESA") is None
    assert died.record.awards.held["ESA-1"].ends == DIED


def test_a_death_known_to_a_line_only_later_gives_it_its_list_too(story):
    story.given(DeathReported(source="caller", died=DIED), DeathVerified(died=DIED, source="registration"))
    assert story.owed("act_on_death", per="ESA") is None, "nothing was shared with it yet"


def test_next_of_kin_is_searched_written_to_and_written_to_again(died):
    died.owes("find_next_of_kin", by=date(2026, 11, 9), owner="bereavement")
    died.owes("write_to_next_of_kin_again", by=date(2026, 11, 23), owner="bereavement")
    died.when(SearchForNextOfKin(found=1), OFFICER)
    assert died.owed("find_next_of_kin") is not None, "the letter is still to be sent"
    died.when(WriteToNextOfKin(letter="first"), OFFICER)
    assert died.owed("find_next_of_kin") is None
    died.when(WriteToNextOfKin(letter="second"), OFFICER)
    assert died.owed("write_to_next_of_kin_again") is None


def test_somebody_verified_ends_the_search(died):
    died.when(VerifyStanding(person=kin(died), standing="spouse", evidence="Marriage certificate, document 7"), OFFICER)
    assert died.owed("find_next_of_kin") is None and died.owed("write_to_next_of_kin_again") is None


def test_next_of_kin_named_in_the_report_is_verified_within_five_days(story):
    story.when(ReportDeath(date_known=True, died=DIED, source="caller", next_of_kin="Gwen Morgan"), colleague("agent"))
    story.owes("settle_standing_after_death", by=date(2026, 11, 9), owner="bereavement")


def test_a_request_is_accepted_and_waits_until_standing_is_settled(died):
    person = kin(died, claim="other")
    died.when(RejectStanding(person=person, why="No evidence yet"), OFFICER)
    died.when(RecordRequestAfterDeath(person=person, to="DRS", what="Disputes the last decision"), colleague("agent"))
    died.owes("settle_standing_after_death", per=str(person), by=date(2026, 11, 9), owner="drs")
    assert died.record.death.kin[person].waiting
    died.when(VerifyStanding(person=person, standing="child", evidence="Birth certificate, document 8"), OFFICER)
    assert died.owed("settle_standing_after_death", per=str(person)) is None
    assert not died.record.death.kin[person].waiting


def test_nobody_is_paid_until_they_are_verified_with_evidence(died):
    balance, person = owed(died), kin(died)
    pay = PayArrearsDueAtDeath(balance=balance, person=person)
    assert died.refuses(pay, DECISION_MAKER)[0].satisfied_by == "verify_arrears_payee"
    died.when(VerifyArrearsPayee(balance=balance, person=person, evidence="document 9"), DECISION_MAKER)
    assert died.refuses(pay, DECISION_MAKER)[0].satisfied_by == "verify_standing"
    died.when(VerifyStanding(person=person, standing="spouse", evidence="document 7"), OFFICER)
    died.when(VerifyArrearsPayee(balance=balance, person=person), DECISION_MAKER)
    assert died.refuses(pay, DECISION_MAKER)[0].satisfied_by == "verify_arrears_payee", "the evidence is not saved"
    died.when(VerifyArrearsPayee(balance=balance, person=person, evidence="document 9"), DECISION_MAKER)
    assert died.when(pay, DECISION_MAKER).facts[-1].fact.pence == 30_000


def test_whose_standing_is_verified_after_they_were_chosen_is_paid_and_not_once_it_is_found_wanting(died):
    balance, person = owed(died), kin(died)
    pay = PayArrearsDueAtDeath(balance=balance, person=person)
    died.when(VerifyArrearsPayee(balance=balance, person=person, evidence="document 9"), DECISION_MAKER)
    died.when(VerifyStanding(person=person, standing="spouse", evidence="document 7"), OFFICER)
    died.when(RejectStanding(person=person, why="The certificate was another person's"), OFFICER)
    assert died.refuses(pay, DECISION_MAKER)[0].satisfied_by == "verify_standing"
    died.when(VerifyStanding(person=person, standing="spouse", evidence="document 8"), OFFICER)
    assert died.when(pay, DECISION_MAKER).facts[-1].fact.pence == 30_000


def test_a_person_further_down_the_order_is_not_paid_while_a_nearer_one_is_verified(died):
    balance, brother, widow = owed(died), kin(died, "Huw", "relative"), kin(died)
    died.when(VerifyStanding(person=brother, standing="sibling", evidence="document 7"), OFFICER)
    died.when(VerifyStanding(person=widow, standing="spouse", evidence="document 8"), OFFICER)
    died.when(VerifyArrearsPayee(balance=balance, person=brother, evidence="document 9"), DECISION_MAKER)
    assert died.refuses(PayArrearsDueAtDeath(balance=balance, person=brother), DECISION_MAKER)[0].kind == "refused"


def test_above_the_limit_a_second_person_agrees(died):
    balance, person = owed(died, 50_001), kin(died)
    died.when(VerifyStanding(person=person, standing="spouse", evidence="document 7"), OFFICER)
    died.when(VerifyArrearsPayee(balance=balance, person=person, evidence="document 9"), DECISION_MAKER)
    pay = PayArrearsDueAtDeath(balance=balance, person=person)
    assert died.refuses(pay, DECISION_MAKER)[0].kind == "approval"
    assert died.when(pay, DECISION_MAKER, propose=True).proposed


def test_what_is_owed_stays_owed_until_it_is_paid(died):
    balance, person = owed(died), kin(died)
    died.owes("identify_arrears_payee", per=str(balance), by=date(2026, 11, 30), owner="esa.payments")
    died.when(VerifyStanding(person=person, standing="spouse", evidence="document 7"), OFFICER)
    died.today = TUESDAY
    died.when(VerifyArrearsPayee(balance=balance, person=person, evidence="document 9"), DECISION_MAKER)
    died.owes("pay_arrears_due_at_death", per=str(balance), by=date(2026, 11, 17), owner="esa.payments")
    died.when(PayArrearsDueAtDeath(balance=balance, person=person), DECISION_MAKER)
    assert died.owed("pay_arrears_due_at_death", per=str(balance)) is not None, "asked for is not paid"
    died.when(ReportArrearsPaid(balance=balance, pence=30_000), ESA)
    assert died.owed("pay_arrears_due_at_death") is None and not died.record.death.balances


def test_a_balance_nobody_claims_is_closed_only_after_the_second_letter(died):
    close = CloseBalance(balance=owed(died), reason="no_claimant", why="Two letters, no answer")
    died.read_by(DECISION_MAKER)
    assert died.refuses(close, DECISION_MAKER)[0].satisfied_by == "write_to_next_of_kin"
    died.when(WriteToNextOfKin(letter="first"), OFFICER)
    died.when(WriteToNextOfKin(letter="second"), OFFICER)
    died.when(close, DECISION_MAKER)
    assert died.owed("identify_arrears_payee") is None


def test_what_was_overpaid_is_settled_too(died):
    balance = died.when(WorkOutBalance(owed=0, overpaid=2_500), ESA).facts[0].number
    assert died.owed("settle_overpayment_at_death", per=str(balance)) is not None
    died.read_by(DECISION_MAKER).when(CloseBalance(balance=balance, reason="estate_passed_on", why="Estate repaid"), DECISION_MAKER)
    assert died.owed("settle_overpayment_at_death") is None
