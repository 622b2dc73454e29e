"""A reset asked for on a page: counted by the worker, agreed to by a second manager, carried out once, gone on with after it was broken off."""

from __future__ import annotations

from uuid import UUID

import pytest
from click.testing import CliRunner

from customerview.identity.colleagues import note_seen
from customerview.work import bulk_resets
from customerview.work.commands import command
from customerview.work.tasks import reset_open_work
from tests.portals.colleague.conftest import SAM, colleague
from tests.portals.colleague.test_customer_page import hidden, text

from .test_resetting import RULE, a_later_edition, due, town, wrote  # noqa: F401

MARGARET = colleague("operations_manager", id="10000005", team="operations", line="OPERATIONS")
RAVI = colleague("operations_manager", id="10000010", team="operations", line="OPERATIONS")


def work_on(town):  # noqa: F811
    with town.database.using("worker"):
        reset_open_work(0)


def asked(client):
    page = client.get("/staff/resets/new")
    answer = client.post("/staff/resets/new", hidden(page) | {"instruction": RULE, "why": "five days became nine", "owner": "", "to": ""})
    assert answer.status_code == 302, text(answer)
    return answer["Location"]


def proposal(town, at):  # noqa: F811
    [number] = town.seen(UUID(at.rpartition("/")[2]), MARGARET).proposals.open
    return number


def test_from_the_question_to_what_it_came_to(town, monkeypatch):  # noqa: F811
    streams = [wrote(town), wrote(town), wrote(town, team="pip.case")]
    before = [due(town, s) for s in streams]
    a_later_edition(monkeypatch, 9)
    margaret, ravi = town.client(MARGARET), town.client(RAVI)
    at = asked(margaret)
    assert "Being counted" in text(margaret.get(at))
    work_on(town)
    page = text(margaret.get(at))
    assert "3 pieces of work would be set anew" in page and "ESA case team" in page and "PIP case team" in page
    assert margaret.post(at, {"do": "start"}).status_code == 302
    assert "It waits for another operations manager" in text(margaret.get(at))
    assert "A different person" in text(margaret.post(at, {"do": "agree", "proposal": proposal(town, at)}))
    work_on(town)
    assert [due(town, s) for s in streams] == before  # one person alone moves no deadline
    assert "asked for it to be carried out" in text(ravi.get(at))
    assert ravi.post(at, {"do": "agree", "proposal": proposal(town, at)}).status_code == 302
    work_on(town)
    assert all(now[0] > then[0] for now, then in zip([due(town, s) for s in streams], before, strict=True))
    with town.database.connect("worker") as db:
        kept = db.execute("SELECT DISTINCT actor FROM fact WHERE kind = 14 AND stream = ANY(%s)", (streams,)).fetchall()
    assert kept == [("colleague:10000005@operations",)]
    page = text(ravi.get(at))
    assert "Carried out" in page and "3 of 3 set anew" in page
    assert "Read what the reset of open work came to: 3 were set anew, 0 could not be" in text(ravi.get("/staff/"))
    assert ravi.post(at, {"do": "read"}).status_code == 302
    assert "None waits" in text(ravi.get("/staff/resets"))


def test_a_run_that_was_broken_off_goes_on_and_does_nothing_twice(town, monkeypatch):  # noqa: F811
    streams = [wrote(town) for _ in range(4)]
    a_later_edition(monkeypatch, 9)
    margaret, ravi = town.client(MARGARET), town.client(RAVI)
    at = asked(margaret)
    work_on(town)
    margaret.post(at, {"do": "start"})
    ravi.get(at)
    ravi.post(at, {"do": "agree", "proposal": proposal(town, at)})
    monkeypatch.setattr(bulk_resets, "NOTED_EVERY", 1)
    reset, done = bulk_resets.reset, []

    def dies(one, **more):
        if len(done) == 2:
            raise SystemExit("killed")
        done.append(one)
        return reset(one, **more)

    monkeypatch.setattr(bulk_resets, "reset", dies)
    with pytest.raises(SystemExit):
        work_on(town)
    assert "2 of 4 set anew" in text(margaret.get(at))
    monkeypatch.setattr(bulk_resets, "reset", reset)
    work_on(town)
    assert "4 of 4 set anew" in text(margaret.get(at))
    with town.database.connect("worker") as db:
        assert db.execute("SELECT count(*) FROM fact WHERE kind = 14 AND stream = ANY(%s)", (streams,)).fetchone()[0] == 4


def test_it_is_the_managers_alone_and_mistakes_are_said(town):  # noqa: F811
    sam, margaret = town.client(SAM), town.client(MARGARET)
    assert sam.get("/staff/resets").status_code == sam.get("/staff/resets/new").status_code == 403
    page = margaret.get("/staff/resets/new")
    wrong = margaret.post("/staff/resets/new", hidden(page) | {"instruction": "no_such_duty", "why": ""})
    assert wrong.status_code == 422 and "Select an instruction" in text(wrong) and "Enter why" in text(wrong)
    at = asked(margaret)
    assert sam.get(at).status_code == 403
    work_on(town)
    assert "Nothing would change" in text(margaret.get(at))
    assert margaret.post(at, {"do": "start"}).status_code == 422
    assert margaret.post(at, {"do": "withdraw", "why": ""}).status_code == 422
    assert margaret.post(at, {"do": "withdraw", "why": "it follows already"}).status_code == 302
    assert "it follows already" in text(margaret.get(at))


def test_the_command_refuses_a_number_that_is_nobodys(town):  # noqa: F811
    note_seen(SAM)
    for number in ("99999999", SAM.id):
        with town.database.using("worker"):
            done = CliRunner().invoke(command, ["reset", RULE, "--by", number, "--why", "because", "--dry-run"])
        assert done.exit_code == 2 and "No operations manager with the staff number" in done.output
