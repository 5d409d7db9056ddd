"""Killed at any moment, the program has everything it acknowledged; and a program that lied would be found out."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.faults import tracing
from tests.faults.kills.part import PART
from tests.faults.parts import Length, Run

pytestmark = [pytest.mark.faults, pytest.mark.slow]


def test_no_kill_loses_what_was_acknowledged(tmp_path: Path) -> None:
    """Whenever and wherever it comes; the broken variants among the rows lose something, and are caught."""
    why_not = tracing.why_not()
    if why_not:
        pytest.skip(why_not)
    rows = PART.run(Run(Length.SHORT, tmp_path, seed=7))
    assert [(row.what, row.found) for row in rows if not row.good] == []
    assert sum(row.fails_on_purpose for row in rows) == 2
    assert all(row.rounds for row in rows)
