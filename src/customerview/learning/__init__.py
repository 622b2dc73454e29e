"""What serious cases taught: stories played through the real `perform`, and the points of published cases they answer.

How to tell a story is in `story.py`, how a published point is told in `points.py`.
"""

from .cases import Case, cases_of, play
from .points import Played, Point, replay, told
from .story import Story, given

__all__ = ["Case", "Played", "Point", "Story", "cases_of", "given", "play", "replay", "told"]
