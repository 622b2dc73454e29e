"""What came in, as a fact, and as what it was recognised: however it came, it belongs to one line and one team."""

from __future__ import annotations

from customerview.kernel import Choice, Fact, Record

from ..contacts.facts import answered
from .facts import FIRST, TOPICS, MessageReceived
from .teams import holding_team, lead_line

ASKED_FOR = [Choice(code, said) for code, said in TOPICS.items() if code != "complaint"]
"""The topics a message is sent about."""


def received(record: Record, topic: str, text: str, award: str = "", came_as: str = "message") -> MessageReceived:
    """What the customer, or somebody for them, said to us in writing or on a recording."""
    line = lead_line(record, award)
    return MessageReceived(
        topic=topic, line=line, team=holding_team(record, line), about=award, language=record.person.language,
        mentions=(topic,) if topic in FIRST else (), came_as=came_as, text=text,
    )  # fmt: skip


def said_to_be(question: str, record: Record, topic: str, text: str, award: str) -> list[Fact]:
    """Received, and known at once for what its writer says that it is: nobody has to read it first for this to be owed."""
    said = received(record, topic, text, award)
    return [said, answered(contact=record.number + 1, question=question, answer=True, line=said.line)]
