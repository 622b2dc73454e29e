"""What a contact owes: every recognition question is answered before it ends, and every yes starts what it starts.

Each yes opens the duty of the theme it belongs to, on its owner, at once. The steps of the later themes will discharge these
more closely; until then what was done is recorded, and nothing heard is silent.
"""

from __future__ import annotations

from customerview.kernel import Record, Recorded, Words, duty, guard, needs, team_of

from ..bereavement.facts import DeathDoubted, DeathReported
from ..directory import team
from ..journal_and_callbacks.facts import CallBackPromised, FollowUpSet, ProgressChased, RequestRecorded
from ..representatives.settle_third_party import SettleThirdPartyStanding
from ..representatives.standing_facts import ThirdPartyStandingSettled
from ..six_point_plan.facts import ASK_BEFORE_YOU_ACT
from ..six_point_plan.start_plan import StartPlan
from .act_on_recognition import ActOnRecognition
from .answer_recognition_questions import AnswerRecognitionQuestions
from .end_contact import EndContact
from .facts import ANSWERED, QUESTIONS, RecognitionActedOn, RecognitionAnswered

SOURCE = "recognition questions of the learning themes"


@guard(EndContact, source=SOURCE)
def recognition_questions_answered(action, record, asked):
    """A contact does not end before every recognition question was answered, yes or no."""
    contact = record.contacts.open.get(action.contact)
    left = [QUESTIONS[q].en for q in QUESTIONS if contact is not None and q not in contact.answers]
    return needs(AnswerRecognitionQuestions, "Answer the recognition questions first.", missing=tuple(left)) if left else None


def _yes(question: str):
    return lambda happened, record: happened.fact.question == question and happened.fact.answer


def _per(happened: Recorded) -> str | None:
    fact = happened.fact
    return f"{fact.contact}:{fact.question}" if isinstance(fact, RecognitionAnswered | RecognitionActedOn) else None


def _receiving(happened: Recorded, record: Record) -> str:
    """Whoever heard it: their team, else the team of their line."""
    at = team_of(happened.by) if happened.by.startswith("colleague:") else ""
    return at or team(happened.fact.line or "OPERATIONS")  # type: ignore[attr-defined]


def _written_or_said(happened: Recorded, record: Record) -> str:
    """Whoever hears it can do it at once; what the customer wrote is first read by somebody."""
    return "written_due_wd" if happened.by.startswith(("customer:", "representative:")) else "due_wd"


def _heard(question: str, what: str, *, owner=_receiving, within="due_wd", until=(), harm: int = 3, learned_from=(), also_by=(), **more):
    """The duty a yes opens: discharged by what the theme names, or by what was done about it; a later no does not end it."""
    return duty(
        what, after=ANSWERED, when=_yes(question), until=(RecognitionActedOn, *until), per=_per, owner=owner, within=within, harm=harm, by_doing=(*also_by, ActOnRecognition), source=SOURCE, learned_from=learned_from, **more,
    )  # fmt: skip


start_six_point_plan = _heard(
    "suicide", "Somebody may take their life: act now, stay with them, bring a colleague in, tell your team leader.", harm=1, also_by=(StartPlan,),
    learned_from=("ESA-3.1", "CMS-1.1", "X-8.2", "X-19.2"), restricted="safeguarding", others=ASK_BEFORE_YOU_ACT,
)  # fmt: skip
safeguarding_concern_referred = _heard(
    "danger", "Somebody may be in danger: refer it to the right service, or record with the advanced support lead why not.", harm=1,
    learned_from=("UC-7.7", "X-27.5"), restricted="safeguarding", others=ASK_BEFORE_YOU_ACT,
)  # fmt: skip
act_on_reported_health = _heard(
    "health", "Health is worse, or a condition is new: take the line's next step, or record why there is none.",
    learned_from=("X-5.4", "X-17.3"),
)  # fmt: skip
record_reported_death = _heard(
    "death", "A death was spoken of: complete the short death form now.", until=(DeathReported, DeathDoubted), harm=2,
    learned_from=("X-3.2", "X-10.1"),
)  # fmt: skip
register_dispute = _heard(
    "disagrees", "The customer disagrees with a decision: register it, with the issues they named.", owner=team("DRS"),
    learned_from=("X-1.2", "X-8.3", "X-31.2", "X-33.1", "X-34.1", "X-38.3"),
    promise=Words("Register that you do not agree with a decision", "Cofrestru nad ydych yn cytuno â phenderfyniad"),
)  # fmt: skip
register_complaint = _heard(
    "dissatisfied", "The customer is dissatisfied: register a complaint, and pass it to the complaints team.",
    learned_from=("UC-7.8", "X-3.3", "X-13.3", "X-28.3", "X-30.4"), within=_written_or_said,
    promise=Words("Register your complaint", "Cofrestru eich cwyn"),
)  # fmt: skip
record_reported_change = _heard(
    "change", "A change was reported: record what, from when and which awards it touches, and read it back.",
    learned_from=("X-5.6", "X-10.2", "X-37.1"),
)  # fmt: skip
third_party_standing_settled = _heard(
    "somebody_else", "Somebody without recorded authority spoke for the customer: ask the customer, and decide who may act.",
    until=(ThirdPartyStandingSettled,), also_by=(SettleThirdPartyStanding,), learned_from=("X-18.1", "X-21.10", "X-38.7"),
)  # fmt: skip
evidence_reaches_decision_maker = _heard(
    "evidence", "Evidence was offered or came: take it, by phone if they wish, and send it to everybody who decides on it.",
    learned_from=("X-2.1", "X-29.4"),
)  # fmt: skip
record_what_was_asked = _heard(
    "request", "Something was asked for, promised or chased: record it, so that it has an owner and a day.",
    until=(RequestRecorded, ProgressChased, CallBackPromised, FollowUpSet),
)  # fmt: skip
offer_support_on_disclosure = _heard(
    "help", "Help was needed: offer the matching support by a safe route, and record the offer and the answer.",
    learned_from=("CMS-2.3", "UC-4.3", "X-7.3", "X-8.6", "X-34.4", "X-36.2"),
)  # fmt: skip
route_fraud_allegation = _heard(
    "fraud", "Somebody was accused of fraud: send the allegation to counter-fraud on its own form, and keep it out of notes.",
    owner=team("COMPLIANCE"), learned_from=("X-25.1",), restricted="counter_fraud",
)  # fmt: skip
