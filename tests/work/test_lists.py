"""Lists: late first, then harm, then deadline; the same cost however many are open."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from customerview.work import alerts, counts, levels, my_work, offered, open_duty, said, team_work
from tests.kernel.village import village


def order(page):
    return [w.name for w in page.work]


def test_late_comes_first_then_harm_then_deadline(pile, agent):
    pile.add(name="in time, next week", due_in=7)
    pile.add(name="in time, danger", due_in=9, harm=1)
    pile.add(name="late since yesterday", due_in=-1)
    pile.add(name="late for a week", due_in=-7)
    pile.add(name="late, money", due_in=-1, harm=2)
    pile.add(name="in time, today", due_in=0)
    page = pile.read(my_work, agent, timezone.now())
    assert order(page) == [
        "late, money", "late for a week", "late since yesterday", "in time, danger", "in time, today", "in time, next week",
    ]  # fmt: skip
    assert [w.late for w in page.work] == [True] * 3 + [False] * 3


def test_a_promised_moment_makes_it_late_within_the_day(pile, agent):
    pile.add(name="by the end of today", due_in=0)
    pile.add(name="an hour ago", due_in=0, late_from=timezone.now() - timedelta(hours=1))
    assert order(pile.read(my_work, agent, timezone.now())) == ["an hour ago", "by the end of today"]


def test_mine_is_what_i_was_given_and_what_nobody_in_my_team_has(pile, agent):
    pile.add(name="mine", person=agent.id)
    pile.add(name="nobody's")
    pile.add(name="a colleague's", person="kim")
    pile.add(name="another team's", owner="town.case")
    now = timezone.now()
    assert set(order(pile.read(my_work, agent, now))) == {"mine", "nobody's"}
    assert set(order(pile.read(team_work, agent.teams, now))) == {"mine", "nobody's", "a colleague's"}
    assert pile.read(counts, agent, now).mine == 2


def test_pages_follow_one_another_without_gap_or_repeat(pile, agent):
    for n in range(23):
        pile.add(name=f"{n}", due_in=n % 5 - 2, harm=n % 3 + 1, person=("", agent.id)[n % 2])
    now, seen, after = timezone.now(), [], ""
    while True:
        page = pile.read(my_work, agent, now, after=after, limit=5)
        seen += order(page)
        if not (after := page.next):
            break
    assert seen == order(pile.read(my_work, agent, now, limit=50)) and len(set(seen)) == 23


def test_a_made_up_place_is_the_beginning(pile, agent):
    pile.add(name="one")
    assert order(pile.read(my_work, agent, timezone.now(), after="no-place")) == ["one"]


def test_offered_work_waits_with_those_it_is_offered_to(pile, agent):
    pile.add(name="from the town", owner="town.case", offered_to="village.case")
    assert [w.name for w in pile.read(offered, agent.teams)] == ["from the town"]


def test_a_line_is_the_instructions_sentence():
    assert said(village(), "answer_message", {"subject": "rent"}) == "Answer the message about rent."
    assert said(village(), "answer_message", {}) == "Answer the message about ."
    assert said(village(), "a_rule_that_was", {}) == "A rule that was."


def test_a_list_reads_a_page_of_a_hundred_thousand_and_not_what_has_yet_to_begin(pile, agent):
    given = "current_date - 30, current_date + (n % 40 - 20), NULL, current_date + (n % 40 - 19), 'village.case'"
    with pile.database.connect("worker") as db:
        for begins, waits in (("current_date - 30", "false"), ("current_date + 90", "true")):
            db.execute(
                f"INSERT INTO open_duty SELECT gen_random_uuid(), '{waits}-' || n, 'answer_message', 'answer_message', '', now(), {begins},"
                f" {given.partition(', ')[2]}, CASE WHEN n % 10 = 0 THEN 'kim' ELSE '' END, '', n % 3 + 1, '{{}}', {waits}"
                " FROM generate_series(1, 50000) n"
            )
    with pile.database.connect("migrator") as db:
        db.execute("ANALYZE open_duty")
    for ask, who in ((my_work, agent), (team_work, agent.teams)):
        page = pile.read(ask, who, timezone.now())
        assert len(page.work) == 20 and {w.id.partition("-")[0] for w in page.work} == {"false"}
        assert pile.rows_read(ask, who, timezone.now()) < 1_000


def test_what_begins_today_is_on_the_list_before_and_after_the_mark_is_taken_off(pile, agent):
    pile.add(name="begins today", due_in=5, waits=True)
    pile.add(name="begins next month", due_in=60, begins_in=30, waits=True)
    assert order(pile.read(my_work, agent, timezone.now())) == ["begins today"] == order(pile.read(team_work, agent.teams, timezone.now()))
    assert pile.read(counts, agent, timezone.now()).mine == 1
    with pile.database.connect("worker") as db:
        assert open_duty.stop_waiting(db, timezone.localdate()) == 1
    assert order(pile.read(my_work, agent, timezone.now())) == ["begins today"]


def test_late_work_goes_up_as_days_pass():
    catalogue = village()
    friday = timezone.now().date().replace(year=2026, month=11, day=20)
    monday, tuesday = friday + timedelta(days=3), friday + timedelta(days=4)

    def reached(today, **more):
        return levels(friday, today > friday, more.get("harm", 3), more.get("tier", ""), "scotland", today, catalogue.calendars)

    assert reached(friday) == []
    assert reached(monday) == ["team_leader"]
    assert reached(tuesday) == ["team_leader", "operations_manager"]
    assert "support_lead" in reached(monday, tier="serious_harm")
    assert "support_lead" in reached(monday, harm=2, tier="support")
    assert "support_lead" not in reached(monday, tier="support")


def test_one_outage_is_one_alert(pile):
    for _ in range(7):
        pile.add(duty="answer_message", due_in=-3)
    pile.add(duty="review_suspension", due_in=-2, harm=2)
    raised = pile.read(alerts, timezone.now(), village().calendars, level="team_leader")
    assert [(r.duty, r.pieces, r.many) for r in raised] == [("review_suspension", 1, False), ("answer_message", 7, True)]
