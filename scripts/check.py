"""What `make check` holds the code to. It changes nothing, runs every check even if one fails, and exits non-zero if any did."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent
BIN = TOP / ".venv" / "bin"
LOCKS = ["requirements.lock", "requirements-test.lock", "requirements-node.lock", "package-lock.json", ".npmrc"]

CHECKS: list[tuple[str, list[str]]] = [
    ("style", [f"{BIN}/ruff", "check", "--quiet", "."]),
    ("layout of the code", [f"{BIN}/ruff", "format", "--quiet", "--check", "."]),
    ("walls between rooms", [f"{BIN}/lint-imports", "--no-cache"]),
    ("types", [f"{BIN}/mypy", "--no-error-summary"]),
    ("reference pages", [f"{BIN}/customerview", "docs", "build", "--check"]),
    ("missing migrations", [f"{BIN}/customerview", "db", "manage", "makemigrations", "--check", "--dry-run"]),
    ("settings", [f"{BIN}/customerview", "db", "manage", "check", "--fail-level", "WARNING"]),
]


def main() -> int:
    os.chdir(TOP)
    environment = os.environ | {
        "PYTHONPATH": str(TOP),
        "DATABASE_URL": os.environ.get("DATABASE_URL", "postgresql:///not-asked?host=/nowhere"),
    }
    failed = []
    for name, command in CHECKS:
        start = time.monotonic()
        done = subprocess.run(command, env=environment, capture_output=True, text=True)
        report(name, done.returncode == 0, time.monotonic() - start, done.stdout + done.stderr)
        if done.returncode:
            failed.append(name)
    for name, found in {
        "lock files name no host": hosts_in_locks(),
        "every module says what it is for": modules_without_docstring(),
    }.items():
        report(name, not found, 0, "\n".join(found))
        if found:
            failed.append(name)
    print(f"{len(failed)} checks failed: {', '.join(failed)}" if failed else "Every check held.")
    return 1 if failed else 0


def report(name: str, held: bool, seconds: float, said: str) -> None:
    print(f"{'✔' if held else '✘'} {name} ({seconds:.1f} s)", flush=True)
    if not held:
        print(said.rstrip(), flush=True)


def hosts_in_locks() -> list[str]:
    """Locks install from wherever the machine gets its packages, so they must not say where."""
    return [
        f"{name}:{number}: {line.strip()}"
        for name in LOCKS
        for number, line in enumerate((TOP / name).read_text().splitlines(), 1)
        if re.search(r"https?://|--index-url|--find-links|\"resolved\"", line)
    ]


def modules_without_docstring() -> list[str]:
    return [
        str(path.relative_to(TOP))
        for folder in ("src", "scripts", "tests")
        for path in sorted((TOP / folder).rglob("*.py"))
        if "migrations" not in path.parts and (text := path.read_text().lstrip()) and not text.startswith(('"""', 'r"""'))
    ]


if __name__ == "__main__":
    sys.exit(main())
