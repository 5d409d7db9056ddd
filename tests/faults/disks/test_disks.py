"""The short form of the failing and the full disks."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.faults.cuts.calls import why_not
from tests.faults.disks.disks import NO_SMALL_DISK
from tests.faults.disks.failing import chosen, misleading
from tests.faults.disks.part import run
from tests.faults.operations.interrupting import Call
from tests.faults.parts import Length, Row, Run

pytestmark = [pytest.mark.faults, pytest.mark.skipif(bool(why_not()), reason=why_not())]


@pytest.fixture(scope="module")
def rows(tmp_path_factory: pytest.TempPathFactory) -> Sequence[Row]:
    """Return what the short run finds."""
    return run(Run(Length.SHORT, tmp_path_factory.mktemp("disks"), seed=7))


def test_a_disk_that_fails_is_told_and_loses_nothing(rows: Sequence[Row]) -> None:
    """What was acknowledged is there, each refusal has its sentence, and all is saved when the disk is well again."""
    assert [line for row in rows if not row.fails_on_purpose for line in row.found] == []
    assert sum(row.rounds for row in rows) > 12


def test_an_error_that_is_passed_over_is_caught(rows: Sequence[Row]) -> None:
    """The failing disks can fail."""
    broken = [row for row in rows if row.fails_on_purpose]
    assert broken
    assert [row.what for row in broken if not row.found] == []


def test_a_full_disk_was_tried(rows: Sequence[Row]) -> None:
    """Where a small disk can be made."""
    if any(NO_SMALL_DISK in row.what for row in rows):
        pytest.skip(NO_SMALL_DISK)
    assert [row.rounds for row in rows if row.what.startswith("full disk")] == [4]


def test_every_kind_of_call_fails_as_often() -> None:
    """There are a hundred writes for each sync, and what is rare is where it goes wrong."""
    made = [Call("pwrite64", number, True) for number in range(100)] + [Call("fsync", 1, True), Call("stat", 1, False)]
    names = [call.name for call in chosen(made, Run.chance(Run(Length.SHORT, None, 1), "a"), 4)]  # type: ignore[arg-type]
    assert sorted(names) == ["fsync", "pwrite64", "pwrite64", "pwrite64"]


def test_a_full_disk_that_is_called_broken_is_found() -> None:
    """She would look for a loose cable, or throw away what she could keep."""
    write = Call("pwrite64", 1, True)
    assert misleading(write, "ENOSPC", ["FAILED 1: The disk answered with an error"])
    assert misleading(write, "EIO", ["FAILED 1: The disk is full"])
    assert not misleading(write, "ENOSPC", ["FAILED 1: The disk is full"])
