"""What everything done about one promised call has in common: that it was promised and not yet made."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Action, Asked, Problem, Record, Words, field

NOT_OPEN = Words("This call was made already.", "Gwnaed yr alwad hon eisoes.")


class OnCallBack(Action, frozen=True, kw_only=True):
    """Base of what is done about one promised call."""

    callback: Annotated[int, field("Which call?", kind="number", hidden=True, ge=1)]

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        return [] if self.callback in record.callbacks.open else [Problem("callback", NOT_OPEN)]
