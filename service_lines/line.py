"""One service line: it does its part of what is shared with it once, answers what it is asked, and tells the platform."""

from __future__ import annotations

import json
import threading
from datetime import UTC, date, datetime, timedelta
from typing import Any

from .memory import Memory
from .platform import Platform, Unavailable

SAID: dict[str, dict[str, str]] = {
    "done": {"why": "We did what was asked."}, "refused": {"why": "We hold that the decision was right."},
    "needs_more": {"more": "A letter or statement that shows it, from the customer."}, "not_ours": {"whose": "OPERATIONS"},
}  # fmt: skip
"""The words that go with each answer. Made up, as everything here."""

Report = tuple[str, str, str, dict[str, Any]]
"""What is to be told: under which key, of whom, which action, with which fields."""


class Line:
    """A line's system, by its settings: line, state (its file), client_id, client_secret, webhook_secrets; `acts`: whether it does its
    part after a death by itself, or only confirms that it knows, so that people have it to do."""

    def __init__(self, settings: dict[str, Any], memory: Memory, platform: Platform) -> None:
        self.code, self.secrets, self.acts = settings["line"], settings["webhook_secrets"], settings.get("acts", True)
        self.memory, self.platform = memory, platform
        self.wake, self.stop = threading.Event(), threading.Event()

    def work(self, rest: float) -> None:
        """Until told to stop: act on what came, then tell what is to be told. When there is nothing, rest so long."""
        pause = rest
        while not self.stop.is_set():
            self.wake.wait(pause)
            self.wake.clear()
            behaviour = self.memory.behaviour()
            if behaviour["down"]:
                continue
            try:
                while self.once(behaviour):
                    pass
                pause = rest
            except Unavailable:
                pause = min(pause * 2, 5.0)

    def once(self, behaviour: dict[str, Any]) -> int:
        """One round. Returns how much was done."""
        came = self.memory.to_do(backwards=behaviour["reorder"])
        for id, shared in came:
            what, reports = self.response_to(id, shared, contradict=behaviour["contradict"], answer=behaviour["answer"])
            self.memory.act(id, what, reports)
        reports = self.memory.to_tell(backwards=behaviour["reorder"])
        for number, key, customer, action, fields in reports:
            for _ in range(max(1, behaviour["repeat"])):
                status, said = self.platform.act(customer, action, fields, key=key)
            self.memory.told(number, status, json.dumps(said) if status >= 400 else "")
        return len(came) + len(reports) + self.hand_in(behaviour)

    def hand_in(self, behaviour: dict[str, Any]) -> int:
        """The batches of payments that wait. To contradict is to hand in the first payment again, with a penny less."""
        batches = self.memory.to_hand_in(backwards=behaviour["reorder"])
        for reference, payments in batches:
            for _ in range(max(1, behaviour["repeat"])):
                status, said = self.platform.pay(reference, payments)
            if behaviour["contradict"] and not reference.endswith("-again"):
                self.memory.pay(f"{reference}-again", [payments[0] | {"amount": max(0, payments[0]["amount"] - 1)}])
            self.memory.handed_in(reference, status, json.dumps(said) if status >= 400 else "")
        return len(batches)

    def response_to(self, id: str, shared: dict[str, Any], *, contradict: bool, answer: str) -> tuple[str, list[Report]]:
        """What the line does about something shared with it, and what it then tells: the receipt first."""
        customer, kind = shared["customer"], shared["fact"]["kind"]
        receipt = {"share": shared["share"], "of": shared["of"], "reference": f"{self.code}-{customer[:8]}-{shared['of']}"}
        tells = [(f"receipt:{id}", customer, "record_receipt", receipt)]
        died = shared["fact"].get("data", {}).get("died")
        if kind == "LineAsked":
            tells += self.answer(shared, answer, contradict=contradict)
        if not self.acts:
            return f"{kind} of {customer}", tells
        if kind in ("DeathReported", "DeathVerified"):
            tells.append((f"stopped:{customer}", customer, "report_act_on_death", {"item": "payments_stopped"}))
        if kind == "DeathVerified" and died:
            tells.append((f"ended:{customer}", customer, "report_act_on_death", {"item": "award_ended", "day": died}))
        if kind == "DeathReported" and contradict:
            other = (date.fromisoformat(died) if died else datetime.now(UTC).date()) - timedelta(days=1)
            fields = {"date_known": True, "died": other.isoformat(), "source": "line", "reference": f"{self.code} holds another date"}
            tells.append((f"other:{id}", customer, "report_death", fields))
        return f"{kind} of {customer}", tells

    def answer(self, shared: dict[str, Any], outcome: str, *, contradict: bool) -> list[Report]:
        """What the line answers to what it is asked, once; whoever is to be silent says nothing. To contradict is to say then that it will not be done."""
        if outcome == "silence":
            return []
        customer, number = shared["customer"], shared["of"]
        tells = [(f"answer:{customer}:{number}", customer, "answer_line_request", _said(shared, outcome))]
        if contradict:
            other = _said(shared, "done" if outcome == "refused" else "refused")
            tells.append((f"answer-again:{customer}:{number}", customer, "answer_line_request", other))
        return tells


def _said(shared: dict[str, Any], outcome: str) -> dict[str, Any]:
    """An answer in full: of what was to be paid, how much was paid and when."""
    asked = shared["fact"]["data"]
    paying = outcome == "done" and asked["what"] in ("pay_arrears", "pay_again")
    paid = {"paid": asked.get("amount") or 10_000, "day": datetime.now(UTC).date().isoformat()} if paying else {}
    return {"line_request": shared["of"], "outcome": outcome, **SAID[outcome], **paid}
