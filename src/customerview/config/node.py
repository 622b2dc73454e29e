"""Node, for building styles and for the local OpenID provider: the machine's own, or the one that setup put beside our Python."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

HERE = Path(sys.executable).parent


def binary(name: str = "node") -> str:
    """The full path of node, or of another program of its kind; setup's own comes first, as it was put there for want of a usable one."""
    found = shutil.which(name, path=search_path())
    if not found:
        raise RuntimeError(f"There is no {name} here. `make setup` brings one.")
    return found


def search_path() -> str:
    return f"{HERE}{os.pathsep}{os.environ.get('PATH', os.defpath)}"
