"""Femi Adeyemi: somebody may want to stop his money. First his needs, then tries to reach him, a conference, a second person."""

from __future__ import annotations

from datetime import date

from customerview.instructions.awards_and_payments.facts import Component

from .. import cast
from .telling import Story, Telling


def tell(told: Telling) -> None:
    femi = told.opened(4, "ESA", date(1979, 9, 2), "Femi", "Adeyemi", lines=("Flat 4", "88 Canal Side", "Marlow Edge"), postcode="XN4 1PW",
                       nation="england_and_wales", mobile="07700 900518")  # fmt: skip
    told.awarded(femi, "ESA", 29_180, "fortnight", (Component(code="support", pence=5_035),), next_in=8)
    told.happens(femi, 200, cast.colleague("ESA", "agent", 5), "record_need", need="mental_health", tier="support", source="told")
    told.happens(femi, 6, cast.line_system("COMPLIANCE"), "report_part", what="An interview is planned", reference="C-771")
    officer = cast.colleague("COMPLIANCE", "compliance_officer", 1, "")
    told.happens(femi, told.at(told.working_day(1)), officer, "record_information_on_entitlement", award="ESA-1", what="Said to have started work",
                 source="A caller who gave no name", ended=True)  # fmt: skip


STORY = Story(slug="femi-adeyemi", headline="Before money stops: needs, tries to reach him, a conference, a second person", tell=tell)
