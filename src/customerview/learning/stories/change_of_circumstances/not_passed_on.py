"""What one line knew and another did not."""

from __future__ import annotations

from datetime import date

from customerview.instructions.awards_and_payments.facts import AwardReported
from customerview.instructions.requests_to_lines.ask_line_to_correct import AskLineToCorrect
from customerview.learning.people import staff
from customerview.learning.points import point

PIP_AGENT = staff("agent", line="PIP")


@point("X-33.2")
def the_other_line_never_had_it(given):
    """PIP learns that ESA holds a wrong date and asks it to put that right: ESA's system confirms by the next working day, or the operations
    desk finds out why, while it stands on the shared record."""
    award = AwardReported(award="ESA-1", benefit="ESA", line="ESA", amount=29_180, frequency="fortnight", starts=date(2024, 1, 3))
    story = given(award).when(AskLineToCorrect(award="ESA-1", item="award", why="It began on 3 January, not on 3 March"), by=PIP_AGENT)
    story.owes("share_receipt_confirmed", owner="operations").later(3).late("share_receipt_confirmed")
