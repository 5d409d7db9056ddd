"""What was restructured in a draft, step by step, kept outside the course: for undo, redo and after a crash.

A step is a folder (``files.many_files``) whose place says how far it is: ``doing`` and ``undoing`` while its files are
being written, ``done``, ``undone``. A step goes from one place to the next by one rename.
"""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from kursapp.domain.problem import KursappError
from kursapp.domain.restructuring import Restructuring
from kursapp.files.failure import write_failure
from kursapp.files.folder import make_folder
from kursapp.files.folders import remove_folder, sweep_folders
from kursapp.files.many_files import FileWrite, Written, read_down, read_note, write_down
from kursapp.files.writing import sync_folder
from kursapp.services.clock import Clock
from kursapp.trouble.traces import Code

MOST_STEPS = 100
"""Restructurings that can be taken back."""

DOING, DONE, UNDOING, UNDONE = "doing", "done", "undoing", "undone"
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Step:
    """A restructuring that was made: a code (``move-page``), the title of what it is about, when, and where."""

    title: str
    name: str
    id: str = ""
    when: datetime | None = None
    file: str = ""
    line: int = 1


@dataclass(frozen=True, slots=True)
class Removed:
    """A page or a whole session (``page`` False) that was taken out: its title, its text, and the file it was in."""

    name: str
    text: str
    file: str
    page: bool
    when: datetime | None = None


class Steps:
    """Keeps the steps of one draft under ``home``. A step that cannot be read is set aside, and not spoken of."""

    def __init__(self, home: Path, clock: Clock) -> None:
        self._home = home
        self._clock = clock

    def begin(self, writes: list[FileWrite], planned: Restructuring) -> str:
        """Write down a new step, and return its name. Raises KursappError as ``files.writing``."""
        numbers = [int(name) for place in (DOING, DONE, UNDOING, UNDONE) for name in self._names(place)]
        name = f"{max(numbers, default=0) + 1:06d}"
        note = {
            "title": planned.title,
            "name": planned.name,
            "file": planned.file,
            "line": planned.line,
            "when": self._clock.now().isoformat(),
            "kept": planned.kept,
        }
        write_down(self._home / DOING / name, writes, note)
        return name

    def resume(self, name: str, *, back: bool) -> None:
        """Say that a step is about to be undone (``back``) or done again."""
        self._move(name, DONE if back else UNDONE, UNDOING if back else DOING)

    def settled(self, name: str, *, forward: bool, back: bool, again: bool = False) -> None:
        """Say that a step's files are written, or (``forward`` False) as they were before it was begun.

        A new step that came to nothing is forgotten; one that was to be done ``again`` can be tried once more.
        """
        start, end = (UNDOING, UNDONE) if back else (DOING, DONE)
        if forward:
            self._move(name, start, end)
            self._prune()
        elif back or again:
            self._move(name, start, DONE if back else UNDONE)
        else:
            remove_folder(self._home / start / name)

    def under_way(self) -> Iterator[tuple[str, bool]]:
        """Yield the steps a crash left between, each with whether it was being undone. Sweeps left-over files too."""
        for place in (DOING, DONE):
            if (self._home / place).is_dir():
                sweep_folders(self._home / place)
        for name in self._names(DOING):
            yield name, False
        for name in self._names(UNDOING):
            yield name, True

    def writes(self, name: str, *, back: bool) -> list[FileWrite] | None:
        """Return what doing a step (or undoing it, ``back``) writes; None where its record is damaged."""
        found = self._read(name)
        if found is None:
            return None
        return [write.reversed() for write in reversed(found.writes)] if back else list(found.writes)

    def last_done(self) -> Step | None:
        """Return the step that undo would take back."""
        return self._step(DONE, last=True)

    def last_undone(self) -> Step | None:
        """Return the step that redo would do again: the first of those taken back."""
        return self._step(UNDONE, last=False)

    def removed(self) -> Iterator[Removed]:
        """Yield the pages and sessions that the steps done have taken out, the latest first."""
        for name in reversed(self._names(DONE)):
            title = str(read_note(self._home / DONE / name).get("title", ""))
            found = self._read(name) if title.startswith("remove-") else None
            if found is not None:
                yield from _removed(_step(name, found), found)

    def forget_undone(self) -> None:
        """Forget what was taken back: something else has been done since."""
        for name in self._names(UNDONE):
            remove_folder(self._home / UNDONE / name)

    def _step(self, place: str, *, last: bool) -> Step | None:
        for name in reversed(self._names(place)) if last else self._names(place):
            found = self._read(name)
            if found is not None:
                return _step(name, found)
        return None

    def _read(self, name: str) -> Written | None:
        place = next((one for one in (DOING, DONE, UNDOING, UNDONE) if (self._home / one / name).is_dir()), DONE)
        try:
            return read_down(self._home / place / name)
        except KursappError as error:
            _log.warning("a step in %s cannot be read: %s", Code(place), error)
            with contextlib.suppress(OSError):
                (self._home / place / name).rename(self._home / place / f"damaged-{name}")
            return None

    def _names(self, place: str) -> list[str]:
        with contextlib.suppress(OSError):
            return sorted(path.name for path in (self._home / place).iterdir() if path.name.isdigit())
        return []

    def _move(self, name: str, start: str, end: str) -> None:
        target = self._home / end / name
        try:
            make_folder(target.parent)
            (self._home / start / name).rename(target)
            sync_folder(target.parent)
            sync_folder(self._home / start)
        except OSError as error:
            raise write_failure(error, target) from error

    def _prune(self) -> None:
        for name in self._names(DONE)[:-MOST_STEPS]:
            remove_folder(self._home / DONE / name)


def _removed(step: Step, found: Written) -> Iterator[Removed]:
    if step.title == "remove-page":
        yield Removed(step.name, str(found.note.get("kept", "")), step.file, True, step.when)
        return
    for write in found.writes:
        if write.after is None and write.before is not None and write.path.casefold().endswith(".md"):
            text = write.before.decode("utf-8-sig", errors="replace")
            yield Removed(_title(text) or write.path, text, write.path, False, step.when)


def _title(text: str) -> str:
    return next((line[2:].strip() for line in text.splitlines() if line.startswith("# ")), "")


def _step(name: str, found: Written) -> Step:
    note = {key: str(value) for key, value in found.note.items()}
    when = None
    with contextlib.suppress(ValueError):
        when = datetime.fromisoformat(note.get("when", ""))
    line = note.get("line", "1")
    return Step(
        note.get("title", ""),
        note.get("name", ""),
        name,
        when,
        note.get("file", ""),
        int(line) if line.isdigit() else 1,
    )
