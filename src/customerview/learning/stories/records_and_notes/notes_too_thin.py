"""Contacts written up too thinly for the next person."""

from __future__ import annotations

from customerview.learning.expected import needs
from customerview.learning.people import COMPLAINT_HANDLER, COMPLIANCE_OFFICER, staff
from customerview.learning.points import point

from .what_is_given import contact, end, noted

RULE = "notes_meet_standard"


@point("UC-7.4")
def what_staff_needed_to_know_was_left_off(given):
    """Help was needed, and the contact is about to end with neither a note of what was said nor the need."""
    agent, story = staff("case_manager", line="UC"), given()
    call = contact(story, agent, yes=("help",))
    story.when(end(call), by=agent).then(needs("note_contact", RULE), needs("record_need", RULE))


@point("X-2.2")
def almost_nothing_was_written(given):
    """A contact is about to end with a few words, and nothing of what was agreed or comes next."""
    agent, story = staff("agent", line="ESA"), given()
    call = contact(story, agent)
    story.when(noted(call, reported="Rang about ESA"), by=agent).when(end(call), by=agent).then(needs("note_contact", RULE))


@point("X-25.9")
def compliance_wrote_too_little(given):
    """A compliance officer's contact meets the same standard as everybody's."""
    story = given()
    call = contact(story, COMPLIANCE_OFFICER, channel="face_to_face")
    story.when(noted(call, agreed="Will send bank statements"), by=COMPLIANCE_OFFICER).when(end(call), by=COMPLIANCE_OFFICER).then(
        needs("note_contact", RULE)
    )


@point("X-27.4")
def a_call_about_a_complaint_was_not_written_up(given):
    """A complaint handler rings the customer, and would end the call with nothing written."""
    story = given()
    call = contact(story, COMPLAINT_HANDLER, channel="call_out")
    story.when(end(call), by=COMPLAINT_HANDLER).then(needs("note_contact", RULE))


@point("X-31.4")
def what_was_said_on_the_phone_was_not_noted(given):
    """Somebody rings for the customer; what they reported and what was agreed is not in the note."""
    agent, story = staff("agent", line="PIP"), given()
    call = contact(story, agent, party="representative")
    story.when(noted(call, follows="Ring again on Monday"), by=agent).when(end(call), by=agent).then(needs("note_contact", RULE))
