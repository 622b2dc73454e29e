"""A QR drawn as a picture, big enough that a scan of the letter at 200 dots an inch, or a phone, still reads it."""

from __future__ import annotations

import base64
import re
from functools import lru_cache

import zxingcpp

MODULE_MM = 0.55
QUIET = 4
"""White modules on every side, as the standard of QR codes asks."""


@lru_cache(maxsize=64)
def _barcode(text: str) -> zxingcpp.Barcode:
    return zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode, ec_level="M")


def as_svg(text: str) -> str:
    """The QR as SVG, one unit a module, its white edge included."""
    return _barcode(text).to_svg(scale=1, add_quiet_zones=True)


def width_mm(text: str) -> int:
    """How wide to print it."""
    width = re.search(r'<svg[^>]* width="(\d+)"', as_svg(text))
    return round(int(width.group(1)) * MODULE_MM) if width else 45


def as_data_uri(text: str) -> str:
    """The picture as an address that holds it, for pages."""
    return "data:image/svg+xml;base64," + base64.b64encode(as_svg(text).encode()).decode()
