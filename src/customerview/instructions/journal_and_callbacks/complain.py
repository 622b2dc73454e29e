"""Complain about the service."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Action, Asked, Fact, Record, Words, field, records

from .received import said_to_be
from .send_message_to_us import awards


class Complain(Action, frozen=True, kw_only=True):
    """Complain about how you were treated, or about something we did or did not do."""

    about = records(Words("Complain about our service", "Cwyno am ein gwasanaeth"), may=("customer", "representative"))

    text: Annotated[
        str,
        field(Words("What went wrong?", "Beth aeth o'i le?"), kind="long_text", min_length=1, max_length=4000,
              hint=Words("Say what happened and when. A complaint never changes what you are paid.",
                         "Dywedwch beth ddigwyddodd a phryd. Nid yw cwyn byth yn newid yr hyn rydych yn ei gael."),
              missing=Words("Say what went wrong", "Dywedwch beth aeth o'i le")),
    ]  # fmt: skip
    wanted: Annotated[
        str, field(Words("What should we do to put it right?", "Beth ddylem ei wneud i'w gywiro?"), kind="long_text", max_length=900)
    ] = ""
    award: Annotated[str, field(Words("Which benefit is it about?", "Pa fudd-dal mae'n ymwneud ag ef?"), kind="choice", choices=awards)] = (
        ""
    )

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return said_to_be("dissatisfied", record, "complaint", "\n\n".join(filter(None, [self.text, self.wanted])), self.award)
