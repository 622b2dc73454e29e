"""Who does something: always a person or a named job."""

from __future__ import annotations

from uuid import UUID

import msgspec

ACTORS = ("customer", "representative", "organisation", "colleague", "client", "job")


class Actor(msgspec.Struct, frozen=True, kw_only=True):
    """A person or a named job. Roles and teams are stable codes.

    `line` is the service line a colleague or a line's software works for; `acting_for` is the one person a customer or
    representative is signed in for. `tiers` are the restricted tiers the actor's roles open.
    """

    kind: str
    id: str
    roles: frozenset[str] = frozenset()
    teams: tuple[str, ...] = ()
    line: str = ""
    acting_for: UUID | None = None
    body: str = ""
    """The organisation somebody belongs to, by the id of its stream: what it was given is its own, and theirs while they work there."""
    tiers: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        if self.kind not in ACTORS:
            raise ValueError(f"An actor is one of {', '.join(ACTORS)}, not {self.kind!r}.")
        if not self.id:
            raise ValueError("An actor has an id: nothing is done by nobody.")

    @property
    def code(self) -> str:
        """How the ledger names the actor: "colleague:4711@pip.leeds". No names of people in it."""
        at = self.body or (self.teams[0] if self.teams else "")
        return f"{self.kind}:{self.id}" + (f"@{at}" if at else "")

    @property
    def holder(self) -> str:
        """Who holds the authority they act by: the body they work for, or they themselves."""
        return self.body or self.id

    @property
    def is_staff(self) -> bool:
        return self.kind in ("colleague", "client", "job")


def team_of(code: str) -> str:
    """The team, or the organisation, in an actor's code; "" when it has none."""
    return code.partition("@")[2]


def job(name: str) -> Actor:
    """A named job: what the platform itself does, from the feed or the clock."""
    return Actor(kind="job", id=name, roles=frozenset({"job"}))
