"""Letters that said what was not so, or two things that cannot both be."""

from __future__ import annotations

from datetime import date

from customerview.instructions.letters_and_notifications.facts import Quote
from customerview.learning.expected import refused
from customerview.learning.people import DECISION_MAKER, staff
from customerview.learning.points import point

from .what_is_given import RELEASE, STARTS, award, letter, quoted

RULE = "letter_facts_match_record"


@point("X-5.3")
def the_notice_got_facts_wrong(given):
    """A reconsideration notice names a rate and a day that stand nowhere in the record: it waits until they are put right."""
    notice = letter("reconsideration", "We looked at it again.", "You get £194.60 from 3 May 2025.")
    given(award(), notice).when(RELEASE, by=DECISION_MAKER).then(refused(RULE, "does not agree with the record"))


@point("X-13.7")
def the_notice_contradicted_itself(given):
    """An award notice says of the same days that Carer's Allowance is paid and that it is not: it does not leave."""
    days = {"of": "CA-1", "starts": STARTS, "ends": date(2025, 8, 31)}
    both = (*quoted("CA"), Quote(what="payable", **days), Quote(what="not_payable", **days))
    notice = letter("award_notice", "You get £294.80 from 7 April 2025.", benefit="CA", quotes=both)
    given(award("CA"), notice).when(RELEASE, by=staff("case_manager", line="CA")).then(refused(RULE))
