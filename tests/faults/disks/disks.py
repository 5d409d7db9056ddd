"""What is tried with disks that fail and disks that are full."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterable, Sequence

from tests.faults.disks.failing import Failing
from tests.faults.disks.full import in_small_disk
from tests.faults.disks.patient import swallow_errors
from tests.faults.parts import Length, Row, Run

NO_SMALL_DISK = "Her kan det ikke lages en liten disk (unshare og mount), så en full disk ble ikke prøvd."
IN_THE_WINDOW = "tests/journeys/test_trouble.py::test_a_full_disk_says_so_and_loses_nothing"


def rows(run: Run) -> Sequence[Row]:
    """Let calls fail, then fill disks up; the same with what makes it safe taken away."""
    found = [*_failing(run), *_full(run)]
    return [*found, _in_the_window()] if run.length is Length.LONG else found


def _failing(run: Run) -> Iterable[Row]:
    works = [
        ("answers", run.of(14, 14), run.of(150, 5), "skriving, lesing og synkronisering som feiler mens det svares"),
        ("settings", run.of(6, 6), run.of(150, 4), "det samme mens innstillinger lagres"),
        ("profiles", run.of(3, 3), run.of(150, 4), "det samme mens profiler lages og får nytt navn"),
    ]
    for work, number, many, what in works:
        failing = Failing(run, work, number)
        failing.go(many)
        yield failing.row(what)
    broken = Failing(run, "answers", 14, broken=swallow_errors)
    broken.go(20, of=("pwrite64",))
    yield broken.row("brudd: en feil ved lagring forties")


def _full(run: Run) -> Iterable[Row]:
    rounds = run.of(40, 2)
    found = in_small_disk(run.folder / "small", rounds, run.seed)
    if found is None:
        yield Row(f"full disk: {NO_SMALL_DISK}")
        return
    yield Row("full disk, plass igjen, alt er der", rounds=2 * rounds, found=tuple(found))
    caught = in_small_disk(run.folder / "broken", 1, run.seed, "in place") or ()
    yield Row("brudd: innstillinger skrives rett over", rounds=1, found=tuple(caught), fails_on_purpose=True)


def _in_the_window() -> Row:
    """Run the journey of somebody who writes on a full disk."""
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:benchmark", "-p", "no:cacheprovider", IN_THE_WINDOW]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    if " skipped" in done.stdout and not done.returncode:
        return Row(f"full disk i vinduet: {NO_SMALL_DISK}")
    return Row("full disk i vinduet", rounds=1, found=(done.stdout[-2000:],) if done.returncode else ())
