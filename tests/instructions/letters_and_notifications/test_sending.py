"""A letter is looked at again in the last second; what is held, refused or comes back is somebody's to settle."""

from __future__ import annotations

import json
from datetime import date

import pytest

from customerview.instructions import catalogue
from customerview.instructions.awards_and_payments.facts import AwardReported
from customerview.instructions.bereavement.facts import DeathReported
from customerview.instructions.letters_and_notifications.act_on_returned_post import ActOnReturnedPost
from customerview.instructions.letters_and_notifications.ask_after_form import AskAfterForm
from customerview.instructions.letters_and_notifications.cancel_letter import CancelLetter
from customerview.instructions.letters_and_notifications.facts import LetterReleased, LetterWritten
from customerview.instructions.letters_and_notifications.hold_letter import HoldLetter
from customerview.instructions.letters_and_notifications.record_letter_progress import (
    RecordLetterBack,
    RecordLetterNotTaken,
    RecordLetterPosted,
)
from customerview.instructions.letters_and_notifications.release_letter import ReleaseLetter
from customerview.instructions.letters_and_notifications.release_letter_again import ReleaseLetterAgain
from customerview.instructions.letters_and_notifications.request_form import RecordFormReceipt, RecordFormSent, RequestForm
from customerview.instructions.letters_and_notifications.safe_ways import in_the_account
from customerview.instructions.letters_and_notifications.send_letter import SendLetter, SendLetterToOther
from customerview.instructions.letters_and_notifications.sending_facts import FormRequested, LetterCameBack
from customerview.instructions.letters_and_notifications.whereabouts import to_a_colleague, to_the_customer
from customerview.instructions.personal_details.facts import (
    AddressChanged,
    AddressSafetySaid,
    CustomerRegistered,
    FormatChosen,
    ProtectedAddressRecorded,
    RouteConfirmed,
    RouteFailed,
    RouteSafetySaid,
)
from customerview.instructions.stopping_payments.report_suspension import ReportSuspension
from customerview.kernel import job
from customerview.perform import Invalid

from ..played import Played, colleague, line_system

MONDAY = date(2026, 11, 16)
SENDER = job("sending")
AGENT = colleague("agent")
HOME = ("1 Test Street", "Leeds")
CONTENT = json.dumps({"title": "Proof of benefit", "to": ["Ann Example", *HOME, "LS1 1AA"]})
PRINT = SendLetter(letter="L1", way="print", run="R1")


@pytest.fixture
def story() -> Played:
    return Played(catalogue(), MONDAY).given(
        CustomerRegistered(source="PIP", given="Ann", family="Example", born=date(1950, 5, 1)),
        AddressChanged(role="home", lines=HOME, postcode="LS1 1AA"),
        AwardReported(award="PIP-1", benefit="PIP", line="PIP", starts=date(2020, 1, 6), amount=10000, frequency="four_weeks"),
        written(), LetterReleased(letter="L1"),
    )  # fmt: skip


def written(**more) -> LetterWritten:
    said = {"letter": "L1", "spec": "proof", "language": "en", "form": "standard", "way": "post", "content": CONTENT}
    return LetterWritten(**(said | more))


def rules(outcomes) -> list[str]:
    return [o.rule for o in outcomes]


def test_a_letter_leaves_to_the_address_of_today_with_an_honest_date(story):
    sent = story.when(PRINT, SENDER).facts[0].fact
    assert sent.to == ("Ann Example", *HOME, "LS1 1AA") and sent.role == "home" and sent.title == "Proof of benefit"
    assert (sent.expected, sent.latest) == (date(2026, 11, 23), date(2026, 11, 24))
    assert story.record.sendings.letters["L1"].state == "sent"


def test_nothing_leaves_to_somebody_reported_dead_and_the_letter_is_not_lost(story):
    story.given(DeathReported(source="registration"))
    assert rules(story.refuses(PRINT, SENDER)) == ["outgoing_stops_at_death"]
    story.when(HoldLetter(letter="L1", why="outgoing_stops_at_death"), SENDER)
    story.owes("settle_held_letter", date(2026, 11, 17), "bereavement", "L1")


