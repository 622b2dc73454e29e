"""What has to be known of whoever acts, and what is missing: one question for the form, the check and the duty."""

from __future__ import annotations

from typing import Any

from .facts import AUTHORITY_TYPES


def missing(said: Any) -> tuple[str, ...]:
    """What is not said of an authority (an action, a fact or what the record holds), each with who can supply it."""
    kind = AUTHORITY_TYPES.get(said.type)
    if kind is None or not kind.acts:
        return ()
    return tuple(
        what for what, there in (
            ("the document that was seen: whoever acts", said.document),
            ("the benefits it covers, or that it covers all: the document", said.lines or said.all_lines),
            ("its last day, or that it has none: the document", said.ends or said.no_end),
            ("the address of whoever acts: they", said.address or said.reach_by),
            ("how the customer's money is paid: whoever acts", said.paid_to or not kind.paid),
        ) if not there
    )  # fmt: skip
