"""What is done again and again to measure doing: by one colleague, to customers in turn."""

from __future__ import annotations

from customerview.instructions import catalogue
from customerview.kernel import Action, Actor

AGENT = Actor(
    kind="colleague", id="19999999", roles=frozenset({"agent", "case_manager"}), teams=("pip.case",), line="PIP",
)  # fmt: skip


def things() -> dict[str, Action]:
    """One that only records; one that opens and moves duties; one before which guards are asked."""
    actions = catalogue().actions
    return {
        "what suits somebody (records)": actions["say_what_suits"](route="text", suits=True),
        "a need (records, bears on duties)": actions["record_need"](need="memory", tier="support", source="told"),
        "a call back promised (records, opens a duty)": actions["promise_call_back"](reason="A question about the last payment"),
        "a message to a customer (guards are asked)": actions["send_message"](subject="Your award letter", text="We have sent a copy."),
    }
