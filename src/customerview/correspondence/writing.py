"""The named job that writes letters: what chapters decide is followed from the feed, written by its specification, checked and released.

A letter that a check holds stays with a duty on it, for a person to put right. What is older than the figure was told in another way.
"""

from __future__ import annotations

import logging
import threading
from datetime import timedelta
from typing import Any

import msgspec
import psycopg
from django.conf import settings
from django.utils import timezone

from customerview.instructions import catalogue
from customerview.instructions.letters_and_notifications.addressee import TO_WHOEVER_ACTS, Addressee, addressee
from customerview.instructions.letters_and_notifications.facts import LetterAskedFor
from customerview.instructions.letters_and_notifications.kinds import LETTERS
from customerview.instructions.letters_and_notifications.release_letter import ReleaseLetter
from customerview.instructions.letters_and_notifications.write_letter import WriteLetter
from customerview.instructions.personal_details.formats import POSTED, by
from customerview.instructions.support_needs.slices import usable_routes
from customerview.kernel import LONDON, Fact, Record, Recorded, job
from customerview.ledger import writing
from customerview.ledger.feed import follow, take_page
from customerview.perform import NotDone, perform

from .content import Letter
from .formats import can_be_made
from .specs import Spec, Told, composed, specs
from .specs.spec import reference_of

READER = "letters"
JOB = job(READER)
WAYS = {"post": "post", "email": "email", "journal": "portal"}
"""Which way a letter goes by the route somebody uses."""
ON_PAPER = frozenset(POSTED) - {"standard", "audio", "easy_read"}
"""Forms that are made for the hand: they go by post where that reaches the customer."""

log = logging.getLogger(__name__)


def write_letters(stop: threading.Event) -> None:
    """Follow the feed until `stop` is set."""
    follow(take, stop, pause=0.5)


class Recent(Exception):
    """A page holds something that may call for a letter: it is taken one by one."""


def take() -> int:
    """Take what is too old for a letter a page at a time, and what may call for one by itself, so that no transaction is about two
    people. Returns 0 when all are taken."""
    kinds = {LetterAskedFor, *(kind for spec in specs().values() for kind in spec.after)}
    codes = sorted(kind.kind.code for kind in kinds)
    try:
        return take_page(READER, catalogue().kinds, _pass_over, limit=500, codes=codes)
    except Recent:
        return take_page(READER, catalogue().kinds, _write, limit=1, codes=codes)


def _is_recent(happened: Recorded) -> bool:
    now = timezone.now()
    return happened.at >= now - timedelta(days=catalogue().figures.get("letters", "write_within_days", now.astimezone(LONDON).date()))


def _pass_over(db: psycopg.Connection[Any], facts: list[Recorded]) -> None:
    if any(map(_is_recent, facts)):
        raise Recent


def _write(db: psycopg.Connection[Any], facts: list[Recorded]) -> None:
    for happened in filter(_is_recent, facts):
        with writing(None, catalogue()).transaction() as unit:
            record = unit.load(happened.stream)
        for spec, about in wanted(happened.fact, record):
            write(spec, about, happened, record)


def wanted(fact: Fact, record: Record) -> list[tuple[Spec, str]]:
    """The letters a fact calls for, and what each is about."""
    if isinstance(fact, LetterAskedFor):
        return [(specs()[fact.spec], fact.about)] if fact.spec in specs() else []
    now = timezone.now()
    called_for = [s for s in specs().values() if isinstance(fact, s.after) and (s.until(fact) or now) >= now and s.when(fact, record)]
    # Nobody writes to somebody who was reported dead; what is for next of kin goes out.
    return [(spec, spec.about(fact)) for spec in called_for if not record.death.reported or LETTERS[spec.code].recipient == "next_of_kin"]


