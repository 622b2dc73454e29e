"""What can be read from the facts is counted from them, whoever did it and wherever: completions, what was proved, and checks."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from typing import Any

import psycopg

from customerview.instructions import catalogue
from customerview.instructions.personal_details.formats import BY_PEOPLE
from customerview.instructions.proofs.facts import ProofChecked, ProofIssued
from customerview.kernel import LONDON, Recorded
from customerview.ledger import feed

from .counting import Told, add

READER = "performance"
CHANNEL = {"customer": "online", "representative": "for_somebody", "colleague": "phone"}


def follow(stop: threading.Event) -> None:
    """Follow the feed until `stop` is set."""
    feed.follow(take, stop)


def take() -> int:
    """Count one page. Returns 0 when all is counted."""
    return feed.take_page(READER, catalogue().kinds, _count, codes=[ProofIssued.kind.code, ProofChecked.kind.code])


def _count(db: psycopg.Connection[Any], facts: list[Recorded]) -> None:
    add(db, ((happened.at.astimezone(LONDON).date(), told) for happened in facts for told in counted(happened)))


def counted(happened: Recorded) -> Iterator[Told]:
    """What a fact counts for. Of several proofs asked for at once, the first is the completion."""
    fact = happened.fact
    if isinstance(fact, ProofChecked):
        yield Told("checked", detail=fact.answer)
    elif isinstance(fact, ProofIssued):
        channel = CHANNEL.get(happened.by.partition(":")[0], "other")
        if fact.asked_together in ("", fact.reference):
            yield Told("done", channel=channel, detail=fact.way)
            yield Told("form", step=fact.format, channel=channel, detail="not_met" if fact.format in BY_PEOPLE else "met")
        for line in fact.lines:
            yield Told("proved", step=fact.purpose, benefit=line.benefit, channel=channel)
