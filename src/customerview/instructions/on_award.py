"""What everything done about one award has in common: which line pays it, and that the award is known."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Action, Asked, Problem, Record, Words, field

NO_SUCH_AWARD = Words("We know of no award with this name. Report the award first.",
                      "Nid ydym yn gwybod am ddyfarniad gyda'r enw hwn. Rhowch wybod am y dyfarniad yn gyntaf.")  # fmt: skip


class OnAward(Action, frozen=True, kw_only=True):
    """Base of what is done about one award."""

    award: Annotated[str, field(Words("Which award?", "Pa ddyfarniad?"), hidden=True, max_length=40)]

    def line(self, record: Record) -> str:
        return record.awards.line_of(self.award)

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        return [] if self.award in record.awards.held else [Problem("award", NO_SUCH_AWARD)]

    def of_award(self, record: Record) -> dict[str, str]:
        """The fields every fact about an award carries."""
        return {"award": self.award, "benefit": record.awards.benefit_of(self.award), "line": record.awards.line_of(self.award)}
