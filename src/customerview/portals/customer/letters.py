"""Letters we wrote to the customer, each on screen, the form they read offered first. What waits to be released is not shown."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from customerview.correspondence import read_again
from customerview.identity import audience
from customerview.instructions.letters_and_notifications.addressee import TO_WHOEVER_ACTS
from customerview.instructions.letters_and_notifications.facts import LetterReleased, LetterWritten
from customerview.instructions.letters_and_notifications.kinds import LETTERS
from customerview.instructions.letters_and_notifications.sending_facts import MADE_BY_PEOPLE
from customerview.instructions.letters_and_notifications.whereabouts import to_the_customer
from customerview.kernel import Recorded
from customerview.portals.layout import t

from .asked_after import asked_after
from .first_form import first_form
from .own import Own, own_record, show

MOST = 100


def released(own: Own, limit: int = MOST) -> list[tuple[Recorded, Recorded]]:
    """Letters to this person that were released, newest first: the release, and the fact that holds the words as they left."""
    releases = own.view.timeline(own.stream, kinds=[LetterReleased.kind.code], limit=limit)
    if not releases:
        return []
    written: dict[str, Recorded] = {}
    for happened in own.view.timeline(own.stream, kinds=[LetterWritten.kind.code], limit=2 * MOST):
        written.setdefault(happened.fact.letter, happened)  # type: ignore[attr-defined]
    found = [(release, written[release.fact.letter]) for release in releases if release.fact.letter in written]  # type: ignore[attr-defined]
    return [(release, letter) for release, letter in found if _theirs(own, letter) and own.shows(letter.fact.letter, release.number)]  # type: ignore[attr-defined]


def _theirs(own: Own, letter: Recorded) -> bool:
    fact = letter.fact
    assert isinstance(fact, LetterWritten)
    return fact.recipient in ("customer", TO_WHOEVER_ACTS) and bool(fact.content) and own.covers(own.record.awards.line_of(fact.about))


def row(own: Own, release: Recorded, letter: Recorded) -> dict[str, Any]:
    """A line of the list: what the letter is called, in the language it was written in."""
    fact = letter.fact
    assert isinstance(fact, LetterWritten)
    return {
        "at": release.at,
        "about": read_again(fact.content).title or LETTERS[fact.spec].words.say(fact.language),
        "number": letter.number,
        "where": where(own, fact.letter),
    }


def where(own: Own, letter: str) -> str:
    """Where a letter is, while that is at hand."""
    one = own.record.sendings.letters.get(letter)
    if one and one.recipient == TO_WHOEVER_ACTS and not own.acting:
        return t("It is to {name}, who acts for you.", "Mae at {name}, sy’n gweithredu drosoch.", name=one.to[0] if one.to else "")
    return t(to_the_customer(one)) if one else ""


def one_letter(own: Own, number: int) -> tuple[Recorded, LetterWritten]:
    """The letter that fact is, when it was released to this person. Raises Http404."""
    for release, letter in released(own):
        if letter.number == number and isinstance(letter.fact, LetterWritten):
            return release, letter.fact
    raise Http404


@audience("customer", "representative")
@require_safe
def letters(request: HttpRequest) -> HttpResponse:
    with own_record(request) as own:
        making = [(t(MADE_BY_PEOPLE[one.form]), one.due) for one in own.record.sendings.being_made.values() if one.form in MADE_BY_PEOPLE]
        return show(
            request,
            "letters.html",
            own,
            {"asks": asked_after(own), "letters": [row(own, *pair) for pair in released(own)], "being_made": making},
        )


@audience("customer", "representative")
@require_safe
def letter(request: HttpRequest, number: int) -> HttpResponse:
    """The letter on screen, from the same words as the PDF."""
    with own_record(request) as own:
        release, written = one_letter(own, number)
        owed = any(o.per == written.form for o in own.record.duties.of("ask_after_other_form"))
        letter = read_again(written.content)
        return show(request, "one_letter.html", own, {
            "ask_after": written.letter if owed else "", "letter": letter, "files": first_form("letters", number, letter, own.record.person.format), "number": number, "at": release.at, "where": where(own, written.letter), "back": "/account/letters",
        })  # fmt: skip
