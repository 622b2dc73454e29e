"""For whom a route is. Every view says so; the middleware refuses one that does not, and lets nobody else in."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

AUDIENCES = {
    "public": "anybody, signed in or not",
    "customer": "customers, in their own record",
    "representative": "people who act for one customer at a time",
    "organisation": "the staff of an organisation, signed in with a second proof, for that organisation only",
    "colleague": "those who work here, signed in with a second proof",
    "client": "other systems, which prove themselves with each request",
}
View = TypeVar("View", bound=Callable[..., Any])


def audience(*kinds: str) -> Callable[[View], View]:
    """Mark a view: `@audience("customer", "representative")`. Raises ValueError for an audience that does not exist."""
    if not kinds or set(kinds) - AUDIENCES.keys():
        raise ValueError(f"A route is for one or more of {', '.join(AUDIENCES)}, not {', '.join(kinds) or 'nobody'}.")

    def mark(view: View) -> View:
        view.audience = kinds  # type: ignore[attr-defined]
        return view

    return mark


def audience_of(view: Callable[..., Any]) -> tuple[str, ...]:
    """For whom a view is; empty when it does not say, and then it is for nobody."""
    said = getattr(view, "audience", ()) or getattr(getattr(view, "view_class", None), "audience", ())
    return (said,) if isinstance(said, str) else tuple(said)
