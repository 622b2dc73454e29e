"""Somebody who acts for others was reported to have died, or was found alive: the others' records have to know."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Action, Asked, Fact, Problem, Record, Words, field, records

from .doubt_facts import ActingInDoubt


class TellThoseActedFor(Action, frozen=True, kw_only=True):
    """Say, for everybody this person acts for, that they may not be able to act any more, or can after all."""

    about = records(Words("Tell the records of those acted for", "Rhoi gwybod i gofnodion y rhai y gweithredir drostynt"), may=("job",))

    alive: Annotated[bool, field("Were they found alive?", kind="yes_no", hidden=True)] = False

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        if record.authority.acts_for:
            return []
        return [Problem("alive", Words("This person acts for nobody.", "Nid yw'r person hwn yn gweithredu dros neb."))]

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        held = record.authority.acts_for.values()
        return [ActingInDoubt(authority=a.authority, type=a.type, person=a.person, alive=self.alive) for a in held]
