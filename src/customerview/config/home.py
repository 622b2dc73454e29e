"""The folder where one installation keeps what is its own: the embedded database, its secrets, its logs.

CUSTOMERVIEW_HOME names it; by default it is `.home` in the folder of the source, which git ignores. Nothing in it is ever
committed, and secrets are readable by their owner alone.
"""

from __future__ import annotations

import os
import secrets
import tempfile
from contextlib import suppress
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[3]
"""The folder that holds pyproject.toml, node_modules and the tests."""


def home() -> Path:
    """The installation's own folder, made on first use. Others may pass through it (the database's account does) but not list it."""
    folder = Path(os.environ.get("CUSTOMERVIEW_HOME") or SOURCE / ".home").absolute()
    if not folder.is_dir():
        folder.mkdir(parents=True, exist_ok=True)
        folder.chmod(0o711)
    return folder


def secret(name: str) -> str:
    """The secret of this name: from CUSTOMERVIEW_SECRET_<NAME>, else from the home folder, made there on first use."""
    given = os.environ.get(f"CUSTOMERVIEW_SECRET_{name.upper()}")
    return given or kept(f"{name}.secret", lambda: secrets.token_urlsafe(48))


def kept(name: str, make, folder: Path | None = None) -> str:
    """What the private file of this name holds. Written whole or not at all, so that processes starting together agree on it."""
    folder = folder or home() / "secrets"
    folder.mkdir(mode=0o700, exist_ok=True)
    path = folder / name
    if not path.exists():
        handle, draft = tempfile.mkstemp(dir=folder)  # mode 0600
        with os.fdopen(handle, "w") as file:
            file.write(make())
        with suppress(FileExistsError):  # another process was first: its text is the one that counts
            os.link(draft, path)
        os.unlink(draft)
    return path.read_text()
