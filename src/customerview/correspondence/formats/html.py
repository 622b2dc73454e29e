"""A letter as a page that needs nothing else: it opens without a network, on a phone, and in a screen reader."""

from __future__ import annotations

from html import escape

from ..content import Block, Code, Details, Heading, Items, Letter, Paragraph, Table

STYLE = """
html { background: PAPER; color: #0b0c0c; font: 1.1875rem/1.5 "Public Sans", Arial, sans-serif; }
body { margin: 0 auto; padding: 1rem; max-width: 40rem; overflow-wrap: break-word; }
h1 { font-size: 1.9rem; line-height: 1.2; } h2 { font-size: 1.4rem; line-height: 1.3; margin-top: 2rem; }
address { font-style: normal; margin: 1.5rem 0; } header p { margin: 0 0 .25rem; }
dt, caption, th { font-weight: bold; text-align: left; } dd { margin: 0 0 .75rem; }
table { border-collapse: collapse; width: 100%; } caption { padding-bottom: .5rem; }
th, td { padding: .5rem .75rem .5rem 0; border-bottom: 1px solid #6f777b; vertical-align: top; text-align: left; }
@media (max-width: 34rem) {
  thead { position: absolute; clip-path: inset(50%); height: 1px; overflow: hidden; }
  table, caption, tbody, tr, th, td { display: block; } tr { border-bottom: 1px solid #6f777b; } th, td { border: 0; padding: .25rem 0; }
  [data-label]::before { content: attr(data-label) ": "; font-weight: bold; }
}
figure { margin: 1.5rem 0; } figure img { width: 16rem; max-width: 100%; background: #ffffff; }
"""
EASY = """
html { font-size: 1.5rem; line-height: 1.6; } p, li, dd { margin: 0 0 1.25rem; } h2 { margin-top: 2.5rem; }
"""
"""In easy read each sentence stands alone, with room around it."""
WHITE = "#ffffff"


def as_html(letter: Letter, paper: str = WHITE, *, easy: bool = False) -> bytes:
    """The whole page, on paper of a colour. It is XHTML too, so that a strict reader takes it."""
    style = STYLE.replace("PAPER", paper) + (EASY if easy else "")
    return (
        f'<!DOCTYPE html>\n<html xmlns="http://www.w3.org/1999/xhtml" lang="{letter.language}" xml:lang="{letter.language}">\n<head>\n'
        f'<meta charset="utf-8"/>\n<meta name="viewport" content="width=device-width, initial-scale=1"/>\n'
        f"<title>{escape(letter.title)}</title>\n<style>{style}</style>\n</head>\n<body>\n{body(letter)}\n</body>\n</html>\n"
    ).encode()


def body(letter: Letter) -> str:
    """What stands in the page: who writes and to whom, and then what the letter says, in each of its languages."""
    to = "<br/>".join(escape(line) for line in letter.to)
    said = "\n".join(
        f'<div lang="{one.language}" xml:lang="{one.language}">\n<h1>{escape(one.title)}</h1>\n'
        + "\n".join(map(_block, one.blocks))
        + "\n</div>"
        for one in letter.in_turn
    )
    return (
        f"<header><p><strong>{escape(letter.sender)}</strong></p><p>{escape(letter.date_words)}</p><p>{escape(letter.reference_words)}</p></header>\n"
        f"<main>\n<address>{to}</address>\n{said}\n</main>"
    )


def _block(block: Block) -> str:
    match block:
        case Heading(text):
            return f"<h2>{escape(text)}</h2>"
        case Paragraph(text):
            return f"<p>{escape(text)}</p>"
        case Items(items):
            return "<ul>" + "".join(f"<li>{escape(item)}</li>" for item in items) + "</ul>"
        case Details(rows):
            return "<dl>" + "".join(f"<dt>{escape(label)}</dt><dd>{escape(value)}</dd>" for label, value in rows if value) + "</dl>"
        case Table():
            return _table(block)
        case Code():
            return f'<figure><img src="{block.picture}" alt="{escape(block.alternative)}"/><figcaption>{escape(block.under)}</figcaption></figure>'


def _table(table: Table) -> str:
    """On a small screen each cell stands under its label. The roles keep it a table for a screen reader then too."""
    head = "".join(f'<th scope="col" role="columnheader">{escape(label)}</th>' for label in table.head)
    rows = "".join(
        '<tr role="row">' + "".join(
            _cell(label, cell, first=n == 0) for n, (label, cell) in enumerate(zip(table.head, row, strict=True))
        ) + "</tr>" for row in table.rows
    )  # fmt: skip
    return (
        f'<table role="table"><caption>{escape(table.caption)}</caption><thead role="rowgroup"><tr role="row">{head}</tr></thead>'
        f'<tbody role="rowgroup">{rows}</tbody></table>'
    )


def _cell(label: str, cell: str, *, first: bool) -> str:
    if first:
        return f'<th scope="row" role="rowheader" data-label="{escape(label)}">{escape(cell)}</th>'
    return f'<td role="cell" data-label="{escape(label)}">{escape(cell)}</td>'
