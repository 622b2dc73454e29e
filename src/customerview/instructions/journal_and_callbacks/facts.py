"""The facts of messages, call backs, requests, chases, follow-ups and escalations. Long, so that a chapter's facts stand in one place."""

from __future__ import annotations

from datetime import date, datetime

from customerview.kernel import Fact, Words, fact, speak_as

from ..directory import LINES

TOPICS = {
    "money": Words("Money or a payment", "Arian neu daliad"),
    "health": Words("My health or how I manage", "Fy iechyd neu sut rwy'n ymdopi"),
    "change": Words("Something that has changed", "Rhywbeth sydd wedi newid"),
    "decision": Words("A decision", "Penderfyniad"),
    "letter": Words("A letter or form", "Llythyr neu ffurflen"),
    "danger": Words("I am not safe", "Nid wyf yn ddiogel"),
    "other": Words("Something else", "Rhywbeth arall"),
    "complaint": Words("A complaint", "Cwyn"),
}
"""What a message is about, as its writer says. Health, danger and money are put first. Complaints have a way in of their own."""
FIRST = ("danger", "health", "money")

REQUESTS = {
    "backdating": Words("Pay from an earlier date", "Talu o ddyddiad cynharach"),
    "copy": Words("A copy of something", "Copi o rywbeth"),
    "change": Words("Change something", "Newid rhywbeth"),
    "explanation": Words("Explain something", "Egluro rhywbeth"),
    "form": Words("Send a form", "Anfon ffurflen"),
    "other": Words("Something else", "Rhywbeth arall"),
}
speak_as("topic", lambda code, lang: TOPICS[str(code)].say(lang) if str(code) in TOPICS else str(code))
speak_as("request", lambda code, lang: REQUESTS[str(code)].say(lang) if str(code) in REQUESTS else str(code))


@fact(550, customer=Words("You sent us {came_as:came_as} about: {topic:topic}.", "Anfonoch {came_as:came_as} atom am: {topic:topic}."),
      line="The customer sent {came_as:came_as} about: {topic:topic}.", lines="The customer sent {came_as:came_as} about: {topic:topic}.",
      forget=("text",))  # fmt: skip
class MessageReceived(Fact):
    """A message from or for the customer arrived. `team` holds the case and owes the answer; `about` is the award, if any."""

    topic: str
    line: str
    team: str
    about: str = ""
    language: str = "en"
    mentions: tuple[str, ...] = ()
    asks: bool = True
    """Whether it holds a question, a request, a need or a dispute; true until somebody has read it and found otherwise."""
    text: str = ""
    came_as: str = "message"


@fact(551, customer=Words("We answered your message.", "Atebwyd eich neges."), line="The customer's message was answered.",
      lines="The customer's message was answered.", forget=("text",))  # fmt: skip
class MessageAnswered(Fact):
    """A message was answered in substance."""

    message: int
    text: str = ""


@fact(552, customer=Words("We read your message; it needed no answer.", "Darllenwyd eich neges; nid oedd angen ateb."),
      line="The message was closed as needing no answer.", lines="The message was closed as needing no answer.", forget=("why",))  # fmt: skip
class MessageNeedsNoReply(Fact):
    """A message was closed without an answer, for a reason."""

    message: int
    team: str
    why: str = ""


@fact(553, line="A trained person read what came in.", lines="A trained person read what came in.", forget=("seen",))
class FirstLookTaken(Fact):
    """A trained person read what came in, found what it mentions and whether it asks for anything. `heard` are the recognition
    questions answered with yes; each of these is recorded beside it and starts what it starts. The others were answered no."""

    message: int
    mentions: tuple[str, ...] = ()
    asks: bool = True
    heard: tuple[str, ...] = ()
    seen: str = ""


@fact(554, customer=Words("We sent you a message.", "Anfonwyd neges atoch."), line="A message was sent to the customer.",
      lines="A message was sent to the customer.", forget=("subject", "text"))  # fmt: skip
class MessageSent(Fact):
    """A message to the customer. `needs_action`: they have to do something by `act_by`."""

    line: str
    team: str
    needs_action: bool = False
    act_by: date | None = None
    subject: str = ""
    text: str = ""


@fact(555, customer=Words("You opened a message.", "Agoroch neges."), line="The customer opened the message.",
      lines="The customer opened the message.")  # fmt: skip
class MessageOpened(Fact):
    """The customer, or whoever acts for them, opened a message."""

    message: int


@fact(556, line="An unread message was followed up another way.", lines="An unread message was followed up another way.",
      forget=("found",))  # fmt: skip
class UnreadFollowedUp(Fact):
    """The customer was reached another way about a message they had not opened, and asked whether they can use the account."""

    message: int
    route: str
    can_use: bool
    found: str = ""


@fact(560, customer=Words("We promised to call you back.", "Addawyd eich ffonio'n ôl."), line="A call back was promised.",
      lines="A call back was promised.", forget=("about",))  # fmt: skip
class CallBackPromised(Fact):
    """A call was asked for or promised, at a time when one was agreed. `team` owes it."""

    line: str
    team: str
    at: datetime | None = None
    about: str = ""


@fact(561, customer=Words("We called you back.", "Fe wnaethom eich ffonio'n ôl."), line="The call back was made.",
      lines="The call back was made.", forget=("said",))  # fmt: skip
class CallBackMade(Fact):
    """The promised call was made and somebody was spoken to."""

    callback: int
    said: str = ""


@fact(562, customer=Words("We tried to call you back.", "Fe geision ni eich ffonio'n ôl."), line="The call back was tried.",
      lines="The call back was tried.")  # fmt: skip
