"""Interrupts the operations and writes the rows: ``python -m tests.faults.operations FOLDER LENGTH SEED [WORD …]``.

With words only the operations with one of them in their names.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.faults.operations.broken import Broken, broken
from tests.faults.operations.interrupting import NotPermittedError
from tests.faults.operations.operation import Operation
from tests.faults.operations.part import NOT_PERMITTED, told
from tests.faults.operations.registry import crucial, others
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


DOSES = (
    (Dose((40, 4), (40, 4), (40, 4)), crucial),
    (Dose((30, 2), (30, 3), (30, 3)), others),
)


def main(run: Run, words: Sequence[str]) -> int:
    """Try every operation, then the broken variants."""
    rows = []
    try:
        for dose, kind in DOSES:
            for operation in kind():
                if not words or any(word in operation.name for word in words):
                    rows.append(_row(operation, dose, run))
        for each in broken():
            if not words or any(word in each.operation.name for word in words):
                rows.append(_broken_row(each, run))
    except NotPermittedError as error:
        rows = [Row("operasjoner", found=(f"{NOT_PERMITTED} {error}",))]
    sys.stdout.write(f"\n{told(rows)}\n")
    return 0


def _row(operation: Operation, dose: Dose, run: Run) -> Row:
    began = time.monotonic()
    trial = _trial(operation, run)
    made = trial.rehearse()
    trial.kill(made, run.chance(f"drap {operation.name}"), run.of(*dose.kills))
    trial.fail(made, run.chance(f"feil {operation.name}"), run.of(*dose.failures))
    trial.cut(run.chance(f"kutt {operation.name}"), run.of(*dose.cuts))
    print(
        f"{operation.name}: {trial.rounds + trial.states} på {time.monotonic() - began:.1f} s",
        file=sys.stderr,
        flush=True,
    )
    return Row(operation.name, rounds=trial.rounds, states=trial.states, found=tuple(trial.found))


def _broken_row(broken: Broken, run: Run) -> Row:
    trial, chance = _trial(broken.operation, run), run.chance(broken.operation.name)
    made = trial.rehearse()
    if broken.by_cut:
        trial.cut_until_found(chance, ENOUGH)
    else:
        trial.kill_until_found(made, chance)
    name = broken.operation.name
    return Row(name, rounds=trial.rounds, states=trial.states, found=tuple(trial.found), fails_on_purpose=True)


def _trial(operation: Operation, run: Run) -> Trial:
    return Trial(operation, run.folder / str(len(list(run.folder.iterdir()))))


if __name__ == "__main__":
    sys.exit(main(Run(Length(sys.argv[2]), Path(sys.argv[1]), int(sys.argv[3])), sys.argv[4:]))
