"""Money about to stop though nothing was in doubt, or though the answer was held already."""

from __future__ import annotations

from customerview.instructions.personal_details.facts import AddressChanged
from customerview.instructions.stopping_payments.facts import HoldingsSearched
from customerview.learning.expected import needs, refused
from customerview.learning.people import staff
from customerview.learning.points import point

from .what_is_given import of, safeguarded, searched, suspend

RULE = "suspension_has_valid_doubt"
OFFICER = staff("compliance_officer", line="UC")


@point("X-39.1")
def suspended_though_nothing_was_in_doubt(given):
    """No doubt is named; nobody looked at what is held; what is held answers it; her new address came last week: each is refused."""
    asked = {"by": OFFICER, "propose": True}
    safeguarded(given, searched()).when(suspend(doubt=" ", evidence=" "), **asked).then(
        refused(RULE, saying="Name the exact fact in doubt")
    )
    safeguarded(given).when(suspend(), **asked).then(needs("search_what_is_held", RULE))
    safeguarded(given, HoldingsSearched(**of(), answered=True)).when(suspend(), **asked).then(refused(RULE, saying="Payments go on"))
    home = AddressChanged(role="home", lines=("4 Mill Lane",), postcode="QA3 4AA")
    safeguarded(given, home, searched()).when(suspend(ground="whereabouts"), **asked).then(refused(RULE, saying="payments go on"))
