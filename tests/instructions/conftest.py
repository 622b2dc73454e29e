"""All instructions, for stories about them."""

from __future__ import annotations

import pytest

from customerview.instructions import catalogue as every_instruction
from customerview.kernel import Catalogue


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return every_instruction()
