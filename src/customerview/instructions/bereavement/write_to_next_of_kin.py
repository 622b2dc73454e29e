"""Write to next of kin with the set letter."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from customerview.kernel import Asked, Choice, Fact, Problem, Record, Words, field, records

from .facts import NextOfKinWrittenTo
from .on_death import OnDeath
from .on_kin import people

LETTERS = {"first": Words("First letter", "Llythyr cyntaf"), "second": Words("Second letter", "Ail lythyr")}


def addressees(record: Record) -> Sequence[Choice]:
    """Everybody recorded, or the last address when nobody is."""
    return [Choice("0", Words("Next of kin, at the last address", "Perthynas agosaf, yn y cyfeiriad olaf")), *people(record)]


class WriteToNextOfKin(OnDeath, frozen=True, kw_only=True):
    """The set letter goes to whoever may be next of kin."""

    about = records(Words("Write to next of kin", "Ysgrifennu at y perthynas agosaf"),
                    may=("bereavement_officer", "case_manager", "team_leader"))  # fmt: skip

    letter: Annotated[str, field("Which letter?", kind="choice", choices=LETTERS.items())]
    person: Annotated[int, field("To whom?", kind="choice", choices=addressees)] = 0

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        wrong = super().problems(record, asked)
        if self.letter not in LETTERS:
            wrong.append(Problem("letter", Words("Say which letter.", "Nodwch pa lythyr.")))
        elif self.letter == "second" and "first" not in record.death.letters:
            wrong.append(Problem("letter", Words("The first letter has not been sent.", "Nid yw'r llythyr cyntaf wedi'i anfon.")))
        if self.person and self.person not in record.death.kin:
            wrong.append(Problem("person", Words("Record this person first.", "Cofnodwch y person hwn yn gyntaf.")))
        return wrong

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [NextOfKinWrittenTo(letter=self.letter, person=self.person)]
