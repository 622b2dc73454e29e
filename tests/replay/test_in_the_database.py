"""One story of each held theme, played through PostgreSQL with its rooms in step: caught, and silent without its rules."""

from __future__ import annotations

from contextlib import AbstractContextManager
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from customerview.instructions import catalogue
from customerview.kernel import Catalogue, Record, Recorded
from customerview.learning.people import RHIAN
from customerview.learning.points import HELD_THEMES, covering, published, told
from customerview.learning.story import Story
from customerview.ledger import PostgresLedger, Unit, reading, writing

STORIES = ("UC-5.3", "X-27.6", "X-31.3", "UC-7.4", "X-8.7", "X-11.1")


class InTheDatabase:
    """The ledger a story is told on: PostgreSQL by the worker's login, with the database's own clock."""

    source_ages: dict[str, timedelta | None] = {}

    def __init__(self, house: Catalogue) -> None:
        self.house = house
        self.inner: PostgresLedger = writing(None, house)

    @property
    def at(self) -> datetime:
        return datetime.now(UTC)

    def transaction(self, queue: UUID | None = None) -> AbstractContextManager[Unit]:
        return self.inner.transaction(queue)

    def load(self, stream: UUID) -> Record:
        with reading(None, self.house) as view:
            return view.whole(stream)

    @property
    def streams(self) -> dict[UUID, list[Recorded]]:
        with reading(None, self.house) as view:
            view.hidden = []
            return {RHIAN: view.timeline(RHIAN, limit=1_000)[::-1]}


def tell(id: str, house: Catalogue) -> Story:
    begun: list[Story] = []

    def given(*facts, **_) -> Story:
        story = Story(house, strict=False, ledger=InTheDatabase(house))
        begun.append(story)
        return story.begin(RHIAN, facts)

    told()[id].tell(given)
    return begun[0]


def test_there_is_one_of_each_held_theme():
    assert {published()[id].theme for id in STORIES} == set(HELD_THEMES)


@pytest.mark.parametrize("id", STORIES)
def test_it_is_caught(id, own_database):
    with own_database.using("worker"):
        story = tell(id, catalogue())
        assert story.catches and all(c.holds for c in story.catches), story.catches


@pytest.mark.parametrize("id", STORIES)
def test_it_happens_silently_without_its_rules(id, own_database):
    with own_database.using("worker"):
        story = tell(id, catalogue().without(*covering(published()[id], catalogue())))
        assert story.catches and not any(c.holds for c in story.catches), story.catches


def test_what_was_asked_is_logged_refusals_too(own_database):
    with own_database.using("worker"):
        tell("UC-5.3", catalogue())
    with own_database.connect("worker") as db:
        (asked, done) = db.execute("SELECT count(*), count(*) FILTER (WHERE done) FROM asking").fetchone()
    assert (asked, done) == (1, 0)
