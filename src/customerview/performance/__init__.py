"""Performance: how the journey of proving a benefit goes, counted by day without anybody in it, and the four mandatory measures.

tell(Told("reached", step="purpose", channel="online"))     one more of that today
say(text)                                                    a comment, or why it is not kept
measured(since, until)                                       what the pages show
follow(stop)                                                 the worker's loop: completions and checks come from the feed
"""

from .counting import Told, tell
from .following import follow
from .measures import CHANNELS, SATISFACTION, STEPS, TIMES, Measured, measured, rows, time_bucket
from .said import comments, say

__all__ = [
    "CHANNELS", "SATISFACTION", "STEPS", "TIMES", "Measured", "Told", "comments", "follow", "measured", "rows", "say", "tell", "time_bucket",
]  # fmt: skip
