"""A verified organisation, and a customer with a proof."""

from __future__ import annotations

import pytest

from tests.portals.organisation.test_organisation import Town

from .sending import Sender


@pytest.fixture
def town(own_database) -> Town:
    town = Town(own_database, does=("check", "receive"))
    town.verify()
    return town


@pytest.fixture
def sender(town) -> Sender:
    return Sender(town.desk)
