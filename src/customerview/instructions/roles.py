"""Roles that can be read aloud. Codes are stable; a role nobody holds stays here, so that old facts can be read."""

from __future__ import annotations

from customerview.kernel import Role, speak_as

ROLES = (
    Role(code="customer", title="Customer", description="Sees and changes their own record, and nobody else's."),
    Role(code="representative", title="Person acting for a customer",
         description="An appointee, attorney or deputy, for one person at a time, within what they were given."),
    Role(code="agent", title="Contact agent", description="Answers calls and messages; records what customers say; promises calls."),
    Role(code="case_manager", title="Case manager", description="Looks after awards of one line: messages, changes, payments."),
    Role(code="decision_maker", title="Decision maker", description="Decides on awards of one line, and may ask for adverse steps."),
    Role(code="compliance_officer", title="Compliance officer", description="Looks into doubts about entitlement, under the same guards.",
         tiers=frozenset({"counter_fraud"})),
    Role(code="bereavement_officer", title="Bereavement officer", description="Looks after what follows a death."),
    Role(code="visiting_officer", title="Visiting officer", description="Meets customers at home; needs to know what to take care of."),
    Role(code="complaint_handler", title="Complaint handler", description="Answers complaints about the service."),
    Role(code="team_leader", title="Team leader", description="Shares out work, agrees to adverse steps as the second person."),
    Role(code="operations_manager", title="Operations manager", description="Answers for late work; may override a guard, with a reason."),
    Role(code="support_lead", title="Advanced customer support lead",
         description="Coaches colleagues and leads difficult cases.", tiers=frozenset({"safeguarding"})),
    Role(code="reviewer", title="Reviewer", description="Reviews overrides, samples and serious cases.",
         tiers=frozenset({"safeguarding", "review"})),
    Role(code="line_system", title="A service line's own system", description="Reports what a line did, and receives what is shared."),
    Role(code="organisation", title="Organisation", description="Signs up to check proofs by its own system; sees itself and nobody else."),
    Role(code="organisation_invited", title="Invited to an organisation", description="May join the staff of the organisation that invited them; nothing else."),
    Role(code="organisation_admin", title="Organisation's administrator", description="Looks after their organisation's staff and keys."),
    Role(code="organisation_checker", title="Organisation's checker", description="Checks proofs for their organisation, under its verified name."),
    Role(code="organisation_reader", title="Reader of an organisation's inbox", description="Opens proofs that people sent to their organisation."),
    Role(code="organisation_acts", title="Acts for people, for an organisation", description="May act for the people for whom their organisation acts."),
    Role(code="checker", title="An organisation's own system", description="Checks proofs by share codes, and reaches no record."),
    Role(code="job", title="Named job", description="What the platform does itself, from the feed or the clock."),
)  # fmt: skip

STAFF = tuple(
    r.code
    for r in ROLES
    if r.code not in ("customer", "representative", "line_system", "checker", "job") and not r.code.startswith("organisation")
)
"""Everybody who works here: whoever may pick up a phone may record what is said."""

TITLES = {r.code: r.title for r in ROLES}
speak_as("role", lambda code, lang: TITLES.get(str(code), str(code).replace("_", " ")).lower())
