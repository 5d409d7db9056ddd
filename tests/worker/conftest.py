"""The worker's tests start its child as the program does."""

from __future__ import annotations

import pytest


@pytest.fixture(scope="module", autouse=True)
def ready_children() -> None:
    """Start every child from nothing."""
