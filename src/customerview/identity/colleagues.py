"""From what the provider says of a colleague to who they are here: roles, team, line. What is not known means nothing."""

from __future__ import annotations

import os
import re
from functools import cache
from importlib import resources
from pathlib import Path

import yaml

from customerview.instructions import STAFF, catalogue
from customerview.instructions.directory import LINES
from customerview.kernel import Actor

from .provider import SECOND_PROOFS, Proved


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
    roles = frozenset(
        role for group in (groups if isinstance(groups, list) else []) if (role := groups_to_roles().get(str(group)))
    )
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


@cache
def groups_to_roles() -> dict[str, str]:
    """The mapping in force, without anything that is no role of colleagues."""
    own = os.environ.get("CUSTOMERVIEW_STAFF_ROLES")
    text = Path(own).read_text() if own else (resources.files("customerview.identity") / "staff_roles.yaml").read_text()
    known = set(STAFF)
    return {str(group): str(role) for group, role in (yaml.safe_load(text) or {}).items() if role in known}
