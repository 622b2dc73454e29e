"""Record that the customer was spoken to alone, and what is done about what they told us in private."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Action, Asked, Fact, Problem, Record, Words, field, records

from .facts import PrivateWorryAnswered, PrivateWorryOutcome


class AnswerPrivateWorry(Action, frozen=True, kw_only=True):
    """Somebody spoke to a customer alone about what they told us in private."""

    about = records(Words("Record what was done about a private worry", "Cofnodi'r hyn a wnaed am bryder preifat"), may=("support_lead",),
                    protects=True)  # fmt: skip

    told: Annotated[int, field("Which worry?", kind="number", hidden=True)]
    done: Annotated[str, field("What was said, and what is done?", kind="long_text", min_length=1, max_length=2000)]

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        if self.told in record.authority.worries:
            return []
        return [Problem("told", Words("This was answered already.", "Atebwyd hwn eisoes."))]

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [PrivateWorryAnswered(told=self.told), PrivateWorryOutcome(told=self.told, done=self.done)]
