"""What stories of contacts are given: a contact going on, its recognition questions answered."""

from __future__ import annotations

from customerview.instructions.contacts.answer_recognition_questions import AnswerRecognitionQuestions
from customerview.instructions.contacts.end_contact import EndContact
from customerview.instructions.contacts.facts import QUESTIONS, ContactStarted
from customerview.instructions.contacts.note_contact import NoteContact
from customerview.instructions.contacts.start_contact import StartContact
from customerview.kernel import Actor
from customerview.learning.story import Story


def contact(story: Story, by: Actor, *, channel: str = "call_in", party: str = "customer", yes: tuple[str, ...] = ()) -> int:
    """Start a contact and answer the recognition questions: a yes to those named, a no to the others. Gives its number."""
    story.when(StartContact(channel=channel, party=party, checked="questions"), by=by)
    number = story.then(ContactStarted).number_of(ContactStarted)
    story.when(AnswerRecognitionQuestions(contact=number, **{q: q in yes for q in QUESTIONS}), by=by)
    return number


def noted(number: int, **parts: str) -> NoteContact:
    return NoteContact(contact=number, **parts)


def end(number: int) -> EndContact:
    return EndContact(contact=number, summary="You rang us about your payments.")
