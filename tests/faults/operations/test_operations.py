"""The short form: every operation interrupted some times, and the broken variants seen."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from tests.faults.operations.broken import broken
from tests.faults.operations.part import NOT_PERMITTED, PART
from tests.faults.operations.registry import crucial, others
from tests.faults.parts import Length, Row, Run

pytestmark = pytest.mark.faults

OPERATIONS = (*crucial(), *others(), *(each.operation for each in broken()))
NAMES = [operation.name for operation in OPERATIONS]


@pytest.fixture(scope="module")
def rows(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Row]:
    """Interrupt everything once for all tests here."""
    found = PART.run(Run(Length.SHORT, tmp_path_factory.mktemp("operasjoner"), seed=7))
    if any(NOT_PERMITTED in line for row in found for line in row.found):
        pytest.skip(found[0].found[0])
    return {row.what: row for row in found}


def test_the_part_comes_to_its_end(rows: Mapping[str, Row]) -> None:
    """With a row for each operation, and nothing else."""
    assert list(rows) == NAMES, rows


@pytest.mark.parametrize("name", NAMES)
def test_there_is_the_old_or_the_new(name: str, rows: Mapping[str, Row]) -> None:
    """Whatever it was interrupted at; and the break that is made on purpose is seen."""
    assert rows[name].rounds or rows[name].states
    assert rows[name].good, rows[name]
