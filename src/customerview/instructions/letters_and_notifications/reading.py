"""Reading a letter: its sentences, the amounts, days and numbers it names, and how hard it is to read. Pure, and the same on any later day."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

from customerview.kernel.words import MONTHS

EDITABLE = ("paragraph", "heading", "items")
MONEY = re.compile(r"£\s?(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{2}))?")
_MONTH = {name.lower(): n for lang in MONTHS.values() for n, name in enumerate(lang, 1)}
_NAMES = "|".join(sorted(_MONTH, key=len, reverse=True))
DAY = re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th|af|ain|fed|ydd|eg)?\s+({_NAMES})\s+(\d{{4}})\b", re.IGNORECASE)
SHORT_DAY = re.compile(r"\b(\d{1,2})[/.](\d{1,2})[/.](\d{4}|\d{2})\b")
NINO = re.compile(r"\b[A-Z]{2}\s?\d{2}\s?\d{2}\s?\d{2}\s?[A-D]?\b")
_TITLE = r"(?:Mr|Mrs|Miss|Ms|Mx|Dr)\b\.?\s+"
TITLED = re.compile(rf"\b(?:(?:Dear|Annwyl)\s+(?:{_TITLE})?|{_TITLE})([A-ZÂÊÎÔÛŴŶ][\w'’-]+(?:\s+[A-ZÂÊÎÔÛŴŶ][\w'’-]+)*)")
NEGATED = re.compile(r"\b(?:not|never|no longer|nothing|cannot|won't|isn't|stopped|nid|ni|heb|na|dim)\b", re.IGNORECASE)
PAYING = re.compile(r"\b(?:pay|paid|pays|payable|payments?|get|talu|telir|talwyd|thalwyd|delir|taladwy|taliad)\b", re.IGNORECASE)


class Named(NamedTuple):
    """What a text names that must be so."""

    amounts: set[int]
    days: set[date]
    ninos: set[str]
    names: set[str]
    unreadable: set[str]
    """What looks like a day and is none."""


def texts(content: str) -> list[str]:
    """Everything a letter says, in order, one entry a paragraph or cell."""
    return [text for block in _blocks(content) for text in _said(block)]


def easy_texts(content: str) -> list[str]:
    """What it says in easy read, in the same way."""
    easy = (json.loads(content).get("easy") or {}) if content else {}
    return [text for block in easy.get("blocks", []) for text in _said(block)]


def paragraphs(content: str) -> dict[int, str]:
    """What may be worded otherwise, by its place: paragraphs, headings and lists (an entry a line)."""
    blocks = enumerate(_blocks(content))
    return {n: "\n".join(_said(block)) for n, block in blocks if block.get("type") in EDITABLE}


def reworded(content: str, place: int, text: str) -> str:
    """The content with one paragraph in other words. The same in English, after Welsh, and in easy read would say something else: they go."""
    whole = json.loads(content)
    whole.pop("then", None)
    whole.pop("easy", None)
    block = whole["blocks"][place]
    if block["type"] == "items":
        block["items"] = [line.strip() for line in text.splitlines() if line.strip()]
    else:
        block["text"] = " ".join(text.split())
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":"))


def named(said: Iterable[str]) -> Named:
    """The amounts, days, National Insurance numbers and titled names in texts."""
    found = Named(set(), set(), set(), set(), set())
    for text in said:
        found.amounts.update(int(m[1].replace(",", "")) * 100 + int(m[2] or 0) for m in MONEY.finditer(text))
        for m in DAY.finditer(text):
            _add_day(found, int(m[3]), _MONTH[m[2].lower()], int(m[1]), m[0])
        for m in SHORT_DAY.finditer(text):
            year = int(m[3])
            _add_day(found, year + 2000 if year < 100 else year, int(m[2]), int(m[1]), m[0])
        found.ninos.update(re.sub(r"\s", "", m[0]) for m in NINO.finditer(text))
        found.names.update(m[1] for m in TITLED.finditer(text))
    return found


def _add_day(found: Named, year: int, month: int, day: int, text: str) -> None:
    try:
        found.days.add(date(year, month, day))
    except ValueError:
        found.unreadable.add(text)


def sentences(said: Iterable[str]) -> list[str]:
    """One entry a sentence; a full stop inside an amount or before no space ends none."""
    return [s.strip() for text in said for s in re.split(r"(?<=[.!?:])\s+|\n", text) if s.strip()]


def contradictory(said: Iterable[str]) -> tuple[str, str] | None:
    """Two sentences of which one says that money is paid from or on a day, and the other that it is not."""
    for_day: dict[tuple[date, bool], str] = {}
    for sentence in sentences(said):
        if PAYING.search(sentence):
            no = bool(NEGATED.search(sentence))
            for day in named([sentence]).days:
                if (day, not no) in for_day:
                    return for_day[day, not no], sentence
                for_day[day, no] = sentence
    return None


def longest(said: Iterable[str], most: int) -> str:
    """The first sentence with more words than that; "" when there is none."""
    return next((s for s in sentences(said) if len(s.split()) > most), "")


def reading_age(said: Iterable[str], given: Iterable[str] = ()) -> float:
    """The age at which English like this is read: the Flesch-Kincaid grade and 5 years. Days, sums and the names it has to use (`given`) do not count."""
    names = sorted({(g.lower(), g) for g in given}, key=lambda pair: (-len(pair[0]), pair))
    weighed = []
    for sentence in sentences(said):
        low = sentence.lower()
        weighed.append(_weighed(sentence, tuple(name for lower, name in names if lower in low)))
    words, counted = sum(w.words for w in weighed), sum(w.counts for w in weighed)
    if not words or not counted:
        return 0.0
    return 0.39 * words / counted + 11.8 * sum(w.syllables for w in weighed) / words - 15.59 + 5


class _Weight(NamedTuple):
    words: int
    syllables: int
    counts: bool
    """Whether it is a sentence, and not a label of a word or two."""


@lru_cache(maxsize=2048)
def _weighed(sentence: str, names: tuple[str, ...]) -> _Weight:
    """One sentence without the names in it. Letters to very many say mostly the same: what was weighed once is known."""
    for name in names:
        sentence = re.sub(re.escape(name), "it", sentence, flags=re.IGNORECASE)
    plain = DAY.sub("it", MONEY.sub("it", sentence))
    words = re.findall(r"[A-Za-z][A-Za-z'’-]*", plain)
    return _Weight(len(words), sum(map(_syllables, words)), len(plain.split()) > 2)


def _syllables(word: str) -> int:
    groups = re.findall(r"[aeiouy]+", word.lower())
    silent = word.lower().endswith(("e", "es", "ed")) and not word.lower().endswith(("le", "ted", "ded")) and len(groups) > 1
    return max(1, len(groups) - silent)


def _blocks(content: str) -> list[dict[str, Any]]:
    return json.loads(content).get("blocks", []) if content else []


def _said(block: dict[str, Any]) -> list[str]:
    kind = block.get("type")
    if kind == "items":
        return list(block["items"])
    if kind == "details":
        return [f"{label}: {value}" for label, value in block["rows"]]
    if kind == "table":
        return [block["caption"], *(" ".join(row) for row in block["rows"])]
    if kind == "code":
        return []
    return [block["text"]] if "text" in block else []
