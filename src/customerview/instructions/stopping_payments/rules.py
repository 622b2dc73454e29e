"""Payments stop only after safeguards and for a stated doubt; they start again as soon as it is settled."""

from __future__ import annotations

from customerview.kernel import Asked, Outcome, Owed, Record, Recorded, approval, duty, guard, in_words, needs, refused

from ..awards_and_payments.facts import AwardEnded, PaymentChanged, PaymentMissed, PaymentReturned
from ..bereavement.facts import DeathVerified
from ..change_of_circumstances.facts import ChangeReported
from ..contacts.record_contact_attempt import RecordContactAttempt
from ..directory import team
from ..journal_and_callbacks.facts import MessageReceived
from ..personal_details.facts import AddressChanged, AddressVerified, IdentityMatched, RouteRecorded
from ..support_needs.screen_needs import ScreenNeeds
from .answer_unguarded_suspension import AnswerUnguardedSuspension
from .decide_not_to_suspend import DecideNotToSuspend
from .end_protective_hold import EndProtectiveHold
from .explain_suspension import ExplainSuspension
from .facts import (
    BearingReceived,
    DecidedNotToSuspend,
    EmergencyMoneyOffered,
    EndDecided,
    EssentialsInDoubt,
    LiftAskedFor,
    LiftDecided,
    PaymentResumed,
    PaymentSuspended,
    ProtectiveHoldEnded,
    ProtectiveHoldPlaced,
    SuspensionAsked,
    SuspensionExplained,
    SuspensionReviewed,
    UnguardedSuspensionAnswered,
)
from .hold_case_conference import HoldCaseConference
from .offer_emergency_money import OfferEmergencyMoney
from .place_protective_hold import PlaceProtectiveHold
from .resume_payment import ResumePayment
from .review_suspension import ReviewSuspension
from .safeguards import attempted_enough, conference_supports, conference_wanted, exempt, needs_screened
from .search_what_is_held import SearchWhatIsHeld
from .suspend_payment import SuspendPayment

SOURCE = "stopping payments instruction, from the published reviews of serious cases"


def missing_safeguards(award: str, step: str, record: Record, asked: Asked) -> list[Outcome]:
    """One sentence for each safeguard that is missing; the agreement of a second person last."""
    found: list[Outcome] = []
    if not needs_screened(record, asked):
        found.append(needs(ScreenNeeds, "Ask this customer what they need before their money stops: nobody has lately."))
    if not attempted_enough(record, asked):
        found.append(needs(
            RecordContactAttempt,
            "Try to reach this customer again, on another day and by another way they can use, before their money stops.",
        ))  # fmt: skip
    if conference_wanted(record, asked) and not conference_supports(award, step, record, asked):
        found.append(needs(HoldCaseConference, "Hold a case conference, led by somebody else, on what stopping would do to this customer."))
    if not any(by.id != asked.by.id for by in asked.approvals):
        found.append(approval("team_leader", "A second person has to agree before this customer's money stops."))
    return found


@guard(SuspendPayment, source=SOURCE, learned_from=("UC-5.3", "UC-6.2", "X-23.1"))
def suspend_only_after_safeguards(action, record, asked):
    """Nobody's money stops until we know their needs, have tried on different days and in ways they can use to reach them, and
    a second person agrees; where they need support or do not answer, after a case conference as well. Every service and every
    automatic process is asked the same."""
    if exempt(action.ground, record):
        return None
    return missing_safeguards(action.award, "suspend", record, asked)


@guard(ReviewSuspension, rule="suspend_only_after_safeguards", source=SOURCE, learned_from=("UC-6.2",))
def award_ends_only_after_safeguards(action, record, asked):
    """An award ends after a suspension only with the safeguards of the suspension itself. Keeping and lifting need none."""
    if action.decision != "end":
        return None
    return missing_safeguards(action.award, "end", record, asked)


@guard(PlaceProtectiveHold, rule="suspend_only_after_safeguards", source=SOURCE, learned_from=("X-23.1",))
def protective_hold_keeps_money_flowing(action, record, asked):
    """A hold that protects a customer's money is short, keeps money flowing by a safe way, and does not follow another hold
    without a second person's agreement."""
    answers = []
    if not action.safe_way.strip():
        answers.append(refused("Say how this customer's money reaches them meanwhile.", missing=("a safe way to pay: the customer",)))
    last = record.suspensions.held_before.get(action.award)
    if last and asked.working_days_since(last) <= asked.figure("hold_again_after_wd"):
        answers.append(approval("team_leader", "A hold ended only lately. A second person has to agree to another."))
    return answers


