"""Values of the field: National Insurance numbers, postcodes, references. Each parses kindly and prints one way."""

from __future__ import annotations

import re

NINO_SHAPE = re.compile(r"^(?!BG|GB|KN|NK|NT|TN|ZZ)[ABCEGHJ-PRSTW-Z][ABCEGHJ-NPRSTW-Z][0-9]{6}[A-D]?$")
FICTITIOUS_NINO_SHAPE = re.compile(r"^Q[A-Z][0-9]{6}[A-D]?$")
POSTCODE_SHAPE = re.compile(r"^([A-Z]{1,2}[0-9][0-9A-Z]?)([0-9][ABD-HJLNP-UW-Z]{2})$")


class NotAValue(ValueError):
    """What was written does not have the shape of the value asked for."""


def nino(text: str, *, allow_fictitious: bool) -> str:
    """A National Insurance number without spaces, upper case: "QQ123456C". The suffix may be missing.

    Numbers beginning with Q are never issued; they are accepted only where the environment says people are invented.
    Raises NotAValue. Source: NIM39110; numbers are matched on the first eight characters.
    """
    said = re.sub(r"[^A-Za-z0-9]", "", text).upper()
    if NINO_SHAPE.match(said) or (allow_fictitious and FICTITIOUS_NINO_SHAPE.match(said)):
        return said
    raise NotAValue("A National Insurance number has 2 letters, 6 numbers and usually a last letter, like QQ 12 34 56 C.")


def nino_in_pairs(value: str) -> str:
    """For reading and hearing: "QQ 12 34 56 C"."""
    return " ".join(value[i : i + 2] for i in range(0, len(value), 2))


def postcode(text: str) -> str:
    """A postcode printed with its one space: "QA1 1AA". Raises NotAValue."""
    said = re.sub(r"[\s\-().]", "", text).upper()
    if found := POSTCODE_SHAPE.match(said):
        return f"{found[1]} {found[2]}"
    raise NotAValue("A postcode looks like CF10 3AF.")


def fictitious_postcode(value: str) -> bool:
    """Whether the area can belong to nobody: no postcode area begins with Q, V or X."""
    return value[:1] in "QVX"
