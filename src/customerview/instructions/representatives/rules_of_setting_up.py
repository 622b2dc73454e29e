"""An authority is complete when it is saved, reaches every line at once, and does not change while it is disputed."""

from __future__ import annotations

from collections.abc import Iterable

from customerview.kernel import Asked, Outcome, Owed, Record, Recorded, duty, guard, needs, refused, share, team_of

from ..awards_and_payments.facts import AwardReported
from ..directory import team
from ..health_assessments.facts import AssessmentReferred
from .arrange_interim_payee import ArrangeInterimPayee
from .change_authority import ChangeAuthority
from .complete_authority import CompleteAuthority, ReportAuthorityCopy
from .end_authority import EndAuthority
from .facts import (
    AuthorityChanged,
    AuthorityCompleted,
    AuthorityDisputed,
    AuthorityDisputeSettled,
    AuthorityEnded,
    AuthorityRecorded,
)
from .held_elsewhere_facts import AuthorityCopyReported, InterimPayeeArranged
from .record_authority import RecordAuthority
from .rules import APPOINTED, SOURCE, appointee_team
from .setting_up import missing
from .settle_authority_dispute import SettleAuthorityDispute

# Complete -------------------------------------------------------------------------------------------------------------


@guard(RecordAuthority, kind="check", source=SOURCE, learned_from=("X-11.1",))
def authority_set_up_complete(action: RecordAuthority, record: Record, asked: Asked) -> Outcome | None:
    """Whoever acts is saved with role, document, what it covers, first and last day, address and how the money is paid. What a
    line's own system reports is taken as it comes, and what it leaves out is asked for."""
    if asked.by.roles & {"line_system", "job"} or not (left := missing(action)):
        return None
    return refused("Say all that has to be known of whoever acts before it is saved.", missing=left)


def _incomplete(happened: Recorded, record: Record) -> bool:
    return bool(missing(happened.fact))


def _completed(owed: Owed, record: Record, figure: object) -> bool:
    held = record.authority.held.get(owed.per)
    return held is None or not missing(held)


complete_authority = duty(
    "What is known of the {type:authority} is not complete: document, what it covers, last day, address, how the money is paid.",
    rule="authority_set_up_complete", kind="check", after=AuthorityRecorded, when=_incomplete, met=_completed, per="authority",
    owner=lambda happened, record: team_of(happened.by) or appointee_team(happened, record), within="complete_due_wd",
    by_doing=(CompleteAuthority,), source=SOURCE, learned_from=("X-11.1",),
)  # fmt: skip


def _copy(happened: Recorded) -> str | None:
    fact = happened.fact
    return f"{fact.authority}:{fact.line}" if isinstance(fact, AuthorityCopyReported) else None


authority_copies_agree = duty(
    "What {line:line} holds of who acts is not what the shared record says: find out which is right, and put it right.",
    rule="authority_set_up_complete", kind="check", after=AuthorityCopyReported, when=lambda happened, record: not happened.fact.agrees,
    until=AuthorityCopyReported, counts=lambda owed, happened, record: happened.fact.agrees,
    met=lambda owed, record, figure: owed.per.partition(":")[0] not in record.authority.held, per=_copy,
    owner=lambda happened, record: team(happened.fact.line), within="complete_due_wd", by_doing=(ReportAuthorityCopy, CompleteAuthority),
    source=SOURCE, learned_from=("X-11.1",),
)  # fmt: skip

# Shared ---------------------------------------------------------------------------------------------------------------


def everybody_told(happened: Recorded, record: Record) -> Iterable[str]:
    """Every line with an award or a part; the assessment provider while somebody is referred to it."""
    yield from record.awards.lines()
    if record.referrals.open:
        yield "ASSESSMENT"


share_authority = share(
    "Who acts for a customer, or may be told things, is with every line at once when it is recorded, changed or ended.",
    after=(AuthorityRecorded, AuthorityChanged, AuthorityCompleted, AuthorityEnded), to=everybody_told, source=SOURCE,
    learned_from=("X-11.1", "X-13.9", "X-13.10", "X-13.11", "X-38.2"),
)  # fmt: skip


