"""What comes in from other systems, and how old it is: every message becomes an action like any other.

`receive_death` takes a report of a death from the public reporting service or from registration; `record_matched_deaths`, a loop
of the worker, records one that matched nobody once somebody has matched it. `heard(line)` keeps when a service line was last
heard from, by which every value shown says its age.
"""

from .deaths import FIELDS as DEATH_FIELDS
from .deaths import SOURCES as DEATH_SOURCES
from .deaths import DeathNotification, Received, receive_death
from .matched_deaths import record_matched_deaths
from .sources import heard

__all__ = ["DEATH_FIELDS", "DEATH_SOURCES", "DeathNotification", "Received", "heard", "receive_death", "record_matched_deaths"]
