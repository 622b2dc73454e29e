"""Correspondence: one content of a letter, every format made from it."""

from .content import Block, Code, Details, EasyRead, Heading, Items, Letter, Paragraph, Table, in_the_frame
from .delivery import RETURNED, emails_leave, told
from .formats import FORMS, GROUPS, can_be_made, render
from .pdf import as_pdf
from .reminding import remind
from .writing import read_again, write_letters

__all__ = [
    "FORMS",
    "GROUPS",
    "RETURNED",
    "Block",
    "Code",
    "Details",
    "EasyRead",
    "Heading",
    "Items",
    "Letter",
    "Paragraph",
    "Table",
    "as_pdf",
    "can_be_made",
    "emails_leave",
    "in_the_frame",
    "read_again",
    "remind",
    "render",
    "told",
    "write_letters",
]
