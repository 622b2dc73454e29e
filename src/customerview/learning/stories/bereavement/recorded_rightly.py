"""A death recorded with its status and source, and nothing sent to somebody who has died."""

from __future__ import annotations

from datetime import date

from customerview.instructions.bereavement.doubt_death import DoubtDeath
from customerview.instructions.bereavement.end_award_at_death import EndAwardAtDeath
from customerview.instructions.bereavement.record_certificate import RecordCertificate
from customerview.instructions.health_assessments.refer_for_assessment import ReferForAssessment
from customerview.instructions.records_and_notes.acknowledge_key_facts import AcknowledgeKeyFacts
from customerview.learning.expected import held, refused
from customerview.learning.people import AGENT, BEREAVEMENT_OFFICER, DECISION_MAKER, staff
from customerview.learning.points import point

from .what_is_given import DIED, REPORTED, VERIFIED, award, death_reported


@point("X-15.3")
def the_date_was_never_recorded(given):
    """A date somebody told us is kept with its source, shown first, and stays somebody's work until it is verified."""
    given(award("PIP")).when(death_reported(), by=AGENT).knows(
        "the date and its source", lambda record: (record.death.died, record.death.source) == (DIED, "caller")
    ).owes("death_record_accurate", owner="bereavement").shown("death_record_accurate", saying="not verified")


@point("X-27.6")
def the_details_were_wrong(given):
    """The customer is seen after their death was recorded: nothing that cannot be undone is done until it is settled."""
    given(award("PIP"), REPORTED, VERIFIED).when(DoubtDeath(why="He came to the office this morning."), by=AGENT).owes(
        "death_record_accurate", by=1, owner="uc.case"
    ).when(AcknowledgeKeyFacts(), by=DECISION_MAKER).when(EndAwardAtDeath(award="PIP-1", ends=DIED), by=DECISION_MAKER).then(
        held("death_record_accurate")
    )


@point("X-31.6")
def the_wrong_date_stayed(given):
    """The certificate gives another date than the one held, and every line works out again what rested on it."""
    given(award("PIP"), REPORTED).when(RecordCertificate(died=date(2026, 2, 24)), by=BEREAVEMENT_OFFICER).owes(
        "death_record_accurate", by=1, owner="pip.case", per="PIP"
    )


@point("X-30.3")
def referrals_went_on(given):
    """A referral for somebody reported dead is stopped as it is made, and for good once the death is verified."""
    refer, by = ReferForAssessment(award="UC-1"), staff("case_manager", line="UC")
    given(award("UC"), REPORTED).when(refer, by=by).then(held("outgoing_stops_at_death")).and_given(VERIFIED).when(refer, by=by).then(
        refused("outgoing_stops_at_death")
    )
