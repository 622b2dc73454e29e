"""Somebody who has died is still written to."""

from __future__ import annotations

from customerview.instructions.journal_and_callbacks.send_message import SendMessage
from customerview.learning.expected import held, refused
from customerview.learning.people import staff
from customerview.learning.points import point

from .what_is_given import REPORTED, VERIFIED, part

RULE = "outgoing_stops_at_death"


@point("CMS-1.3")
def messages_went_on_after_a_death(given):
    """From the report on, a message to the person who died waits, whoever sends it; once verified it is refused for good."""
    message = SendMessage(subject="Your payments", text="This is about your maintenance payments.")
    agent = staff("agent", line="CMS")
    given(part("CMS", "paying_parent"), REPORTED).shared_with("CMS", rule="share_death").when(message, by=agent).then(held(RULE))
    given(part("CMS", "paying_parent"), REPORTED, VERIFIED).when(message, by=agent).then(refused(RULE))
