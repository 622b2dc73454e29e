"""From what the provider says of a colleague to who they are here: roles, team, line. What is not known means nothing."""

from __future__ import annotations

import os
import re
from datetime import timedelta
from functools import cache
from importlib import resources
from pathlib import Path

import yaml
from django.db import connection

from customerview.instructions import STAFF, catalogue
from customerview.instructions.directory import LINES
from customerview.kernel import Actor

from .provider import SECOND_PROOFS, Proved

LATELY = timedelta(days=90)
"""Whoever has not signed in for so long is not named by a command: they may have left."""


class NotAColleague(Exception):
    """Signed in, but not as somebody who may work here. The message is for the log and names no person."""


def colleague(proved: Proved) -> tuple[Actor, str]:
    """The colleague and what they are called. Raises NotAColleague."""
    claims = proved.claims
    if not SECOND_PROOFS & set(claims.get("amr") or ()):
        raise NotAColleague("signed in by one proof only")
    number = str(claims.get("employee_number", ""))
    if not re.fullmatch(r"[A-Za-z0-9_-]{1,40}", number):
        raise NotAColleague("has no staff number")
    groups = claims.get("roles")
    roles = frozenset(role for group in (groups if isinstance(groups, list) else []) if (role := groups_to_roles().get(str(group))))
    if not roles:
        raise NotAColleague("has none of the roles that may work here")
    line, team = str(claims.get("line", "")), str(claims.get("team", ""))
    known = catalogue().roles
    actor = Actor(
        kind="colleague", id=number, roles=roles, line=line if line in LINES else "",
        teams=(team,) if re.fullmatch(r"[a-z0-9_]{1,30}(\.[a-z0-9_]{1,30})?", team) else (),
        tiers=frozenset().union(*(known[role].tiers for role in roles)),
    )  # fmt: skip
    return actor, str(claims.get("name", ""))[:100]


def note_seen(who: Actor) -> None:
    """This colleague works here, in these roles: they can be named by whoever runs a command."""
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO colleague_seen VALUES (%s, %s, %s, %s) ON CONFLICT (number) DO UPDATE"
            " SET roles = excluded.roles, team = excluded.team, line = excluded.line, seen = excluded.seen",
            [who.id, sorted(who.roles), who.teams[0] if who.teams else "", who.line],
        )


def seen(number: str, role: str) -> Actor | None:
    """The colleague of this number, if they signed in as somebody of this role not long ago; else None."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT team, line FROM colleague_seen WHERE number = %s AND %s = ANY(roles) AND seen > now() - %s", [number, role, LATELY]
        )
        row = cursor.fetchone()
    return row and Actor(kind="colleague", id=number, roles=frozenset({role}), teams=tuple(filter(None, [row[0]])), line=row[1])


@cache
def groups_to_roles() -> dict[str, str]:
    """The mapping in force, without anything that is no role of colleagues."""
    own = os.environ.get("CUSTOMERVIEW_STAFF_ROLES")
    text = Path(own).read_text() if own else (resources.files("customerview.identity") / "staff_roles.yaml").read_text()
    known = set(STAFF)
    return {str(group): str(role) for group, role in (yaml.safe_load(text) or {}).items() if role in known}
