"""A letter as plain text, for an email: no lines broken by us, so that any screen and any size of type can break its own."""

from __future__ import annotations

from ..content import Letter
from .linear import Piece, pieces


def as_text(letter: Letter) -> bytes:
    """The letter in UTF-8."""
    said, before = [], ""
    for piece in (piece for one in letter.in_turn for piece in pieces(one)):
        if said and not (piece.kind == before and piece.kind in ("item", "row", "front")):
            said.append("")
        said.append(_line(piece))
        before = piece.kind
    return ("\n".join(said) + "\n").encode()


def _line(piece: Piece) -> str:
    match piece.kind:
        case "title":
            return f"# {piece.text}"
        case "heading":
            return f"## {piece.text}"
        case "item":
            return f"* {piece.text}"
    return piece.text
