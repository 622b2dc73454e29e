"""What the page from which a line is asked says: what can be asked of each award, and what only some days stand in the way of."""

from __future__ import annotations

from datetime import UTC, date, datetime

from customerview.instructions import catalogue
from customerview.instructions.awards_and_payments.facts import AwardReported
from customerview.instructions.requests_to_lines.ask_line_to_explain import AskLineToExplain
from customerview.instructions.stopping_payments.facts import PaymentSuspended
from customerview.kernel import Actor
from customerview.learning import given
from customerview.learning.people import staff
from customerview.perform import circumstances
from customerview.portals.colleague.asking_lines import askable, open_requests
from customerview.portals.colleague.what_you_can_do import everything, suggested

OF = {"award": "ESA-1", "benefit": "ESA", "line": "ESA"}
AGENT = staff("agent", line="PIP")
LAST = datetime(2026, 3, 2, 12, tzinfo=UTC)


def story():
    return given(
        AwardReported(**OF, amount=29_180, frequency="fortnight", starts=date(2024, 1, 3)),
        PaymentSuspended(**OF, ground="amount", since=date(2026, 2, 3)),
    )


def of(record, by: Actor = AGENT):
    record.on = date(2026, 3, 2)
    return record, circumstances(by, LAST, record, catalogue()), catalogue()


def test_what_was_due_before_a_suspension_can_be_asked_for_and_calling_only_where_there_is_a_way():
    record, asked, known = of(story().record)
    found = {one.title: one for one in askable("ESA-1", record, asked, known).kinds}
    assert found["Pay the arrears it owes"].possible
    assert "suspended since 3 February 2026" in found["Pay the arrears it owes"].second_person
    assert found["Lift the suspension"].href.endswith("/do/ask_line_to_lift?award=ESA-1")
    assert not found["Call the customer with an answer"].possible
    assert len(found) == 9


def test_one_line_a_line_among_all_that_can_be_done_and_its_answer_is_offered_to_that_line_alone():
    told = story().when(AskLineToExplain(award="ESA-1", item="payment", why="She asks why"), by=AGENT)
    record, asked, known = of(told.record)
    there = [
        one for some in everything(record, asked, known).values() for one in some if one.name == "ask" or one.name.startswith("ask_line")
    ]
    assert [(one.title, one.href.rpartition("/")[2]) for one in there] == [("Ask ESA to …", "ask")]
    assert "answer_line_request" not in {one.name for one in suggested(record, asked, known)}
    (shown,) = open_requests(record, asked, known)
    assert (shown.state, [way.name for way in shown.ways]) == ("Sent, not confirmed", ["withdraw_line_request"])
    record, asked, known = of(told.record, staff("case_manager", line="ESA"))
    assert "answer_line_request" in {one.name for one in suggested(record, asked, known)}
