"""Calls that fail now and then: EIO and ENOSPC at the N-th write, sync, open, read, and change of names."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from kursapp.domain.problem import refusal
from kursapp.texts.problems import tell
from tests.faults.cuts.checks import CHECKS
from tests.faults.disks.patient import PATIENCE, SAYS, WORKS, Told
from tests.faults.operations.interrupting import OPEN, READS, Call, Ending, calls, failed_at
from tests.faults.parts import Row, Run

LONGEST = PATIENCE // 4
"""How many calls of a name fail one after another at most, before the disk is well again."""

_FULL = "full"
"""What is said in English of a disk with no room left."""


@dataclass
class Failing:
    """A work of a person, done anew in each round with other calls failing."""

    run: Run
    work: str
    number: int
    broken: Callable[[], None] | None = None
    rounds: int = 0
    told: int = 0
    wrong: list[str] = field(default_factory=list)

    def go(self, many: int, of: Sequence[str] = ()) -> None:
        """Do so many rounds, with calls of any name failing or only those named; of a break until it is caught."""
        chance = self.run.chance(f"{self.work}{self.broken}")
        # What is imported when it is first needed is imported now: the program's own files are on another disk.
        folder, told = self._fresh()
        WORKS[self.work](folder, self.number, told)
        told.close()
        tell(refusal("disk-full", file="", folder="").problem, "en")
        folder, told = self._fresh()
        made = calls(self._doing(folder, told), folder, self.run.folder / "calls")
        told.close()
        # Of a break only what is saved one by one is looked at, and not how the profile was made.
        made = made if self.broken is None else made[len(made) // 2 :]
        for call in chosen([call for call in made if not of or call.name in of], chance, many):
            if self.broken is not None and self.wrong:
                return
            errors = ("EIO",) if call.name in READS else ("EIO", "ENOSPC")
            self._round(call, chance.choice(errors), chance.choice((1, 1, 2, LONGEST)))

    def row(self, what: str) -> Row:
        """Return the line of the table."""
        wrong = list(self.wrong)
        if self.broken is None and not self.told:
            wrong.append("In no round anything was said to have failed.")
        return Row(what, rounds=self.rounds, found=tuple(wrong), fails_on_purpose=self.broken is not None)

    def _round(self, call: Call, error: str, times: int) -> None:
        self.rounds += 1
        folder, told = self._fresh()
        ended = failed_at(self._doing(folder, told), call, error, times=times)
        told.close()
        wrong = [] if ended.how is Ending.DONE else [f"It did not come to its end: {ended.words}"]
        wrong += misleading(call, error, told.refusals())
        try:
            wrong += CHECKS[self.work](folder, told.receipts())
        except Exception as fallen:  # noqa: BLE001 - whatever the program falls over is a finding
            wrong.append(f"{type(fallen).__name__}: {fallen}")
        self.told += bool(told.refusals())
        if wrong:
            self.wrong.append(f"{error} at {times} × {call.name} from the {call.number}th: {' '.join(wrong[:5])}")

    def _fresh(self) -> tuple[Path, Told]:
        shutil.rmtree(self.run.folder / "person", ignore_errors=True)
        folder = self.run.folder / "person" / "data"
        folder.mkdir(parents=True)
        return folder, Told(self.run.folder / "person" / "told")

    def _doing(self, folder: Path, told: Told) -> Callable[[], None]:
        def do() -> None:
            if self.broken is not None:
                self.broken()
            WORKS[self.work](folder, self.number, told)

        return do


def chosen(made: Sequence[Call], chance: random.Random, many: int) -> Sequence[Call]:
    """Choose calls to fail: of every name as many, since there are a hundred writes for each sync and rename."""
    by_name: dict[str, list[Call]] = {}
    for call in made:
        if (call.changes or call.name in (*READS, *OPEN)) and call.name != SAYS:
            by_name.setdefault(call.name, []).append(call)
    turns = [chance.sample(each, len(each)) for _, each in sorted(by_name.items())]
    found: list[Call] = []
    while len(found) < many and any(turns):
        found += [each.pop() for each in turns if each]
    return found[:many]


def misleading(call: Call, error: str, refusals: Sequence[str]) -> Sequence[str]:
    """Return a sentence for each refusal that says the wrong thing: a full disk is full, a broken one is not."""
    if error == "EIO":
        return [f"It says that a broken disk is full: {line}" for line in refusals if _FULL in line]
    if call.name in ("write", "pwrite64"):
        # Opening again after it, the engine may meet the next in places where it only knows that something failed.
        return [f"It does not say that the disk is full: {line}" for line in refusals[:1] if _FULL not in line]
    return []
