"""Ask a council or another body whether it will act for the customer, and record its answer."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Action, Asked, Fact, Problem, Record, Words, field, records

from .need_facts import CorporateBodyAnswered, CorporateBodyAsked

DECIDES = ("case_manager", "decision_maker", "team_leader")
ANSWERS = {"accepts": Words("It will act", "Bydd yn gweithredu"), "refuses": Words("It will not act", "Ni fydd yn gweithredu")}


class AskBodyToAct(Action, frozen=True, kw_only=True):
    """A council or another body is asked whether it will act for a customer."""

    about = records(Words("Ask a body to act", "Gofyn i gorff weithredu"), may=DECIDES)

    body: Annotated[str, field("Which body is asked?", min_length=2, max_length=100, hint="The council where they live, or another body",
                               missing="Enter the name of the body.")]  # fmt: skip
    organisation: Annotated[str, field("Its record here, if it has one", hidden=True, max_length=40)] = ""

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [CorporateBodyAsked(body=self.body, organisation=self.organisation)]


class RecordBodysAnswer(Action, frozen=True, kw_only=True):
    """A body that was asked to act for a customer answered."""

    about = records(Words("Record a body's answer", "Cofnodi ateb corff"), may=DECIDES)

    body: Annotated[str, field("Which body answered?", min_length=2, max_length=100, missing="Enter the name of the body.")]
    answer: Annotated[str, field("What is its answer?", kind="choice", choices=ANSWERS.items(), missing="Choose its answer.")]

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        wrong = [] if self.answer in ANSWERS else [Problem("answer", Words("Choose its answer.", "Dewiswch ei ateb."))]
        if self.body not in record.appointee_need.asked:
            wrong.append(Problem("body", Words("This body was not asked. Record that it was asked first.",
                                               "Ni ofynnwyd i'r corff hwn. Cofnodwch yn gyntaf y gofynnwyd iddo.")))  # fmt: skip
        return wrong

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [CorporateBodyAnswered(answer=self.answer, body=self.body)]
