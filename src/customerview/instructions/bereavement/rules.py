"""A death is told once, is everybody's, stops what goes out, and is recorded with its status and source."""

from __future__ import annotations

from collections.abc import Iterable

from customerview.kernel import Record, Recorded, Shown, Words, duty, guard, held, needs, refused, share, view
from customerview.kernel.facts import FactShared

from ..appointments.cancel_appointment import CancelAppointment
from ..appointments.facts import AppointmentCancelled, AppointmentHeld
from ..appointments.hold_appointment import HoldAppointment
from ..contacts.end_contact import EndContact
from ..directory import team
from ..health_assessments.facts import ReferralWithdrawn
from ..health_assessments.withdraw_referral import WithdrawReferral
from .apologise import Apologise
from .call_back_reporter import CallBackReporter
from .close_balance import CloseBalance
from .end_award_at_death import EndAwardAtDeath
from .facts import (
    RESTORATIONS,
    ApologyMade,
    DateCorrectionApplied,
    DeathDateCorrected,
    DeathDateLearned,
    DeathDoubted,
    DeathReported,
    DeathVerified,
    FoundAlive,
    LineActedOnDeath,
    LineRestored,
    ReporterCalledBack,
    UnguardedActAnswered,
    UnmatchedDeathReported,
    UnmatchedReportReopened,
    UnmatchedReportSettled,
)
from .pay_arrears_due_at_death import PayArrearsDueAtDeath
from .record_alive import RecordAlive
from .record_certificate import RecordCertificate
from .record_date_of_death import RecordDateOfDeath
from .report_death import ReportDeath
from .settle_unmatched_report import SettleUnmatchedReport
from .verify_death import VerifyDeath

SOURCE = "bereavement instruction, from the published reviews of serious cases"
BEREAVEMENT = team("BEREAVEMENT")

# Told once -----------------------------------------------------------------------------------------------------------


@guard(EndContact, rule="death_reported_once", source=SOURCE, learned_from=("X-3.2", "X-10.1"))
def death_form_before_contact_ends(action, record, asked):
    """A contact in which somebody spoke of a death does not end before the short form is filled in: the caller need ring nobody
    else."""
    if f"{action.contact}:death" not in record.contacts.awaiting or record.death.reported:
        return None
    return needs(ReportDeath, "Somebody spoke of a death. Fill in the short form before the call ends, or say why it is not needed.")


chase_missing_date = duty(
    "Find out the date of death: it was reported as not known.",
    rule="death_reported_once", after=DeathReported, when=lambda happened, record: happened.fact.died is None and not record.death.died,
    until=(DeathDateLearned, DeathVerified), ends=FoundAlive, owner=BEREAVEMENT, within="missing_date_due_wd", harm=2,
    by_doing=(RecordDateOfDeath, RecordCertificate), source=SOURCE, learned_from=("X-28.4",),
)  # fmt: skip

call_back_reporter = duty(
    "Ring back whoever reported the death: they were not put through to you.",
    rule="death_reported_once", after=DeathReported,
    when=lambda happened, record: happened.fact.reachable and not happened.fact.transferred, until=ReporterCalledBack, ends=FoundAlive,
    owner=BEREAVEMENT, within="callback_due_wd", harm=2, by_doing=(CallBackReporter,), source=SOURCE, learned_from=("X-3.2", "X-10.1"),
)  # fmt: skip


# Shared with everybody -----------------------------------------------------------------------------------------------


def everybody_with_a_part(happened: Recorded, record: Record) -> Iterable[str]:
    """Every line with any part, the bereavement team, and the assessment provider while a referral is open."""
    yield "BEREAVEMENT"
    yield from record.awards.lines()
    yield from (d.to for d in record.payments.deductions.values())
    if record.referrals.open:
        yield "ASSESSMENT"


share_death = share(
    "A death, reported or verified, doubted or found wrong, is with every line at once.",
    after=(DeathReported, DeathVerified, DeathDoubted, DeathDateLearned, DeathDateCorrected, FoundAlive), to=everybody_with_a_part,
    source=SOURCE, learned_from=("X-10.3", "X-21.9", "X-21.11", "X-26.4", "X-33.8", "X-36.4"),
)  # fmt: skip

