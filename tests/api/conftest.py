"""What tests of the API ask for."""

from __future__ import annotations

import pytest

from .desk import Desk


@pytest.fixture
def desk(database) -> Desk:
    return Desk(database)
