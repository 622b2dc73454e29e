"""Record that an appointment was kept, and whether what the customer needs was there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from customerview.kernel import Asked, Choice, Fact, Problem, Record, Words, field, records

from ..roles import STAFF
from ..support_needs.facts import ADJUSTMENTS
from .facts import AppointmentKept
from .on_appointment import HowItWent
from .words import OWN_WORDS

SAID = Words("What they said would help, in their own words", "Yr hyn a ddywedon nhw a fyddai'n helpu, yn eu geiriau eu hunain")
NAME_THEM = Words("Choose what was not there.", "Dewiswch yr hyn nad oedd yno.")
NONE_MISSING = Words("You said that everything was there. Untick what was not, or answer no.",
                     "Dywedoch fod popeth yno. Dad-diciwch yr hyn nad oedd, neu atebwch na.")  # fmt: skip


def adjustment_words(code: str) -> Words:
    return SAID if code == OWN_WORDS else ADJUSTMENTS.get(code, Words(code, code))


def needed_at_any(record: Record) -> Sequence[Choice]:
    """Whatever was to be there at one of the appointments that stand."""
    codes = dict.fromkeys(
        a for one in record.appointments.open.values() for a in (*one.adjustments, *((OWN_WORDS,) if one.would_help else ()))
    )
    return [Choice(code, adjustment_words(code)) for code in codes]


class RecordAppointmentKept(HowItWent, frozen=True, kw_only=True):
    """You were at your appointment. We write down whether what you need was there."""

    about = records(Words("Record that it took place", "Cofnodi ei fod wedi'i gynnal"), may=(*STAFF, "line_system"))

    met: Annotated[bool, field("Was everything there that they need?", kind="yes_no", hint="What was to be there stands beside this form.")]
    not_met: Annotated[tuple[str, ...], field("If not: what was missing?", kind="choices", choices=needed_at_any)] = ()
    who_came: Annotated[str, field("Who else was there? (optional)", max_length=200)] = ""
    said: Annotated[str, field("What should the next person know? (optional)", kind="long_text", max_length=1000)] = ""

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        wrong = super().problems(record, asked)
        if not self.met and not self.not_met and needed_at_any(record):
            wrong.append(Problem("not_met", NAME_THEM))
        if self.met and self.not_met:
            wrong.append(Problem("not_met", NONE_MISSING))
        return wrong

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [AppointmentKept(appointment=self.appointment, not_met=self.not_met, who_came=self.who_came, said=self.said)]
