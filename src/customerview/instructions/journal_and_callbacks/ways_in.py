"""The ways in which what the customer says comes in."""

from __future__ import annotations

from customerview.kernel import Words, speak_as

CAME_AS = {
    "message": Words("a message", "neges"), "letter": Words("a letter", "lythyr"), "form": Words("a form", "ffurflen"),
    "recording": Words("a voice recording", "recordiad llais"),
}  # fmt: skip
"""How what the customer says can come in. Whatever the way, it is read within hours and answered."""

speak_as("came_as", lambda code, lang: CAME_AS[str(code)].say(lang) if str(code) in CAME_AS else str(code))
