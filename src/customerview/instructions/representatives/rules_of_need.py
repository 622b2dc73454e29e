"""Signs that somebody cannot manage lead to a decision; a body is asked; strangers are heard and told nothing."""

from __future__ import annotations

from customerview.kernel import Asked, Owed, Record, Recorded, Shown, Words, duty, team_of, view

from ..contacts.facts import RecognitionAnswered
from ..directory import team
from .ask_body import AskBodyToAct, RecordBodysAnswer
from .complete_authority import CompleteAuthority
from .doubt_facts import AppointeeReviewed
from .facts import AuthorityDisputed, AuthorityRecorded
from .need_facts import AppointeeNeedDecided, AppointeeSignSeen, CorporateBodyAnswered
from .notice_need import DecideNeedOfAppointee
from .receive_power import DeclinePowerToAct
from .record_authority import RecordAuthority
from .record_consent import RecordConsent
from .rules import SOURCE, appointee_team, somebody_acts, somebody_new_acts
from .settle_third_party import SettleThirdPartyStanding
from .standing_facts import (
    AssessmentAttended,
    PowerToActNotRegistered,
    PowerToActReceived,
    ThirdPartySpoke,
    ThirdPartyStandingSettled,
)

# Is somebody needed? --------------------------------------------------------------------------------------------------


def _is_a_sign(happened: Recorded, record: Record) -> bool:
    """A sign seen, a power or a dispute; a yes to the recognition question where nobody acts yet."""
    if isinstance(happened.fact, RecognitionAnswered):
        return happened.fact.question == "somebody_else" and happened.fact.answer and not somebody_acts(record)
    return True


consider_appointee = duty(
    "Decide whether somebody needs to act for the customer: needed, not needed, or visit first.",
    after=(AppointeeSignSeen, RecognitionAnswered, PowerToActReceived, AuthorityDisputed), when=_is_a_sign, until=AppointeeNeedDecided,
    owner=appointee_team, within="due_wd", harm=2, by_doing=(DecideNeedOfAppointee,), source=SOURCE,
    learned_from=("ESA-1.2", "X-12.2", "X-18.1", "X-21.1", "X-21.5", "X-32.4", "X-38.5"),
)  # fmt: skip

decide_after_visit = duty(
    "The customer was to be visited first: decide now whether somebody needs to act for them.",
    rule="consider_appointee", after=AppointeeNeedDecided, when=lambda happened, record: happened.fact.outcome == "visit_first",
    until=AppointeeNeedDecided, counts=lambda owed, happened, record: happened.fact.outcome != "visit_first", owner=appointee_team,
    within="due_wd", harm=2, by_doing=(DecideNeedOfAppointee,), source=SOURCE, learned_from=("X-21.1",),
)  # fmt: skip


@view("contact", source=SOURCE, rule="consider_appointee", learned_from=("X-12.2", "X-38.5"))
def nobody_decided_yet(record: Record, asked: Asked) -> list[Shown]:
    """Until it is decided whether somebody needs to act, everybody who speaks to the customer knows that it is open."""
    if not (record.duties.of("consider_appointee")):
        return []
    said = Words(
        "Somebody may need to act for them: it is not decided yet.",
        "Efallai y bydd angen i rywun weithredu drostynt: nid yw wedi'i benderfynu eto.",
    )
    return [Shown(heading="take_care", words=said, of=tuple(s.number for s in record.appointee_need.signs))]


def _nobody_known(happened: Recorded, record: Record) -> bool:
    fact = happened.fact
    return fact.outcome in ("needed", "interim") and not fact.known  # type: ignore[attr-defined]


approach_corporate_appointee = duty(
    "No suitable person is known: ask the council or another body whether it will act for the customer, and record its answer.",
    after=(AppointeeNeedDecided, AppointeeReviewed), when=_nobody_known, until=CorporateBodyAnswered, met=somebody_new_acts,
    again_every="due_wd", still=lambda owed, record: not record.appointee_need.accepted and not somebody_acts(record, owed.opened_by),
    owner=appointee_team, within="due_wd", harm=2, by_doing=(AskBodyToAct, RecordBodysAnswer), source=SOURCE, learned_from=("ESA-2.1", "X-21.5"),
)  # fmt: skip


def _accepted(happened: Recorded, record: Record) -> bool:
    return happened.fact.answer == "accepts"  # type: ignore[attr-defined]


body_set_up = duty(
    "A body will act for the customer: record it, with all that has to be known, so that every line has it.",
    rule="approach_corporate_appointee", after=CorporateBodyAnswered, when=_accepted, met=somebody_new_acts, until=AuthorityRecorded,
    counts=lambda owed, happened, record: happened.fact.type != "consent", owner=appointee_team, within="due_wd", harm=2,
    by_doing=(RecordAuthority,), source=SOURCE, learned_from=("ESA-2.1",),
)  # fmt: skip

# A power of attorney --------------------------------------------------------------------------------------------------


def _receiving(happened: Recorded, record: Record) -> str:
    """Whoever received it: their team, else the team of their line."""
    return team_of(happened.by) or team(getattr(happened.fact, "line", "") or "OPERATIONS")


def _power(happened: Recorded) -> str | None:
    """The number of what was received, which the receipt itself is; whoever's authority is recorded settles all of that kind."""
    fact = happened.fact
    return None if isinstance(fact, AuthorityRecorded) else str(getattr(fact, "received", happened.number))


def _registered(owed: Owed, happened: Recorded, record: Record) -> bool:
    fact = happened.fact
    return not isinstance(fact, AuthorityRecorded) or fact.type == owed.values.get("type")


register_power_of_attorney = duty(
    "The {type:authority}'s papers came or were mentioned: verify them, register them with scope and dates, or say why they do not stand.",
    after=PowerToActReceived, until=(AuthorityRecorded, PowerToActNotRegistered), counts=_registered, per=_power, owner=_receiving,
    within="due_wd", harm=2, by_doing=(RecordAuthority, CompleteAuthority, DeclinePowerToAct), source=SOURCE, learned_from=("X-38.2",),
)  # fmt: skip

# Strangers ------------------------------------------------------------------------------------------------------------


def _is_a_stranger(happened: Recorded, record: Record) -> bool:
    return not isinstance(happened.fact, AssessmentAttended) or happened.fact.role == "speaks"


settle_third_party = duty(
    "Somebody without recorded authority spoke for the customer: tell them nothing, ask the customer, and record consent or refusal.",
    rule="third_party_standing_settled", after=(ThirdPartySpoke, AssessmentAttended), when=_is_a_stranger, until=ThirdPartyStandingSettled,
    owner=_receiving, within="due_wd", by_doing=(RecordConsent, SettleThirdPartyStanding), source=SOURCE,
    learned_from=("X-13.11", "X-18.1", "X-21.10", "X-38.7"),
)  # fmt: skip


@view("contact", source=SOURCE, rule="third_party_standing_settled", learned_from=("X-18.1",))
def standing_is_open(record: Record, asked: Asked) -> list[Shown]:
    """While it is open whether we may talk to somebody who spoke for the customer, they are told nothing."""
    if not record.duties.of("settle_third_party"):
        return []
    said = Words("Somebody spoke for them without recorded authority: tell that person nothing until the customer was asked.",
                 "Siaradodd rhywun drostynt heb awdurdod wedi'i gofnodi: peidiwch â dweud dim wrth y person hwnnw nes bod y cwsmer wedi'i holi.")  # fmt: skip
    return [Shown(heading="take_care", words=said, of=tuple(record.third_parties.spoke))]
