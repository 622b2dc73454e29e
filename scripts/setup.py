"""Make `.venv` and `node_modules` from the hashed locks. Run by any Python 3.11+, before anything is installed.

Idempotent, and quick when nothing changed: each part leaves a stamp made from the digest of what it was made from.
Without a usable Node on the path, Node comes as a Python package into `.venv` too.
"""

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import venv
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent
VENV = TOP / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")


def main() -> None:
    if sys.version_info < (3, 11):
        sys.exit(f"Customer View needs Python 3.11 or newer; this is {sys.version.split()[0]}. Try: make PYTHON=python3.12")
    os.chdir(TOP)
    if VENV.exists() and not runs(BIN / "python"):
        shutil.rmtree(VENV)  # half made, or its folder was moved, or its Python taken away
    with_tests = "--test" in sys.argv[1:] or (VENV / ".made-test").exists()
    packages = TOP / ("requirements-test.lock" if with_tests else "requirements.lock")
    once("python packages", VENV / ".made-packages", [packages], lambda: install_packages(packages))
    once("customerview", VENV / ".made-customerview", [TOP / "pyproject.toml", VENV / ".made-packages"], install_ourselves)
    if with_tests:
        (VENV / ".made-test").touch()
    once(
        "node packages",
        TOP / "node_modules" / (".made-test" if with_tests else ".made"),
        [TOP / "package-lock.json", TOP / ".npmrc"],
        lambda: install_node_packages(with_tests),
    )


def once(what: str, stamp: Path, made_from: list[Path], make) -> None:
    """Make it, unless it was already made from exactly these files."""
    digest = hashlib.sha256(b"".join(path.read_bytes() for path in made_from)).hexdigest()
    if stamp.exists() and stamp.read_text() == digest:
        return
    print(f"Setting up {what} …", flush=True)
    make()
    stamp.write_text(digest)


def install_packages(lock: Path) -> None:
    if not VENV.exists():
        venv.create(VENV, with_pip=True)
    pip("--require-hashes", "-r", lock)


def install_ourselves() -> None:
    pip("--no-deps", "--no-build-isolation", "--no-index", "--editable", TOP)


def pip(*args: object) -> None:
    run(BIN / "python", "-m", "pip", "install", "-qq", "--disable-pip-version-check", *args)


def install_node_packages(with_tests: bool) -> None:
    if not usable_node():
        pip("--require-hashes", "-r", TOP / "requirements-node.lock")
    # No package may run a script of its own while it is installed.
    npm = shutil.which("npm", path=node_path())
    run(npm, "ci", "--ignore-scripts", "--silent", *([] if with_tests else ["--omit=dev"]), env_path=node_path())


def usable_node() -> bool:
    node, npm = shutil.which("node", path=node_path()), shutil.which("npm", path=node_path())
    if not (node and npm):
        return False
    wanted = tuple(map(int, re.findall(r"\d+", json.loads((TOP / "package.json").read_text())["engines"]["node"])))
    said = subprocess.run([node, "--version"], text=True, capture_output=True).stdout
    return tuple(map(int, re.findall(r"\d+", said)))[: len(wanted)] >= wanted


def runs(program: Path) -> bool:
    return program.exists() and subprocess.run([program, "-m", "pip", "--version"], capture_output=True).returncode == 0


def node_path() -> str:
    return f"{BIN}{os.pathsep}{os.environ.get('PATH', os.defpath)}"


def run(*command: object, env_path: str | None = None) -> None:
    env = dict(os.environ, **({"PATH": env_path} if env_path else {}))
    done = subprocess.run([str(part) for part in command], env=env)
    if done.returncode:
        sys.exit(f"Setting up stopped: this failed with exit code {done.returncode}:\n  {' '.join(map(str, command))}")


if __name__ == "__main__":
    main()
