"""Send a letter that was released."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Action, Asked, Fact, Problem, Record, Words, asks, field

from ..bank_holidays import calendars
from ..stopping_payments.facts import SuspensionExplained
from .addressee import TO_WHOEVER_ACTS, still_theirs
from .expected_delivery import expected_delivery
from .safe_ways import POST, address_of, route_of
from .sending_facts import WAYS, LetterSent

NOT_RELEASED = Words("This letter is not waiting to be sent.", "Nid yw'r llythyr hwn yn aros i gael ei anfon.")
NOT_TO_THE_CUSTOMER = Words("This letter is to somebody else.", "Mae'r llythyr hwn at rywun arall.")
TITLE = Words("Send a letter", "Anfon llythyr")


class SendLetter(Action, frozen=True, kw_only=True):
    """A letter to you, or to whoever acts for you, leaves. Whether it is safe and where it goes are checked again at that moment."""

    about = asks(TITLE, may=("job",), outgoing=True)

    letter: Annotated[str, field("Which letter?", hidden=True, max_length=40)]
    way: Annotated[str, field("How?", kind="choice", choices=WAYS.items(), hidden=True)]
    run: Annotated[str, field("The run or message that carries it", hidden=True, max_length=60)] = ""
    post: Annotated[str, field("The class of post", hidden=True, max_length=10)] = "second"

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        return _problems(self.letter, record, to_the_customer=True)

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [sent(self, record, asked), *_explained(self, record)]


class SendLetterToOther(Action, frozen=True, kw_only=True):
    """A letter about the customer leaves, to their next of kin: it goes out after a death too."""

    about = asks(Words("Send a letter to somebody else", "Anfon llythyr at rywun arall"), may=("job",))

    letter: Annotated[str, field("Which letter?", hidden=True, max_length=40)]
    way: Annotated[str, field("How?", kind="choice", choices=WAYS.items(), hidden=True)]
    run: Annotated[str, field("The run or message that carries it", hidden=True, max_length=60)] = ""
    post: Annotated[str, field("The class of post", hidden=True, max_length=10)] = "second"

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        return _problems(self.letter, record, to_the_customer=False)

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [sent(self, record, asked)]


def _explained(action: SendLetter, record: Record) -> list[Fact]:
    """The letter on a suspension says why, how to start it again, how to challenge it and where to get help: as it leaves, that was told."""
    one = record.sendings.letters[action.letter]
    if one.kind != "suspension" or record.suspensions.stopped(one.about) is None:
        return []
    award = record.suspensions.open[one.about]
    return [SuspensionExplained(award=award.award, benefit=award.benefit, line=award.line, route=route_of(action.way))]


def _problems(letter: str, record: Record, *, to_the_customer: bool) -> list[Problem]:
    one = record.sendings.letters.get(letter)
    if one is None or one.state not in ("released", "not_taken"):
        return [Problem("letter", NOT_RELEASED)]
    return [] if (one.recipient != "next_of_kin") == to_the_customer else [Problem("letter", NOT_TO_THE_CUSTOMER)]


def sent(action: SendLetter | SendLetterToOther, record: Record, asked: Asked) -> LetterSent:
    """Where it goes and when it should arrive, as things stand at this moment."""
    one = record.sendings.letters[action.letter]
    address = address_of(one, record) if action.way in POST else None
    to = (one.to[0] if one.to else str(record.person.name or ""), *address.lines, address.postcode) if address else one.to
    if one.recipient == TO_WHOEVER_ACTS and one.again and one.to and (now := still_theirs(one.to[0], record, asked.today)):
        to = now.to
    when = (
        expected_delivery(asked.at, calendars().of("england_and_wales", asked.today), asked.figures, action.post)
        if action.way in POST
        else None
    )
    return LetterSent(
        letter=action.letter, way=action.way, form=one.form, language=one.language, run=action.run, title=one.title,
        role=address.role if address else "", address=address.number if address else 0, to=to if action.way in POST else (),
        expected=when.earliest if when else None, latest=when.latest if when else None,
    )  # fmt: skip
