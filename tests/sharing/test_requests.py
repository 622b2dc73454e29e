"""Requests to lines that are down, repeat, reorder and contradict: none is lost, each is acted on once, and two answers are nobody's secret."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from customerview.config.command_line.stand_in import others
from customerview.instructions import catalogue
from customerview.instructions.requests_to_lines.ask_line_to_explain import AskLineToExplain
from customerview.instructions.requests_to_lines.facts import LineAnswered
from customerview.kernel import Actor
from customerview.ledger import reading, writing
from customerview.perform import perform
from customerview.sharing import subscribe
from tests.api.desk import Desk

from .conftest import until
from .test_lines import paid_by

REQUESTS = 50
AGENT = Actor(kind="colleague", id="4711", roles=frozenset({"agent"}), teams=("uc.case",), line="UC")


def ask(database, customer: UUID, benefit: str) -> int:
    action = AskLineToExplain(award=f"{benefit}-1", item="payment", from_day=date(2026, 11, 2), why="A secret reason")
    with database.using("worker"):
        return perform(action, on=customer, by=AGENT, ledger=writing(None, catalogue()), catalogue=catalogue()).facts[0].number


def record(database, customer: UUID):
    with database.using("worker"), reading(None, catalogue()) as view:
        return view.record(customer)


def answers(database) -> dict[str, tuple[int, int]]:
    """How often each line answered, and how many requests it answered."""
    with database.connect("worker") as db:
        rows = db.execute("SELECT actor, stream FROM fact WHERE kind = %s", (LineAnswered.kind.code,)).fetchall()
    lines = {actor for actor, _ in rows}
    return {line: (len(some := [s for a, s in rows if a == line]), len(set(some))) for line in lines}


def test_a_line_that_is_off_while_50_things_are_asked_does_each_once_and_one_that_contradicts_itself_has_to_say_which_is_right(
    own_database, town
):
    desk = Desk(own_database)
    esa, pip = town.start_line("ESA"), town.start_line("PIP")
    town.start_line("others")
    esa.behave(down=True)
    pip.behave(contradict=True)
    carers = town.of_the_others("CA")
    carers.behave(answer="needs_more")
    customers = desk.customers(REQUESTS, *paid_by("ESA", "PIP", "CA"))
    first, last = customers[0], customers[-1]
    asked = {customer: ask(own_database, customer, "ESA") for customer in customers}
    twice, more = ask(own_database, first, "PIP"), ask(own_database, last, "CA")
    with town.worker():
        until(lambda: (one := record(own_database, first).line_requests.open[twice]).stage == "differs" and one.received is not None)
        assert {o.owner for o in record(own_database, first).duties.of("say_which_answer_is_right")} == {"pip.case"}
        until(lambda: record(own_database, last).line_requests.open[more].stage == "needs_more")
        assert record(own_database, last).duties.of("send_what_the_line_needs")
        assert carers.state()["received"] == 1 and esa.state()["received"] == 0
        for customer in customers[::10]:
            waits = record(own_database, customer)
            assert waits.line_requests.open[asked[customer]].received is None
            assert [o.owner for o in waits.duties.of("line_answers_what_it_was_asked") if o.per == str(asked[customer])] == ["esa.case"]
        esa.behave(down=False, repeat=3, reorder=True)
        until(lambda: esa.state()["acts"] == REQUESTS and esa.state()["waiting"] == 0, patience=200)
        until(lambda: all(record(own_database, c).line_requests.open[n].stage == "answered" for c, n in asked.items()), patience=60)
    assert (esa.state()["received"], esa.state()["refused"]) == (REQUESTS, [])
    assert sorted(answers(own_database).values()) == [(1, 1), (1, 1), (REQUESTS, REQUESTS)]
    assert b"A secret reason" not in b"".join(path.read_bytes() for path in town.memories()), (
        "a line reads why in the record, with a reason"
    )


def test_one_process_stands_in_for_every_line_but_those_with_a_system_or_a_process_of_their_own(own_database, monkeypatch):
    with own_database.connect("worker", autocommit=True) as db:
        subscribe(db, "UC", "https://uc.example/shared")
        stands_in = others(db)
        assert {"DEBT", "ASSESSMENT", "CA", "SP"} <= set(stands_in)
        assert not {"PIP", "ESA", "BEREAVEMENT", "UC"} & set(stands_in), "their own process, at work here, subscribed elsewhere"
        monkeypatch.setenv("CUSTOMERVIEW_STAND_IN_LINES", "DEBT, UC, NOBODY")
        assert others(db) == ["DEBT"]
