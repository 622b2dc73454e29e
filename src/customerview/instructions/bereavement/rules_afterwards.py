"""After a death: every line works its list, the right person is found, and what is owed reaches the right payee."""

from __future__ import annotations

from customerview.kernel import Owed, Record, Recorded, approval, duty, guard, needs, refused
from customerview.kernel.facts import FactShared

from ..awards_and_payments.end_deduction import EndDeduction
from ..awards_and_payments.facts import AwardEnded, DeductionEnded
from ..directory import team
from ..stopping_payments.facts import EndDecided
from .close_balance import CloseBalance
from .facts import (
    ITEMS,
    STANDINGS,
    ArrearsPaid,
    BalanceClosed,
    BalanceWorkedOut,
    DeathReported,
    FoundAlive,
    LineActedOnDeath,
    NextOfKinRecorded,
    NextOfKinSearched,
    NextOfKinWrittenTo,
    PayeeVerified,
    RequestAfterDeath,
    StandingNotVerified,
    StandingVerified,
)
from .pay_arrears_due_at_death import PayArrearsDueAtDeath
from .record_next_of_kin import RecordNextOfKin
from .reject_standing import RejectStanding
from .report_act_on_death import ReportActOnDeath
from .search_for_next_of_kin import SearchForNextOfKin
from .verify_arrears_payee import VerifyArrearsPayee
from .verify_standing import VerifyStanding
from .work_out_balance import WorkOutBalance
from .write_to_next_of_kin import WriteToNextOfKin

SOURCE = "bereavement instruction, from the published reviews of serious cases"
BEREAVEMENT = team("BEREAVEMENT")

# Every line works its list -------------------------------------------------------------------------------------------


def whole_list_done(line: str, record: Record) -> bool:
    return set(ITEMS) <= set(record.death.done.get(line, ()))


def line_with_award_told(happened: Recorded, record: Record) -> bool:
    """A line that has an award heard of this death, and has not done everything yet."""
    shared = happened.fact
    return (
        shared.share == "share_death" and shared.of in (record.death.report, record.death.verified) and record.death.reported
        and any(a.line == shared.recipient for a in record.awards.held.values()) and not whole_list_done(shared.recipient, record)
    )  # fmt: skip


act_on_death = duty(
    "{recipient:line}: stop payments, end the award from the right date, close or hand over tasks, work out what is owed either way."
    " Until the death is verified, only steps that can be undone.",
    after=FactShared, when=line_with_award_told, until=(LineActedOnDeath, BalanceWorkedOut),
    counts=lambda owed, happened, record: whole_list_done(owed.per, record), ends=FoundAlive,
    per=lambda happened: getattr(happened.fact, "recipient", None) or getattr(happened.fact, "line", None),
    owner=lambda happened, record: team(happened.fact.recipient), within="due_wd", by_doing=(ReportActOnDeath, WorkOutBalance), harm=2,
    source=SOURCE, learned_from=("X-10.4", "X-23.4"),
)  # fmt: skip

end_deductions_at_death = duty(
    "End the deductions from this person's benefits: a death was reported.",
    rule="act_on_death", after=DeathReported, when=lambda happened, record: bool(record.payments.deductions), until=DeductionEnded,
    counts=lambda owed, happened, record: not record.payments.deductions, ends=FoundAlive,
    owner=lambda happened, record: team(next(iter(record.payments.deductions.values())).line, "payments"), within="due_wd",
    by_doing=(EndDeduction,), harm=2, source=SOURCE, learned_from=("X-36.4",),
)  # fmt: skip

end_award_as_decided = duty(
    "End {benefit:benefit} on {ends:date} as decided, and report it done.",
    rule="act_on_death", after=EndDecided, until=AwardEnded, ends=FoundAlive, per="award",
    owner=lambda happened, record: team(happened.fact.line, "payments"), within="due_wd", harm=2, source=SOURCE,
    learned_from=("X-23.4",),
)  # fmt: skip


# The right person is found -------------------------------------------------------------------------------------------


def nobody_verified(happened: Recorded, record: Record) -> bool:
    return record.death.reported and not record.death.somebody_verified()


def first_done(owed: Owed, record: Record) -> bool:
    death = record.death
    return death.somebody_verified() or (death.searched and "first" in death.letters)


find_next_of_kin = duty(
    "Search every line's records for next of kin, and write to whoever may be with the set letter.",
    after=DeathReported, when=nobody_verified, until=(NextOfKinSearched, NextOfKinWrittenTo, StandingVerified),
    counts=lambda owed, happened, record: first_done(owed, record), ends=FoundAlive, owner=BEREAVEMENT, within="first_letter_wd",
    by_doing=(SearchForNextOfKin, WriteToNextOfKin, RecordNextOfKin), source=SOURCE,
    learned_from=("X-14.4", "X-23.3", "X-28.5"),
)  # fmt: skip

