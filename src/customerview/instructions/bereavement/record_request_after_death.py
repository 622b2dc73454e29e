"""Record what somebody asks for or disputes after a death, whether or not their standing is known."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Asked, Fact, Record, Words, field, records

from ..directory import LINES
from ..roles import STAFF
from .facts import RequestAfterDeath
from .on_kin import OnKin


class RecordRequestAfterDeath(OnKin, frozen=True, kw_only=True):
    """Somebody asks for something after a death. It is accepted now and answered once their standing is settled."""

    about = records(Words("Record a request after a death", "Cofnodi cais ar ôl marwolaeth"), may=STAFF)

    to: Annotated[str, field("Which service is it for?", kind="choice", choices=LINES.items())]
    what: Annotated[str, field("What do they ask for?", kind="long_text", min_length=1, max_length=500)]

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [RequestAfterDeath(person=self.person, line=self.to, what=self.what)]
