"""A letter goes to the appointee, in their language and form, at their address; never to one who is suspected, died or no longer acts."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from django.utils import timezone

from customerview.correspondence.specs import specs
from customerview.correspondence.writing import letter_for, read_again, wanted
from customerview.instructions.journal_and_callbacks.facts import CallBackPromised
from customerview.instructions.letters_and_notifications.addressee import addressee
from customerview.instructions.letters_and_notifications.release_letter import ReleaseLetter
from customerview.instructions.letters_and_notifications.send_letter import SendLetter, SendLetterToOther
from customerview.instructions.letters_and_notifications.sending_facts import LetterSent
from customerview.instructions.personal_details.facts import AddressChanged, AddressSafetySaid, RouteFailed
from customerview.instructions.representatives.doubt_facts import RepresentativeInDoubt
from customerview.instructions.representatives.facts import (
    AuthorityCompleted,
    AuthorityDisputed,
    AuthorityEnded,
)
from customerview.instructions.stopping_payments.facts import PaymentSuspended
from customerview.kernel import LONDON, Recorded, job
from customerview.learning import given
from customerview.learning.expected import held, wrong
from customerview.learning.people import RHIAN
from customerview.learning.stories.appointees_and_representatives.what_is_given import acts, award

DAY, JOB = date(2026, 3, 2), job("letters")
HOME = AddressChanged(role="home", nation="england_and_wales", source="customer", lines=("1 High Street", "Mold"), postcode="QA1 1AA")
STOPPED = PaymentSuspended(award="PIP-1", benefit="PIP", line="PIP", ground="entitlement", since=DAY)
GWEN = acts(language="cy", format="large_print_18", lines=("PIP",), all_lines=False)
TO_GWEN = ("Gwen Morgan", "7 Heol y Capel", "Llanfair", "VL1 2AB")


def written(story, code: str, fact):
    """What the letter would be, of what happened last."""
    number = story.record.number
    happened = Recorded(stream=RHIAN, number=number, fact=fact, by="job:x", at=datetime(2026, 3, 2, 10, tzinfo=LONDON), effective=DAY)
    return letter_for(specs()[code], getattr(fact, "award", ""), happened, story.record)


def suspended(*more):
    return given(award("PIP"), award("ESA"), HOME, GWEN, *more, STOPPED)


def test_it_is_to_the_appointee_in_their_language_and_form_and_says_for_whom():
    action = written(suspended(), "suspension", STOPPED)
    letter = read_again(action.content)
    assert (action.recipient, action.language, action.form, action.way) == ("representative", "cy", "large_print_18", "post")
    assert letter.to == letter.then.to == TO_GWEN
    said = " ".join(getattr(block, "text", "") for block in letter.then.blocks[:2])
    assert "Dear Gwen Morgan" in said and "because you act for Rhian Morgan" in said and "1 High Street" not in action.content


@pytest.mark.parametrize(
    "since",
    [
        AuthorityEnded(authority="A-1", type="appointee", ended=DAY, why="revoked"),
        AuthorityDisputed(authority="A-1", source="family", what="She keeps it", suspected=True),
        RepresentativeInDoubt(authority="A-1", type="appointee", why="died"),
    ],
)
def test_whoever_acts_no_more_or_is_suspected_or_died_gets_none_and_one_on_its_way_stays(since):
    assert written(suspended(since), "suspension", STOPPED).recipient == "customer"
    story = suspended()
    action = written(story, "suspension", STOPPED)
    story.when(action, by=JOB).when(ReleaseLetter(letter=action.letter), by=JOB).and_given(since)
    story.when(SendLetter(letter=action.letter, way="print"), by=job("delivery")).then(held("letter_to_who_acts_now"))


@pytest.mark.parametrize("since", [AddressSafetySaid(role="home", safe=False), RouteFailed(route="post", how="returned")])
def test_whoever_acts_and_lives_where_no_letter_to_the_customer_may_go_gets_none(since):
    """Given the customer's home is the address of whoever acts, and letters are not safe there or came back, then none goes there."""
    home = AddressChanged(role="home", nation="england_and_wales", source="customer", lines=GWEN.address, postcode=GWEN.postcode)
    assert written(suspended(home), "suspension", STOPPED).recipient == "representative"
    assert written(suspended(home, since), "suspension", STOPPED).recipient == "customer"
    assert written(suspended(since), "suspension", STOPPED).recipient == "representative"


@pytest.mark.parametrize(("hours", "letters"), [(2, {"call_back"}), (-2, set())])
def test_a_call_is_announced_only_while_it_is_to_come(hours, letters):
    promised = CallBackPromised(line="PIP", team="pip.case", at=timezone.now() + timedelta(hours=hours))
    assert {spec.code for spec, _ in wanted(promised, given(HOME, promised).record)} == letters


def test_it_leaves_for_the_address_of_whoever_acts_and_not_after_a_death_as_one_to_next_of_kin_does():
    story = suspended()
    action = written(story, "suspension", STOPPED)
    story.when(action, by=JOB).when(ReleaseLetter(letter=action.letter), by=JOB)
    story.when(SendLetterToOther(letter=action.letter, way="print"), by=job("delivery")).then(wrong("letter"))
    story.and_given(AuthorityCompleted(authority="A-1", type="appointee", address=("9 New Road", "Llanfair"), postcode="VL1 9ZZ"))
    story.when(SendLetter(letter=action.letter, way="print"), by=job("delivery")).then(held("letter_to_who_acts_now"))
    assert addressee(story.record, DAY, "PIP").to == ("Gwen Morgan", "9 New Road", "Llanfair", "VL1 9ZZ")


def test_of_what_they_do_not_act_for_and_to_somebody_with_an_attorney_the_letter_is_to_the_customer():
    story = suspended()
    assert addressee(story.record, DAY, "ESA").name == "Rhian Morgan" and addressee(story.record, DAY, "PIP").acts == "A-1"
    beside = given(award("PIP"), HOME, acts(type="attorney"), STOPPED)
    assert addressee(beside.record, DAY, "PIP").acts == ""
    assert addressee(given(acts(address=(), postcode="")).record, DAY).acts == "", "no address of theirs is known"


def test_both_are_told_when_somebody_acts_from_now_on():
    power = acts(type="attorney", language="cy")
    story = given(award("PIP"), HOME, power)
    assert {spec.code for spec, _ in wanted(power, story.record)} == {"who_acts", "you_act"}
    to_her, to_gwen = written(story, "who_acts", power), written(story, "you_act", power)
    assert (to_her.recipient, to_gwen.recipient, to_gwen.language) == ("customer", "representative", "cy")
    assert read_again(to_her.content).to[0] == "Rhian Morgan" and read_again(to_gwen.content).to == TO_GWEN
    for action in (to_her, to_gwen):
        story.when(action, by=JOB).when(ReleaseLetter(letter=action.letter), by=JOB).then()
    story.when(SendLetter(letter=to_gwen.letter, way="print"), by=job("delivery")).then(LetterSent)
    assert wanted(acts("C-1", type="consent"), story.record) == []
