"""What has to follow when a customer tells us in private that they are worried about somebody who acts for them."""

from __future__ import annotations

from customerview.kernel import duty

from .facts import PrivateWorryAnswered, ToldInPrivate

speak_to_customer_alone = duty(
    "Speak to the customer alone, by the way they said is safe, about what they told us in private.",
    after=ToldInPrivate, until=PrivateWorryAnswered, per="told", owner="support", within="due_wd", harm=1,
    source="conventions of the learning themes: safety from those close by",
)
"""No promise is shown: whoever looks over the customer's shoulder would read it."""