match_death_report = duty(
    "Find out whom this report of a death is about.",
    rule="share_death", after=(UnmatchedDeathReported, UnmatchedReportReopened), until=UnmatchedReportSettled,
    owner=BEREAVEMENT, within="match_due_wd", harm=2,
    by_doing=(SettleUnmatchedReport,), source=SOURCE, learned_from=("X-33.8",),
)  # fmt: skip


# Nothing goes out ----------------------------------------------------------------------------------------------------


@guard(every=lambda about: about.outgoing, source=SOURCE, learned_from=("CMS-1.3", "X-30.3"))
def outgoing_stops_at_death(action, record, asked):
    """Nothing is sent to, booked for, referred or deducted from a person reported dead: it waits until the death is
    verified, and is cancelled then. Letters to next of kin go out."""
    if record.death.status == "verified":
        return refused("This person has died. Write to the next of kin instead.")
    if record.death.reported:
        return held("A death was reported. This waits until it is verified or found wrong.", satisfied_by=VerifyDeath)
    return None


withdraw_referrals_at_death = duty(
    "Withdraw the open referral: the person has died.",
    rule="outgoing_stops_at_death", after=DeathVerified, when=lambda happened, record: bool(record.referrals.open),
    until=ReferralWithdrawn, counts=lambda owed, happened, record: not record.referrals.open, ends=FoundAlive,
    owner=team("ASSESSMENT"), within=lambda happened, record: happened.day, by_doing=(WithdrawReferral,), harm=2,
    source=SOURCE, learned_from=("X-30.3",),
)  # fmt: skip


def first_appointments_team(happened: Recorded, record: Record) -> str:
    """The team of the appointment that is to come first."""
    return str(record.appointments.in_order()[0].team)


hold_appointments_at_death = duty(
    "A death was reported. See today that nobody goes to, or rings for, an appointment with this person. It waits, and is not cancelled yet.",
    rule="outgoing_stops_at_death", after=DeathReported, when=lambda happened, record: bool(record.appointments.open),
    until=(AppointmentHeld, AppointmentCancelled),
    counts=lambda owed, happened, record: all(one.stood_down for one in record.appointments.open.values()), ends=FoundAlive,
    owner=first_appointments_team, within=lambda happened, record: happened.day, by_doing=(HoldAppointment,), harm=2, source=SOURCE,
    learned_from=("X-30.3",),
)  # fmt: skip

cancel_appointments_at_death = duty(
    "Cancel the appointments that waited: the person has died.",
    rule="outgoing_stops_at_death", after=DeathVerified, when=lambda happened, record: bool(record.appointments.open),
    until=AppointmentCancelled, counts=lambda owed, happened, record: not record.appointments.open, ends=FoundAlive,
    owner=first_appointments_team, within=lambda happened, record: happened.day, by_doing=(CancelAppointment,), harm=2, source=SOURCE,
    learned_from=("X-30.3",),
)  # fmt: skip


# Recorded with its status and source ---------------------------------------------------------------------------------

verify_reported_death = duty(
    "Verify the death and its date from registration, a certificate or a coroner.",
    rule="death_record_accurate", kind="check", after=DeathReported, when=lambda happened, record: record.death.reversible_only,
    until=(DeathVerified, FoundAlive), owner=BEREAVEMENT, within="verify_due_wd", by_doing=(VerifyDeath, RecordCertificate), harm=2,
    source=SOURCE, learned_from=("X-15.3",),
)  # fmt: skip

settle_doubt_about_death = duty(
    "Settle today whether and when the person died: what we were told does not agree.",
    rule="death_record_accurate", kind="check", after=(DeathDoubted, DeathReported),
    when=lambda happened, record: record.death.status == "doubtful", until=(DeathVerified, FoundAlive),
    owner=lambda happened, record: team(happened.fact.line) if happened.fact.line else BEREAVEMENT, within="settle_due_wd",
    by_doing=(VerifyDeath, RecordAlive), harm=2, source=SOURCE, learned_from=("X-27.6",),
)  # fmt: skip


