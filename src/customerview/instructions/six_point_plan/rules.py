"""What a plan owes: that every step is recorded before it ends, that it ends the same day, and that somebody follows up."""

from __future__ import annotations

from customerview.kernel import Record, Recorded, duty, guard, needs

from ..contacts.end_contact import EndContact
from ..directory import team
from .end_plan import EndPlan
from .facts import ASK_BEFORE_YOU_ACT, PlanEnded, PlanFollowedUp, PlanStarted
from .record_plan_follow_up import RecordPlanFollowUp
from .record_plan_step import RecordPlanStep
from .steps import STEPS

SOURCE = "suicide and safeguarding theme"


@guard(EndPlan, source=SOURCE, learned_from=("CMS-1.2",))
def six_point_plan_fully_recorded(action, record, asked):
    """A six point plan does not end before it is recorded how each step went."""
    plan = record.plans.open.get(action.plan)
    left = [STEPS[step].title.en for step in plan.left()] if plan else []
    return needs(RecordPlanStep, "Say how each step went: done, not possible, or not needed.", missing=tuple(left)) if left else None


@guard(EndContact, source=SOURCE, learned_from=("CMS-1.2",))
def six_point_plan_ends_before_its_contact(action, record, asked):
    """A contact does not end while the six point plan that began in it is open."""
    if any(plan.contact == action.contact for plan in record.plans.open.values()):
        return needs(EndPlan, "The six point plan is open. Finish it first, or hand it on.")
    return None


def _without_contact(happened: Recorded, record: Record) -> bool:
    return not happened.fact.contact  # type: ignore[attr-defined]


def _plan(happened: Recorded) -> str:
    return str(getattr(happened.fact, "plan", happened.number))


def _team(happened: Recorded, record: Record) -> str:
    """Whoever has it: their team, else the team of their line."""
    _, _, at = happened.by.partition("@")
    return at or team(happened.fact.line or "OPERATIONS")  # type: ignore[attr-defined]


finish_six_point_plan = duty(
    "Somebody may take their life: go on with the six point plan.", after=PlanStarted, when=_without_contact, until=PlanEnded,
    per=_plan, owner=_team, within="due_wd", harm=1, by_doing=(EndPlan,), source=SOURCE, learned_from=("CMS-1.2", "X-8.2"),
    restricted="safeguarding", others=ASK_BEFORE_YOU_ACT,
)  # fmt: skip
"""Where the plan began in a contact, the yes to its question is owed already."""

follow_up_six_point_plan = duty(
    "Follow up the six point plan: speak to the customer again, and ask the colleagues how they are.", after=PlanEnded,
    until=PlanFollowedUp, per="plan", owner=_team, within=lambda happened, record: happened.fact.follow_up_by, harm=1,
    by_doing=(RecordPlanFollowUp,), source=SOURCE, learned_from=("ESA-3.1", "CMS-1.2"), restricted="safeguarding", others=ASK_BEFORE_YOU_ACT,
)  # fmt: skip
