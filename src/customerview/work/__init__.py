"""Open duties as people's work: lists, what is late and how far it has gone up. Duties move by actions, as everything does.

    with reading(secret, catalogue()) as view:
        page = my_work(view, actor, now)               late first, then harm, then deadline; page.next goes on from there
        page = team_work(view, teams, now, late_only=True)
        offered(view, teams)                            waits to be accepted
        alerts(view, now, calendars, level="team_leader")

Each line is a `Work`; its sentence is the instruction's. `open_duty.project` keeps the rows, in the transaction of the facts.
"""

from .begun import begun
from .escalation import LEVELS, Raised, alerts, digest, levels
from .lists import Counts, Page, Work, counts, held_by, my_work, offered, one, people_with_work, team_work, to_agree
from .owed_to import highest_tier, most_important_need
from .saying import deadline, said

__all__ = [
    "LEVELS", "Counts", "Page", "Raised", "Work", "alerts", "begun", "counts", "deadline", "digest", "held_by", "highest_tier", "levels",
    "most_important_need", "my_work", "offered", "one", "people_with_work", "said", "team_work", "to_agree",
]  # fmt: skip
