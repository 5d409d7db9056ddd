"""What these tests are about is what is said in the log: none of it is unexpected."""

from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def no_unexpected_log() -> None:
    """Let anything be logged."""
