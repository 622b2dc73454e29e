"""Record that a customer may go without essentials."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Asked, Fact, Record, Words, field, records

from ..on_award import OnAward
from ..roles import STAFF
from .facts import EssentialsInDoubt


class RecordEssentialsInDoubt(OnAward, frozen=True, kw_only=True):
    """Tell us that you do not have enough money for food, heating, medicine or your home."""

    about = records(Words("I do not have enough money for essentials", "Nid oes gennyf ddigon o arian ar gyfer hanfodion"),
                    may=(*STAFF, "customer", "representative"))  # fmt: skip

    what: Annotated[str, field(
        Words("What can you not pay for?", "Beth na allwch chi dalu amdano?"), kind="long_text", max_length=500,
    )] = ""  # fmt: skip

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [EssentialsInDoubt(**self.of_award(record), what=self.what)]
