"""The real state of everything, in words that can be read out: awards, decisions, what is owed and by when, what is waited for."""

from __future__ import annotations

from customerview.kernel import Asked, Record, Shown, Words, in_words, pounds

from ..awards_and_payments.facts import FREQUENCIES
from ..directory import BENEFITS, team_name


def true_state(record: Record, asked: Asked) -> list[Shown]:
    """One line for each award, stopped payment, open referral and thing owed, soonest first."""
    return [*_awards(record, asked), *_suspended(record), *_referrals(record), *_owed(record, asked)]


def _awards(record: Record, asked: Asked) -> list[Shown]:
    said = []
    for award in record.awards.held.values():
        name, now = BENEFITS.get(award.benefit, Words(award.benefit, award.benefit)), award.at(asked.today)
        if not award.in_payment(asked.today):
            en, cy = f"{name.en} has ended.", f"Mae {name.cy} wedi dod i ben."
        else:
            often = FREQUENCIES.get(now.frequency, Words(now.frequency, now.frequency))
            en, cy = f"{name.en}: {pounds(now.amount)} {often.en}", f"{name.cy}: {pounds(now.amount)} {often.cy}"
            if award.next_payment:
                en, cy = f"{en}, next on {in_words(award.next_payment)}", f"{cy}, nesaf ar {in_words(award.next_payment, 'cy')}"
            en, cy = f"{en}.", f"{cy}."
        said.append(Shown(heading="state", words=Words(en, cy)))
    return said


def _suspended(record: Record) -> list[Shown]:
    return [
        Shown(heading="state", of=(s.number,),
              words=Words(f"{BENEFITS[s.benefit].en} is stopped since {in_words(s.since)}.",
                          f"Mae {BENEFITS[s.benefit].cy} wedi'i atal ers {in_words(s.since, 'cy')}."))
        for s in record.suspensions.open.values() if s.stage in ("suspended", "lifting") and s.benefit in BENEFITS
    ]  # fmt: skip


def _referrals(record: Record) -> list[Shown]:
    return [
        Shown(heading="state", words=Words("A referral for an assessment is open.", "Mae atgyfeiriad am asesiad ar agor."))
        for _ in record.referrals.open
    ]


def _owed(record: Record, asked: Asked) -> list[Shown]:
    said = []
    for owed in sorted(record.duties.begun(asked.today), key=lambda o: o.due):
        late = owed.is_late(asked.at)
        who = team_name(owed.owner)
        en = f"{who.en} owes: {owed.duty.replace('_', ' ')}, {'was due' if late else 'due'} {in_words(owed.due)}."
        cy = f"{who.cy}: {owed.duty.replace('_', ' ')}, {in_words(owed.due, 'cy')}."
        said.append(Shown(heading="due", words=Words(en, cy), of=(owed.opened_by,)))
    return said
