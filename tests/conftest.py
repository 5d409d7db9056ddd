"""What every test stands on: an own data folder, the offscreen window, and silence as the rule."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

PROJECT = Path(__file__).parent.parent


@pytest.fixture(autouse=True)
def own_data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give each test a data folder of its own, so that none meets the developer's or another test's."""
    folder = tmp_path / "data"
    monkeypatch.setenv("KURSAPP_DATA", str(folder))
    return folder


@pytest.fixture(autouse=True)
def no_unexpected_log(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fail a test that leaves a warning or worse in the log, unless it clears ``caplog`` after looking."""
    yield
    left = [record.getMessage() for record in caplog.get_records("call") if record.levelno >= logging.WARNING]
    assert not left, f"unexpected log entries: {left}"


@pytest.fixture
def project() -> Path:
    """Return the project's own folder, for tests of what lies beside the package."""
    return PROJECT
