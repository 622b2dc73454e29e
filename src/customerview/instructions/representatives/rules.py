"""Who acts for a customer is reviewed in time and on every doubt; a worry told in private is answered."""

from __future__ import annotations

from customerview.kernel import Owed, Record, Recorded, duty

from ..directory import team
from .doubt_facts import AppointeeReviewed, RepresentativeFoundWell, RepresentativeInDoubt
from .facts import AUTHORITY_TYPES, AuthorityEnded, AuthorityRecorded, PrivateWorryAnswered, ToldInPrivate
from .need_facts import AppointeeNeedDecided
from .review_appointee import ReviewAppointee

SOURCE = "appointees instruction, from the published reviews of serious cases"
APPOINTED = ("appointee", "corporate_appointee")

speak_to_customer_alone = duty(
    "Speak to the customer alone, by the way they said is safe, about what they told us in private.",
    after=ToldInPrivate,
    until=PrivateWorryAnswered,
    per="told",
    owner="support",
    within="due_wd",
    harm=1,
    source="conventions of the learning themes: safety from those close by",
)
"""No promise is shown: whoever looks over the customer's shoulder would read it."""


def appointee_team(happened: Recorded, record: Record) -> str:
    """The appointee team of the line that pays the customer; of one with an award when several do."""
    paying = sorted(a.line for a in record.awards.in_payment(happened.day)) or sorted(record.awards.lines())
    return team(paying[0], "appointees") if paying else "support"


def somebody_acts(record: Record, after: int = 0) -> bool:
    """Somebody acts for the customer in whom nobody finds a doubt; recorded after this number."""
    return any(a.acts and a.number > after and a.authority not in record.acting_in_doubt.why for a in record.authority.held.values())


def somebody_new_acts(owed: Owed, record: Record, figure: object) -> bool:
    return somebody_acts(record, owed.opened_by)


review_appointee = duty(
    "Whoever acts for the customer may not be able to any more: protect the payments, and settle who acts now.",
    after=RepresentativeInDoubt, until=AppointeeReviewed, ends=(RepresentativeFoundWell, AuthorityEnded), per="authority", owner=appointee_team,
    within="trigger_due_wd", harm=2, by_doing=(ReviewAppointee,), source=SOURCE, learned_from=("X-5.1",),
)  # fmt: skip

review_appointee_in_time = duty(
    "It is time to review the {type:authority}: are the payments safe, are they suitable, is somebody still needed?",
    rule="review_appointee", after=AuthorityRecorded, when=lambda happened, record: happened.fact.type in APPOINTED, until=AppointeeReviewed,
    ends=AuthorityEnded, per="authority", owner=appointee_team, within="periodic_every_wd", begins_before="notice_wd",
    again_every="periodic_every_wd", still=lambda owed, record: owed.per in record.authority.held, by_doing=(ReviewAppointee,),
    source=SOURCE, learned_from=("X-22.4",),
)  # fmt: skip


def _leaves_nobody(happened: Recorded, record: Record) -> bool:
    """An arrangement is over, or has to be followed, and nobody else acts though somebody has to."""
    fact = happened.fact
    if isinstance(fact, AppointeeReviewed):
        return fact.outcome == "interim"
    return (
        AUTHORITY_TYPES[fact.type].alone
        and fact.why not in ("not_needed", "replaced")
        and not record.death.reported
        and not somebody_acts(record)  # type: ignore[attr-defined]
    )


find_successor = duty(
    "Nobody acts for the customer now: keep the payments safe, and find somebody who can.",
    rule="review_appointee", after=(AppointeeReviewed, AuthorityEnded), when=_leaves_nobody, until=AppointeeNeedDecided,
    counts=lambda owed, happened, record: happened.fact.outcome == "not_needed", met=somebody_new_acts, owner=appointee_team,
    within="trigger_due_wd", harm=2, source=SOURCE, learned_from=("X-5.1",),
)  # fmt: skip
