"""Operational instructions, one chapter per theme. Pure: no framework, no I/O beyond reading their own declarations, no clock.

`catalogue()` is the one door: every chapter, read and checked once.
"""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache

from customerview.kernel import Catalogue, read_chapter

from .directory import BENEFITS, LINES, line_of_team, team, team_name
from .roles import ROLES, STAFF

__all__ = ["BENEFITS", "LINES", "ROLES", "STAFF", "catalogue", "line_of_team", "team", "team_name"]


@cache
def catalogue() -> Catalogue:
    """All chapters, checked. Raises WrongDeclaration, which says what is wrong and where."""
    from .bank_holidays import calendars
    from .standing import nation_of, standing

    found = [importlib.import_module(f"{__name__}.{m.name}") for m in pkgutil.iter_modules(__path__) if m.ispkg]
    return Catalogue([read_chapter(package) for package in found], calendars=calendars(), roles=ROLES, nation=nation_of, standing=standing)