@guard(
    EndAwardAtDeath, CloseBalance, WithdrawReferral, PayArrearsDueAtDeath, rule="death_record_accurate", kind="check",
    at_most="settle_due_wd", source=SOURCE, learned_from=("X-27.6",),
)  # fmt: skip
def irreversible_steps_wait_for_certainty(action, record, asked):
    """While a death is unverified or in doubt only steps that can be undone are taken, both ways."""
    if record.death.status == "doubtful":
        return held("It is in doubt whether or when this person died. This waits until that is settled.", satisfied_by=VerifyDeath)
    if record.death.status == "reported":
        return held("The death is not verified yet. This cannot be undone, so it waits.", satisfied_by=VerifyDeath)
    return None


correct_date_of_death = duty(
    "Correct the date of death and work payments out again: a better source gave another date.",
    rule="death_record_accurate", kind="check", after=FactShared,
    when=lambda happened, record: happened.fact.share == "share_death" and happened.fact.of == record.death.corrected,
    until=DateCorrectionApplied, per=lambda happened: getattr(happened.fact, "recipient", None) or getattr(happened.fact, "line", None),
    ends=FoundAlive, owner=lambda happened, record: team(happened.fact.recipient), within="settle_due_wd", harm=2,
    source=SOURCE, learned_from=("X-31.6",),
)  # fmt: skip

answer_irreversible_act = duty(
    "Answer for a step that cannot be undone, taken before the death was certain: {item:death_item}.",
    rule="death_record_accurate", kind="check", after=LineActedOnDeath, when=lambda happened, record: happened.fact.unguarded,
    until=UnguardedActAnswered, per="line", owner=lambda happened, record: team(happened.fact.line), within="settle_due_wd", harm=2,
    source=SOURCE, learned_from=("X-27.6",),
)  # fmt: skip


def line_told_alive(happened: Recorded, record: Record) -> bool:
    """A line that may have held, stopped or closed something heard that the person is alive."""
    shared = happened.fact
    return shared.share == "share_death" and shared.of == record.death.found_alive and shared.recipient != "BEREAVEMENT"


restore_after_death_found_wrong = duty(
    "The person is alive. Today: pay what was held, restore appointments and referrals, correct the record.",
    rule="death_record_accurate", kind="check", after=FactShared,
    when=line_told_alive, until=LineRestored,
    counts=lambda owed, happened, record: set(RESTORATIONS) <= set(record.death.restored.get(owed.per, ())),
    per=lambda happened: getattr(happened.fact, "recipient", None) or getattr(happened.fact, "line", None),
    owner=lambda happened, record: team(happened.fact.recipient), within="restore_due_wd", harm=2, source=SOURCE, learned_from=("X-27.6",),
)  # fmt: skip

apologise_for_recorded_death = duty(
    "Apologise today, by a way this customer can use, for having recorded their death.",
    rule="death_record_accurate", kind="check", after=FoundAlive, until=ApologyMade, owner=BEREAVEMENT, within="restore_due_wd",
    by_doing=(Apologise,), harm=2, source=SOURCE, learned_from=("X-27.6",),
)  # fmt: skip

STATUSES = {
    "reported": Words("A death was reported on {day:date} and is not verified. Send nothing. Take only steps that can be undone.",
                      "Adroddwyd am farwolaeth ar {day:date} ac nid yw wedi'i chadarnhau. Peidiwch ag anfon dim."),
    "doubtful": Words("It is in doubt whether or when this person died. Send nothing. Nothing that cannot be undone.",
                      "Mae amheuaeth a fu farw'r person hwn, neu pryd. Peidiwch ag anfon dim."),
    "verified": Words("This person died on {died:date}. Speak to the next of kin or representative.",
                      "Bu farw'r person hwn ar {died:date}. Siaradwch â'r perthynas agosaf neu'r cynrychiolydd."),
}  # fmt: skip


@view("contact", "booking", "adverse", rule="death_record_accurate", source=SOURCE, learned_from=("X-15.3",))
def death_is_shown_first(record, asked):
    """A reported, doubtful or verified death stands above everything else on the screen."""
    death = record.death
    if not death.reported:
        return []
    said = STATUSES[death.status]
    filled = Words(*(said.say(lang, day=death.reported_on, died=death.died) for lang in ("en", "cy")))
    return [Shown(heading="death", words=filled, of=(death.verified or death.report,))]
