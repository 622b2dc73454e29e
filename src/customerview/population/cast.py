"""Who acts in made-up lives: lines' own systems, and colleagues of each team by number, never by name."""

from __future__ import annotations

from functools import cache
from random import Random
from uuid import UUID

from customerview.instructions.directory import team
from customerview.kernel import Actor

OFFICE = 40
"""How many colleagues a team of made-up lives has."""


@cache
def line_system(line: str) -> Actor:
    """The software of a service line, reporting."""
    return Actor(kind="client", id=f"{line.lower()}.system", roles=frozenset({"line_system"}), line=line)


@cache
def colleague(line: str, role: str, number: int, function: str = "case") -> Actor:
    """A colleague of a line's team, by staff number."""
    return Actor(
        kind="colleague", id=f"{1_000_000 + hash_of(line, role) * 1_000 + number}", roles=frozenset({role, "agent"}),
        teams=(team(line, function),), line=line,
    )  # fmt: skip


def hash_of(line: str, role: str) -> int:
    """A small number that is the same in every process."""
    return sum(ord(c) * (i + 1) for i, c in enumerate(line + role)) % 8_000


def somebody(chance: Random, line: str, role: str = "case_manager", function: str = "case") -> Actor:
    return colleague(line, role, chance.randrange(OFFICE), function)


def customer(stream: UUID) -> Actor:
    """The customer, in their own record."""
    return Actor(kind="customer", id=str(stream), roles=frozenset({"customer"}), acting_for=stream)
