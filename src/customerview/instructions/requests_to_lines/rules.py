"""The instructions on asking a line: what stands before it, that it arrives and is answered, and that the customer is told."""

from __future__ import annotations

from datetime import date

from customerview.kernel import (
    Record,
    Recorded,
    Shown,
    Words,
    approval,
    duty,
    guard,
    held,
    in_words,
    needs,
    reason,
    refused,
    share,
    view,
)

from ..bereavement.facts import DeathVerified
from ..bereavement.verify_death import VerifyDeath
from ..contacts.facts import CHECKS
from ..contacts.start_contact import StartContact
from ..support_needs.slices import why_not_usable
from .answer_line_request import AnswerLineRequest
from .ask_line_to_call import BY_PHONE, AskLineToCall
from .ask_line_to_change_payment import AskLineToChangePayment
from .ask_line_to_lift import AskLineToLift
from .ask_line_to_pay_again import AskLineToPayAgain
from .ask_line_to_pay_arrears import AskLineToPayArrears
from .facts import (
    CustomerToldOfAnswer,
    LineAnswered,
    LineAnswersDiffer,
    LineAnswersSettled,
    LineAsked,
    LineRequestJoined,
    LineRequestWithdrawn,
    MoreSentToLine,
)
from .kinds import answering_team
from .send_more_to_line import SendMoreToLine
from .settle_line_answers import SettleLineAnswers
from .slices import LineRequest
from .tell_of_line_answer import SENT, TellOfLineAnswer
from .withdraw_line_request import WithdrawLineRequest

SOURCE = "our own, from the published reviews: what is asked of another service has an owner there, a day, and an end the customer hears of"

# Before a line is asked ----------------------------------------------------------------------------------------------

PAID = (AskLineToPayArrears, AskLineToPayAgain, AskLineToChangePayment)


@guard(*PAID, source=SOURCE)
def nobody_who_died_is_paid_by_request(action, record, asked):
    """A line is asked to pay only somebody who is alive. What was owed to somebody who died is worked out by the bereavement
    team and goes to whoever is entitled to it."""
    if record.death.status == "verified":
        return refused("This person has died. What is still owed is worked out by the bereavement team.")
    if record.death.reported:
        return held("A death was reported. This waits until it is verified or found wrong.", satisfied_by=VerifyDeath)
    return None


@guard(AskLineToPayArrears, AskLineToPayAgain, source=SOURCE)
def only_what_is_not_in_doubt_is_asked_for(action, record, asked):
    """While payments are suspended, a line is asked to pay only what fell due before. For the days since, it is asked to lift
    the suspension; what was held is paid with that."""
    stopped = record.suspensions.stopped(action.award)
    last = action.due(record) if isinstance(action, AskLineToPayAgain) else action.to_day
    if stopped is None or last is None or last < stopped.since:
        return None
    return needs(
        AskLineToLift,
        f"Payments are suspended since {in_words(stopped.since)}. Ask for that to be lifted, or only for what was due before.",
    )


def money_in_other_hands(award: str, record: Record) -> bool:
    """Whether somebody else may be taking this money: it is held for that, or who acts for the customer is disputed."""
    hold = record.suspensions.holds.get(award)
    return bool(hold and hold.ground != "returned_payment") or any(a.disputed for a in record.authority.held.values())


@guard(*PAID, source=SOURCE)
def money_reaches_the_customer_alone(action, record, asked):
    """Where somebody may be taking a customer's money, a payment is asked for only with how it reaches the customer alone; and
    another account only when a second person agrees. The payment itself is not held."""
    if not money_in_other_hands(action.award, record):
        return None
    if isinstance(action, AskLineToChangePayment):
        return approval(
            "team_leader", "Somebody may be taking this customer's money. A second person has to agree to another account or day."
        )
    return reason("Somebody may be taking this customer's money. Say how this payment reaches the customer alone.")


