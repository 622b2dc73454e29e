"""Nobody's money stops without safeguards, for no stated doubt, or for longer than the doubt lasts."""

from datetime import date

import pytest

from customerview.instructions.awards_and_payments.facts import AwardReported
from customerview.instructions.bereavement.facts import DeathReported
from customerview.instructions.contacts.facts import ContactAttempted
from customerview.instructions.personal_details.facts import AddressChanged
from customerview.instructions.stopping_payments.acknowledge_suspension import AcknowledgeSuspension
from customerview.instructions.stopping_payments.answer_unguarded_suspension import AnswerUnguardedSuspension
from customerview.instructions.stopping_payments.end_protective_hold import EndProtectiveHold
from customerview.instructions.stopping_payments.facts import BearingReceived, ConferenceHeld, HoldingsSearched
from customerview.instructions.stopping_payments.hold_case_conference import HoldCaseConference
from customerview.instructions.stopping_payments.place_protective_hold import PlaceProtectiveHold
from customerview.instructions.stopping_payments.report_suspension import ReportSuspension
from customerview.instructions.stopping_payments.search_what_is_held import SearchWhatIsHeld
from customerview.instructions.stopping_payments.suspend_payment import SuspendPayment
from customerview.instructions.support_needs.facts import NeedRecorded, NeedsScreened
from customerview.kernel.facts import GuardOverridden
from customerview.perform import Invalid, NotAllowed, Override

from ..played import Played, colleague, line_system

MONDAY, TUESDAY, WEDNESDAY, FRIDAY = date(2026, 11, 2), date(2026, 11, 3), date(2026, 11, 4), date(2026, 11, 6)
ESA = {"award": "ESA-1", "benefit": "ESA", "line": "ESA"}
ASKER = colleague("decision_maker", line="ESA", who="1001")
LEADER = colleague("team_leader", line="ESA", who="1002")
SUSPEND = SuspendPayment(award="ESA-1", ground="entitlement", doubt="Whether she still lives in Britain", evidence="Post came back twice")


def attempt(route: str, *, reached: bool = False, usable: bool = True) -> ContactAttempted:
    return ContactAttempted(route=route, outcome="reached" if reached else "no_answer", usable=usable, line="ESA")


@pytest.fixture
def story(catalogue):
    return Played(catalogue, WEDNESDAY).given(
        AwardReported(**ESA, amount=19_110, frequency="fortnight", starts=date(2024, 1, 1)), on=date(2024, 1, 2)
    )


@pytest.fixture
def safeguarded(story):
    """Screened, tried on two days by two routes and answered, and everything held was searched."""
    story.given(NeedsScreened(outcome="none_found"), on=MONDAY)
    story.given(attempt("phone"), on=MONDAY).given(attempt("post", reached=True), on=TUESDAY)
    return story.given(HoldingsSearched(**ESA, answered=False), on=TUESDAY)


def asked_for(outcomes) -> list[str]:
    return [o.satisfied_by for o in outcomes]


def test_the_refusal_lists_everything_that_is_missing_and_what_would_supply_it(story):
    assert asked_for(story.refuses(SUSPEND, ASKER)) == [
        "screen_needs", "record_contact_attempt", "hold_case_conference", "team_leader", "search_what_is_held",
    ]  # fmt: skip


def test_with_every_safeguard_it_waits_for_a_second_person_who_is_somebody_else(safeguarded):
    assert asked_for(safeguarded.refuses(SUSPEND, ASKER)) == ["team_leader"]
    proposed = safeguarded.when(SUSPEND, ASKER, propose=True)
    assert proposed.proposed and "ESA-1" not in safeguarded.record.suspensions.open
    assert safeguarded.owed("carry_out_suspension") is None


def agreed(story):
    from customerview.instructions.second_person.approve_proposal import ApproveProposal

    number = story.when(SUSPEND, ASKER, propose=True).facts[0].number
    return story.when(ApproveProposal(proposal=number), LEADER)


