"""A line's system reports that an award is paid from an earlier day."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from customerview.kernel import Asked, Fact, Problem, Record, Words, field, in_words, records

from .outcome_facts import AwardBackdated, MovedDate
from .report_outcomes import ReportOutcome

EARLIER = Words("The new day is not before the old one.", "Nid yw'r diwrnod newydd cyn yr hen un.")


class ReportBackdating(ReportOutcome, frozen=True, kw_only=True):
    """The service that pays a benefit pays it from an earlier day. The award itself is reported from that day first."""

    about = records(Words("Report that an award is backdated", "Rhoi gwybod bod dyfarniad wedi'i ôl-ddyddio"), may=("line_system",),
                    own_line_only=True)  # fmt: skip

    starts: Annotated[date, field(Words("From which day is it paid now?", "O ba ddiwrnod y telir ef nawr?"), kind="date")]
    before: Annotated[date, field(Words("From which day was it paid before?", "O ba ddiwrnod y talwyd ef o'r blaen?"), kind="date")]
    reason: Annotated[str, field(Words("Why, in plain words?", "Pam, mewn geiriau plaen?"), kind="long_text", min_length=1, max_length=1000)]  # fmt: skip
    moved: tuple[MovedDate, ...] = ()

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        wrong = super().problems(record, asked)
        if not wrong and (here := record.awards.held[self.award].starts) != self.starts:
            said = (f"The award here begins on {in_words(here)}. Report it from {in_words(self.starts)} first.",
                    f"Mae'r dyfarniad yma yn dechrau ar {in_words(here, 'cy')}. Rhowch wybod amdano o {in_words(self.starts, 'cy')} yn gyntaf.")  # fmt: skip
            wrong.append(Problem("starts", Words(*said)))
        if self.starts >= self.before:
            wrong.append(Problem("starts", EARLIER))
        return wrong

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [AwardBackdated(**self.owed(record), starts=self.starts, before=self.before, reason=self.reason.strip(), moved=self.moved)]
