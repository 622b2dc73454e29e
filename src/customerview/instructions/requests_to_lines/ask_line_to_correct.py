"""Ask a line to put its record right."""

from __future__ import annotations

from typing import Annotated, ClassVar

from customerview.kernel import Words, asks, field

from ..roles import STAFF
from .asking import AskLine

HELD = {
    "name": Words("Their name", "Eu henw"),
    "birth_date": Words("Their date of birth", "Eu dyddiad geni"),
    "address": Words("An address", "Cyfeiriad"),
    "contact": Words("How they are reached", "Sut i gysylltu â nhw"),
    "household": Words("Who lives with them", "Pwy sy'n byw gyda nhw"),
    "acting": Words("Who acts for them", "Pwy sy'n gweithredu drostynt"),
    "award": Words("A part or date of the award", "Rhan neu ddyddiad o'r dyfarniad"),
    "other": Words("Something else", "Rhywbeth arall"),
}


class AskLineToCorrect(AskLine, frozen=True, kw_only=True):
    """The service that holds something wrong about a customer is asked to put it right."""

    what: ClassVar[str] = "correct_record"
    about = asks(Words("Ask the line to put its record right", "Gofyn i'r llinell gywiro ei chofnod"), may=STAFF)

    item: Annotated[str, field("What is wrong?", kind="choice", choices=HELD.items(), missing="Choose what is wrong.")]
    why: Annotated[str, field("What does it say, and what is right?", kind="long_text", min_length=3, max_length=1000,
                              missing="Say what is right.")]  # fmt: skip
