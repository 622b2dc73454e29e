"""Ask a line to explain something, or to send what it holds."""

from __future__ import annotations

from datetime import date
from typing import Annotated, ClassVar

from customerview.kernel import Words, asks, field

from ..roles import STAFF
from .asking import AskLine

EXPLAINED = {
    "payment": Words("A payment", "Taliad"),
    "decision": Words("A decision", "Penderfyniad"),
    "deduction": Words("A deduction", "Didyniad"),
    "letter": Words("A letter", "Llythyr"),
    "held": Words("Send us what it holds", "Anfon yr hyn sydd ganddi atom"),
}


class AskLineToExplain(AskLine, frozen=True, kw_only=True):
    """The service that pays a benefit is asked to explain a payment or decision, or to send what it holds."""

    what: ClassVar[str] = "explain"
    about = asks(
        Words("Ask the line to explain, or to send what it holds", "Gofyn i'r llinell egluro, neu anfon yr hyn sydd ganddi"), may=STAFF
    )

    item: Annotated[
        str, field("What is to be explained?", kind="choice", choices=EXPLAINED.items(), missing="Choose what is to be explained.")
    ]
    from_day: Annotated[date | None, field("Of which day, if it has one?", kind="date")] = None
    why: Annotated[
        str, field("What do we have to know?", kind="long_text", min_length=3, max_length=1000, missing="Say what we have to know.")
    ]