@guard(SuspendPayment, source=SOURCE, learned_from=("X-39.1",))
def suspension_has_valid_doubt(action, record, asked):
    """A suspension names a ground from the list, the exact fact in doubt and its evidence, and nothing that any service
    already holds answers the doubt."""
    if action.ground not in asked.figure("grounds"):
        return refused("Choose a ground from the list. Without one, payments go on.")
    if action.ground == "death":
        return None if record.death.reported else refused("No death is reported here. Record the report first.")
    if not action.doubt.strip() or not action.evidence.strip():
        return refused("Name the exact fact in doubt and the evidence for it.", missing=("the fact in doubt: you", "its evidence: you"))
    search = record.suspensions.searched.get(action.award)
    late = search is None or asked.working_days_since(search.day) > asked.figure("search_max_age_wd")
    if search is None or late or search.number < record.suspensions.bearing.get(action.award, 0):
        return needs(SearchWhatIsHeld, "Search what every service already holds for an answer to the doubt.")
    if search.answered:
        return refused("What we already hold answers this doubt. Payments go on.")
    return already_answered(action.ground, record, asked)


def already_answered(ground: str, record: Record, asked: Asked) -> Outcome | None:
    """What the record itself can say without anybody searching: a fresh address, a fresh sign-in."""
    fresh = asked.figure("fresh_wd")
    home = record.person.addresses.get("home")
    if ground == "whereabouts" and home and asked.working_days_since(max(home.told, home.verified or home.told)) <= fresh:
        return refused(f"A home address was told to us on {in_words(home.told)}. Ask about it; payments go on.")
    signed_in = max(record.person.identities.values(), default=None)
    if ground == "identity" and signed_in and asked.working_days_since(signed_in) <= fresh:
        return refused(f"This person proved who they are on {in_words(signed_in)}. Payments go on.")
    return None


# While it lasts ------------------------------------------------------------------------------------------------------


def still_suspended(owed: Owed, record: Record) -> bool:
    found = record.suspensions.open.get(owed.per)
    return found is not None and found.stage == "suspended"


def suspended(happened: Recorded, record: Record) -> bool:
    return happened.fact.award in record.suspensions.open


def begins(happened: Recorded, record: Record) -> bool:
    """This report begins a suspension; it does not repeat one."""
    return record.suspensions.open[happened.fact.award].number == happened.number


def suspending_team(happened: Recorded, record: Record) -> str:
    return team(happened.fact.line, "decisions")


DECIDED = (SuspensionReviewed, LiftDecided, EndDecided)

review_and_lift_suspension = duty(
    "Decide whether the suspension of {benefit:benefit} is kept, lifted or the award ended, with reasons.",
    after=PaymentSuspended, when=begins, until=DECIDED, ends=(PaymentResumed, AwardEnded), per="award", owner=suspending_team,
    within="review_every_wd", again_every="review_every_wd", still=still_suspended, by_doing=(ReviewSuspension, ResumePayment), harm=2,
    promise=None, source=SOURCE, learned_from=("UC-5.4", "X-39.1"),
)  # fmt: skip

decide_on_what_was_received = duty(
    "Something that bears on the suspension of {benefit:benefit} came in: decide now whether to lift it.",
    rule="review_and_lift_suspension", after=(BearingReceived, LiftAskedFor), when=suspended, until=DECIDED,
    ends=(PaymentResumed, AwardEnded), per="award", owner=suspending_team, within="lift_due_wd",
    by_doing=(ReviewSuspension, ResumePayment), harm=2, source=SOURCE, learned_from=("UC-5.4", "X-39.1"),
)  # fmt: skip


def news_weighed(owed, record, figure):
    """Every suspension that stands was looked at after the news came, or none stands any more."""
    return all(s.review > owed.opened_by for s in record.suspensions.open.values() if s.stage == "suspended")


look_at_news_while_suspended = duty(
    "The customer told us something new while their money is stopped: decide now whether it settles the doubt.",
    rule="review_and_lift_suspension", after=(MessageReceived, AddressChanged, AddressVerified, RouteRecorded, IdentityMatched),
    when=lambda happened, record: any(s.stage == "suspended" for s in record.suspensions.open.values()), met=news_weighed,
    owner=lambda happened, record: team(next(s.line for s in record.suspensions.open.values() if s.stage == "suspended"), "decisions"),
    within="lift_due_wd", by_doing=(ReviewSuspension, ResumePayment), harm=2, source=SOURCE, learned_from=("UC-5.4",),
)  # fmt: skip