def test_a_letter_to_the_next_of_kin_goes_out_after_a_death(story):
    story.given(DeathReported(source="registration"), written(letter="L2", recipient="next_of_kin"), LetterReleased(letter="L2"))
    assert story.when(SendLetterToOther(letter="L2", way="print"), SENDER).facts[0].fact.to == ("Ann Example", *HOME, "LS1 1AA")


@pytest.mark.parametrize("unsafe", [
    (AddressSafetySaid(role="home", safe=False),),
    (ProtectedAddressRecorded(lines=("A refuge",), postcode="LS9 9ZZ"),),
])  # fmt: skip
def test_nothing_is_posted_where_it_may_reach_somebody_else_and_no_sentence_says_why(story, unsafe):
    story.given(*unsafe)
    outcomes = story.refuses(PRINT, SENDER)
    assert rules(outcomes) == ["letter_only_where_safe"] and "refuge" not in outcomes[0].words.en
    story.when(HoldLetter(letter="L1", why="letter_only_where_safe"), SENDER)
    story.owes("settle_held_letter", date(2026, 11, 17), "support", "L1")


def seen(story, letter: str = "L1") -> bool:
    """Whether the letter can be seen in the account."""
    released = next(f.number for f in story.ledger.streams[story.stream] if isinstance(f.fact, LetterReleased) and f.fact.letter == letter)
    return in_the_account(letter, released, story.record)


def test_a_letter_held_because_somebody_else_might_see_it_is_not_seen_in_the_account(story):
    """Neither while it is held, nor in the moments before, nor when it is cancelled: until somebody lets it go, and it leaves."""
    assert seen(story)
    story.given(AddressSafetySaid(role="home", safe=False))
    assert not seen(story), "nobody has come to hold it yet"
    story.when(HoldLetter(letter="L1", why="letter_only_where_safe"), SENDER)
    assert not seen(story)
    story.given(AddressChanged(role="correspondence", lines=("2 New Road", "York"), postcode="YO1 1AA"))
    assert not seen(story), "a person decides, not an address"
    story.when(ReleaseLetterAgain(letter="L1"), AGENT)
    story.when(PRINT, SENDER)
    assert seen(story)
    story.given(written(letter="L2"), LetterReleased(letter="L2"))
    story.when(HoldLetter(letter="L2", why="letter_only_where_safe"), SENDER)
    story.when(CancelLetter(letter="L2", why="We agreed to meet."), AGENT)
    assert not seen(story, "L2")


def test_in_an_account_that_somebody_else_reads_nothing_new_appears_and_nothing_vanishes(story):
    story.when(PRINT, SENDER)
    story.given(RouteSafetySaid(route="journal", safe=False))
    assert seen(story), "what stood there stays: that it vanished would be seen"
    story.given(written(letter="L2"), LetterReleased(letter="L2"))
    assert story.when(SendLetter(letter="L2", way="print"), SENDER).facts and not seen(story, "L2"), "by post it is theirs alone"
    story.given(written(letter="L3", way="portal"), LetterReleased(letter="L3"))
    assert rules(story.refuses(SendLetter(letter="L3", way="portal"), SENDER)) == ["letter_only_where_safe"]
    story.given(RouteSafetySaid(route="journal", safe=True))
    assert seen(story, "L2")


def test_the_letter_on_a_suspension_explains_it_as_it_leaves_and_not_while_it_is_held(story):
    story.when(ReportSuspension(award="PIP-1", ground="whereabouts", since=MONDAY), line_system("PIP"))
    assert story.owed("explain_suspension")
    story.given(
        written(letter="L2", spec="suspension", about="PIP-1"), LetterReleased(letter="L2"), AddressSafetySaid(role="home", safe=False)
    )
    story.refuses(SendLetter(letter="L2", way="print"), SENDER)
    assert story.owed("explain_suspension"), "what was held explains nothing"
    story.given(AddressSafetySaid(role="home", safe=True))
    story.when(SendLetter(letter="L2", way="print"), SENDER)
    assert story.owed("explain_suspension") is None


