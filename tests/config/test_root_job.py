"""The night's job signs the day's root, and once only."""

from __future__ import annotations

from datetime import UTC, datetime

from customerview.config.jobs import sign_the_days_root


def test_the_days_root_is_signed_once(own_database):
    night = int(datetime(2026, 11, 25, 2, 7, tzinfo=UTC).timestamp())
    with own_database.using("worker"):
        sign_the_days_root(night)
        sign_the_days_root(night)
    with own_database.connect("worker") as db:
        assert [str(day) for (day,) in db.execute("SELECT day FROM root").fetchall()] == ["2026-11-25"]
