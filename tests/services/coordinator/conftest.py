"""A coordinator with each kind of collection, and one with a file where the kind does not matter."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.services.coordinator.office_world import OfficeWorld


@pytest.fixture(params=["sqlite", "postgresql"])
def both(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[OfficeWorld]:
    """Return a coordinator whose collection is in a file, and then one with it on a server."""
    server = request.param == "postgresql"
    world = OfficeWorld(tmp_path, request.getfixturevalue("postgres").new_database() if server else None)
    yield world
    world.close()


@pytest.fixture
def world(tmp_path: Path) -> Iterator[OfficeWorld]:
    """Return a coordinator whose collection is in a file."""
    made = OfficeWorld(tmp_path)
    yield made
    made.close()