def test_a_new_address_holds_a_letter_written_to_the_old_one_until_somebody_releases_it(story):
    story.given(AddressChanged(role="home", lines=("2 New Road", "York"), postcode="YO1 1AA"))
    assert rules(story.refuses(PRINT, SENDER)) == ["letter_to_the_address_of_today"]
    story.when(HoldLetter(letter="L1", why="letter_to_the_address_of_today"), SENDER)
    story.when(ReleaseLetterAgain(letter="L1"), AGENT)
    assert story.owed("settle_held_letter") is None
    assert story.when(PRINT, SENDER).facts[0].fact.to == ("Ann Example", "2 New Road", "York", "YO1 1AA")


def test_a_letter_that_is_not_needed_is_cancelled_with_a_reason(story):
    story.when(HoldLetter(letter="L1", why="letter_only_where_safe"), SENDER)
    story.when(CancelLetter(letter="L1", why="They came in and have it."), AGENT)
    assert story.owed("settle_held_letter") is None and story.record.sendings.letters["L1"].state == "cancelled"


def test_returned_post_stops_the_address_and_starts_a_duty_of_the_line(story):
    story.when(PRINT, SENDER)
    story.when(RecordLetterBack(letter="L1", why="returned"), SENDER)
    story.owes("act_on_returned_post", date(2026, 11, 18), "pip.case", "L1")
    story.given(written(letter="L2"), LetterReleased(letter="L2"))
    assert rules(story.refuses(SendLetter(letter="L2", way="print"), SENDER)) == ["no_letter_where_one_came_back"]
    story.when(ActOnReturnedPost(letter="L1", reached=True, corrected=True, found="They had been away."), AGENT)
    assert story.owed("act_on_returned_post") is None
    story.given(RouteConfirmed(route="post"))
    assert story.when(SendLetter(letter="L2", way="print"), SENDER).facts


def test_a_notice_that_comes_twice_is_recorded_once(story):
    story.when(PRINT, SENDER)
    assert len(story.when(RecordLetterBack(letter="L1", why="returned"), SENDER).facts) == 2
    assert story.when(RecordLetterBack(letter="L1", why="returned"), SENDER).facts == []


def test_a_reference_that_is_none_of_ours_is_said_to_whoever_types_it_and_kept_when_a_provider_says_it(story):
    back = RecordLetterBack(letter="OLD-1", why="returned")
    with pytest.raises(Invalid):
        story.when(back, AGENT)
    story.when(back, SENDER)
    story.when(ActOnReturnedPost(letter="OLD-1", reached=True, corrected=True, found="An old letter."), AGENT)
    assert story.owed("act_on_returned_post") is None


def test_post_returned_from_an_address_that_was_left_says_nothing_of_the_new_one(story):
    story.when(PRINT, SENDER)
    story.given(AddressChanged(role="home", lines=("2 New Road", "York"), postcode="YO1 1AA"))
    facts = [type(f.fact) for f in story.when(RecordLetterBack(letter="L1", why="returned"), SENDER).facts]
    assert LetterCameBack in facts and RouteFailed not in facts


def test_a_letter_the_printer_did_not_take_is_ours_to_mend(story):
    story.when(PRINT, SENDER)
    story.when(RecordLetterNotTaken(letter="L1", why="refused"), SENDER)
    story.owes("mend_letter_not_taken", date(2026, 11, 17), "operations", "L1")


def test_braille_is_asked_after_once_and_again_only_when_it_was_of_no_use(story):
    story.given(written(letter="B1", form="braille"), LetterReleased(letter="B1"))
    story.when(SendLetter(letter="B1", way="print"), SENDER)
    story.owes("ask_after_other_form", date(2026, 11, 30), "pip.case", "braille")
    story.when(AskAfterForm(letter="B1", reached=True, usable=False), AGENT)
    assert story.owed("ask_after_other_form") is None
    story.owes("send_in_a_form_they_can_use", date(2026, 11, 18), "pip.case")
    story.given(written(letter="B2", form="braille"), LetterReleased(letter="B2"))
    story.when(SendLetter(letter="B2", way="print"), SENDER)
    story.when(AskAfterForm(letter="B2", reached=True, usable=True), AGENT)
    story.given(written(letter="B3", form="braille"), LetterReleased(letter="B3"))
    story.when(SendLetter(letter="B3", way="print"), SENDER)
    assert story.owed("ask_after_other_form") is None


