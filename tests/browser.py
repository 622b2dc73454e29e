"""A real browser, wherever the tests run: the machine's Chromium, else the one in npm's @sparticuz/chromium. Nothing is downloaded."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, ConsoleMessage, Page, Playwright

from customerview.config import node
from customerview.config.home import SOURCE, home

QUIET = [
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
AXE = SOURCE / "node_modules" / "axe-core" / "axe.min.js"

# Prints where the package unpacked its Chromium; the variable makes it bring its shared libraries along.
UNPACK = "import('@sparticuz/chromium').then(async (m) => console.log(await m.default.executablePath()))"


def launch(playwright: Playwright) -> Browser:
    """Start the browser, headless."""
    sandbox = [] if os.geteuid() else ["--no-sandbox"]  # Chromium's sandbox refuses root
    if own := shutil.which("chromium") or shutil.which("google-chrome"):
        return playwright.chromium.launch(executable_path=own, args=[*sandbox, *QUIET])
    program, libraries = packaged()
    return playwright.chromium.launch(
        executable_path=program,
        args=["--no-sandbox", "--headless=shell", *QUIET],
        env={**os.environ, "LD_LIBRARY_PATH": str(libraries)},
    )


def packaged() -> tuple[Path, Path]:
    """The program in npm's package and its libraries, unpacked into this test process's own folder."""
    unpacked = home() / "chromium"
    unpacked.mkdir(exist_ok=True)
    env = os.environ | {"AWS_LAMBDA_JS_RUNTIME": "nodejs20.x", "TMPDIR": str(unpacked), "NODE_NO_WARNINGS": "1"}
    done = subprocess.run([node.binary(), "-e", UNPACK], cwd=SOURCE, env=env, capture_output=True, text=True, check=True)
    return Path(done.stdout.strip()), next(path for path in unpacked.rglob("lib") if path.is_dir())


def faults(page: Page, context: str | None = None) -> list[str]:
    """What axe finds on the page, or on the part of it that a selector names: each fault in a line, with where it is."""
    page.evaluate(AXE.read_text())
    options = json.dumps({"runOnly": STANDARDS, "resultTypes": ["violations"]})
    found: dict[str, Any] = page.evaluate(f"axe.run({json.dumps(context)} || document, {options})")
    return [f"{fault['id']}: {fault['help']}: {node['target']}" for fault in found["violations"] for node in fault["nodes"]]


def is_complaint(message: ConsoleMessage) -> bool:
    """An error on the console, other than the browser's remark that a page was answered 4xx: tests ask for those."""
    return message.type == "error" and "Failed to load resource" not in message.text
