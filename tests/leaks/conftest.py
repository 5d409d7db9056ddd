"""Kari at the real program, with words in every private field that nobody else has ever written."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.journeys.conftest import (
    kari,
    read_once,
    stranger,
    tidy_on_the_screens_thread,
    what_stays_is_not_looked_through,
)

__all__ = ["kari", "read_once", "stranger", "tidy_on_the_screens_thread", "what_stays_is_not_looked_through"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test of this folder as a journey: each goes through the real window."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.journey)


@pytest.fixture(autouse=True)
def own_temporary_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the program a temporary folder of its own, which can be looked through."""
    folder = tmp_path / "tmp"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    return folder
