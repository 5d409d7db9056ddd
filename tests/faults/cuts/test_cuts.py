"""The short form of the power cuts."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.faults.cuts.calls import why_not
from tests.faults.cuts.part import run
from tests.faults.parts import Length, Row, Run

pytestmark = [pytest.mark.faults, pytest.mark.skipif(bool(why_not()), reason=why_not())]


@pytest.fixture(scope="module")
def rows(tmp_path_factory: pytest.TempPathFactory) -> Sequence[Row]:
    """Return what the short run finds."""
    return run(Run(Length.SHORT, tmp_path_factory.mktemp("cuts"), seed=7))


def test_nothing_acknowledged_is_lost_when_the_power_goes(rows: Sequence[Row]) -> None:
    """Answers, settings, profile cards and backups are whole and as they were acknowledged, in every state."""
    assert [line for row in rows if not row.fails_on_purpose for line in row.found] == []
    assert sum(row.states for row in rows) > 100


def test_a_sync_that_is_left_out_is_caught(rows: Sequence[Row]) -> None:
    """The cuts can fail: without its syncs the program loses what it said was saved."""
    broken = [row for row in rows if row.fails_on_purpose]
    assert len(broken) == 3
    assert [row.what for row in broken if not row.found] == []
