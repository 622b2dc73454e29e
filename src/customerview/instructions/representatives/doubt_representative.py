"""Record that whoever acts for the customer may not be able to any more, or can after all."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Asked, Fact, Problem, Record, Words, field, records

from ..roles import STAFF
from .doubt_facts import DOUBTS, RepresentativeFoundWell, RepresentativeInDoubt
from .on_authority import OnAuthority


class DoubtRepresentative(OnAuthority, frozen=True, kw_only=True):
    """Somebody who acts for a customer has died, wants to give it up, cannot be reached, or is doubted."""

    about = records(
        Words("Record that somebody may not be able to act", "Cofnodi efallai na all rhywun weithredu"), may=(*STAFF, "job"), protects=True
    )

    why: Annotated[str, field("Why may they not be able to act?", kind="choice", choices=DOUBTS.items())]

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        if record.acting_in_doubt.why.get(self.authority) == self.why:
            return [Problem("why", Words("This is recorded already.", "Mae hyn eisoes wedi'i gofnodi."))]
        return super().problems(record, asked)

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [RepresentativeInDoubt(authority=self.authority, type=record.authority.held[self.authority].type, why=self.why)]


class FindRepresentativeWell(OnAuthority, frozen=True, kw_only=True):
    """Somebody who was reported to have died is alive, and acts for the customer as before."""

    about = records(Words("Record that somebody can act after all", "Cofnodi y gall rhywun weithredu wedi'r cyfan"), may=("job",))

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        if record.acting_in_doubt.why.get(self.authority) == "died":
            return super().problems(record, asked)
        return [Problem("authority", Words("They are not in doubt.", "Nid oes amheuaeth yn eu cylch."))]

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [RepresentativeFoundWell(authority=self.authority, type=record.authority.held[self.authority].type)]
