"""Every instruction can be listed with its source, figures and cases."""

from __future__ import annotations

import json

from click.testing import CliRunner

from customerview.instructions import catalogue
from customerview.instructions.commands import command
from customerview.learning.points import published


def test_every_rule_is_listed_with_what_it_says_and_rests_on():
    ran = CliRunner().invoke(command, ["list", "--json"])
    assert ran.exit_code == 0
    listed = {r["name"]: r for r in json.loads(ran.output)["rules"]}
    assert set(listed) == {r.name for r in catalogue().rules}
    assert all(r["sentence"] and r["source"] and r["kind"] and r["chapter"] for r in listed.values())
    joined = listed["two_people_join_records"]
    assert (joined["kind"], joined["stands"], joined["chapter"]) == ("guard", "before find_records_one", "second_person")
    assert listed["settle_proposal"]["figures"] == [
        {"name": "due_wd", "value": 1, "since": "2015-01-01",
         "source": "starting point, not a published standard; owners of the instruction to confirm"}
    ]  # fmt: skip


def test_it_reads_aloud():
    ran = CliRunner().invoke(command, ["list", "--chapter", "second_person"])
    assert "settle_proposal" in ran.output and "instructions." in ran.output
    assert CliRunner().invoke(command, ["list", "--chapter", "nowhere"]).exit_code == 2


def test_a_rule_names_only_cases_that_were_published():
    unknown = {(r.name, id) for r in catalogue().rules for id in r.learned_from if id not in published()}
    assert not unknown