class CallBackAttempted(Fact):
    """The promised call was tried without reaching anybody. Two tries and a message discharge the promise."""

    callback: int
    message_left: bool = False
    usable: bool = True
    """False: it was on a route they cannot use, and so is no try."""


@fact(565, customer=Words("You asked us: {request:request}.", "Gofynnoch i ni: {request:request}."),
      line="The customer asked: {request:request}.", lines="The customer asked: {request:request}.", forget=("what", "reasons"))  # fmt: skip
class RequestRecorded(Fact):
    """Something was asked for or promised. A request to pay from an earlier date says which, and why."""

    request: str
    line: str
    team: str
    earlier_date: date | None = None
    what: str = ""
    reasons: str = ""


@fact(566, customer=Words("We did what you asked.", "Gwnaethom yr hyn a ofynnoch."), line="What was asked for was done.",
      lines="What was asked for was done.", forget=("done",))  # fmt: skip
class RequestDone(Fact):
    """What was asked for was done."""

    asked: int
    done: str = ""


@fact(567, customer=Words("We answered what you asked, with our reasons.", "Atebwyd yr hyn a ofynnoch, gyda'n rhesymau."),
      line="What was asked for was answered with reasons.", lines="What was asked for was answered with reasons.", forget=("reasons",))  # fmt: skip
class RequestAnswered(Fact):
    """What was asked for was not done, and the customer has a reasoned answer."""

    asked: int
    reasons: str = ""


MATTERS = {
    "decision": Words("a decision", "penderfyniad"),
    "reconsideration": Words("a reconsideration", "ailystyriaeth"),
    "payment": Words("a payment", "taliad"),
    "assessment": Words("an assessment", "asesiad"),
    "complaint": Words("a complaint", "cwyn"),
    "claim": Words("a claim", "hawliad"),
}


def _matter(code: object, lang: str) -> str:
    what, _, line = str(code).partition(":")
    said = MATTERS[what].say(lang) if what in MATTERS else what
    return f"{said} ({LINES[line].say(lang) if line in LINES else line})" if line else said


speak_as("matter", _matter)


@fact(570, customer=Words("You asked where things are: {matter:matter}.", "Gofynnoch ble mae pethau arni: {matter:matter}."),
      line="The customer asked about {matter:matter}.", lines="The customer asked about {matter:matter}.", forget=("said",))  # fmt: skip
class ProgressChased(Fact):
    """Somebody asked after something undecided. `matter` names it, so that a second chase on it is known as one."""

    matter: str
    line: str
    team: str
    said: str = ""


@fact(571, customer=Words("We told you where things are.", "Dywedwyd wrthych ble mae pethau arni."),
      line="The customer was told about {matter:matter}.", lines="The customer was told about {matter:matter}.", forget=("told",))  # fmt: skip
class ChaseAnswered(Fact):
    """The team holding the matter told the customer where it is."""

    matter: str
    told: str = ""


@fact(575, line="A follow-up was set for {due:date}.", lines="A follow-up was set for {due:date}.", forget=("what",))
class FollowUpSet(Fact):
    """A dated next step, with an owner. `event` is the number of the fact it comes of, when there is one."""

    due: date
    team: str
    what: str = ""
    event: int = 0


@fact(576, line="A follow-up was done.", lines="A follow-up was done.", forget=("done",))
class FollowUpDone(Fact):
    """The next step was taken."""

    follow_up: int
    done: str = ""


@fact(577, line="A follow-up was removed, with a reason.", lines="A follow-up was removed, with a reason.", forget=("why",))
class FollowUpRemoved(Fact):
    """The next step is no longer needed, for a reason; or an event was found to call for none (`event`, and no follow-up)."""

    follow_up: int = 0
    event: int = 0
    why: str = ""


NEXT_STEPS = {
    "issue_form": Words("send a form", "anfon ffurflen"),
    "review": Words("review the award", "adolygu'r dyfarniad"),
    "check_payment": Words("check a payment", "gwirio taliad"),
    "decide": Words("make the decision", "gwneud y penderfyniad"),
    "other": Words("take the next step", "cymryd y cam nesaf"),
}
speak_as("next_step", lambda code, lang: NEXT_STEPS[str(code)].say(lang) if str(code) in NEXT_STEPS else str(code))


@fact(578, line="A next step is needed: {next_step:next_step}.", lines="A next step is needed: {next_step:next_step}.")
class NextStepArose(Fact):
    """An event has a later step (a form to send, a review, a payment to check)."""

    next_step: str
    line: str
    team: str
    due: date | None = None


@fact(579, line="The form was sent.", customer=Words("We sent you a form.", "Anfonwyd ffurflen atoch."), lines="The form was sent.")
class FormIssued(Fact):
    """A form that an event called for was sent: that, and nothing else, discharges the step to send it."""

    follow_up: int


@fact(580, line="The case was escalated to {to:team}.", lines="The case was escalated to {to:team}.", forget=("what",))
class CaseEscalated(Fact):
    """A case was escalated; the rule picked the receiving team, which has to accept. It stays the sender's until then."""

    reason: str
    to: str
    sender: str
    what: str = ""


@fact(581, line="The escalated case was accepted.", lines="The escalated case was accepted.")
class EscalationAccepted(Fact):
    """The receiving team accepted the case: it is theirs now."""

    escalation: int


@fact(582, line="The escalated case was answered.", lines="The escalated case was answered.", forget=("outcome",))
class EscalationAnswered(Fact):
    """What was escalated was dealt with."""

    escalation: int
    outcome: str = ""


@fact(583, line="The closing of a message without a reply was sampled.", forget=("finding",))
class ClosureSampled(Fact):
    """Somebody checked whether a message closed without a reply really needed none."""

    message: int
    right: bool
    finding: str = ""
