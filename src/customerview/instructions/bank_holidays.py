"""The bank holidays of the three nations, from `bank_holidays.yaml`."""

from __future__ import annotations

from functools import cache
from importlib import resources

import msgspec

from customerview.kernel import BankHoliday, Calendars


@cache
def calendars() -> Calendars:
    """Every nation's working days."""
    text = (resources.files(__package__) / "bank_holidays.yaml").read_text()
    return Calendars(msgspec.yaml.decode(text, type=list[BankHoliday]))
