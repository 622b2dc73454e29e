"""Release a letter: it may leave."""

from __future__ import annotations

from customerview.kernel import Asked, Fact, Record, Words, asks

from ..roles import STAFF
from .facts import LetterReleased, LetterWritten, PaymentChangeTold
from .kinds import LETTERS
from .on_letter import OnLetter
from .request_form import requested
from .sending_facts import OF_PEOPLE

CHECKS = ("letter_facts_match_record", "letter_complete_and_clear", "edited_letter_checked")
ROUTES = {"post": "post", "email": "email", "portal": "journal", "download": "journal"}


class ReleaseLetter(OnLetter, frozen=True, kw_only=True):
    """A letter is checked against the record and may leave. It goes to the customer in the way and form they use; where that form is
    made by people, they are asked for it, and the letter goes in print meanwhile."""

    about = asks(Words("Release a letter", "Rhyddhau llythyr"), may=(*STAFF, "job"), bears=(LetterWritten,))

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        w = self.of(record)
        done: list[Fact] = [LetterReleased(letter=w.letter, spec=w.spec, about=w.about, checks=CHECKS)]
        if LETTERS[w.spec].tells_of_payment and w.about in record.awards.held:
            done.append(PaymentChangeTold(award=w.about, route=ROUTES.get(w.way, "post")))
        theirs = record.person.format
        if w.recipient == "customer" and w.spec != "proof" and w.form != theirs and theirs in OF_PEOPLE:
            done.append(requested(OF_PEOPLE[theirs], asked, letter=w.letter, about=LETTERS[w.spec].words.en))
        return done
