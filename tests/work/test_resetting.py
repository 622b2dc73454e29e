"""A later edition reaches open work: the dry run says what would change, the run does each once, and what it may not do it leaves."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from click.testing import CliRunner
from django.utils import timezone

from customerview.identity.colleagues import note_seen
from customerview.instructions import catalogue
from customerview.instructions.journal_and_callbacks.facts import FirstLookTaken, MessageReceived
from customerview.instructions.personal_details.facts import CustomerRegistered
from customerview.kernel.figures import Figure
from customerview.work.commands import command
from tests.portals.colleague.conftest import Town, colleague

RULE = "answer_journal_message"
BY = ["--by", "10000009", "--why", "five days became nine"]


@pytest.fixture
def town(database):
    with database.connect("worker") as db:
        db.execute("DELETE FROM open_duty")  # what other stories here left open
    note_seen(colleague("operations_manager", id="10000009", team="operations", line="OPERATIONS"))
    return Town(database)


def wrote(town, team="esa.case", ago=2):
    day = timedelta(days=ago)
    told = [
        CustomerRegistered(source="ESA", given="Ann", family="Jones"),
        MessageReceived(topic="money", line="ESA", team=team, text="When?"),
        FirstLookTaken(message=2),
    ]
    return town.tell(*((one, day) for one in told))


def a_later_edition(monkeypatch, days):
    figures = catalogue().figures._figures
    before = figures[RULE, "due_wd"]
    later = Figure(name="due_wd", value=days, since=timezone.localdate(), source="a later edition")
    monkeypatch.setitem(figures, (RULE, "due_wd"), (*before, later))


def run(town, *more):
    with town.database.using("worker"):
        done = CliRunner().invoke(command, ["reset", RULE, *BY, "--json", *more])
    return done.exit_code, json.loads(done.stdout)


def due(town, stream):
    (owed,) = town.seen(stream).duties.of(RULE)
    return owed.due, owed.owner


def test_without_a_later_edition_there_is_nothing_to_do(town):
    wrote(town)
    assert run(town, "--dry-run")[1]["found"] == 0


def test_the_dry_run_says_how_many_whose_and_from_when_to_when_and_changes_nothing(town, monkeypatch):
    streams = [wrote(town), wrote(town), wrote(town, team="pip.case")]
    before = [due(town, s) for s in streams]
    a_later_edition(monkeypatch, 9)
    code, said = run(town, "--dry-run")
    assert (code, said["found"], said["done"], said["dry_run"]) == (0, 3, 0, True)
    assert {(c["owner"], c["duties"]) for c in said["changes"]} == {("esa.case", 2), ("pip.case", 1)}
    assert all(c["to_due"] > c["due"] for c in said["changes"])
    assert [due(town, s) for s in streams] == before


def test_the_run_does_each_once_by_a_named_person_with_the_reason_and_can_be_begun_again(town, monkeypatch):
    streams = [wrote(town), wrote(town)]
    before = [due(town, s) for s in streams]
    a_later_edition(monkeypatch, 9)
    code, said = run(town, "--run", "nine-days")
    assert (code, said["done"], said["failed"]) == (0, 2, 0)
    assert all(now[0] > then[0] for now, then in zip([due(town, s) for s in streams], before, strict=True))
    with town.database.connect("worker") as db:
        kept = db.execute("SELECT actor FROM fact WHERE kind = 14 AND stream = ANY(%s)", (streams,)).fetchall()
        rows = db.execute("SELECT due FROM open_duty WHERE duty = %s AND stream = ANY(%s)", (RULE, streams)).fetchall()
    assert [actor for (actor,) in kept] == ["colleague:10000009@operations"] * 2
    assert {day for (day,) in rows} == {due(town, s)[0] for s in streams}
    assert run(town, "--run", "nine-days")[1]["found"] == 0


def test_only_one_teams_work_goes_to_another_team(town):
    esa, pip = wrote(town), wrote(town, team="pip.case")
    code, said = run(town, "--owner", "esa.case", "--to", "esa.decisions")
    assert (code, said["done"]) == (0, 1)
    assert due(town, esa)[1] == "esa.decisions" and due(town, pip)[1] == "pip.case"


def test_what_is_late_either_way_stays_late(town, monkeypatch):
    stream = wrote(town, ago=40)
    before = due(town, stream)
    a_later_edition(monkeypatch, 9)
    code, said = run(town)
    assert (code, said["done"]) == (0, 0) and list(said["left"].values()) == [1]
    assert due(town, stream) == before


@pytest.mark.parametrize("asked", [["no_such_rule", *BY], [RULE, *BY, "--to", "nobody"], [RULE, "--by", "kim", "--why", "x"], [RULE]])
def test_what_cannot_be_is_said_and_exits_with_2(asked):
    assert CliRunner().invoke(command, ["reset", *asked]).exit_code == 2
