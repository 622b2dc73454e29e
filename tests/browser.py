"""A real browser, wherever the tests run: the machine's Chromium, else the one in npm's @sparticuz/chromium. Nothing is downloaded."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import tempfile
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
VALIDATOR = SOURCE / "node_modules" / "html-validate" / "bin" / "html-validate.mjs"
TASTE = (
    "no-trailing-whitespace", "no-redundant-role", "prefer-native-element", "no-implicit-button-type", "no-implicit-input-type", "form-dup-name",
)  # fmt: skip
"""Valid, and meant: roles said again where styles take them away, links that look like buttons, boxes of one name."""
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


def invalid(pages: dict[str, str]) -> dict[str, list[str]]:
    """What is not valid HTML, page by page, as html-validate finds it: one run for all of them. Matters of taste are left out."""
    if not pages:  # a browser was used for files of its own only
        return {}
    with tempfile.TemporaryDirectory() as folder:
        files = {str(Path(folder) / f"{n}.html"): name for n, name in enumerate(pages)}
        for path, name in files.items():
            Path(path).write_text(pages[name])
        settings = Path(folder) / "settings.json"
        settings.write_text(json.dumps({"extends": ["html-validate:standard"], "root": True, "rules": dict.fromkeys(TASTE, "off")}))
        command = [node.binary(), VALIDATOR, "--formatter", "json", "--config", settings, *files]
        found = json.loads(subprocess.run(command, cwd=folder, capture_output=True, text=True).stdout)
    return {
        files[page["filePath"]]: [f"{m['line']}: {m['ruleId']}: {m['message']}" for m in page["messages"]]
        for page in found
        if page["messages"]
    }


def is_complaint(message: ConsoleMessage) -> bool:
    """An error on the console, other than the browser's remark that a page was answered 4xx: tests ask for those."""
    return message.type == "error" and "Failed to load resource" not in message.text
