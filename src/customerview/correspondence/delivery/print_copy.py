"""The print copy of a letter, and one file of many: separate, untagged renders, each letter beginning on a front.

Merging drops the structure a screen reader needs, and breaks seals: nobody but a printer reads these.
"""

from __future__ import annotations

import hashlib
from io import BytesIO
from typing import NamedTuple

from ..content import Letter
from ..pdf import as_pdf


def print_copy(letter: Letter, form: str) -> bytes:
    """The PDF for the printer. The same letter gives the same bytes."""
    return as_pdf(letter, form, tagged=False)


class Placed(NamedTuple):
    """Where a letter stands in the file: its first page, how many pages it has (the blank one not counted), and its own digest."""

    first_page: int
    pages: int
    sha256: str


def bound(copies: list[bytes]) -> tuple[bytes, list[Placed]]:
    """One file, to be printed on both sides: a blank page follows a letter that would end on a front."""
    import pikepdf  # when it is needed: nothing else has to wait for it

    placed = []
    whole = pikepdf.new()
    for copy in copies:
        with pikepdf.open(BytesIO(copy)) as one:
            pages = len(one.pages)
            placed.append(Placed(len(whole.pages) + 1, pages, hashlib.sha256(copy).hexdigest()))
            whole.pages.extend(one.pages)
            if pages % 2:
                whole.add_blank_page(page_size=(595.276, 841.89))
    out = BytesIO()
    whole.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return out.getvalue(), placed
