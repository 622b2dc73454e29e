"""Given eight writers, when database, web and worker are killed at random, then what was acknowledged is there, once and whole.

And the proof that this test can fail: without the transaction, and without the idempotency check, it does.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.soak.bad_days import bad_days


@pytest.fixture
def folder() -> Iterator[Path]:
    """A home for an installation, which the database's account can enter."""
    with tempfile.TemporaryDirectory(prefix="cv-soak-") as name:
        yield Path(name)


def test_nothing_is_lost_doubled_or_half_done(folder):
    ended = bad_days(folder, kills=6, seed=11)
    assert ended.findings == []
    assert ended.kills == 6
    assert ended.acknowledged > 50


@pytest.mark.parametrize("safeguard", ["transaction", "keys"])
def test_a_missing_safeguard_is_noticed(folder, safeguard):
    ended = bad_days(folder, kills=3, seed=5, without=safeguard, of={"web": 1})
    assert any(word in finding for finding in ended.findings for word in ("half done", "doubled"))
