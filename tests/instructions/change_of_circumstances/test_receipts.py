"""What was shared is known to have arrived: who stays silent becomes the operations desk's work on the day the receipt is due."""

from datetime import date

import pytest

from customerview.instructions.awards_and_payments.facts import AwardReported
from customerview.instructions.bereavement.doubt_death import DoubtDeath
from customerview.instructions.bereavement.end_award_at_death import EndAwardAtDeath
from customerview.instructions.bereavement.report_death import ReportDeath
from customerview.instructions.change_of_circumstances.record_receipt import RecordReceipt
from customerview.perform import NewerFacts, Refused

from ..played import Played, colleague, line_system

FRIDAY, MONDAY, TUESDAY = date(2026, 11, 6), date(2026, 11, 9), date(2026, 11, 10)


@pytest.fixture
def shared(catalogue):
    story = Played(catalogue, FRIDAY).given(
        AwardReported(award="PIP-1", benefit="PIP", line="PIP", amount=77_840, frequency="four_weeks", starts=date(2024, 1, 1))
    )
    number = story.when(ReportDeath(date_known=False, source="caller"), colleague("agent")).facts[0].number
    return story, number, f"share_death:{number}:PIP"


def test_a_recipient_has_until_the_next_working_day_and_then_somebody_asks(shared):
    story, _, key = shared
    assert key not in {o.per for o in story.record.duties.begun(FRIDAY)}
    assert key in {o.per for o in story.record.duties.begun(MONDAY)}
    story.owes("share_receipt_confirmed", per=key, by=MONDAY, owner="operations")
    story.today = TUESDAY
    assert story.owed("share_receipt_confirmed", per=key).is_late(story.ledger.at)


def test_a_receipt_however_late_or_often_settles_it(shared):
    story, number, key = shared
    for _ in range(2):
        story.when(RecordReceipt(share="share_death", of=number), line_system("PIP"))
    assert story.owed("share_receipt_confirmed", per=key) is None


def test_a_receipt_that_comes_in_meanwhile_interrupts_nobody(shared):
    story, number, _ = shared
    seen, decider = story.record.number, colleague("decision_maker", who="1009")
    story.when(RecordReceipt(share="share_death", of=number), line_system("PIP"))
    end = EndAwardAtDeath(award="PIP-1", ends=FRIDAY)
    with pytest.raises(Refused):  # the instructions are asked; it is not stopped to be told of the receipt
        story.when(end, decider, seen=seen)
    story.when(DoubtDeath(why="She was seen."), colleague("agent"))
    with pytest.raises(NewerFacts):
        story.when(end, decider, seen=seen)


def test_one_line_cannot_confirm_for_another(shared):
    story, number, key = shared
    story.when(RecordReceipt(share="share_death", of=number, recipient="PIP"), line_system("ESA"))
    assert story.owed("share_receipt_confirmed", per=key) is not None
