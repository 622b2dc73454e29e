"""Who appears in stories: one person for each role, and service lines' systems."""

from __future__ import annotations

from uuid import UUID

from customerview.instructions import ROLES, team
from customerview.kernel import Actor, job

RHIAN = UUID("00000000-0000-4000-8000-000000000001")
"""Whom a story is about, unless it says otherwise."""

_TIERS = {role.code: role.tiers for role in ROLES}


def staff(*roles: str, id: str = "", line: str = "PIP", team_code: str = "") -> Actor:
    """A colleague with these roles, in the case team of a line unless a team is named."""
    tiers = frozenset[str]().union(*(_TIERS[r] for r in roles))
    return Actor(
        kind="colleague", id=id or "-".join(roles), roles=frozenset(roles), teams=(team_code or team(line),), line=line, tiers=tiers
    )


def system(line: str) -> Actor:
    """The software of a service line."""
    return Actor(kind="client", id=f"{line.lower()}-system", roles=frozenset({"line_system"}), line=line)


def customer(stream: UUID = RHIAN) -> Actor:
    return Actor(kind="customer", id=str(stream), roles=frozenset({"customer"}), acting_for=stream)


def representative(holder: str, stream: UUID = RHIAN) -> Actor:
    """Somebody signed in to act for the customer; `holder` is the id in the authority."""
    return Actor(kind="representative", id=holder, roles=frozenset({"representative"}), acting_for=stream)


CUSTOMER = customer()
AGENT = staff("agent", line="UC")
CASE_MANAGER = staff("case_manager")
DECISION_MAKER = staff("decision_maker")
TEAM_LEADER = staff("team_leader")
OPERATIONS_MANAGER = staff("operations_manager", line="OPERATIONS", team_code="operations")
SUPPORT_LEAD = staff("support_lead", line="SUPPORT", team_code="support")
COMPLIANCE_OFFICER = staff("compliance_officer", line="COMPLIANCE")
BEREAVEMENT_OFFICER = staff("bereavement_officer", line="BEREAVEMENT", team_code="bereavement")
VISITING_OFFICER = staff("visiting_officer", line="VISITING", team_code="visiting")
COMPLAINT_HANDLER = staff("complaint_handler", line="COMPLAINTS", team_code="complaints")
REVIEWER = staff("reviewer", line="OPERATIONS", team_code="operations")
HISTORY = job("history")
"""Who did what a story is given."""

BY_NAME = {
    "customer": CUSTOMER, "history": HISTORY,
    **{a.id: a for a in (AGENT, CASE_MANAGER, DECISION_MAKER, TEAM_LEADER, OPERATIONS_MANAGER, SUPPORT_LEAD, COMPLIANCE_OFFICER,
                         BEREAVEMENT_OFFICER, VISITING_OFFICER, COMPLAINT_HANDLER, REVIEWER)},
}  # fmt: skip


def called(name: str) -> Actor:
    """The person a written case names: "agent", "case_manager of ESA", "system of PIP", "job closing", "representative gwen"."""
    if name in BY_NAME:
        return BY_NAME[name]
    role, _, line = name.partition(" of ")
    if role == "system" and line:
        return system(line)
    if line:
        return staff(role, line=line)
    kind, _, what = name.partition(" ")
    if kind == "job" and what:
        return job(what)
    if kind == "representative" and what:
        return representative(what)
    raise ValueError(f"Nobody in stories is called {name!r}.")
