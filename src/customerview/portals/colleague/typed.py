"""What was typed in the boxes of pages that are no action's form: trimmed, limited, without what cannot be kept as text."""

from __future__ import annotations

from django.http import HttpRequest


def typed(request: HttpRequest, name: str, most: int = 250) -> str:
    """The text of one box; line breaks stay, other control characters go."""
    text = request.POST.get(name, "")
    return "".join(c for c in text if c.isprintable() or c in "\n\t").strip()[:most]
