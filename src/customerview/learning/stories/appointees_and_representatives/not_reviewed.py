"""An appointee could not act any more, or nobody asked for years whether they should."""

from __future__ import annotations

from customerview.instructions.representatives.doubt_representative import DoubtRepresentative
from customerview.instructions.representatives.end_authority import EndAuthority
from customerview.instructions.representatives.facts import AuthorityEnded
from customerview.instructions.representatives.review_appointee import ReviewAppointee
from customerview.learning.people import AGENT, CASE_MANAGER
from customerview.learning.points import point

from .what_is_given import acts, award


@point("X-5.1")
def nobody_set_about_finding_one(given):
    """Her appointee gives it up: the payments are made safe and somebody is found, and it stays owed until somebody acts."""
    story = given(award("PIP"), acts()).when(DoubtRepresentative(authority="A-1", why="resigned"), by=AGENT)
    story.owes("review_appointee", by=5, owner="pip.appointees", per="A-1").when(
        ReviewAppointee(authority="A-1", suitable=False, needed=True, outcome="interim", said="Paid to her own account meanwhile", known=True),
        by=CASE_MANAGER,
    ).owes("find_successor", by=5, owner="pip.appointees")  # fmt: skip
    story.when(EndAuthority(authority="A-1", ended=story.today, why="resigned"), by=CASE_MANAGER).then(AuthorityEnded)
    story.later(6).late("find_successor")


@point("X-22.4")
def the_arrangement_was_not_reviewed(given):
    """Every 250 working days it is asked whether the payments are safe, the appointee suitable and still needed; and again."""
    story = given(award("ESA"), acts()).owes("review_appointee_in_time", by=250, owner="esa.appointees")
    story.later(251).late("review_appointee_in_time").when(
        ReviewAppointee(authority="A-1", suitable=True, needed=True, outcome="goes_on", said="Paid to her account; Gwen and Rhian both spoken to"),
        by=CASE_MANAGER,
    ).owes("review_appointee_in_time", by=250)  # fmt: skip
