"""Rows are handed out in portions, and between two of them others are let in."""

from __future__ import annotations

import time

import pytest

from kursapp.domain.exporting import Unwatched
from kursapp.export.portions import BREATH_SECONDS, portions


def test_a_writer_stands_back_after_each_portion(monkeypatch: pytest.MonkeyPatch) -> None:
    """Or the screen's thread, which comes too late for each short write to a file, would wait for seconds."""
    waited: list[float] = []
    monkeypatch.setattr(time, "sleep", waited.append)
    assert list(portions(range(5), 5, Unwatched(), 2)) == [(0, 1), (2, 3), (4,)]
    assert waited == [BREATH_SECONDS] * 3
