"""The reference page of settings names every setting there is, and none that there is not."""

import re

from customerview.config.home import SOURCE

NAME = re.compile(r"\bCUSTOMERVIEW_[A-Z_]*[A-Z]\b")
NOT_FROM_THE_ENVIRONMENT = {"CUSTOMERVIEW_PROJECTIONS"}


def test_every_setting_is_on_the_page_and_the_page_has_no_other():
    said = set(NAME.findall((SOURCE / "docs" / "reference" / "settings.md").read_text()))
    read = {name for path in (SOURCE / "src").rglob("*.py") for name in NAME.findall(path.read_text())} - NOT_FROM_THE_ENVIRONMENT
    assert read - said == set(), "write these on docs/reference/settings.md"
    assert {name for name in said - read if not name.startswith("CUSTOMERVIEW_SECRET")} == set(), "these are no longer read"
