"""Who acts was put on the system wrongly, disputed and changed all the same, or known to one line only."""

from __future__ import annotations

from customerview.instructions.health_assessments.refer_for_assessment import ReferForAssessment
from customerview.instructions.representatives.arrange_interim_payee import ArrangeInterimPayee
from customerview.instructions.representatives.complete_authority import ReportAuthorityCopy
from customerview.instructions.representatives.held_elsewhere_facts import InterimPayeeArranged
from customerview.instructions.representatives.receive_power import ReceivePowerToAct
from customerview.instructions.representatives.settle_third_party import RecordWhoAttended
from customerview.learning.expected import needs, refused
from customerview.learning.people import AGENT, CASE_MANAGER, SUPPORT_LEAD, staff, system
from customerview.learning.points import point

from .what_is_given import acts, award, disputed, recorded


@point("X-4.4")
def the_steps_of_a_dispute_were_not_followed(given):
    """His brother says that he acts now and that money goes missing: nothing changes hands, the money is made safe the same day."""
    story = (
        given(award("PIP"), acts()).when(disputed(suspected=True), by=AGENT).owes("decide_authority_dispute", by=10, owner="pip.appointees")
    )
    story.owes("arrange_interim_payee", by=0, owner="support").when(recorded(), by=CASE_MANAGER).then(
        needs("settle_authority_dispute", "disputed_appointee_held")
    ).when(ArrangeInterimPayee(authority="A-1", how="To his own account", until=story.today), by=SUPPORT_LEAD).then(InterimPayeeArranged)


@point("X-32.4")
def who_acts_was_not_settled(given):
    """A second person is to be recorded beside the first: that is a dispute, and is decided; whether somebody is needed too."""
    story = given(award("PIP"), acts()).when(recorded(), by=CASE_MANAGER).then(needs("end_authority", "disputed_appointee_held"))
    story.when(disputed(), by=AGENT).owes("decide_authority_dispute", by=10).owes("consider_appointee", by=10)
    story.later(11).late("decide_authority_dispute")


@point("X-11.1")
def person_and_body_were_put_on_wrongly(given):
    """What has to be known is asked for before it is saved; every line has it, and says when its own copy differs."""
    body = {"type": "corporate_appointee", "holder": "brynfor-council", "name": "Brynfor Council"}
    story = (
        given(award("PIP"), award("ESA"))
        .when(recorded(**body, paid_to="", address_line=""), by=CASE_MANAGER)
        .then(refused("authority_set_up_complete", "before it is saved"))
    )
    story.when(recorded("A-3", **body), by=CASE_MANAGER).shared_with("PIP", "ESA", rule="share_authority").when(
        ReportAuthorityCopy(authority="A-3", differs=("address",)), by=system("ESA")
    ).owes("authority_copies_agree", by=2, owner="esa.case")


@point("X-13.9")
def one_line_knew_and_the_other_did_not(given):
    """Both lines have it at once, and one that does not confirm is chased; a line that begins to pay later has it too."""
    story = given(award("UC"), award("PIP")).when(recorded(), by=CASE_MANAGER).shared_with("UC", "PIP", rule="share_authority")
    story.owes("share_receipt_confirmed", owner="operations").and_given(award("ESA")).shared_with("ESA", rule="authority_goes_to_newcomers")


@point("X-13.10")
def the_health_professional_did_not_know(given):
    """The assessment provider is told with the referral that somebody acts."""
    given(award("PIP"), acts()).when(ReferForAssessment(award="PIP-1"), by=CASE_MANAGER).shared_with(
        "ASSESSMENT", rule="authority_goes_to_newcomers"
    )


@point("X-13.11")
def how_others_present_are_treated_was_not_settled(given):
    """The assessor says who came and in what role; who speaks without recorded authority is asked about."""
    story = given(award("PIP"), acts()).when(ReferForAssessment(award="PIP-1"), by=CASE_MANAGER)
    story.shared_with("ASSESSMENT", rule="authority_goes_to_newcomers").when(
        RecordWhoAttended(role="speaks", name="A neighbour"), by=system("ASSESSMENT")
    ).owes("settle_third_party", by=5, owner="assessment")


@point("X-38.2")
def the_papers_came_and_lay(given):
    """A power of attorney comes to one line: it is registered within five days, and every line has it at once."""
    story = (
        given(award("PIP"), award("UC"))
        .when(
            ReceivePowerToAct(type="attorney", how="received", name="Ann Morgan"),
            by=staff("agent", line="UC", team_code="uc.case"),
        )
        .owes("register_power_of_attorney", by=5, owner="uc.case")
    )
    story.when(recorded(type="attorney", holder="ann", name="Ann Morgan", document="power_of_attorney"), by=CASE_MANAGER).shared_with(
        "PIP", "UC", rule="share_authority"
    )
