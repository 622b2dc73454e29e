"""Correspondence: one content of a letter, every format made from it."""

from .content import Block, Details, Heading, Items, Letter, Paragraph, Table
from .pdf import as_pdf

__all__ = ["Block", "Details", "Heading", "Items", "Letter", "Paragraph", "Table", "as_pdf"]
