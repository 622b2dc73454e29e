"""What a form is about, said again beside its questions: the message being answered, the proposal being agreed to, the entry put right."""

from __future__ import annotations

from typing import Any

import msgspec

from customerview.instructions import catalogue
from customerview.instructions.contacts.facts import CHANNELS
from customerview.instructions.journal_and_callbacks.facts import TOPICS
from customerview.instructions.letters_and_notifications.kinds import LETTERS
from customerview.instructions.letters_and_notifications.reading import texts
from customerview.instructions.organisations.facts import DOES, KINDS
from customerview.kernel import Record, in_words, words
from customerview.ledger import View
from customerview.portals import forms

from .appointments import lines as appointment_lines
from .naming import actor_name, line_name
from .timeline import sentence_for

Lines = list[tuple[str, str]]


def concerning(given: dict[str, Any], record: Record, view: View, by: Any) -> Lines:
    """Terms and words; empty for an action about nothing but the customer."""
    said: Lines = organisation(record) if record.organisation.status else []
    for name, value in given.items():
        if find := ABOUT.get(name):
            said += find(value, record)
    if "corrects" in given and (found := view.fact(record.stream, int(given["corrects"]))):
        said += [
            ("Entry", sentence_for(found, by) or "An entry you may not read"),
            ("Recorded", in_words(found.at, time=True)),
            ("By", actor_name(found.by)),
        ]
    return said


def organisation(record: Record) -> Lines:
    """What an organisation said of itself when it asked to sign up: what there is to look into."""
    one = record.organisation
    said = [
        ("Organisation", one.name),
        ("It says it is", KINDS[one.kind_of].en),
        ("Whom to ask", one.contact),
        ("Email", one.email),
        ("Postcode", one.postcode),
        ("Why it needs proofs", one.why),
        ("What it asks to do", "\n".join(DOES[code].en for code in one.does)),
    ]
    return [(term, text) for term, text in said if text]


def _award(value: str, record: Record) -> Lines:
    award = record.awards.held.get(value)
    return [("Award", line_name(award.benefit))] if award else []


def _message(value: int, record: Record) -> Lines:
    message = record.messages.open.get(value)
    if message is None:
        return []
    topic = TOPICS[message.topic].en if message.topic in TOPICS else message.topic
    return [("They wrote about", topic), ("On", in_words(message.received, time=True)), ("In their words", message.text)]


def _callback(value: int, record: Record) -> Lines:
    call = record.callbacks.open.get(value)
    if call is None:
        return []
    return [("Promised for", in_words(call.at, time=True) if call.at else "no time agreed"), ("About", call.about or "not said")]


def _asked(value: int, record: Record) -> Lines:
    request = record.requests.open.get(value)
    return [("They asked", request.what or request.request.replace("_", " ")), ("On", in_words(request.day))] if request else []


def _line_request(value: int, record: Record) -> Lines:
    """What a line was asked, and what it said so far."""
    one = record.line_requests.known(value)
    if one is None:
        return []
    said = [
        (f"{line_name(one.line)} was asked to", words("{what:asked_of_line}").say("en", what=one.what)), ("On", in_words(one.asked, time=True)), ("Why", one.why),
        *(("Asked again", why) for why in one.joined), ("They need", one.more), ("They said", one.said), ("Then they said", one.other_said),
    ]  # fmt: skip
    return [(term, text) for term, text in said if text]


def _follow_up(value: int, record: Record) -> Lines:
    step = record.follow_ups.open.get(value)
    return [("Next step", step.what or "not said"), ("Due", in_words(step.due))] if step else []


def _contact(value: int, record: Record) -> Lines:
    contact = record.contacts.open.get(value)
    return [("Contact", f"{CHANNELS[contact.channel].en}, {in_words(contact.started, time=True)}")] if contact else []


def _letter(value: str, record: Record) -> Lines:
    """A letter that waits, word for word: whoever releases, edits or signs it reads it first."""
    waits = record.letters.waiting.get(value)
    if waits is None:
        return []
    title = f"{LETTERS[waits.spec].words.en.capitalize()}{', edited' if waits.edited else ''}"
    return [
        ("Letter", title),
        ("How", f"{waits.way}, {words('{form:format}').say('en', form=waits.form)}"),
        ("It says", "\n".join(texts(waits.content))),
    ]


def _staff(value: str, record: Record) -> Lines:
    held = record.organisation.staff.get(value)
    return [("Member of its staff", ", ".join(filter(None, (held.name, held.email))))] if held else []


def _override(value: int, record: Record) -> Lines:
    override = record.overrides.open.get(value)
    if override is None:
        return []
    return [
        ("Instruction", catalogue_words(override.rule)), ("To do what", override.action.replace("_", " ")), ("Why", override.why),
        ("By", actor_name(override.by)),
    ]  # fmt: skip


def catalogue_words(rule: str) -> str:
    return next((r.words.en for r in catalogue().rules if r.rule == rule), rule.replace("_", " "))


def _proposal(value: int, record: Record) -> Lines:
    """What was proposed, question by question, as it was answered."""
    proposal = record.proposals.open.get(value)
    if proposal is None:
        return []
    action = catalogue().actions[proposal.action]
    asked = msgspec.msgpack.decode(proposal.body, type=action)
    said = [("Proposed", action.about.title.en), ("By", actor_name(proposal.by))]
    for question in forms.questions(action, record):
        answer = getattr(asked, question.name)
        if question.name == "award":
            said += _award(answer, record)
        elif question.name == "letter":
            said += _letter(answer, record)
        elif not question.field.hidden:
            said.append((question.field.question.en, forms.in_their_words(question, answer, "en")))
    return said


def _appointment(value: int, record: Record) -> Lines:
    one = record.appointments.of(value)
    return appointment_lines(one) if one else []


ABOUT = {
    "award": _award, "message": _message, "callback": _callback, "asked": _asked, "line_request": _line_request, "follow_up": _follow_up, "contact": _contact, "appointment": _appointment,
    "letter": _letter, "staff": _staff, "override": _override, "proposal": _proposal,
}  # fmt: skip