def test_agreed_to_it_is_asked_of_the_line_and_the_gap_is_owed_until_it_is_done(safeguarded):
    agreed(safeguarded)
    safeguarded.owes("carry_out_suspension", by=date(2026, 11, 5), owner="esa.payments")
    safeguarded.when(AcknowledgeSuspension(award="ESA-1"), line_system("ESA"))
    assert safeguarded.record.suspensions.open["ESA-1"].stage == "acknowledged"
    assert safeguarded.owed("carry_out_suspension") is not None, "having the request is not doing it"
    safeguarded.when(ReportSuspension(award="ESA-1", since=WEDNESDAY), line_system("ESA"))
    assert safeguarded.owed("carry_out_suspension") is None
    assert safeguarded.owed("answer_for_unguarded_suspension") is None, "it was asked for, with its safeguards"


def test_two_attempts_on_one_day_or_by_one_route_are_not_two(story):
    story.given(NeedsScreened(outcome="none_found"), HoldingsSearched(**ESA, answered=False), on=TUESDAY)
    story.given(attempt("phone", reached=True), attempt("post"), on=TUESDAY)
    assert "record_contact_attempt" in asked_for(story.refuses(SUSPEND, ASKER))
    story.given(attempt("post"), on=WEDNESDAY)
    assert "record_contact_attempt" not in asked_for(story.refuses(SUSPEND, ASKER))


def test_an_attempt_by_a_route_the_customer_cannot_use_is_none(story):
    story.given(NeedsScreened(outcome="none_found"), HoldingsSearched(**ESA, answered=False), on=TUESDAY)
    story.given(attempt("phone", usable=False), on=MONDAY).given(attempt("post", reached=True), on=TUESDAY)
    assert "record_contact_attempt" in asked_for(story.refuses(SUSPEND, ASKER))


def test_an_old_screening_does_not_count(safeguarded):
    safeguarded.today = date(2026, 12, 15)
    assert "screen_needs" in asked_for(safeguarded.refuses(SUSPEND, ASKER))


def test_somebody_who_needs_support_is_met_about_first(safeguarded):
    safeguarded.given(NeedRecorded(need="memory", tier="support"))
    assert asked_for(safeguarded.refuses(SUSPEND, ASKER))[0] == "acknowledge_key_facts", "what is new is read first"
    safeguarded.read_by(ASKER)
    assert asked_for(safeguarded.refuses(SUSPEND, ASKER)) == ["hold_case_conference", "team_leader"]
    safeguarded.when(HoldCaseConference(award="ESA-1", step="suspend", outcome="does_not_support", considered="Rent is due"), LEADER)
    assert "hold_case_conference" in asked_for(safeguarded.refuses(SUSPEND, ASKER)), "it did not support the step"
    safeguarded.when(HoldCaseConference(award="ESA-1", step="suspend", outcome="supports", considered="Rent is paid direct"), LEADER)
    assert asked_for(safeguarded.refuses(SUSPEND, ASKER)) == ["team_leader"]


def test_a_conference_led_by_whoever_asks_does_not_count(safeguarded):
    safeguarded.given(NeedRecorded(need="memory", tier="support"))
    safeguarded.given(ConferenceHeld(**ESA, step="suspend", outcome="supports", lead=ASKER.id))
    assert "hold_case_conference" in asked_for(safeguarded.refuses(SUSPEND, ASKER))


@pytest.mark.parametrize("by", [colleague("compliance_officer", line="ESA"), line_system("ESA")])
def test_compliance_and_automatic_processes_meet_the_same_refusal(story, by):
    assert len(story.refuses(SUSPEND, by)) == 5


def test_another_line_cannot_suspend_at_all(safeguarded):
    with pytest.raises(NotAllowed, match="Ask them to"):
        safeguarded.when(SUSPEND, colleague("decision_maker", line="PIP"))


def test_a_reported_death_needs_none_of_it_and_a_pretended_one_is_refused(story):
    at_death = SuspendPayment(award="ESA-1", ground="death", doubt="", evidence="")
    assert any("No death is reported" in o.words.en for o in story.refuses(at_death, ASKER))
    story.given(DeathReported(source="caller")).read_by(ASKER)
    assert story.when(at_death, ASKER).facts


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"ground": "did_not_answer"}, "Choose a ground from the list"),
        ({"doubt": " "}, "Name the exact fact in doubt"),
        ({"evidence": ""}, "Name the exact fact in doubt"),
    ],
)
def test_without_a_ground_a_doubt_and_evidence_payments_go_on(safeguarded, change, sentence):
    fields = {"ground": SUSPEND.ground, "doubt": SUSPEND.doubt, "evidence": SUSPEND.evidence} | change
    assert any(sentence in o.words.en for o in safeguarded.refuses(SuspendPayment(award="ESA-1", **fields), ASKER))