def test_a_video_is_asked_for_confirmed_and_sent_by_its_day(story):
    asked = story.when(RequestForm(form="bsl_video", about_what="my award letter"), AGENT).facts[0]
    per = str(asked.number)
    story.owes("supplier_confirms_form", date(2026, 11, 17), "operations", per)
    story.owes("form_made_and_sent", date(2026, 11, 30), "operations", per)
    story.when(RecordFormReceipt(request=asked.number, reference="S-7"), AGENT)
    assert story.owed("supplier_confirms_form") is None
    story.when(RecordFormSent(request=asked.number), AGENT)
    assert story.owed("form_made_and_sent") is None
    story.owes("ask_after_other_form", date(2026, 11, 30), "pip.case", "bsl_video")  # and whether it could be used
    story.when(AskAfterForm(form="bsl_video", reached=True, usable=False), AGENT)
    assert story.owed("ask_after_other_form") is None
    story.owes("send_in_a_form_they_can_use", date(2026, 11, 18), "pip.case")


def test_what_was_posted_is_known_to_have_arrived_when_the_customer_says_so(story):
    story.given(written(letter="B1", form="braille"), LetterReleased(letter="B1"))
    story.when(SendLetter(letter="B1", way="print"), SENDER)
    story.when(AskAfterForm(letter="B1", reached=True, usable=True), AGENT)
    assert to_the_customer(story.record.sendings.letters["B1"]).en == "It was posted, and you told us that it reached you."


def test_a_letter_in_a_form_that_people_make_goes_in_print_and_they_are_asked_for_it(story):
    """Whoever releases it, and however many letters there are at once."""
    story.given(FormatChosen(format="bsl_video"), written(letter="V1", spec="call_back", parts=("when", "next", "reach")))
    facts = [f.fact for f in story.when(ReleaseLetter(letter="V1"), AGENT).facts]
    (asked,) = [fact for fact in facts if isinstance(fact, FormRequested)]
    assert (asked.form, asked.letter, asked.due) == ("bsl_video", "V1", date(2026, 11, 30))
    story.owes("form_made_and_sent", date(2026, 11, 30), "operations")


def test_a_letter_goes_to_the_address_chosen_for_it_and_to_no_other(story):
    story.given(
        AddressChanged(role="correspondence", lines=("c/o Gwen", "Mold"), postcode="CH7 1AA"),
        written(letter="H1", to_role="home", content=json.dumps({"title": "Proof", "to": ["Ann Example"]})), LetterReleased(letter="H1"),
        written(letter="H2", to_role="home", content=json.dumps({"title": "Proof", "to": ["Ann Example"]})), LetterReleased(letter="H2"),
    )  # fmt: skip
    sent = story.when(SendLetter(letter="H1", way="print"), SENDER).facts[0].fact
    assert sent.role == "home" and sent.to == ("Ann Example", *HOME, "LS1 1AA")
    story.given(AddressSafetySaid(role="home", safe=False))
    assert rules(story.refuses(SendLetter(letter="H2", way="print"), SENDER)) == ["letter_only_where_safe"]


def test_where_a_letter_is_is_said_to_the_customer_and_to_colleagues_in_words(story):
    def said() -> tuple[str, str]:
        one = story.record.sendings.letters["L1"]
        assert to_the_customer(one).cy
        return to_the_customer(one).en, to_a_colleague(one)

    assert said() == ("We have not sent it yet.", "waits to be sent since 16 November 2026")
    story.when(HoldLetter(letter="L1", why="letter_only_where_safe"), SENDER)
    customer, colleagues = said()
    assert "only" not in customer and "reach only the customer" in colleagues
    story.when(ReleaseLetterAgain(letter="L1"), AGENT)
    story.when(PRINT, SENDER)
    assert said() == (
        "We are posting it. It should reach you between Monday 23 November 2026 and Tuesday 24 November 2026.",
        "sent by post, to the home address on 16 November 2026, expected 23 November 2026 to 24 November 2026",
    )
    story.when(RecordLetterPosted(letter="L1", day=date(2026, 11, 17)), SENDER)
    assert said()[0] == "It was posted. It should reach you by Tuesday 24 November 2026."
    story.when(RecordLetterBack(letter="L1", why="returned"), SENDER)
    assert said()[1] == "came back on 16 November 2026: the post brought it back, to be acted on"
    assert "Check that the address" in said()[0]
