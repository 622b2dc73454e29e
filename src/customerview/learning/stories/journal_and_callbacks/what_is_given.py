"""What stories of silence are given: an award, and a call in which something is heard."""

from __future__ import annotations

from datetime import date

from customerview.instructions.awards_and_payments.facts import AwardReported
from customerview.instructions.contacts.answer_recognition_question import AnswerRecognitionQuestion
from customerview.instructions.contacts.answer_recognition_questions import AnswerRecognitionQuestions
from customerview.instructions.contacts.facts import QUESTIONS, ContactStarted
from customerview.instructions.contacts.note_contact import NoteContact
from customerview.instructions.contacts.start_contact import StartContact
from customerview.kernel import Actor
from customerview.learning.story import Story


def award(benefit: str = "UC") -> AwardReported:
    return AwardReported(award=f"{benefit}-1", benefit=benefit, line=benefit, amount=42_490, frequency="month", starts=date(2024, 1, 3))


def heard(story: Story, question: str, *, by: Actor, detail: str = "", channel: str = "call_in") -> Story:
    """A contact begins, and what a recognition question asks about is heard in it."""
    story.when(StartContact(channel=channel, party="customer", checked="questions"), by=by)
    contact = story.number_of(ContactStarted)
    return story.when(AnswerRecognitionQuestion(contact=contact, question=question, answer=True, detail=detail), by=by)


def written_up(story: Story, *, by: Actor) -> Story:
    """Every other recognition question is answered, with no, and the note is written."""
    contact = story.number_of(ContactStarted)
    known = story.record.contacts.open[contact].answers
    answers = {question: known.get(question, False) for question in QUESTIONS}
    story.when(AnswerRecognitionQuestions(contact=contact, **answers), by=by)
    return story.when(
        NoteContact(contact=contact, reported="What she told us", agreed="What we agreed", follows="Who does what next"), by=by
    )
