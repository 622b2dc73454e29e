"""Messages nobody answered, nobody opened, or that were closed though they asked for something."""

from __future__ import annotations

from customerview.instructions.awards_and_payments.start_deduction import StartDeduction
from customerview.instructions.journal_and_callbacks.close_without_reply import CloseWithoutReply
from customerview.instructions.journal_and_callbacks.facts import (
    CaseEscalated,
    EscalationAccepted,
    FirstLookTaken,
    MessageReceived,
)
from customerview.instructions.journal_and_callbacks.send_message import SendMessage
from customerview.instructions.journal_and_callbacks.send_message_to_us import SendMessageToUs
from customerview.instructions.personal_details.facts import IdentityMatched
from customerview.instructions.support_needs.facts import NeedRecorded
from customerview.learning.expected import needs
from customerview.learning.people import AGENT, CUSTOMER, staff
from customerview.learning.points import point

from .what_is_given import award


@point("UC-4.5")
def the_message_got_no_answer(given):
    """A message is the case team's to answer within five working days, and is seen to be late after that."""
    given(award()).when(SendMessageToUs(topic="letter", text="I do not understand your letter of Friday."), by=CUSTOMER).owes(
        "answer_journal_message", by=5, owner="uc.case"
    ).later(6).late("answer_journal_message")


@point("X-17.4")
def silence_for_somebody_who_needed_more(given):
    """Somebody who forgets and needs help has her answer within two working days, whatever she writes about."""
    given(award(), NeedRecorded(need="memory", tier="support")).when(
        SendMessageToUs(topic="other", text="Nobody has told me what to do next."), by=CUSTOMER
    ).owes("answer_journal_message", by=2, owner="uc.case").later(3).late("answer_journal_message")


@point("X-39.4")
def two_teams_each_thought_the_other_would(given):
    """While the compliance team holds the case its messages are that team's, and nobody else's, to answer."""
    story = given(award(), CaseEscalated(reason="complex", to="compliance", sender="uc.case"))
    story.and_given(EscalationAccepted(escalation=story.number_of(CaseEscalated))).when(
        SendMessageToUs(topic="other", text="You asked for my bank statements. Where do I send them?"), by=CUSTOMER
    ).owes("answer_journal_message", by=5, owner="compliance")


@point("X-31.3")
def marked_as_needing_no_reply(given):
    """A message that was read and holds a question is not closed without an answer; it stays owed."""
    story = given(award()).when(SendMessageToUs(topic="decision", text="Please look at my award again."), by=CUSTOMER)
    story.and_given(FirstLookTaken(message=story.number_of(MessageReceived), asks=True)).when(
        CloseWithoutReply(message=story.number_of(MessageReceived), why="Noted on the account"), by=AGENT
    ).then(needs("answer_message", "no_reply_needed_justified"))


@point("UC-7.6")
def nobody_asked_whether_they_can_read_it(given):
    """A message to act on stays unopened: somebody reaches her another way, and nothing is taken off her award meanwhile."""
    manager, decision_maker = staff("case_manager", line="UC"), staff("decision_maker", line="UC")
    story = given(award(), IdentityMatched(subject="sign-in")).when(
        SendMessage(subject="Your loan", text="Tell us by Friday what you can afford.", needs_action=True), by=manager
    ).owes("unread_message_followed_up", by=7, owner="uc.case")  # fmt: skip
    story.later(6).when(StartDeduction(award="UC-1", deduction="loan", to="DEBT", pence=2_400), by=decision_maker).then(
        needs("follow_up_unread", "unread_message_followed_up")
    )
