"""Every published point of the held themes is caught, and happens silently once its rules are taken out."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

from customerview.learning.commands import command
from customerview.learning.points import HELD_THEMES, published, replay, told

PLAYED = {p.point: p for p in replay()}


def test_the_published_points_are_all_there():
    assert len(published()) == 255
    assert sum(p.theme in HELD_THEMES for p in published().values()) == 79


@pytest.mark.parametrize("id", [p.id for p in published().values() if p.theme in HELD_THEMES])
def test_a_point_of_a_held_theme_is_caught_and_silent_without_its_rules(id):
    assert id in told(), f"No story is told of {id}: {published()[id].failing}"
    played = PLAYED[id]
    assert played.caught and played.silent_without, played.problem


def test_every_rule_that_covers_a_held_point_is_followed():
    from customerview.instructions import catalogue

    known = {name for r in catalogue().rules for name in (r.rule, r.name)}
    wanted = {p.rules[0] for p in published().values() if p.theme in HELD_THEMES}
    assert wanted <= known, f"Not followed: {sorted(wanted - known)}"


def test_the_command_says_that_all_holds_and_how():
    ran = CliRunner().invoke(command, ["replay", "--json"])
    assert ran.exit_code == 0, ran.output[:500]
    said = json.loads(ran.output)
    assert said["holds"] and said["caught"] == said["told"] >= 55


def test_the_command_fails_when_a_rule_is_left_out_and_names_what_happens_then():
    ran = CliRunner().invoke(command, ["replay", "--json", "--without", "suspend_only_after_safeguards"])
    assert ran.exit_code == 1
    lost = {p["point"] for p in json.loads(ran.output)["points"] if not p["caught"]}
    assert {"UC-5.3", "UC-6.2", "X-23.1"} <= lost


def test_an_unknown_rule_or_theme_is_said():
    assert CliRunner().invoke(command, ["replay", "--without", "no_such_rule"]).exit_code == 2
    assert CliRunner().invoke(command, ["replay", "--theme", "no_such_theme"]).exit_code == 2
