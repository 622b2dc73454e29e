"""Colleagues one can sign in as: one of each kind of work."""

from __future__ import annotations

from .telling import Role

COLLEAGUES = (
    Role(sub="colleague-10000001", kind="colleague", name="Sam Okafor", label="Contact agent, ESA", roles=("agent", "case_manager"), line="ESA",
         team="esa.case", look_at=(
             "My work: late first. Find Rhian Morgan (QQ 12 34 56 C), start a contact, understand her in twenty seconds, answer her message.",
             "Try to end the contact before the recognition questions are answered.")),
    Role(sub="colleague-10000002", kind="colleague", name="Dilys Pugh", label="Decision maker, ESA", roles=("decision_maker", "agent"), line="ESA",
         team="esa.decisions", look_at=(
             "Rhian Morgan's suspension: review it, or lift it. Lifting is never held.",
             "Try to suspend the payments of Femi Adeyemi (ESA): see what has to come first.")),
    Role(sub="colleague-10000003", kind="colleague", name="Priya Nair", label="Case manager, PIP", roles=("case_manager", "agent"), line="PIP",
         team="pip.case", look_at=("The call back promised to Rhian Morgan is late.", "You see ESA's suspension, and can ask ESA to lift it.")),
    Role(sub="colleague-10000004", kind="colleague", name="Owen Baker", label="Team leader, ESA", roles=("team_leader", "agent"), line="ESA",
         team="esa.decisions", look_at=("To agree: a suspension of Marek Nowak's payments waits for a second person.", "Team: what is late, and with whom.")),
    Role(sub="colleague-10000005", kind="colleague", name="Margaret Liu", label="Operations manager", roles=("operations_manager", "agent"),
         line="OPERATIONS", team="operations", look_at=(
             "You may override an instruction, with a reason; it opens a review.",
             "To agree: what Nadia Begum found out about Mill Town Council.")),
    Role(sub="colleague-10000006", kind="colleague", name="Tomos Rees", label="Bereavement officer", roles=("bereavement_officer", "agent"),
         line="BEREAVEMENT", team="bereavement", look_at=(
             "George Whitlock was reported dead and it is not verified: what may happen, and what may not.",
             "Irene Castle has died: find out who may be paid what was owed.")),
    Role(sub="colleague-10000007", kind="colleague", name="Aisha Rahman", label="Advanced customer support lead", roles=("support_lead", "agent"),
         line="SUPPORT", team="support", look_at=("Leanne Hart's restricted note: give a reason to read it.", "What was told in private about who acts.")),
    Role(sub="colleague-10000008", kind="colleague", name="Jo Fielding", label="Reviewer of quality", roles=("reviewer", "agent"),
         line="OPERATIONS", team="quality", look_at=("Overrides to review, and sampled notes.",)),
    Role(sub="colleague-10000009", kind="colleague", name="Nadia Begum", label="Team leader, operations desk", roles=("team_leader", "agent"),
         line="OPERATIONS", team="operations", look_at=(
             "Mill Town Council asks to check proofs by its own system: look into who it is, and verify or refuse it.",
             "Organisations: end all that one may do, at once.")),
    Role(sub="colleague-10000010", kind="colleague", name="Ravi Shah", label="Operations manager, the second", roles=("operations_manager", "agent"),
         line="OPERATIONS", team="operations", look_at=("What Margaret Liu asks for and two managers have to agree to: a reset of open work.",)),
    Role(sub="colleague-10000012", kind="colleague", name="Huw Bevan", label="Payments, State Pension", roles=("case_manager", "decision_maker", "agent"),
         line="SP", team="sp.payments", look_at=("Irene Castle: who may be paid what she was owed, once Tomos Rees has verified somebody's standing.",)),
)  # fmt: skip
