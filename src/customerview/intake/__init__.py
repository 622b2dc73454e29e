"""What comes in from other systems, and how old it is: every message becomes an action like any other.

`heard(line)` keeps when a service line was last heard from, by which every value shown says its age.
"""

from .sources import heard

__all__ = ["heard"]
