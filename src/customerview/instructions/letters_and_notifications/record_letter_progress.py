"""Record what a provider says became of a letter: posted, delivered, not taken, come back; and that the customer was told of it."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from customerview.kernel import Action, Asked, Fact, Problem, Record, Words, field, records

from ..personal_details.facts import ROUTES, RouteFailed
from ..roles import STAFF
from .sending_facts import CAME_BACK, NOT_TAKEN, LetterCameBack, LetterDelivered, LetterNotTaken, LetterPosted, WaitingLetterTold

UNKNOWN = Words(
    "We know no letter to this customer with that reference. It stands at the foot of each page, like RABCD-EFGHJ.",
    "Nid ydym yn gwybod am lythyr at y cwsmer hwn gyda'r cyfeirnod hwnnw. Mae ar waelod pob tudalen, fel RABCD-EFGHJ.",
)
Letter = Annotated[str, field(Words("Which letter?", "Pa lythyr?"), max_length=40, hint=Words("Its reference.", "Ei gyfeirnod."))]


class RecordLetterPosted(Action, frozen=True, kw_only=True):
    """The printer says that a letter is in the post."""

    about = records(Words("Record that a letter was posted", "Cofnodi bod llythyr wedi'i bostio"), may=("job",))

    letter: Letter
    day: Annotated[date, field("On which day?", kind="date")]

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        one = record.sendings.letters.get(self.letter)
        return [LetterPosted(letter=self.letter, day=self.day)] if one is None or one.state == "sent" else []


class RecordLetterDelivered(Action, frozen=True, kw_only=True):
    """A letter is known to have arrived."""

    about = records(Words("Record that a letter arrived", "Cofnodi bod llythyr wedi cyrraedd"), may=("job",))

    letter: Letter

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        one = record.sendings.letters.get(self.letter)
        return [] if one and one.state == "delivered" else [LetterDelivered(letter=self.letter, day=asked.today)]


class RecordLetterNotTaken(Action, frozen=True, kw_only=True):
    """Whoever was to print or carry a letter did not."""

    about = records(Words("Record that a letter was not taken", "Cofnodi na chymerwyd llythyr"), may=("job",))

    letter: Letter
    why: Annotated[str, field("Why not?", kind="choice", choices=NOT_TAKEN.items())]

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [LetterNotTaken(letter=self.letter, why=self.why)]


class RecordLetterBack(Action, frozen=True, kw_only=True):
    """A letter or email came back. Nothing more goes that way until it is checked."""

    about = records(Words("Record that a letter came back", "Cofnodi bod llythyr wedi dod yn ôl"), may=(*STAFF, "line_system", "job"))

    letter: Letter
    why: Annotated[str, field(Words("What happened?", "Beth ddigwyddodd?"), kind="choice", choices=CAME_BACK.items())]

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        """Somebody who types a reference is told when it is none of ours; a provider's notice of an old letter is kept in any case."""
        known = asked.by.kind == "job" or self.letter in record.sendings.letters
        return [] if known else [Problem("letter", UNKNOWN)]

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        one = record.sendings.letters.get(self.letter)
        if one and one.state == "came_back":
            return []
        way = "email" if self.why == "bounced" else one.way if one else "print"
        back: list[Fact] = [LetterCameBack(letter=self.letter, way=way, why=self.why)]
        return back + (
            [RouteFailed(route="email" if way == "email" else "post", how="returned")] if still_used(self.letter, record) else []
        )


def still_used(letter: str, record: Record) -> bool:
    """Whether what came back was sent to where letters would go today: an address that was left since says nothing of the new one."""
    one, now = record.sendings.letters.get(letter), record.person.letters_go_to
    if one is None:
        return True
    if one.recipient != "customer":
        return False
    return one.way == "email" or now is None or one.address in (0, now.number)


class RecordWaitingLetterTold(Action, frozen=True, kw_only=True):
    """You were told that a letter waits in your account, and nothing of what it says."""

    about = records(Words("Record that the customer was told of a letter", "Cofnodi bod y cwsmer wedi cael gwybod am lythyr"), may=("job",))

    letter: Letter
    route: Annotated[str, field("How?", kind="choice", choices=ROUTES.items())]

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [WaitingLetterTold(letter=self.letter, route=self.route)]
