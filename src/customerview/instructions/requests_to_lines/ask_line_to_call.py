"""Ask a line to call the customer with an answer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, ClassVar

from customerview.kernel import Choice, Record, Words, asks, field

from ..personal_details.facts import ROUTES
from ..roles import STAFF
from ..support_needs.slices import why_not_usable
from .asking import AskLine

BY_PHONE = ("mobile", "phone", "text_relay", "video_relay")


def phones(record: Record) -> Sequence[Choice]:
    """The ways of calling this customer that work, are safe and suit them; where there are none, all, so that it is said why not."""
    fit = [route for route in BY_PHONE if why_not_usable(route, record) is None]
    return [Choice(route, ROUTES[route]) for route in fit or BY_PHONE]


class AskLineToCall(AskLine, frozen=True, kw_only=True):
    """The service that pays a benefit is asked to call the customer itself, with an answer."""

    what: ClassVar[str] = "call_customer"
    about = asks(
        Words("Ask the line to call the customer with an answer", "Gofyn i'r llinell ffonio'r cwsmer gydag ateb"), may=STAFF, outgoing=True
    )

    route: Annotated[
        str, field("How should they be called?", kind="choice", choices=phones, max_length=20, missing="Choose how they should be called.")
    ]
    why: Annotated[str, field("What do they need to be told?", kind="long_text", min_length=3, max_length=1000,
                              missing="Say what they need to be told.")]  # fmt: skip
