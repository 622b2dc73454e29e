"""Names made comparable: marks off, apostrophes, hyphens and spaces one, case folded. The name itself is never changed.

Particles (van der, ap, ferch, de, al-) are compared both kept and dropped; Welsh digraphs are left alone.
"""

from __future__ import annotations

import re
import unicodedata

PARTICLES = frozenset(
    "van von der den de da di do dos das del della du la le el al bin ibn bint ap ab ferch verch st saint mac mc o ter ten zu zur".split()
)
APOSTROPHES = re.compile(r"['’‘`´ʼʻ]")
BETWEEN = re.compile(r"[\W_]+")
# Letters that NFKD does not take apart.
APART = str.maketrans(
    {"ß": "ss", "ø": "o", "Ø": "o", "ł": "l", "Ł": "l", "đ": "d", "Đ": "d", "æ": "ae", "Æ": "ae", "œ": "oe", "Œ": "oe", "ı": "i"}
)


def key(name: str) -> str:
    """How a name is compared: words of plain letters with one space between."""
    plain = unicodedata.normalize("NFKD", name.translate(APART))
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    return " ".join(BETWEEN.split(APOSTROPHES.sub("", plain.casefold()))).strip()


def bare(name: str) -> str:
    """The key without particles; the whole key when nothing else is left of it."""
    words = key(name).split()
    kept = [word for word in words if word not in PARTICLES]
    return " ".join(kept or words)


def apart(one: str, other: str, most: int = 2) -> int:
    """How many letters are wrong, missing, added or swapped with their neighbour; anything over `most` is `most + 1`."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        last, before, row = before, row, [i]
        for j, b in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
    return min(row[-1], most + 1)


def alike(one: str, other: str) -> float:
    """How alike two keys are, from 0 to 1. A typing slip is forgiven in a longer name; a short name has no room for one."""
    if not one or not other:
        return 0.0
    if one == other:
        return 1.0
    if one.replace(" ", "") == other.replace(" ", ""):
        return 0.97
    shared = set(one.split()) & set(other.split()) - PARTICLES
    if shared and max(len(word) for word in shared) > 2:  # one half of a double name, a middle name left out
        return 0.85
    slips = apart(one, other)
    length = min(len(one), len(other))
    if slips == 1 and length >= 4:
        return 0.8
    return 0.6 if slips == 2 and length >= 7 else 0.0
