"""Every case written beside the rules of a chapter goes as written."""

from __future__ import annotations

import pytest

from customerview.instructions import catalogue
from customerview.learning import cases_of, play

CASES = [case for chapter in catalogue().chapters for case in cases_of(chapter.name)]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.chapter}: {case.sentence}")
def test_it_goes_as_written(case):
    play(case)
