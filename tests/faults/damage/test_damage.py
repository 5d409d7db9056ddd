"""Whatever is damaged is noticed, kept and got back; and a program that does not look would be found out."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.faults.damage.part import PART
from tests.faults.parts import Length, Run

pytestmark = pytest.mark.faults


def test_no_damage_passes_for_sound(tmp_path: Path) -> None:
    """Nothing is written to what is damaged, and the broken variants among the rows are caught."""
    rows = PART.run(Run(Length.SHORT, tmp_path, seed=7))
    assert [(row.what, row.found) for row in rows if not row.good] == []
    assert sum(row.fails_on_purpose for row in rows) == 3
    assert all(row.states or row.inputs for row in rows)
