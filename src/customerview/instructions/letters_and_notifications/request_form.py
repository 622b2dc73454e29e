"""Ask for a form that people make, and follow it until it is sent."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from customerview.kernel import Action, Asked, Choice, Fact, Problem, Record, Words, asks, field, records

from ..roles import STAFF
from .sending_facts import MADE_BY_PEOPLE, FormRequested, FormRequestReceived, FormSent

OWNER = "forms_made_by_people"
WHICH = Words("Choose what was asked for and not sent yet.", "Dewiswch yr hyn y gofynnwyd amdano ac na anfonwyd eto.")


class RequestForm(Action, frozen=True, kw_only=True):
    """Ask for something that people make: a video in British Sign Language, a recording, braille by a transcriber, easy read, a translation."""

    about = asks(Words("Ask for a letter in another form", "Gofyn am lythyr mewn ffurf arall"), effect="gives",
                 may=("customer", "representative", *STAFF), bears=(FormRequested,))  # fmt: skip

    form: Annotated[str, field(Words("What would you like?", "Beth hoffech chi?"), kind="choice", choices=MADE_BY_PEOPLE.items(),
                               missing=Words("Select what you would like", "Dewiswch yr hyn yr hoffech ei gael"))]  # fmt: skip
    about_what: Annotated[str, field(Words("Of what?", "O beth?"), kind="text", max_length=200, min_length=1,
                                     hint=Words("For example: my award letter of May.", "Er enghraifft: fy llythyr dyfarnu o fis Mai."),
                                     missing=Words("Say what you would like it of", "Dywedwch o beth yr hoffech ei gael"))]  # fmt: skip
    letter: Annotated[str, field("Which letter?", hidden=True, max_length=40)] = ""

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        known = self.form in MADE_BY_PEOPLE
        return [] if known else [Problem("form", Words("Select what you would like", "Dewiswch yr hyn yr hoffech ei gael"))]

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [requested(self.form, asked, letter=self.letter, about=self.about_what)]


def requested(form: str, asked: Asked, *, letter: str = "", about: str = "") -> FormRequested:
    """It is asked of people today, with the day by which. Whose work that is, is the duty's."""
    due = asked.calendar.add(asked.today, asked.figures.get(OWNER, "made_due_wd", asked.today))
    return FormRequested(form=form, letter=letter, about=about, due=due)


def being_made(record: Record) -> Sequence[Choice]:
    """What was asked for and is not sent yet."""
    return [Choice(str(number), MADE_BY_PEOPLE[one.form]) for number, one in record.sendings.being_made.items()]


class RecordFormReceipt(Action, frozen=True, kw_only=True):
    """The supplier confirms that it was asked to make something."""

    about = records(Words("Record that a supplier confirmed a request", "Cofnodi bod cyflenwr wedi cadarnhau cais"), may=(*STAFF, "job"))

    request: Annotated[int, field("Which request?", kind="number", hidden=True)]
    reference: Annotated[str, field("The supplier's reference", max_length=60)] = ""

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        return [] if self.request in record.sendings.being_made else [Problem("request", WHICH)]

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [FormRequestReceived(request=self.request, reference=self.reference)]


class RecordFormSent(Action, frozen=True, kw_only=True):
    """What people made for you was sent to you."""

    about = records(
        Words("Record that what a supplier made was sent", "Cofnodi bod yr hyn a wnaeth cyflenwr wedi'i anfon"),
        may=(*STAFF, "job"),
    )

    request: Annotated[int, field("Which request?", kind="number", hidden=True)]

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        return [] if self.request in record.sendings.being_made else [Problem("request", WHICH)]

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        one = record.sendings.being_made[self.request]
        return [FormSent(request=self.request, form=one.form, letter=one.letter)]
