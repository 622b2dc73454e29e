"""Lives are played through the real door: the same seed gives the same life, and `perform` on a ledger gives that life again."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import UUID

import msgspec
import pytest

from customerview.instructions import catalogue
from customerview.kernel import Record
from customerview.ledger import MemoryLedger
from customerview.perform import NotDone, perform
from customerview.population import lives, people, playing
from customerview.population.stories import STORIES, personas, story_lives

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
CROWD = people.block(3, 0, NOW.date())[:120]


def told(life: playing.Life) -> list[bytes]:
    return [msgspec.json.encode((f.number, f.fact.kind.name, f.fact, f.by, f.at, f.effective)) for f in life.history]


def test_the_same_seed_and_moment_give_the_same_life():
    for person in CROWD[:25]:
        again = people.block(3, 0, NOW.date())[CROWD.index(person)]
        assert told(lives.life_of(person, 3, NOW)) == told(lives.life_of(again, 3, NOW))


def test_a_life_replayed_through_perform_on_a_ledger_has_identical_facts_and_duties(monkeypatch):
    """The fast stage keeps one record in hand; the ledger folds each from its facts. Both come to the same."""
    steps: list[tuple] = []
    take = playing.take

    def noted(step, stage, rules, stream):
        action = step.action if not callable(step.action) else step.action(stage.record)
        if action is not None:
            steps.append((max(stage.at, step.at), step.by, action, dict(step.more)))
        return take(step, stage, rules, stream)

    monkeypatch.setattr(playing, "take", noted)
    for person in [p for p in CROWD if not p.busy][:15]:
        steps.clear()
        life = lives.life_of(person, 3, NOW)
        ledger = MemoryLedger(catalogue())
        for at, by, action, more in steps:
            ledger.at = at
            try:
                perform(action, on=person.stream, by=by, ledger=ledger, catalogue=catalogue(), **more)
            except NotDone:
                continue
        assert ledger.streams[person.stream] == life.history
        assert ledger.load(person.stream).duties == life.record.duties


def test_every_life_folds_to_the_record_it_ended_with():
    fold = catalogue().fold
    for person in CROWD[:40]:
        life = lives.life_of(person, 3, NOW)
        assert fold.keep(fold.of(life.stream, life.history)) == fold.keep(life.record)


def test_links_stand_in_both_records_under_one_id():
    records: dict[UUID, Record] = {p.stream: lives.life_of(p, 3, NOW).record for p in CROWD}
    links = 0
    for stream, record in records.items():
        for link in record.people.linked.values():
            if link.person in records:
                links += 1
                assert records[link.person].people.linked[link.link].person == stream
    assert links > 10


def test_histories_have_a_tail():
    lengths = [len(lives.life_of(p, 3, NOW).history) for p in people.block(3, 1, NOW.date())]
    assert sorted(lengths)[len(lengths) // 2] < 40
    assert max(lengths) > 1_000


@pytest.mark.parametrize("story", STORIES, ids=lambda s: s.slug)
def test_every_story_can_be_told_at_any_time_of_the_week(story):
    from customerview.population.stories.telling import Telling

    for day in (20, 22, 23, 24):
        telling = Telling(datetime(2026, 11, day, 7, 30, tzinfo=UTC))
        story.tell(telling)
        assert all(life.history for life in telling.lives())


def test_stories_make_their_guards_and_duties_show():
    owed = {name for life in story_lives(NOW) for name in (o.rule for o in life.record.duties.open.values())}
    assert {
        "review_and_lift_suspension", "return_call_as_promised", "answer_journal_message", "act_on_death", "find_next_of_kin",
        "decide_whether_to_suspend", "start_six_point_plan", "unread_message_followed_up", "share_receipt_confirmed",
    } <= owed  # fmt: skip


def test_whom_to_sign_in_as_is_told_for_each_kind_of_person():
    assert {p["kind"] for p in personas()} == {"customer", "representative", "organisation", "colleague"}
    assert len({p["sub"] for p in personas()}) == len(personas())
