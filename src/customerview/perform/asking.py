"""The two questions before anything is done: may this person, and may it happen now? Nothing here writes."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from uuid import UUID

import msgspec

from customerview.kernel import LONDON, Action, Actor, Asked, Catalogue, Guard, Outcome, Record, Words


def foresee(action: Action, record: Record, asked: Asked, catalogue: Catalogue) -> list[Outcome]:
    """What the guards would say now: the sentences beside the buttons. Writes nothing and logs nothing."""
    return [o for guard in catalogue.guards_before(type(action)) for o in answers(guard, action, record, asked)]


def may_do(action: type[Action] | Action, by: Actor, record: Record, catalogue: Catalogue, *, on: UUID | None = None) -> Words | None:
    """May this person do this (kind of) thing here at all? None, or the sentence saying why not. Roles deny by default."""
    stream = on or record.stream
    if not by.roles & set(action.about.may):
        return NOT_YOUR_ROLE
    if by.kind in ("customer", "representative", "organisation") and by.acting_for != stream:
        return NOT_YOUR_RECORD
    return catalogue.standing(by, action, record)


NOT_YOUR_ROLE = Words("Your role cannot do this.", "Ni all eich rôl wneud hyn.")
NOT_YOUR_RECORD = Words("You can only do this in your own record.", "Dim ond yn eich cofnod eich hun y gallwch wneud hyn.")
NOT_YOUR_LINE = Words("Only the service that owns this can do it. Ask them to.",
                      "Dim ond y gwasanaeth sy'n berchen ar hyn all ei wneud. Gofynnwch iddyn nhw.")  # fmt: skip


def circumstances(
    by: Actor,
    at: datetime,
    record: Record,
    catalogue: Catalogue,
    *,
    ages: Mapping[str, timedelta | None] | None = None,
    reason: str = "",
    run: str = "",
) -> Asked:
    """With what the rules are asked: the person, the moment, the customer's nation's calendar, figures, ages of sources."""
    calendar = catalogue.calendars.of(catalogue.nation(record), at.astimezone(LONDON).date())
    return Asked(by=by, at=at, calendar=calendar, figures=catalogue.figures, ages=ages or {}, reason=reason, run=run)


def answers(guard: Guard, action: Action, record: Record, asked: Asked) -> list[Outcome]:
    if not guard.in_force(asked.today):
        return []
    answer = guard.answer(action, record, asked.of(guard.name if asked.figures.has_owner(guard.name) else guard.rule))
    answers = [answer] if isinstance(answer, Outcome) else answer or []
    return [msgspec.structs.replace(o, rule=guard.rule) for o in answers]
