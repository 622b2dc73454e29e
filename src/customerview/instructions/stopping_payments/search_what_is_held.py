"""Record a search of what every line already holds, before or during a suspension."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Asked, Fact, Record, Words, field, records

from ..on_award import OnAward
from ..roles import STAFF
from .facts import HoldingsSearched


class SearchWhatIsHeld(OnAward, frozen=True, kw_only=True):
    """Somebody looks whether what any service already holds answers the doubt."""

    about = records(Words("Record a search of what we already hold", "Cofnodi chwiliad o'r hyn sydd gennym eisoes"), may=STAFF)

    answered: Annotated[bool, field("Does anything held by any service answer the doubt?", kind="yes_no")]
    found: Annotated[str, field("What was found?", kind="long_text", max_length=500)]

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [HoldingsSearched(**self.of_award(record), answered=self.answered, found=self.found)]
