"""Record a National Insurance number that became known after the record was opened."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Action, Asked, Fact, Problem, Record, Words, field, records
from customerview.kernel.values import NotAValue, nino

from .facts import NinoRecorded

SHAPE = Words("A National Insurance number has 2 letters, 6 numbers and usually a last letter, like QQ 12 34 56 C.",
              "Mae gan rif Yswiriant Gwladol 2 lythyren, 6 rhif ac fel arfer llythyren olaf, fel QQ 12 34 56 C.")  # fmt: skip


class RecordNino(Action, frozen=True, kw_only=True):
    """A customer's National Insurance number becomes known to us."""

    about = records(Words("Record a National Insurance number", "Cofnodi rhif Yswiriant Gwladol"),
                    may=("line_system", "job", "case_manager", "operations_manager"))  # fmt: skip

    nino: Annotated[str, field("National Insurance number", kind="nino", max_length=13)]

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        try:
            nino(self.nino, allow_fictitious=True)
        except NotAValue:
            return [Problem("nino", SHAPE)]
        return []

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [NinoRecorded(nino=nino(self.nino, allow_fictitious=True))]
