"""Letters in easy read: words of their own, one idea to a sentence, under plain headings. A specification names the one that is its own.

They are not the letter's words made shorter. Who has checked them is a dated figure (`easy_read`), and is frozen with the letter.
"""

from .award_notice import award_notice
from .suspension import suspension
from .suspension_lifted import suspension_lifted

__all__ = ["award_notice", "suspension", "suspension_lifted"]
