"""Ask that open work follows a later edition of its instruction."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from customerview.kernel import Action, Asked, Choice, Fact, Problem, Record, Words, field, records

from ..directory import TEAMS
from .bulk_reset_facts import BulkResetAsked

NO_SUCH_TEAM = Words("There is no such team.", "Nid oes tîm o'r fath.")


def teams(record: Record) -> Sequence[Choice]:
    return [Choice(code, said) for code, said in TEAMS.items()]


class AskForBulkReset(Action, frozen=True, kw_only=True):
    """Set the deadlines and teams of open work anew, as its instruction says today. First it is counted; nothing changes yet."""

    about = records(
        Words("Ask for open work to be reset", "Gofyn am ailosod gwaith agored"), may=("operations_manager",), opens_record=True
    )

    instruction: Annotated[
        str,
        field(
            Words("Which instruction's work?", "Gwaith pa gyfarwyddyd?"),
            max_length=120,
            missing=Words("Select an instruction", "Dewiswch gyfarwyddyd"),
        ),
    ]
    why: Annotated[
        str, field(Words("Why?", "Pam?"), kind="long_text", min_length=3, max_length=300, hint=Words("It is kept with each piece of work.", "Fe'i cedwir gyda phob darn o waith."),
                   missing=Words("Enter why", "Rhowch pam")),
    ]  # fmt: skip
    owner: Annotated[str, field(Words("Only the work of one team?", "Gwaith un tîm yn unig?"), kind="choice", choices=teams)] = ""
    to: Annotated[str, field(Words("Give it to another team?", "Ei roi i dîm arall?"), kind="choice", choices=teams)] = ""

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        return [Problem(name, NO_SUCH_TEAM) for name in ("owner", "to") if (code := getattr(self, name)) and code not in TEAMS]

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [BulkResetAsked(instruction=self.instruction, owner=self.owner, to=self.to, why=self.why)]