@guard(AskLineToChangePayment, source=SOURCE)
def payment_changed_by_the_customer_themselves(action, record, asked):
    """An account or a day of payment is changed with the customer, or whoever is paid for them, in a contact in which it was
    checked who they are."""
    spoken_to = ("customer", "representative")
    known = [c for c in record.contacts.open.values() if c.party in spoken_to and c.checked in CHECKS and c.checked != "not_checked"]
    return None if known else needs(StartContact, "Do this while you speak with the customer, once you have checked who they are.")


@guard(AskLineToCall, source=SOURCE)
def called_only_by_a_way_that_is_safe(action, record, asked):
    """A line is asked to call somebody only on a number that works, is safe and suits them. What has to be taken care of goes
    with the request."""
    if action.route not in BY_PHONE:
        return refused("No way of calling this customer is known that works, is safe and suits them.")
    why = why_not_usable(action.route, record)
    return refused(why) if why else None


# It arrives ----------------------------------------------------------------------------------------------------------

request_reaches_the_line = share(
    "What a line is asked is with its system at once, under one number, and so is what is added to it.",
    after=(LineAsked, LineRequestJoined, MoreSentToLine, LineRequestWithdrawn), to=lambda happened, record: (happened.fact.line,),
    source=SOURCE, learned_from=("X-33.2",),
)  # fmt: skip

# It is answered ------------------------------------------------------------------------------------------------------


def line_s_team(happened: Recorded, record: Record) -> str:
    return answering_team(happened.fact.what, happened.fact.line)  # type: ignore[attr-defined]


def asking_team(happened: Recorded, record: Record) -> str:
    """Whoever asked first: the answer is theirs to pass on."""
    one = record.line_requests.known(happened.fact.line_request)  # type: ignore[attr-defined]
    return one.team if one else "operations"


def answered_as(*outcomes: str):
    """Whether the fact is an answer of one of these kinds that leaves something to do for whoever asked."""

    def said(happened: Recorded, record: Record) -> bool:
        return happened.fact.outcome in outcomes and happened.fact.line_request in record.line_requests.open  # type: ignore[attr-defined]

    return said


line_answers_what_it_was_asked = duty(
    "Do what you were asked, or answer with reasons: {what:asked_of_line}.",
    rule="customer_request_actioned", after=(LineAsked, MoreSentToLine), until=LineAnswered, ends=(LineRequestWithdrawn, DeathVerified), per="line_request",
    owner=line_s_team, within=lambda happened, record: happened.fact.answer_by, harm=2,
    by_doing=(AnswerLineRequest,), source=SOURCE, learned_from=("X-8.5", "X-9.4"),
    promise=Words("We asked the team that pays your {benefit:benefit} to {what:asked_for_you}, and they should answer",
                  "Gofynnwyd i'r tîm sy'n talu eich {benefit:benefit} {what:asked_for_you}, a dylent ateb"),
)  # fmt: skip

say_which_answer_is_right = duty(
    "You answered twice, and differently: {first:line_answer}, then {outcome:line_answer}. Say which is right.",
    after=LineAnswersDiffer, until=LineAnswersSettled, ends=DeathVerified, per="line_request", owner=line_s_team, within="settle_due_wd", harm=2,
    by_doing=(SettleLineAnswers,), source=SOURCE,
    promise=Words("Find out which of two answers about your {benefit:benefit} is right", "Darganfod pa un o ddau ateb am eich {benefit:benefit} sy'n gywir"),
)  # fmt: skip

# The customer is told ------------------------------------------------------------------------------------------------

tell_what_the_line_answered = duty(
    "Tell the customer what {line:line} answered ({what:asked_of_line}): {outcome:line_answer}.",
    after=(LineAnswered, LineAnswersSettled), when=answered_as("done", "refused"), until=CustomerToldOfAnswer, ends=DeathVerified, per="line_request",
    owner=asking_team, within="tell_due_wd", by_doing=(TellOfLineAnswer,), source=SOURCE, learned_from=("X-8.5",),
    promise=Words("Tell you what the team that pays your {benefit:benefit} answered", "Dweud wrthych beth oedd ateb y tîm sy'n talu eich {benefit:benefit}"),
)  # fmt: skip