def _newcomer(happened: Recorded, record: Record) -> Iterable[str]:
    return ("ASSESSMENT",) if isinstance(happened.fact, AssessmentReferred) else (happened.fact.line,)  # type: ignore[attr-defined]


def _somebody_acts_and_they_are_new(happened: Recorded, record: Record) -> bool:
    if not record.authority.in_force(happened.day):
        return False
    if isinstance(happened.fact, AssessmentReferred):
        return True
    mine = [a for a in record.awards.held.values() if a.line == happened.fact.line]  # type: ignore[attr-defined]
    return len(mine) == 1 and len(mine[0].periods) == 1


authority_goes_to_newcomers = share(
    "A line that begins to pay, and the assessment provider with each referral, is told at once that somebody acts for the customer.",
    rule="share_authority", after=(AwardReported, AssessmentReferred), when=_somebody_acts_and_they_are_new, to=_newcomer, source=SOURCE,
    learned_from=("X-13.9", "X-13.10"),
)  # fmt: skip

# Disputed -------------------------------------------------------------------------------------------------------------

SETTLE = "Who acts is disputed. Settle that first, on evidence or a visit; arrange a safe way to pay if the money is not safe."


@guard(RecordAuthority, source=SOURCE, learned_from=("X-4.4", "X-32.4"))
def disputed_appointee_held(action: RecordAuthority, record: Record, asked: Asked) -> list[Outcome]:
    """While the role of whoever acts is disputed, or claimed by more than one, nobody is put in their place until it is decided
    on evidence or a visit. A safe way for the money is arranged the same day where harm is suspected."""
    held = [a for a in record.authority.held.values() if a.acts]
    if any(a.disputed for a in held):
        return [needs(SettleAuthorityDispute, SETTLE)]
    others = [
        a for a in held
        if a.type in APPOINTED and action.type in APPOINTED and a.in_force(action.starts or asked.today) and a.holder != action.holder
        and (not a.lines or not action.lines or set(a.lines) & set(action.lines)) and a.authority not in record.acting_in_doubt.followed
    ]  # fmt: skip
    said = "Somebody else is recorded as acting. End theirs with the reason, or record that it is disputed who acts."
    return [needs(EndAuthority, said)] if others else []


@guard(ChangeAuthority, EndAuthority, rule="disputed_appointee_held", source=SOURCE, learned_from=("X-4.4", "X-32.4"))
def disputed_authority_stays(action: ChangeAuthority | EndAuthority, record: Record, asked: Asked) -> Outcome | None:
    """What is disputed is neither changed nor ended until it is decided; a death ends it all the same."""
    held = record.authority.held.get(action.authority)
    if held is None or not held.disputed or getattr(action, "why", "") == "died":
        return None
    return needs(SettleAuthorityDispute, SETTLE)


decide_authority_dispute = duty(
    "It is disputed who acts for the customer: decide it, on evidence or a visit.",
    rule="disputed_appointee_held", after=AuthorityDisputed, until=AuthorityDisputeSettled, ends=AuthorityEnded, per="authority",
    owner=appointee_team, within="decision_due_wd", harm=2, by_doing=(SettleAuthorityDispute,), source=SOURCE, learned_from=("X-4.4", "X-32.4"),
)  # fmt: skip

arrange_interim_payee = duty(
    "Harm by whoever acts is suspected: arrange today how the customer's money reaches them safely.",
    rule="disputed_appointee_held", after=AuthorityDisputed, when=lambda happened, record: happened.fact.suspected,
    until=(InterimPayeeArranged, AuthorityDisputeSettled), ends=AuthorityEnded, per="authority", owner="support", within="interim_due_wd",
    harm=2, by_doing=(ArrangeInterimPayee,), source=SOURCE, learned_from=("X-4.4",),
)  # fmt: skip
