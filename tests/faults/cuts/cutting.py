"""Power cuts all along what is written, in the states a disk may be left in."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path

from kursapp.storage.inspection import LOG
from kursapp.storage.profiles import DATABASE
from tests.faults.cuts.authoring import lay_out
from tests.faults.cuts.checks import CHECKS, check_answers
from tests.faults.cuts.events import Trace
from tests.faults.cuts.states import State, states
from tests.faults.cuts.trace import trace_fork
from tests.faults.cuts.works import BREAKS, IN_FILE, IN_LOG, WORKS
from tests.faults.parts import Length, Row, Run

FAILING_SYNCS = "fsync,fdatasync:error=EIO:when=30+13"
"""Every thirteenth sync fails, once the profile and its first backup are made. What could not be saved is tried again;
failed they more often, nothing that takes several would ever come to its end."""

TOLD = 5
"""How many of the states in which something is wrong are told in full."""


def rows(run: Run) -> Sequence[Row]:
    """Trace each work, cut it all along, and check every state; then the same with a sync left out."""
    rows = [*_answers(run), *_files(run), _set_aside(run), *_authoring(run), *_broken(run)]
    if run.length is Length.LONG:
        rows[1:1] = [_under_a_key(run), _after_a_cut(run), _while_mending(run)]
    return rows


def traced(folder: Path, work: str, number: int, *, broken: str = "", run: str = "a", faults: str = "") -> Trace:
    """Do a work in a folder and return what it did there. Raises RuntimeError where it could not be done."""
    folder.mkdir(parents=True, exist_ok=True)
    errors = folder.with_name(f"{folder.name}.errors")

    def do() -> None:
        with errors.open("wb") as told, Path(os.devnull).open("wb") as nowhere:
            os.dup2(told.fileno(), 2)
            os.dup2(nowhere.fileno(), 1)
        if broken:
            BREAKS[broken]()
        if WORKS[work](folder, number, run):
            raise RuntimeError("the work was not done")

    trace = trace_fork(do, folder, faults=[faults] if faults else [])
    if trace.exit_code:
        raise RuntimeError(f"{work} ended with {trace.exit_code}: {errors.read_text('utf-8')[-2000:]}")
    return trace


def _answers(run: Run) -> Sequence[Row]:
    found = _Found(run, "answers")
    failing = _Found(run, "answers")
    for number in range(run.of(5, 1)):
        name = f"a{run.seed}{number}"
        found.cut(traced(run.folder / name, "answers", run.of(60, 28), run=name), run.of(300, 80))
        name = f"f{run.seed}{number}"
        trace = traced(run.folder / name, "answers", run.of(40, 14), run=name, faults=FAILING_SYNCS)
        failing.cut(trace, run.of(100, 20))
    return [found.row("strømbrudd mens det svares"), failing.row("strømbrudd etter at disken ikke fikk skrevet")]


def _under_a_key(run: Run) -> Row:
    found = _Found(run, "under a key")
    found.cut(traced(run.folder / "key", "under a key", 42), 300)
    return found.row("strømbrudd mens det svares i en låst profil")


def _after_a_cut(run: Run) -> Row:
    """Go on from what a cut left, be cut again, and hold both runs' receipts against it."""
    found = _Found(run, "answers")
    first = traced(run.folder / "first", "answers", 30, run="first")
    chance = run.chance("after a cut")
    for number, state in enumerate(states(first, chance, 6)):
        folder = run.folder / f"after-{number}"
        state.put(folder)
        trace = traced(folder, "answers", 15, run=f"second{number}")
        found.cut(trace, 50, said=state.said)
    return found.row("strømbrudd to ganger, med arbeid imellom")


def _while_mending(run: Run) -> Row:
    """Be cut, and be cut again while the program opens and mends what the first cut left."""
    found = _Found(run, "answers")
    first = traced(run.folder / "mended", "answers", 30, run="mended")
    for number, state in enumerate(states(first, run.chance("while mending"), 8)):
        folder = run.folder / f"mending-{number}"
        state.put(folder)
        found.cut(traced(folder, "opening", 1), 40, said=state.said)
    return found.row("strømbrudd mens det ryddes etter et strømbrudd")


