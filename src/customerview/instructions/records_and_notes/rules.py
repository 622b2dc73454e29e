"""The instructions on records and notes: see what matters before acting, say what is true, write what the next person needs."""

from __future__ import annotations

from customerview.kernel import duty, guard, needs, view

from ..appointments.book_appointment import BookAppointment
from ..contacts.end_contact import EndContact
from ..contacts.facts import ContactEnded
from ..contacts.note_contact import NoteContact
from ..sampling import falls_in_sample
from ..stopping_payments.place_protective_hold import PlaceProtectiveHold
from ..support_needs.record_need import RecordNeed
from .acknowledge_key_facts import AcknowledgeKeyFacts
from .facts import NoteSampled
from .key_facts import key_facts
from .sample_note import SampleNote
from .true_state import true_state

SOURCE = "records and notes instruction"
PARTS = {"reported": "what they reported", "agreed": "what was agreed", "follows": "what happens next"}


# A note the next person can use --------------------------------------------------------------------------------------


@guard(EndContact, source=SOURCE, learned_from=("UC-7.4", "X-2.2", "X-25.9", "X-27.4", "X-31.4"))
def notes_meet_standard(action, record, asked):
    """A contact ends with a note that says what was reported, what was agreed and what is next. Who and how it was are
    kept from its start."""
    contact = record.contacts.open.get(action.contact)
    if contact is None:
        return None
    short = asked.figure("shortest_part")
    missing = tuple(said for part, said in PARTS.items() if len(getattr(contact, part).strip()) < short)
    return needs(NoteContact, f"Write in the note: {', '.join(missing)}.", missing=missing) if missing else None


@guard(EndContact, source=SOURCE, learned_from=("UC-7.4",), rule="notes_meet_standard")
def needs_in_notes_are_recorded(action, record, asked):
    """A need that came up in a contact is recorded as one, or declined with a reason, before the contact ends."""
    contact = record.contacts.open.get(action.contact)
    if contact is None or not contact.answers.get("help"):
        return None
    recorded = any(n.number > contact.number for n in record.needs.held.values())
    recorded = recorded or any(a.number > contact.number for a in record.needs.adjustments.values())
    if recorded or action.contact in record.notes.declined:
        return None
    return needs(RecordNeed, "Help was needed: record the need, or say why there is none.", missing=("a need recorded or declined",))


note_sampled = duty(
    "Read a sampled note: would the next person know what they need?",
    rule="notes_meet_standard", after=ContactEnded, until=NoteSampled, per="contact", owner="quality",
    enough=lambda happened, record, figure: falls_in_sample(happened, figure("sample_pct")), within="sample_due_wd",
    by_doing=(SampleNote,), source=SOURCE, learned_from=("X-2.2", "X-25.9"),
)  # fmt: skip


# Seen before acting --------------------------------------------------------------------------------------------------


@view("contact", "booking", "message", "referral", "decision", "adverse", source=SOURCE, learned_from=("UC-2.1",))
def key_facts_acknowledged_before_action(record, asked):
    """Pinned notes, needs, the acting person, stays, death and safety stand at the top of the screen, always."""
    return key_facts(record)


@guard(
    BookAppointment, every=lambda about: about.effect == "takes_away" and (about.own_line_only or about.outgoing), source=SOURCE,
    learned_from=("UC-2.1",), rule="key_facts_acknowledged_before_action",
)  # fmt: skip
def what_is_new_is_acknowledged(action, record, asked):
    """Before an adverse step, and before an appointment is booked, whoever asks for it acknowledges what is new at the head of the
    record since they last looked. Never before a lifting or a protection, and never of what they have acknowledged."""
    if asked.by.kind != "colleague" or isinstance(action, PlaceProtectiveHold) or getattr(action, "decision", "") == "lift":
        return None
    seen = record.notes.acknowledged.get(asked.by.code, 0)
    new = [line for line in key_facts(record) if any(n > seen for n in line.of)]
    if not new:
        return None
    return needs(
        AcknowledgeKeyFacts, "Read what is new at the head of the record, and say that you have seen it.",
        missing=tuple(line.words.en for line in new),
    )  # fmt: skip


# The truth on screen -------------------------------------------------------------------------------------------------


@view("contact", "call_out", source=SOURCE, learned_from=("CMS-2.2", "X-16.1", "X-27.2", "X-33.5"))
def true_case_state_on_screen(record, asked):
    """The real stage, components, decisions, open duties with their days and reasons for waiting, of every line, in words that
    can be read out. A question the screen cannot answer is handed over, not guessed."""
    return true_state(record, asked)
