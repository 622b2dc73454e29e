"""Review the overriding of an instruction."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Action, Asked, Fact, Problem, Record, Words, field, records
from customerview.kernel.facts import OverrideReviewed

from .facts import person_in


class ReviewOverride(Action, frozen=True, kw_only=True):
    """Somebody else looks at why an instruction was overridden, and says what they find."""

    about = records(Words("Review an override", "Adolygu gwrthwneud cyfarwyddyd"), may=("reviewer", "operations_manager", "support_lead"))

    override: Annotated[int, field("Which override?", kind="number", hidden=True)]
    upheld: Annotated[bool, field("Was it right to go past the instruction?", kind="yes_no")]
    finding: Annotated[str, field("What did you find?", kind="long_text", min_length=1, max_length=1000)]

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        override = record.overrides.open.get(self.override)
        if override is None:
            return [Problem("override", Words("This override was reviewed already.", "Adolygwyd hwn eisoes."))]
        if person_in(override.by) == asked.by.id:
            return [
                Problem("override", Words("Somebody else has to review what you did.", "Rhaid i rywun arall adolygu'r hyn a wnaethoch."))
            ]
        return []

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [OverrideReviewed(override=self.override, upheld=self.upheld, finding=self.finding)]