def _files(run: Run) -> Sequence[Row]:
    words = {
        "settings": "strømbrudd mens innstillinger lagres",
        "profiles": "strømbrudd mens profiler lages og får nytt navn",
        "backups": "strømbrudd mens sikkerhetskopier lages",
    }
    amounts = {"settings": run.of(300, 20), "profiles": run.of(300, 20), "backups": run.of(300, 12)}
    numbers = {"settings": run.of(40, 6), "profiles": run.of(8, 3), "backups": run.of(48, 6)}
    rows = []
    for work, what in words.items():
        found = _Found(run, work)
        found.cut(traced(run.folder / work, work, numbers[work]), amounts[work])
        rows.append(found.row(what))
    return rows


def _set_aside(run: Run) -> Row:
    folder = run.folder / "aside"
    folder.mkdir()
    (folder / DATABASE).write_bytes(IN_FILE)
    (folder / (DATABASE + LOG)).write_bytes(IN_LOG)
    found = _Found(run, "aside")
    found.cut(traced(folder, "aside", 1), run.of(40, 10))
    return found.row("strømbrudd mens en skadet fil legges til side")


def _authoring(run: Run) -> Iterable[Row]:
    words = {
        "texts": "strømbrudd mens kurstekster lagres",
        "structure": "strømbrudd mens flere filer i et kurs endres sammen",
    }
    for work, what in words.items():
        folder = run.folder / work
        folder.mkdir()
        lay_out(folder)
        found = _Found(run, work)
        found.cut(traced(folder, work, run.of(10, 2)), run.of(300, 30))
        yield found.row(what)


def _broken(run: Run) -> Iterable[Row]:
    variants = [
        ("answers", "database", "brudd: databasen synkroniseres ikke (synchronous=OFF)"),
        ("settings", "file", "brudd: filen synkroniseres ikke før den får navn"),
        ("profiles", "folder", "brudd: mappen synkroniseres ikke etter navnebytte"),
    ]
    for work, broken, what in variants:
        found = _Found(run, work, enough=1)
        found.cut(traced(run.folder / broken, work, 6, broken=broken, run="b"), run.of(200, 60))
        yield found.row(what, fails_on_purpose=True)


class _Found:
    """Looks at states, and remembers how many and what was wrong with them. Stops at ``enough`` wrong ones."""

    def __init__(self, run: Run, work: str, enough: int | None = None) -> None:
        self._run = run
        self._check = CHECKS.get(work, check_answers)
        self._work = work
        self._enough = enough
        self._states = 0
        self._wrong: list[str] = []

    def cut(self, trace: Trace, many: int, said: Sequence[str] = ()) -> None:
        """Look at the states of a trace; ``said``: what was acknowledged before it began."""
        place = self._run.folder / "state"
        for state in states(trace, self._run.chance(f"{self._work}{self._states}"), many):
            if self._enough is not None and len(self._wrong) >= self._enough:
                return
            if self._enough is not None and not state.said:
                continue  # before anything is acknowledged, nothing acknowledged can be lost
            self._states += 1
            state.put(place)
            wrong = self._look(place, state, said)
            if wrong:
                self._wrong.append(f"{state.where}: {' '.join(wrong[:TOLD])}")

    def row(self, what: str, *, fails_on_purpose: bool = False) -> Row:
        """Return the line of the table."""
        return Row(what, states=self._states, found=tuple(self._wrong), fails_on_purpose=fails_on_purpose)

    def _look(self, place: Path, state: State, said: Sequence[str]) -> Sequence[str]:
        try:
            return self._check(place, (*said, *state.said))
        except Exception as error:  # noqa: BLE001 - whatever the program falls over is a finding
            return [f"{type(error).__name__}: {error}"]
