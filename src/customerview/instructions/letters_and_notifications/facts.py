"""The facts of a letter being written and released. What happens to it afterwards is in `sending_facts.py`."""

from __future__ import annotations

from customerview.kernel import Fact, Words, fact


@fact(720, customer=Words("We wrote a letter to you.", "Ysgrifennom lythyr atoch."), line="A letter was written.",
      lines="A letter was written.", forget=("content",))  # fmt: skip
class LetterWritten(Fact):
    """A letter was written. All it says is frozen in `content` (the JSON of its typed content), so that it reads the same later."""

    letter: str
    kind: str
    language: str
    form: str
    way: str
    about: str = ""
    recipient: str = "customer"
    """Whom it is to: customer, next_of_kin or representative."""
    checks: tuple[str, ...] = ()
    content: str = ""


@fact(721, line="A letter was released to be sent.", lines="A letter was released to be sent.")
class LetterReleased(Fact):
    """A letter passed its checks and may leave."""

    letter: str