pay_what_was_held = duty(
    "Pay {benefit:benefit} again today, with what was held.",
    rule="review_and_lift_suspension", after=LiftDecided, when=suspended, until=PaymentResumed, ends=AwardEnded, per="award",
    owner=lambda happened, record: team(happened.fact.line, "payments"), within="pay_held_wd", harm=2, source=SOURCE,
    learned_from=("UC-5.4",),
)  # fmt: skip

explain_suspension = duty(
    "Tell the customer why {benefit:benefit} is stopped, how to start it again and how to challenge it.",
    rule="review_and_lift_suspension", after=PaymentSuspended,
    when=lambda happened, record: begins(happened, record) and happened.fact.ground != "death",
    until=SuspensionExplained, ends=(PaymentResumed, AwardEnded, DeathVerified), per="award", owner=suspending_team,
    within="explain_due_wd", by_doing=(ExplainSuspension,), harm=2, source=SOURCE, learned_from=("UC-5.4",),
)  # fmt: skip

carry_out_suspension = duty(
    "Suspend {benefit:benefit} as asked and report it done, or say that it is not done.",
    rule="review_and_lift_suspension", after=SuspensionAsked, until=PaymentSuspended, ends=(LiftDecided, PaymentResumed, AwardEnded),
    per="award", owner=lambda happened, record: team(happened.fact.line, "payments"), within="carry_out_due_wd", source=SOURCE,
    learned_from=("X-25.6",),
)  # fmt: skip

answer_for_unguarded_suspension = duty(
    "{benefit:benefit} was suspended without the safeguards. Make them good and answer for it, or lift the suspension.",
    rule="suspend_only_after_safeguards", after=PaymentSuspended, when=lambda happened, record: bool(happened.fact.unguarded),
    until=(UnguardedSuspensionAnswered, LiftDecided), ends=(PaymentResumed, AwardEnded), per="award", owner=suspending_team,
    within="answer_due_wd", by_doing=(ResumePayment, AnswerUnguardedSuspension), harm=2, source=SOURCE,
    learned_from=("UC-5.3", "UC-6.2", "X-23.1"),
)  # fmt: skip


@guard(AnswerUnguardedSuspension, rule="suspend_only_after_safeguards", source=SOURCE, learned_from=("X-23.1",))
def safeguards_made_good(action, record, asked):
    """A suspension made without safeguards stands only once they are made good; otherwise it is lifted."""
    return missing_safeguards(action.award, "suspend", record, asked)


end_protective_hold = duty(
    "Decide today about the hold on {benefit:benefit}: its limit is reached.",
    rule="suspend_only_after_safeguards", after=ProtectiveHoldPlaced, until=ProtectiveHoldEnded, ends=AwardEnded, per="award",
    owner=lambda happened, record: team(happened.fact.line, "payments"), within=lambda happened, record: happened.fact.until,
    by_doing=(EndProtectiveHold,), harm=2, source=SOURCE, learned_from=("X-23.1",),
)  # fmt: skip


# So that nobody goes without -----------------------------------------------------------------------------------------


def may_go_without(happened: Recorded, record: Record) -> bool:
    """By what they say, or by what is known: money stopped, or late or reduced with needs or nothing else coming in."""
    told = happened.fact
    if isinstance(told, EssentialsInDoubt):
        return True
    if record.death.reported:
        return False
    if isinstance(told, PaymentSuspended):
        return begins(happened, record)
    if isinstance(told, PaymentChanged) and told.amount >= told.usual:
        return False
    others = [a for a in record.awards.in_payment(happened.day) if a.award != told.award and a.award not in record.suspensions.open]
    return record.needs.marked or not others


emergency_money_offered = duty(
    "Offer emergency money and local help today, and record what the customer answers.",
    after=(PaymentSuspended, PaymentMissed, PaymentReturned, PaymentChanged, EssentialsInDoubt), when=may_go_without,
    until=EmergencyMoneyOffered, ends=(AwardEnded, DeathVerified), per="award",
    owner=lambda happened, record: team(happened.fact.line, "payments"), within="due_wd", by_doing=(OfferEmergencyMoney,), harm=2,
    source=SOURCE, learned_from=("UC-5.4", "X-39.1"),
)  # fmt: skip

decide_whether_to_suspend = duty(
    "Decide whether payments are suspended or go on, with reasons: there is information on entitlement.",
    after=ChangeReported, until=(SuspensionAsked, DecidedNotToSuspend, PaymentSuspended), ends=AwardEnded, per="award",
    owner=lambda happened, record: team(happened.fact.line, "decisions"), within="due_wd", by_doing=(SuspendPayment, DecideNotToSuspend),
    harm=2, source=SOURCE, learned_from=("X-25.6",),
)  # fmt: skip
