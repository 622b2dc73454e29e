"""How names are compared, and by what an email address is known."""

from __future__ import annotations

import hmac
import re
import unicodedata

from customerview.config.home import secret


def bare(name: str) -> str:
    """Small letters, no accents and no signs, a space before each word: " mill town council"."""
    plain = unicodedata.normalize("NFKD", name.lower().replace("&", " and "))
    letters = "".join(c for c in plain if not unicodedata.combining(c))
    return "".join(f" {word}" for word in re.findall(r"[a-z0-9]+", re.sub("['\u2019]", "", letters)))


def email_digest(email: str) -> str:
    """What an address is known by here; the address itself stays in the organisation's own record."""
    return hmac.digest(secret("organisation_emails").encode(), email.strip().lower().encode(), "sha256").hex()