def test_what_is_already_held_answers_the_doubt(safeguarded):
    safeguarded.when(SearchWhatIsHeld(award="ESA-1", answered=True, found="PIP holds her tenancy"), ASKER)
    assert any("already hold" in o.words.en for o in safeguarded.refuses(SUSPEND, ASKER))


def test_what_came_in_after_the_search_has_to_be_looked_at(safeguarded):
    safeguarded.given(BearingReceived(**ESA, what="A bank statement"))
    assert "search_what_is_held" in asked_for(safeguarded.refuses(SUSPEND, ASKER))


def test_somebody_who_has_just_told_us_where_they_live_is_not_suspended_for_their_whereabouts(safeguarded):
    safeguarded.given(AddressChanged(role="home", lines=("1 Made-up Street",), postcode="QA1 1AA"))
    away = SuspendPayment(award="ESA-1", ground="whereabouts", doubt="Where she lives", evidence="Post came back")
    assert any("A home address was told to us" in o.words.en for o in safeguarded.refuses(away, ASKER))


def test_only_a_named_role_goes_past_it_with_a_reason_and_that_is_reviewed(story):
    override = Override(rules=("suspend_only_after_safeguards", "suspension_has_valid_doubt"), reason="The court ordered it today.")
    with pytest.raises(NotAllowed):
        story.when(SUSPEND, ASKER, override=override)
    manager = colleague("operations_manager", "decision_maker", line="ESA")
    done = story.when(SUSPEND, manager, override=override)
    assert {f.fact.rule for f in done.facts if isinstance(f.fact, GuardOverridden)} == set(override.rules)
    assert len(story.record.duties.of("review_override")) == 2


# A line that acts unasked --------------------------------------------------------------------------------------------


def test_a_suspension_nobody_asked_for_is_kept_and_the_line_answers_for_it(story):
    story.when(ReportSuspension(award="ESA-1", since=WEDNESDAY, ground="entitlement"), line_system("ESA"))
    found = story.record.suspensions.stopped("ESA-1")
    assert set(found.unguarded) == {"screening", "attempts", "conference", "second_person"}
    story.owes("answer_for_unguarded_suspension", by=date(2026, 11, 5), owner="esa.decisions")
    answer = AnswerUnguardedSuspension(award="ESA-1", why="An old batch")
    assert len(story.refuses(answer, ASKER)) == 4, "it stands only once the safeguards are made good"


def test_a_line_reports_only_its_own_awards(story):
    with pytest.raises(NotAllowed):
        story.when(ReportSuspension(award="ESA-1", since=WEDNESDAY), line_system("PIP"))


# A hold that protects ------------------------------------------------------------------------------------------------


def hold(**more):
    return PlaceProtectiveHold(**({"award": "ESA-1", "ground": "account_in_doubt", "safe_way": "Cash voucher at the post office"} | more))


def test_a_protective_hold_is_short_and_money_keeps_flowing(story):
    assert "Say how this customer's money reaches them" in story.refuses(hold(safe_way=""), ASKER)[0].words.en
    story.when(hold(), ASKER)
    assert story.record.suspensions.holds["ESA-1"].until == FRIDAY
    story.owes("end_protective_hold", by=FRIDAY, owner="esa.payments")
    story.when(EndProtectiveHold(award="ESA-1"), ASKER)
    assert story.owed("end_protective_hold") is None


def test_a_hold_is_never_for_something_the_customer_did_not_do(story):
    with pytest.raises(Invalid, match="never for something they did not do"):
        story.when(hold(ground="missed_appointment"), ASKER)


def test_one_hold_after_another_needs_a_second_person(story):
    story.when(hold(), ASKER)
    story.when(EndProtectiveHold(award="ESA-1"), ASKER)
    story.today = date(2026, 11, 9)
    assert story.refuses(hold(), ASKER)[0].kind == "approval"
