"""Interrupts the operations and tells the rows: ``python -m tests.faults.operations FOLDER LENGTH SEED [WORD …]``.

With words only the operations with one of them in their names, however long the run is.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from tests.faults.apart import tell_rows
from tests.faults.cuts.calls import why_not
from tests.faults.operations.broken import Broken, broken
from tests.faults.operations.operation import Operation
from tests.faults.operations.registry import crucial, is_in_short, others
from tests.faults.operations.rounds import Trial
from tests.faults.parts import Length, Row, Run

ENOUGH = 200
"""Disks after a power cut, among which one shows what is broken."""


@dataclass(frozen=True, slots=True)
class Dose:
    """How often operations of one kind are interrupted, in the long run and the short."""

    kills: tuple[int, int]
    failures: tuple[int, int]
    cuts: tuple[int, int]


DOSES: tuple[tuple[Dose, Callable[[], Sequence[Operation]]], ...] = (
    (Dose((40, 2), (40, 2), (40, 2)), crucial),
    (Dose((30, 1), (30, 2), (30, 2)), others),
)


def rows(run: Run, words: Sequence[str] = ()) -> Sequence[Row]:
    """Try every operation, or in a short run some, then the broken variants."""
    if reason := why_not():
        return (Row("operasjoner", found=(reason,)),)

    def is_wanted(operation: Operation) -> bool:
        if words:
            return any(word in operation.name for word in words)
        return run.length is Length.LONG or is_in_short(operation)

    found = [_row(each, dose, run) for dose, kind in DOSES for each in kind() if is_wanted(each)]
    wanted = [each for each in broken() if not words or is_wanted(each.operation)]
    return (*found, *(_broken_row(each, run) for each in wanted))


def _row(operation: Operation, dose: Dose, run: Run) -> Row:
    began = time.monotonic()
    trial = _trial(operation, run)
    made = trial.rehearse()
    trial.kill(made, run.chance(f"drap {operation.name}"), run.of(*dose.kills))
    trial.fail(made, run.chance(f"feil {operation.name}"), run.of(*dose.failures))
    trial.cut(run.chance(f"kutt {operation.name}"), run.of(*dose.cuts))
    taken = f"{time.monotonic() - began:.1f} s"
    print(f"{operation.name}: {trial.rounds} + {trial.states}, {taken}", file=sys.stderr, flush=True)
    return Row(operation.name, rounds=trial.rounds, states=trial.states, found=tuple(trial.found))


def _broken_row(broken: Broken, run: Run) -> Row:
    trial, chance = _trial(broken.operation, run), run.chance(broken.operation.name)
    made = trial.rehearse()
    if broken.by_cut:
        trial.cut_until_found(chance, ENOUGH)
    else:
        trial.kill_until_found([call for call in made if call.name in broken.killed_at], chance)
    name = broken.operation.name
    return Row(name, rounds=trial.rounds, states=trial.states, found=tuple(trial.found), fails_on_purpose=True)


def _trial(operation: Operation, run: Run) -> Trial:
    return Trial(operation, run.folder / str(len(list(run.folder.iterdir()))))


if __name__ == "__main__":
    tell_rows(sys.argv[1:4], partial(rows, words=sys.argv[4:]))