write_to_next_of_kin_again = duty(
    "Write to next of kin again: nobody's standing is verified.",
    rule="find_next_of_kin", after=DeathReported, when=nobody_verified, until=(NextOfKinWrittenTo, StandingVerified),
    counts=lambda owed, happened, record: record.death.somebody_verified() or "second" in record.death.letters, ends=FoundAlive,
    owner=BEREAVEMENT, within="second_letter_wd", by_doing=(WriteToNextOfKin,), source=SOURCE, learned_from=("X-14.4", "X-23.3"),
)  # fmt: skip

settle_standing_after_death = duty(
    "Settle with evidence whether this person may act for the one who died. What they ask for waits meanwhile.",
    rule="find_next_of_kin", after=(NextOfKinRecorded, RequestAfterDeath),
    when=lambda happened, record: not getattr(record.death.kin.get(getattr(happened.fact, "person", 0)), "standing", ""),
    until=(StandingVerified, StandingNotVerified), ends=FoundAlive, per="person",
    owner=lambda happened, record: team(happened.fact.line) if isinstance(happened.fact, RequestAfterDeath) else BEREAVEMENT,
    within="verify_due_wd", by_doing=(VerifyStanding, RejectStanding), source=SOURCE, learned_from=("X-31.5", "X-28.5"),
)  # fmt: skip


# What is owed reaches the right payee --------------------------------------------------------------------------------


@guard(PayArrearsDueAtDeath, source=SOURCE, learned_from=("X-20.2",), at_most="pay_due_wd")
def death_arrears_payee_verified(action, record, asked):
    """A sum due at death is paid only to a payee verified against the order of entitlement, on saved evidence, and above a
    limit only when a second person agrees."""
    held = record.death.balances.get(action.balance)
    if held is None:
        return None
    if held.payee == 0 or held.payee != action.person:
        return needs(VerifyArrearsPayee, "Verify first that this person may be paid.")
    standing = record.death.kin[held.payee].standing
    if not standing:
        return needs(VerifyStanding, "Verify this person's standing with evidence before they are paid.")
    if not held.evidence:
        return needs(VerifyArrearsPayee, "Save the evidence that this person may be paid.")
    nearer = [k for k in record.death.kin.values() if k.verified and STANDINGS.index(k.standing) < STANDINGS.index(standing)]
    if nearer:
        return refused("Somebody whose right comes first is verified. Pay them, or record why their right fell away.")
    if held.owed > asked.figure("second_approver_over_gbp") * 100:
        return approval("team_leader", "A second person has to agree to a payment of this size.")
    return None


@guard(CloseBalance, rule="pay_arrears_due_at_death", source=SOURCE, learned_from=("UC-5.5",))
def balance_closed_only_after_second_letter(action, record, asked):
    """A balance for which nobody was found is closed only after the second letter."""
    if action.reason == "no_claimant" and "second" not in record.death.letters:
        return needs(WriteToNextOfKin, "Write the second letter to next of kin before closing the balance.")
    return None


identify_arrears_payee = duty(
    "{line:line} owed money at this death: find who may be paid and verify them, or close the balance with a reason.",
    rule="pay_arrears_due_at_death", after=BalanceWorkedOut, when=lambda happened, record: bool(happened.fact.owed), per="balance",
    until=(PayeeVerified, ArrearsPaid, BalanceClosed), ends=FoundAlive, owner=lambda happened, record: team(happened.fact.line, "payments"),
    within="payee_due_wd", by_doing=(VerifyArrearsPayee, CloseBalance), harm=2, source=SOURCE, learned_from=("UC-5.5",),
)  # fmt: skip

pay_arrears_due_at_death = duty(
    "{line:line}: pay what was due at death to the verified payee.",
    after=PayeeVerified, until=(ArrearsPaid, BalanceClosed), ends=FoundAlive, per="balance",
    owner=lambda happened, record: team(happened.fact.line, "payments"), within="pay_due_wd", by_doing=(PayArrearsDueAtDeath,), harm=2,
    source=SOURCE, learned_from=("UC-5.5",),
)  # fmt: skip

settle_overpayment_at_death = duty(
    "{line:line} paid {overpaid:money} for days after the death: settle it with the estate, or close it with a reason.",
    rule="pay_arrears_due_at_death", after=BalanceWorkedOut, when=lambda happened, record: bool(happened.fact.overpaid), per="balance",
    until=BalanceClosed, ends=FoundAlive, owner=lambda happened, record: team(happened.fact.line, "payments"), within="payee_due_wd",
    by_doing=(CloseBalance,), source=SOURCE, learned_from=("X-10.4",),
)  # fmt: skip
