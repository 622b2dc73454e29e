"""Record that somebody asked what the customer needs."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Action, Asked, Fact, Problem, Record, Words, field, records

from ..roles import STAFF
from .facts import NeedsScreened

OUTCOMES = {
    "none_found": Words("Nothing is needed", "Nid oes angen dim"),
    "found": Words("Needs were found and recorded", "Canfuwyd a chofnodwyd anghenion"),
}
HOW = {
    "asked": Words("I asked the customer", "Gofynnais i'r cwsmer"),
    "asked_representative": Words("I asked whoever acts for them", "Gofynnais i bwy bynnag sy'n gweithredu drostynt"),
    "from_record": Words("From everything on the record: they could not be asked", "O bopeth ar y cofnod: ni ellid gofyn iddynt"),
}


class ScreenNeeds(Action, frozen=True, kw_only=True):
    """Somebody asked a customer what they need from us, and recorded the answer."""

    about = records(Words("Record that needs were asked about", "Cofnodi y gofynnwyd am anghenion"), may=(*STAFF, "line_system"))

    outcome: Annotated[str, field("What was found?", kind="choice", choices=OUTCOMES.items())]
    how: Annotated[str, field("How do you know?", kind="choice", choices=HOW.items())] = "asked"

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        if self.outcome not in OUTCOMES:
            return [Problem("outcome", Words("Say what was found.", "Nodwch yr hyn a ganfuwyd."))]
        return []

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [NeedsScreened(outcome=self.outcome, how=self.how)]