send_what_the_line_needs = duty(
    "{line:line} needs more for what it was asked ({what:asked_of_line}): find it out and send it.",
    after=LineAnswered, when=answered_as("needs_more"), until=MoreSentToLine, ends=(LineRequestWithdrawn, DeathVerified),
    per="line_request", owner=asking_team, within="more_due_wd", harm=2, by_doing=(SendMoreToLine, WithdrawLineRequest), source=SOURCE,
)  # fmt: skip


@guard(TellOfLineAnswer, source=SOURCE)
def answer_told_by_a_way_they_use(action, record, asked):
    """An answer is sent only by a way the customer can use: to the account of somebody who uses it, by post to somebody whom letters reach."""
    why = why_not_usable(action.route, record) if action.route in SENT else None
    return refused(Words(f"{why.en} Tell them another way.", f"{why.cy} Dywedwch wrthynt mewn ffordd arall.")) if why else None


find_whose_request_it_is = duty(
    "{line:line} says that this is not theirs: {what:asked_of_line}. Ask whoever it is, and tell the customer.",
    after=(LineAnswered, LineAnswersSettled), when=answered_as("not_ours"), until=CustomerToldOfAnswer, ends=DeathVerified, per="line_request",
    owner=asking_team, within="whose_due_wd", harm=2, by_doing=(TellOfLineAnswer,), source=SOURCE,
)  # fmt: skip


@view("contact", source=SOURCE)
def where_requests_stand(record, asked):
    """Whoever speaks with a customer sees what lines were asked for them, when, whether it arrived, by when it is answered and how,
    in words that can be read out."""
    return [Shown(heading="state", words=read_out(one, asked.today), of=(one.number,)) for one in record.line_requests.open.values()]


def read_out(one: LineRequest, today: date) -> Words:
    """Where one request stands, as it can be read out to the customer and as they read it themselves."""
    return Words(_said(one, today, "en"), _said(one, today, "cy"))


_ASKED = Words("On {day} we asked the team that pays your {benefit:benefit} to {what:asked_for_you}.",
               "Ar {day} gofynnwyd i'r tîm sy'n talu eich {benefit:benefit} {what:asked_for_you}.")  # fmt: skip
_NOT_THERE = Words("Their system has not confirmed it yet.", "Nid yw eu system wedi ei gadarnhau eto.")
_THERE = Words("They have it since {day}.", "Mae ganddynt ers {day}.")
_DUE = Words("They should answer by {day}.", "Dylent ateb erbyn {day}.")
_LATE = Words(
    "They should have answered by {day}. They are late, and we are sorry.",
    "Roeddent i fod i ateb erbyn {day}. Maent yn hwyr, ac mae'n ddrwg gennym.",
)
_NEEDS = Words(
    "They need something more first. We are finding it out.", "Mae angen rhywbeth arall arnynt yn gyntaf. Rydym yn ei ddarganfod."
)
_ANSWERED = Words("They answered on {day}: {outcome:line_answer}.", "Atebasant ar {day}: {outcome:line_answer}.")
_DIFFERS = Words(
    "They then said something else. We are finding out which is right.",
    "Yna dywedasant rywbeth arall. Rydym yn darganfod pa un sy'n gywir.",
)


def _said(one: LineRequest, today: date, lang: str) -> str:
    def day(value: date) -> str:
        return in_words(value, lang)

    said = [_ASKED.say(lang, day=day(one.asked), benefit=one.benefit, what=one.what)]
    if one.stage in ("answered", "differs", "over") and one.answered:
        said.append(_ANSWERED.say(lang, day=day(one.answered), outcome=one.outcome))
        return " ".join([*said, *([_DIFFERS.say(lang)] if one.stage == "differs" else [])])
    said.append(_THERE.say(lang, day=day(one.received)) if one.received else _NOT_THERE.say(lang))
    if one.stage == "needs_more":
        return " ".join([*said, _NEEDS.say(lang)])
    return " ".join([*said, (_DUE if one.answer_by >= today else _LATE).say(lang, day=in_words(one.answer_by, lang, weekday=True))])
