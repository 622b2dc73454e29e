"""Phone numbers, email addresses and nations, as people write them and as we keep them."""

from __future__ import annotations

import re

from customerview.kernel import Words

PHONE = Words("Enter a phone number, like 01632 960 001 or 07700 900 982.", "Rhowch rif ffôn, fel 01632 960 001 neu 07700 900 982.")
EMAIL = Words("Enter an email address like name@example.com.", "Rhowch gyfeiriad e-bost fel enw@example.com.")
POSTCODE = Words("Enter a full UK postcode, like CF10 3AF.", "Rhowch god post llawn y DU, fel CF10 3AF.")

NATIONS = {
    "england_and_wales": Words("England or Wales", "Lloegr neu Gymru"),
    "scotland": Words("Scotland", "Yr Alban"),
    "northern_ireland": Words("Northern Ireland", "Gogledd Iwerddon"),
}
SCOTTISH_AREAS = frozenset("AB DD DG EH FK G HS IV KA KW KY ML PA PH TD ZE".split())


def is_phone(text: str) -> bool:
    """Ten to fifteen digits, however they are spaced, with or without +."""
    return bool(re.fullmatch(r"\+?[0-9]{10,15}", re.sub(r"[\s\-().]", "", text)))


def is_email(text: str) -> bool:
    return bool(re.fullmatch(r"[^@\s]{1,64}@[^@\s.]+(\.[^@\s.]+)+", text.strip())) and len(text) <= 254


def nation_of_postcode(postcode: str) -> str:
    """The nation a postcode lies in; England and Wales when it does not say. TD crosses the border and counts as Scotland."""
    area = re.match(r"[A-Z]*", postcode.upper()).group()  # type: ignore[union-attr]
    if area == "BT":
        return "northern_ireland"
    return "scotland" if area in SCOTTISH_AREAS else "england_and_wales"
