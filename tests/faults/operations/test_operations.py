"""The short form: one operation of each kind interrupted some times, and the broken variants seen."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from tests.faults.cuts.calls import why_not
from tests.faults.operations.broken import broken
from tests.faults.operations.part import PART
from tests.faults.operations.registry import crucial, is_in_short, others
from tests.faults.parts import Length, Row, Run

pytestmark = [pytest.mark.faults, pytest.mark.slow, pytest.mark.skipif(bool(why_not()), reason=why_not())]

EVERY = (*crucial(), *others())
NAMES = [operation.name for operation in EVERY if is_in_short(operation)] + [each.operation.name for each in broken()]


@pytest.fixture(scope="module")
def rows(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Row]:
    """Interrupt everything once for all tests here."""
    found = PART.run(Run(Length.SHORT, tmp_path_factory.mktemp("operasjoner"), seed=7))
    return {row.what: row for row in found}


def test_no_two_operations_have_one_name() -> None:
    """Nor is one tried in a short run that is tried in no long one."""
    names = [operation.name for operation in EVERY]
    assert len(set(names)) == len(names)
    assert sum(map(is_in_short, EVERY)) == 9


def test_the_part_comes_to_its_end(rows: Mapping[str, Row]) -> None:
    """With a row for each operation, and nothing else."""
    assert list(rows) == NAMES, rows


@pytest.mark.parametrize("name", NAMES)
def test_there_is_the_old_or_the_new(name: str, rows: Mapping[str, Row]) -> None:
    """Whatever it was interrupted at; and the break that is made on purpose is seen."""
    assert rows[name].rounds or rows[name].states
    assert rows[name].good, rows[name]
