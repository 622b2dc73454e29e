"""Money that stayed stopped, or that nobody decided about."""

from __future__ import annotations

from customerview.instructions.stopping_payments.facts import PaymentSuspended
from customerview.instructions.stopping_payments.record_bearing import RecordBearing
from customerview.instructions.stopping_payments.record_information_on_entitlement import RecordInformationOnEntitlement
from customerview.learning.people import staff
from customerview.learning.points import point
from customerview.learning.story import DAY

from .what_is_given import award, of


@point("UC-5.4")
def nobody_lifted_it(given):
    """What settles the doubt arrives with another line; the suspending team decides by the next day, and is late if not."""
    given(award(), PaymentSuspended(**of(), ground="entitlement", since=DAY)).owes(
        "review_and_lift_suspension", by=10, owner="uc.decisions"
    ).when(RecordBearing(award="UC-1", what="Her tenancy agreement and a bank statement"), by=staff("agent", line="PIP")).owes(
        "review_and_lift_suspension", by=1, owner="uc.decisions"
    ).later(2).late("review_and_lift_suspension")


@point("X-25.6")
def payments_ran_on(given):
    """Credible word that entitlement has ended is decided on within two working days, one way or the other."""
    officer = staff("compliance_officer", line="COMPLIANCE")
    given(award()).when(
        RecordInformationOnEntitlement(award="UC-1", what="In full-time work since March", source="The employer", ended=True), by=officer
    ).owes("decide_whether_to_suspend", by=2, owner="compliance").later(3).late("decide_whether_to_suspend")
