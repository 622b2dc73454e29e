"""What comes in from other systems, and how old it is: every message becomes an action like any other.

`record_matched_deaths` is a loop of the worker;
`heard(line)` keeps when a service line was last heard from, by which every value shown says its age.
"""

from .deaths import record_matched_deaths
from .sources import heard

__all__ = ["heard", "record_matched_deaths"]
