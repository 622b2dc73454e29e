"""Record a letter, a form or a recording that came in from the customer: it is read within hours, as a message is."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Action, Asked, Fact, Record, Words, field, records

from ..roles import STAFF
from .received import ASKED_FOR, received
from .send_message_to_us import awards
from .ways_in import CAME_AS

OTHER_WAYS = {way: said for way, said in CAME_AS.items() if way != "message"}


class RecordWhatCameIn(Action, frozen=True, kw_only=True):
    """A letter, a form or a voice recording came in. A trained person reads or hears it, and a team answers it."""

    about = records(Words("Record what came in", "Cofnodi'r hyn a ddaeth i mewn"), may=(*STAFF, "job"))

    came_as: Annotated[str, field("What came in?", kind="choice", choices=OTHER_WAYS.items())]
    topic: Annotated[str, field("What is it about?", kind="choice", choices=ASKED_FOR)]
    text: Annotated[str, field("What does it say?", kind="long_text", min_length=1, max_length=5000,
                               hint="In their own words, as far as they can be read or heard.")]  # fmt: skip
    award: Annotated[str, field("Which benefit is it about?", kind="choice", choices=awards)] = ""

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [received(record, self.topic, self.text, self.award, self.came_as)]
