"""Later steps that nobody took: no reminder, no form, no review."""

from __future__ import annotations

from datetime import date

from customerview.instructions.change_of_circumstances.facts import ChangeReported
from customerview.instructions.journal_and_callbacks.facts import FollowUpSet
from customerview.instructions.journal_and_callbacks.note_next_step import NoteNextStep
from customerview.instructions.journal_and_callbacks.remove_follow_up import RemoveFollowUp
from customerview.instructions.journal_and_callbacks.set_follow_up import SetFollowUp
from customerview.learning.expected import refused
from customerview.learning.people import staff, system
from customerview.learning.points import point

from .what_is_given import award

ESA = staff("case_manager", line="ESA")
PIP = staff("case_manager", line="PIP")


@point("X-6.2")
def no_reminder_was_set(given):
    """A reported change is not let go: by the next day it has a follow-up with a date and an owner, or a reason for none."""
    given(award("ESA"), ChangeReported(award="ESA-1", line="ESA", what="Her daughter has moved out")).owes(
        "follow_up_set_and_done", by=1, owner="esa.case"
    ).later(2).late("follow_up_set_and_done")


@point("X-13.4")
def the_follow_up_was_not_done(given):
    """A decision has a later step: it is somebody's by a day, and late after it."""
    given(award("PIP")).when(NoteNextStep(next_step="review", award="PIP-1", due=date(2026, 3, 20)), by=PIP).owes(
        "follow_up_set_and_done", by=date(2026, 3, 20), owner="pip.case"
    ).at(date(2026, 3, 23)).late("follow_up_set_and_done")


@point("X-25.2")
def the_form_was_not_sent(given):
    """An event calls for a form: the step to send it is owed, and no note that it was done settles it."""
    given(award("PC")).when(NoteNextStep(next_step="issue_form", award="PC-1"), by=system("PC")).owes(
        "follow_up_set_and_done", by=2, owner="pc.case"
    ).later(3).late("follow_up_set_and_done")


@point("X-37.2")
def reminders_were_not_set(given):
    """A reminder comes with the event; taking it away needs a reason, and without one it stays."""
    story = given(award("ESA")).when(SetFollowUp(what="Ask whether the new tenancy has begun", due=date(2026, 3, 16)), by=ESA)
    story.when(RemoveFollowUp(follow_up=story.number_of(FollowUpSet), why=""), by=ESA).then(refused("follow_up_set_and_done"))
    story.owes("follow_up_set_and_done", by=date(2026, 3, 16), owner="esa.case")


@point("X-37.3")
def a_needed_step_was_left_undone(given):
    """A step with no date of its own is owed all the same, within ten working days, and then late."""
    given(award("PIP")).when(NoteNextStep(next_step="decide", award="PIP-1"), by=PIP).owes(
        "follow_up_set_and_done", by=10, owner="pip.case"
    ).later(11).late("follow_up_set_and_done")
