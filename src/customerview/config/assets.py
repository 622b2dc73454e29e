"""Build what the pages load: styles by sass from npm's packages and ours, scripts and images as they are, all under hashed names.

Nothing built is committed. The crown, the crest and GDS Transport are for services on GOV.UK only, and are left out.
"""

from __future__ import annotations

import fcntl
import hashlib
import shutil
import subprocess
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.core.management import call_command

from customerview.config import node
from customerview.config.home import SOURCE

LAYOUT = Path(__file__).resolve().parents[1] / "portals" / "layout"
PACKAGES = SOURCE / "node_modules"
SCRIPTS = {
    "govuk-frontend.js": "govuk-frontend/dist/govuk/govuk-frontend.min.js",
    "jsqr.js": "jsqr/dist/jsQR.js",
    "moj-frontend.js": "@ministryofjustice/frontend/moj/moj-frontend.min.js",
}
IMAGES = "@ministryofjustice/frontend/moj/assets/images"
OURS_TO_USE = "icon-*.svg"
"""Of the images, only icons: not the logotypes and crests beside them."""


def build(force: bool = False) -> bool:
    """Build, unless what is built was built from exactly this; true if it had to be."""
    made, served = Path(settings.STATICFILES_DIRS[0]), Path(settings.STATIC_ROOT)
    made.parent.mkdir(parents=True, exist_ok=True)
    with alone(made.parent / "lock"):
        stamp, digest = made.parent / "made-from", digest_of_sources()
        if not force and stamp.exists() and stamp.read_text() == digest:
            return False
        shutil.rmtree(made, ignore_errors=True)
        made.mkdir()
        compile_styles(made)
        copy_scripts_and_images(made)
        served.mkdir(exist_ok=True)
        call_command("collectstatic", interactive=False, verbosity=0)
        stamp.write_text(digest)
    return True


def digest_of_sources() -> str:
    digest = hashlib.sha256(settings.BRAND_COLOUR.encode())
    for path in [SOURCE / "package-lock.json", Path(__file__), *sorted(path for path in LAYOUT.rglob("*") if path.is_file())]:
        if path.suffix in (".scss", ".js", ".svg", ".png", ".ico", ".json") or path == Path(__file__):
            digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()


def compile_styles(into: Path) -> None:
    """Every sheet in styles/ whose name has no leading underscore; the brand's colour comes from the settings."""
    (into.parent / "brand").mkdir(exist_ok=True)
    (into.parent / "brand" / "_colour.scss").write_text(f"$brand: {settings.BRAND_COLOUR};\n")
    sheets = sorted(path for path in (LAYOUT / "styles").glob("*.scss") if not path.name.startswith("_"))
    done = subprocess.run(
        [
            node.binary(), PACKAGES / "sass" / "sass.js", "--style=compressed", "--no-source-map", "--quiet-deps",
            f"--load-path={SOURCE}", f"--load-path={into.parent / 'brand'}",
            *(f"{sheet}:{into / sheet.with_suffix('.css').name}" for sheet in sheets),
        ],
        capture_output=True, text=True,
    )  # fmt: skip
    if done.returncode:
        raise RuntimeError(f"sass could not compile the styles:\n{done.stderr}{done.stdout}")


def copy_scripts_and_images(into: Path) -> None:
    for name, source in SCRIPTS.items():
        # The map the script names is not served, so the line that names it goes.
        text = (PACKAGES / source).read_text()
        (into / name).write_text("\n".join(line for line in text.splitlines() if not line.startswith("//# sourceMappingURL")) + "\n")
    for path in (LAYOUT / "scripts").glob("*.js"):
        shutil.copy(path, into / path.name)
    (into / "images").mkdir()
    for path in [*(PACKAGES / IMAGES).glob(OURS_TO_USE), *(LAYOUT / "images").iterdir()]:
        shutil.copy(path, into / "images" / path.name)


@contextmanager
def alone(lock: Path):
    """One build at a time on this machine."""
    with lock.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
