"""What everything done about one suspension has in common: that there is one."""

from __future__ import annotations

from customerview.kernel import Asked, Problem, Record, Words

from ..on_award import OnAward

NOT_SUSPENDED = Words("Payments of this award are not suspended.", "Nid yw taliadau'r dyfarniad hwn wedi'u hatal.")


class OnSuspension(OnAward, frozen=True, kw_only=True):
    """Base of what is done about the suspension of one award."""

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        return [] if self.award in record.suspensions.open else [Problem("award", NOT_SUSPENDED)]
