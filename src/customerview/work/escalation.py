"""How far up late work has gone: worked out from its deadline and the calendar whenever somebody looks, never stored.

To the team leader when due, to the operations manager working days later. The advanced support lead hears at once only where
serious harm is at stake or money is stopped and overdue; the rest is in the daily digest. One outage is one alert.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from functools import cache
from importlib import resources
from typing import Any, NamedTuple

from customerview.kernel import LONDON, Calendars, Figures
from customerview.ledger import View

LEVELS = {"team_leader": "Team leader", "operations_manager": "Operations manager", "support_lead": "Advanced support lead"}
MONEY = 2
"""The harm of duties about money or a death."""


class Raised(NamedTuple):
    """Late work that belongs together: one duty of one team. `many`: one alert for all of it."""

    level: str
    duty: str
    owner: str
    pieces: int
    since: date
    harm: int
    many: bool


@cache
def figures() -> Figures:
    return Figures.read((resources.files(__package__) / "figures.yaml").read_text())


def levels(due: date, late: bool, harm: int, tier: str, nation: str, today: date, calendars: Calendars) -> list[str]:
    """Whom this late duty has reached, lowest first; nobody while it is in time."""
    if not late:
        return []
    calendar = calendars.of(nation or "england_and_wales", today)
    reached = ["team_leader"]
    if calendar.between(due, today) >= figures().get("escalation", "operations_manager_wd", today):
        reached.append("operations_manager")
    if tier == "serious_harm" or harm == 1 or (harm == MONEY and tier):
        reached.append("support_lead")
    return reached


LATE = """
    SELECT d.duty, d.owner, d.due, d.harm, coalesce(t.tier, ''), coalesce(t.nation, ''), count(*)
    FROM (
        SELECT * FROM open_duty WHERE NOT waits AND harm IN (1, 2, 3) AND late_from <= %(now)s AND {owned}
        UNION ALL SELECT * FROM open_duty WHERE waits AND begins <= %(today)s AND late_from <= %(now)s AND {owned}
    ) d LEFT JOIN owed_to t ON t.stream = d.stream
    GROUP BY 1, 2, 3, 4, 5, 6
"""


def alerts(view: View, now: datetime, calendars: Calendars, *, level: str, owners: Iterable[str] | None = None) -> list[Raised]:
    """What has reached this level, most harmful and longest late first: one line for each duty of each team."""
    return _grouped(_late(view, now, owners), now, calendars, level)


def digest(
    view: View, now: datetime, calendars: Calendars, *, level: str, since: date, owners: Iterable[str] | None = None
) -> list[Raised]:
    """What reached this level after `since`: the day's news, once."""
    rows = [r for r in _late(view, now, owners) if level not in levels(r[2], r[2] < since, r[3], r[4], r[5], since, calendars)]
    return _grouped(rows, now, calendars, level)


def _late(view: View, now: datetime, owners: Iterable[str] | None) -> list[tuple[Any, ...]]:
    statement = LATE.format(owned="owner = ANY(%(owners)s::text[])" if owners is not None else "true")
    return view.execute(statement, {"now": now, "today": now.astimezone(LONDON).date(), "owners": list(owners or ())}).fetchall()


def _grouped(rows: list[tuple[Any, ...]], now: datetime, calendars: Calendars, level: str) -> list[Raised]:
    today = now.astimezone(LONDON).date()
    found: dict[tuple[str, str], list[tuple[Any, ...]]] = {}
    for row in rows:
        if level in levels(row[2], True, row[3], row[4], row[5], today, calendars):
            found.setdefault((row[0], row[1]), []).append(row)
    enough = figures().get("escalation", "one_alert_from", today)
    raised = [
        Raised(
            level,
            duty,
            owner,
            sum(r[6] for r in group),
            min(r[2] for r in group),
            min(r[3] for r in group),
            sum(r[6] for r in group) >= enough,
        )
        for (duty, owner), group in found.items()
    ]
    return sorted(raised, key=lambda r: (r.harm, r.since, -r.pieces, r.duty, r.owner))
