"""A letter as plain words, for the body of an email."""

from __future__ import annotations

from ..content import Details, Heading, Items, Letter, Paragraph, Table


def plain_words(letter: Letter) -> str:
    """Everything the letter says, in order; a table is said row by row, each value with the head it stands under."""
    said = [letter.reference_words, letter.date_words]
    for block in (block for one in letter.in_turn for block in one.blocks):
        match block:
            case Heading(text=text):
                said.append(text.upper() if text.isascii() else text)
            case Paragraph(text=text):
                said.append(text)
            case Items(items=items):
                said.append("\n".join(f"- {item}" for item in items))
            case Details(rows=rows):
                said.append("\n".join(f"{label}: {value}" for label, value in rows))
            case Table(caption=caption, head=head, rows=rows):
                lines = ["\n".join(f"{h}: {cell}" for h, cell in zip(head, row, strict=True) if cell) for row in rows]
                said.append("\n\n".join([caption, *lines]))
    return "\n\n".join(said)
