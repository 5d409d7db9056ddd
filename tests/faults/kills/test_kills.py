"""Killed at any moment, the program has everything it acknowledged; and a program that lied would be found out."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.faults.kills.part import PART
from tests.faults.kills.rounds import NOT_PERMITTED
from tests.faults.parts import Length, Run

pytestmark = [
    pytest.mark.faults,
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="Windows cannot fork what is to be killed"),
]


def test_no_kill_loses_what_was_acknowledged(tmp_path: Path) -> None:
    """Whenever and wherever it comes; the broken variants among the rows lose something, and are caught."""
    rows = PART.run(Run(Length.SHORT, tmp_path, seed=7))
    refused = [line for row in rows for line in row.found if line.startswith(NOT_PERMITTED)]
    if refused:
        pytest.skip(refused[0])
    assert [(row.what, row.found) for row in rows if not row.good] == []
    assert [row.what for row in rows if row.fails_on_purpose and row.rounds]
    assert all(row.rounds for row in rows)
