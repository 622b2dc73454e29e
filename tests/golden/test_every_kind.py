"""What was written once is read for ever: no code changes its meaning, no field disappears, no old line is touched."""

from __future__ import annotations

import json

import msgspec
import pytest

from customerview.instructions import catalogue

from .examples import digest, lines

LINES = lines()


@pytest.mark.parametrize("line", LINES, ids=lambda line: line["kind"])
def test_it_still_decodes_to_what_it_said(line):
    apart = bytes.fromhex(line["apart"]) if line["apart"] else None
    fact = catalogue().kinds.decode(line["code"], bytes.fromhex(line["data"]), apart)
    assert type(fact).__name__ == line["kind"]
    said = json.loads(msgspec.json.encode(fact))
    assert {name: said.get(name) for name in line["values"]} == line["values"]


@pytest.mark.parametrize("line", [line for line in LINES if line["apart"]], ids=lambda line: line["kind"])
def test_it_still_decodes_when_what_identifies_was_forgotten(line):
    fact = catalogue().kinds.decode(line["code"], bytes.fromhex(line["data"]), None)
    assert type(fact).__name__ == line["kind"]


def test_no_line_was_changed_taken_out_or_put_elsewhere():
    before = ""
    for line in LINES:
        before = digest(before, line)
        assert line["digest"] == before, f"The line of {line['kind']} was changed, or one before it."


def test_every_kind_has_its_line():
    missing = sorted(k.__name__ for c, k in catalogue().kinds.by_code.items() if c not in {line["code"] for line in LINES})
    assert not missing, f"Run `python -m tests.golden.examples` and commit the lines it adds for {', '.join(missing)}."
