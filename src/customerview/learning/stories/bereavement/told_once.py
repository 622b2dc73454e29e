"""A death told once: to whoever answers, with its date, and then to everybody."""

from __future__ import annotations

from uuid import UUID

from customerview.instructions.bereavement.receive_unmatched_report import ReceiveUnmatchedReport
from customerview.instructions.health_assessments.facts import AssessmentReferred
from customerview.learning.expected import needs
from customerview.learning.people import AGENT, staff, system
from customerview.learning.points import point

from ..records_and_notes.what_is_given import contact, end, noted
from .what_is_given import award, death_reported, part

DEBT_AGENT = staff("agent", line="DEBT")
UNMATCHED = UUID("00000000-0000-4000-8000-000000000033")


@point("X-3.2")
def the_caller_was_sent_away(given):
    """A daughter tells Debt Management that her mother has died, and need tell nobody else."""
    given(award("SP"), part("DEBT", "overpayment")).when(
        death_reported(reporter="Her daughter", reach="01632 960001"), by=DEBT_AGENT
    ).shared_with("BEREAVEMENT", "SP", "DEBT", rule="share_death").owes("death_reported_once", by=1, owner="bereavement")


@point("X-10.1")
def the_transfer_was_never_made(given):
    """A death is spoken of in a call: it does not end before the short form is filled in, and the caller is rung back."""
    story = given(award("ESA"))
    number = contact(story, AGENT, party="third_party", yes=("death",))
    story.when(noted(number, reported="Her neighbour has died", agreed="We ring her back", follows="Bereavement team"), by=AGENT)
    story.when(end(number), by=AGENT).then(needs("report_death", rule="death_reported_once")).when(
        death_reported(reporter="A neighbour", reach="01632 960002", transferred=False), by=AGENT
    ).owes("death_reported_once", by=1, owner="bereavement").later(2).late("death_reported_once")


@point("X-28.4")
def nobody_asked_for_the_date(given):
    """The caller does not know the date, and somebody finds it out within three working days."""
    given(award("UC")).when(death_reported(date_known=False, died=None, source="caller"), by=AGENT).owes(
        "death_reported_once", by=3, owner="bereavement"
    )


@point("X-10.3")
def the_notice_did_not_reach_the_line(given):
    """Each line with an award has the death at once; one that does not confirm it by the next day is chased."""
    given(award("ESA"), award("PIP")).when(death_reported(), by=AGENT).shared_with("ESA", "PIP", rule="share_death").owes(
        "share_receipt_confirmed", by=1, owner="operations"
    ).later(2).late("share_receipt_confirmed")


@point("X-21.9")
def the_referral_system_thought_them_alive(given):
    """An open referral makes the assessment provider one of those told, and its receipt is watched."""
    given(award("UC"), AssessmentReferred(award="UC-1", benefit="UC", line="UC")).when(death_reported(), by=AGENT).shared_with(
        "UC", "ASSESSMENT", rule="share_death"
    ).owes("share_receipt_confirmed", by=1)


@point("X-21.11")
def the_lines_did_not_all_hear(given):
    """Working age and pension lines hear of one death alike; who has not confirmed it is seen to be late."""
    given(award("PIP"), award("UC"), award("ESA"), award("SP")).when(death_reported(), by=AGENT).shared_with(
        "PIP", "UC", "ESA", "SP", "BEREAVEMENT", rule="share_death"
    ).later(2).late("share_receipt_confirmed")


@point("X-26.4")
def the_tribunal_was_not_told(given):
    """An open appeal makes the tribunal one of those told."""
    given(award("PIP"), part("TRIBUNAL", "appeal"), part("DRS", "appeal")).when(death_reported(), by=AGENT).shared_with(
        "TRIBUNAL", "DRS", "PIP", rule="share_death"
    )


@point("X-33.8")
def the_public_reporting_service_was_retyped(given):
    """A report from the public reporting service is the same event as a call; one that matches nobody is somebody's work."""
    feed = system("BEREAVEMENT")
    given(award("SP"), award("AA")).when(
        death_reported(source="public_reporting", reference="TUO-40213"), by=feed
    ).shared_with("SP", "AA", "BEREAVEMENT", rule="share_death").when(
        ReceiveUnmatchedReport(source="public_reporting", reference="TUO-40214", person="A man of 81, no number given"),
        by=feed, on=UNMATCHED,
    ).owes("share_death", by=1, owner="bereavement", on=UNMATCHED)  # fmt: skip


@point("X-36.4")
def child_maintenance_heard_last(given):
    """Child maintenance hears of a death while it is still unverified."""
    given(award("UC"), part("CMS", "child_maintenance")).when(death_reported(), by=AGENT).knows(
        "the death is not verified", lambda record: record.death.status == "reported"
    ).shared_with("CMS", rule="share_death")
