"""Who issues: the address that proofs, credentials and keys are known under."""

from __future__ import annotations

import os
from urllib.parse import quote, urlsplit


def base_url() -> str:
    """The service's public address, without a slash at its end. What was signed names it, so it is for keeps."""
    return os.environ.get("CUSTOMERVIEW_BASE_URL", f"http://localhost:{os.environ.get('PORT', '8000')}").rstrip("/")


def did() -> str:
    """The same as a did:web, as wallets of W3C credentials want it; a port is part of it."""
    return f"did:web:{quote(urlsplit(base_url()).netloc, safe='')}"


def shown(path: str) -> str:
    """An address as it is printed: without what a browser fills in by itself."""
    return f"{base_url()}{path}".removeprefix("https://").removeprefix("http://")
