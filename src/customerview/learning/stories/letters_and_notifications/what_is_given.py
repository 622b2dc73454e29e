"""What stories of letters are given: an award, and a letter about it that waits to be released."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from customerview.instructions.awards_and_payments.facts import AwardReported
from customerview.instructions.letters_and_notifications.facts import LetterWritten, Quote
from customerview.instructions.letters_and_notifications.kinds import LETTERS
from customerview.instructions.letters_and_notifications.release_letter import ReleaseLetter

LETTER = "LTEST-0001"
STARTS = date(2025, 4, 7)


def award(benefit: str = "PIP", amount: int = 29_480) -> AwardReported:
    return AwardReported(award=f"{benefit}-1", benefit=benefit, line=benefit, amount=amount, frequency="four_weeks", starts=STARTS)


def quoted(benefit: str = "PIP", pence: int = 29_480) -> tuple[Quote, ...]:
    return Quote(what="name", text="Rhian Morgan"), Quote(what="amount", of=f"{benefit}-1", pence=pence, starts=STARTS)


def letter(kind: str, *said: str, lacks: tuple[str, ...] = (), benefit: str = "PIP", **more: Any) -> LetterWritten:
    """A letter with these paragraphs and every part its kind needs, but for what it lacks."""
    content = {
        "language": "en",
        "title": LETTERS[kind].words.en,
        "blocks": [{"type": "paragraph", "text": text} for text in said],
    }
    fields: dict[str, Any] = {"quotes": quoted(benefit), "parts": tuple(p for p in LETTERS[kind].needs if p not in lacks)} | more
    return LetterWritten(
        letter=LETTER,
        spec=kind,
        language="en",
        form="standard",
        way="post",
        about=f"{benefit}-1",
        content=json.dumps(content),
        **fields,
    )


RELEASE = ReleaseLetter(letter=LETTER)
