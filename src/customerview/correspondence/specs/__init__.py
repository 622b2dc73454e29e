"""Content specifications, one small file a letter: facts in, typed content out. Whatever file here declares a SPEC is a letter; nothing is registered."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache

from .spec import Composed, Spec, Told, composed

__all__ = ["Composed", "Spec", "Told", "composed", "specs"]


@cache
def specs() -> dict[str, Spec]:
    """Every letter's specification, by its code."""
    modules = [importlib.import_module(f"{__name__}.{m.name}") for m in pkgutil.iter_modules(__path__)]
    return {module.SPEC.code: module.SPEC for module in modules if hasattr(module, "SPEC")}