def write(spec: Spec, about: str, happened: Recorded, record: Record) -> None:
    """Write one letter down and release it; what stands in the way is left for a person, whose duty it is by now."""
    action = letter_for(spec, about, happened, record)
    cause = f"{happened.stream}:{happened.number}"
    for step in (action, ReleaseLetter(letter=action.letter)):
        key = f"{cause}:{spec.code}:{type(step).__name__}"
        try:
            perform(step, on=happened.stream, by=JOB, ledger=writing(None, catalogue()), catalogue=catalogue(), cause=cause, key=key)
        except NotDone as stopped:
            log.info("a letter (%s) waits for a person: %s", spec.code, type(stopped).__name__)
            return


def letter_for(spec: Spec, about: str, happened: Recorded, record: Record) -> WriteLetter:
    """The letter as it is written down: in the language and form of whoever it is to, by a way they can use."""
    fact = happened.fact
    asked = happened.number if isinstance(fact, LetterAskedFor) else 0
    # What was frozen before (a proof) was asked for in a language and form of its own.
    to = to_whom(spec, about, fact, record)
    language, form = (fact.language, fact.format) if spec.whole else (to.language, to.format)  # type: ignore[attr-defined]
    acting = to if to.acts else None
    told = Told(
        record, "cy" if language == "cy" else "en", timezone.now().astimezone(LONDON).date(), about=about, fact=fact,
        said=fact.said if isinstance(fact, LetterAskedFor) else "", number=happened.number, acting=acting,
    )  # fmt: skip
    made = composed(spec, told, reference=reference_of(happened.stream, happened.number, spec.code), sender=settings.BRAND_NAME)
    letter = made.letter
    if told.lang == "cy" and not told.own_words:  # what a colleague said in their own words is in one language
        english = Told(record, "en", told.today, about=about, fact=fact, number=happened.number, acting=acting)
        letter = msgspec.structs.replace(letter, then=composed(spec, english, reference=letter.reference, sender=letter.sender).letter)
    recipient = TO_WHOEVER_ACTS if acting else LETTERS[spec.code].recipient
    way = getattr(fact, "way", "") if spec.whole else way_for(record) if recipient == "customer" else "post"
    return WriteLetter(
        letter=reference_of(happened.stream, happened.number, spec.code), spec=spec.code, version=spec.version, language=told.lang,
        form=in_their_form(form, way, letter) if recipient != "next_of_kin" else "standard", way=way, to_role=getattr(fact, "post_to", ""), about_what=about, recipient=recipient, role=made.role,
        content=msgspec.json.encode(letter).decode(), parts=made.parts, quotes=made.quotes, asked_by=asked,
    )  # fmt: skip


def to_whom(spec: Spec, about: str, fact: Fact, record: Record) -> Addressee:
    """Whoever the customer is spoken to through, about what they act for; of what is kept from whoever acts, the customer alone."""
    if spec.acting:
        return spec.acting(fact)
    person, kind = record.person, LETTERS[spec.code]
    if spec.whole or kind.recipient != "customer" or kind.themselves or type(fact).kind.from_representatives:
        return Addressee(name=str(person.name or ""), language=person.language, format=person.format)
    return addressee(record, timezone.now().astimezone(LONDON).date(), record.awards.line_of(about))


def read_again(content: str) -> Letter:
    """The letter again from what a fact froze of it."""
    return msgspec.json.decode(content, type=Letter)


def in_their_form(form: str, way: str, letter: Letter) -> str:
    """The form in which a letter leaves: theirs where the way carries it and the letter is made in it, else plain print."""
    fits = by(way, form)
    return fits if can_be_made(fits, letter) else by(way, "standard")


def way_for(record: Record) -> str:
    """By the way they like best of those that carry a letter; on paper when their form is. At least it is in their account."""
    routes = [route for route in usable_routes(record) if route in WAYS]
    if record.person.format in ON_PAPER and "post" in routes:
        return "post"
    if record.person.format == "email" and "email" in routes:
        return "email"
    if record.person.format in ("html", "epub") and "journal" in routes:
        return "portal"
    preferred = [r for r in routes if r in record.person.routes and record.person.routes[r].preferred]
    first = [*preferred, *(r for r in ("journal", "post", "email") if r in routes)]
    return WAYS[first[0]] if first else "portal"
