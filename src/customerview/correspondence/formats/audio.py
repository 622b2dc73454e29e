"""A letter read aloud, as an MP3, in English or Welsh. Money is said as money, and references sign by sign.

The voice is a machine's, and sounds like one. No listener has judged it yet: a recording by a person is always the better answer to who asks.
"""

from __future__ import annotations

import re
import subprocess
import sys
from html import escape
from pathlib import Path

import lameenc

from customerview.kernel import Words

from ..content import Letter
from .linear import CODE, Piece, pieces

PROGRAM = Path(__file__).with_name("speak.py")
SAMPLES_A_SECOND, KILOBITS = 22050, 32
MONEY = re.compile(r"£([\d,]+)(?:\.(\d\d))?")
POUNDS, POUND = Words("{n} pounds", "{n} o bunnoedd"), Words("{n} pound", "{n} bunt")
PENCE, PENNY = Words("{n} pence", "{n} o geiniogau"), Words("{n} penny", "{n} geiniog")
AND = Words(" and ", " a ")
PAUSES = {"title": 900, "heading": 900, "caption": 700, "front": 400, "row": 400, "item": 500, "paragraph": 600}
"""Milliseconds of quiet after each kind of piece."""


def as_audio(letter: Letter) -> bytes:
    """The MP3."""
    encoder = lameenc.Encoder()
    encoder.set_channels(1)
    encoder.set_in_sample_rate(SAMPLES_A_SECOND)
    encoder.set_bit_rate(KILOBITS)
    encoder.silence()
    return bytes(encoder.encode(b"".join(map(spoken, letter.in_turn)))) + bytes(encoder.flush())


def spoken(letter: Letter) -> bytes:
    """The sound of a letter in its first language, before it is made small."""
    done = subprocess.run(
        [sys.executable, str(PROGRAM), letter.language],
        input=script(letter).encode(),
        capture_output=True,
        check=True,
        timeout=120,
    )
    return done.stdout


def script(letter: Letter) -> str:
    """What the voice is given to read, in SSML."""
    said = "\n".join(_said(piece, letter.language) for piece in pieces(letter))
    return f'<speak xml:lang="{letter.language}">\n{said}\n</speak>\n'


def _said(piece: Piece, lang: str) -> str:
    text = escape(MONEY.sub(lambda found: _money(found, lang), piece.text), quote=False)
    return f'<p>{CODE.sub(_spelt, text)}</p><break time="{PAUSES[piece.kind]}ms"/>'


def _money(found: re.Match[str], lang: str) -> str:
    pounds, pence = int(found[1].replace(",", "")), int(found[2] or 0)
    said = [(POUND if pounds == 1 else POUNDS).say(lang, n=pounds)] if pounds or not pence else []
    if pence:
        said.append((PENNY if pence == 1 else PENCE).say(lang, n=pence))
    return AND.say(lang).join(said)


def _spelt(code: re.Match[str]) -> str:
    """Three or four signs, then a moment to write them down."""
    groups = [group for part in code.group().split("-") for group in re.findall(r".{1,3}(?!.$)|.{1,4}$", part)]
    return '<break time="300ms"/>'.join(f'<say-as interpret-as="characters">{group}</say-as>' for group in groups)
