"""Restructures a draft: plans a wish with the worker, and does, undoes and redoes it on disk, all of it or none."""

from __future__ import annotations

import dataclasses
import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any

from kursapp.content.codec import decode, encode
from kursapp.content.exchange import PlanData, PlanReport, SentWish
from kursapp.content.fixing import ids_of
from kursapp.content.folder import Listing, is_markdown, list_files
from kursapp.content.source import LARGEST_FILE
from kursapp.domain.problem import KursappError, refusal
from kursapp.domain.restructuring import FileChange, RenameFile, Restructuring, Wish
from kursapp.files.failure import read_failure
from kursapp.files.many_files import FileWrite, as_before, settle, write_all
from kursapp.services.clock import Clock
from kursapp.services.restructure_steps import Removed, Step, Steps
from kursapp.trouble.traces import Code
from kursapp.worker import Worker, WorkerJobError, WorkerLimitError

__all__ = ["Keep", "Removed", "Step", "Structure", "plan"]

Keep = Callable[[str, bytes], object]
"""``keep(file, data)``: a snapshot of a file as it was, before it is changed or taken away."""

PLAN_SECONDS = 30.0

_JOB = "kursapp.content.jobs:plan_restructuring"
_log = logging.getLogger(__name__)


def plan(worker: Worker, folder: Path, wish: Wish) -> Restructuring:
    """Return the changes that grant a wish, from the files as they are on disk. Nothing is written.

    Raises KursappError where it cannot be granted (``texts.problems_restructuring`` has the reasons), and as
    ``content.folder.list_files``.
    """
    listing = list_files(folder)
    files = {file: _read(listing, file) for file in listing.files if is_markdown(file)}
    others = tuple(file for file in listing.files if not is_markdown(file))
    sent = SentWish(type(wish).__name__, _values(wish))
    payload = encode(PlanData(listing.cover, files, others, sent))
    try:
        report = decode(worker.call(_JOB, payload, PLAN_SECONDS), PlanReport)
    except WorkerLimitError as error:
        raise refusal("restructure-too-heavy", limit=error.reason) from error
    except WorkerJobError as error:
        _log.warning("%s failed for %s", Code(_JOB), Code(type(wish).__name__), exc_info=error)
        raise refusal("restructure-not-possible") from error
    if report.planned is None:
        raise KursappError(report.refused) if report.refused else refusal("restructure-not-possible")
    return _with_moved(listing, wish, report.planned)


def _values(wish: Wish) -> dict[str, str | int]:
    return {one.name: getattr(wish, one.name) for one in dataclasses.fields(wish)}


def _read(listing: Listing, file: str) -> bytes:
    try:
        return listing.read(file, LARGEST_FILE)
    except OSError as error:
        raise read_failure(error, listing.root / file) from error


def _with_moved(listing: Listing, wish: Wish, planned: Restructuring) -> Restructuring:
    """Give a picture that gets another path its bytes: the plan knows only its name."""
    if not isinstance(wish, RenameFile) or is_markdown(wish.file):
        return planned
    try:
        data = listing.path(wish.file).read_bytes()
    except OSError as error:
        raise read_failure(error, listing.root / wish.file) from error
    own = (FileChange(wish.file, data, None), FileChange(wish.to, None, data))
    changes = [change for change in planned.changes if change.file not in (wish.file, wish.to)]
    return dataclasses.replace(planned, changes=(*changes, *own))


class Structure:
    """The restructurings of one draft, all on the thread of the draft's files.

    ``home`` is the draft's own folder in the author's data; ``keep`` takes a snapshot of what is changed.
    """

    def __init__(self, root: Path, home: Path, worker: Worker, clock: Clock, keep: Keep) -> None:
        self._root = root
        self._worker = worker
        self._steps = Steps(home, clock)
        self._keep = keep

    def recover(self) -> None:
        """Finish what a crash or a power cut left half done. Call when the draft is opened.

        Raises KursappError as ``files.writing``; what is half done waits then.
        """
        for name, back in self._steps.under_way():
            writes = self._steps.writes(name, back=back)
            if writes is not None:
                self._steps.settled(name, forward=settle(self._root, writes), back=back)

    def carry_out(self, wish: Wish) -> Restructuring:
        """Plan a wish, make its changes, and remember how to take them back. Returns what was done.

        Raises KursappError as ``plan``; ``restructure-clash`` where a file is another than the plan saw; as
        ``files.writing``. Then nothing has changed.
        """
        return self.apply(plan(self._worker, self._root, wish))

    def apply(self, planned: Restructuring) -> Restructuring:
        """Make the changes of a plan; as ``carry_out``."""
        self.recover()
        written = list_files(self._root).written
        writes = [FileWrite(written.get(one.file, one.file), one.before, one.after) for one in planned.changes]
        self._refuse_changed(writes, "restructure-clash")
        self._keep_all(writes)
        self._make(self._steps.begin(writes, planned), writes, back=False)
        self._steps.forget_undone()
        return planned

    def next_undo(self) -> Step | None:
        """Return what ``undo`` would take back, also from an earlier day; None where there is nothing."""
        return self._steps.last_done()

    def next_redo(self) -> Step | None:
        """Return what ``redo`` would do again; None where there is nothing."""
        return self._steps.last_undone()

    def removed(self) -> tuple[Removed, ...]:
        """Return the bin, the latest first: what was removed and is not in the course again."""
        there = list_files(self._root)
        ids = ids_of(_read(there, file).decode(errors="replace") for file in there.files if is_markdown(file))
        return tuple(one for one in self._steps.removed() if not _is_back(one, there, ids))

    def undo(self) -> Restructuring:
        """Take back the last one. Raises KursappError: ``undo-clash`` where its files have changed since."""
        return self._again(self._steps.last_done(), back=True)

    def redo(self) -> Restructuring:
        """Do again what was taken back last. Raises KursappError as ``undo``."""
        return self._again(self._steps.last_undone(), back=False)

    def _again(self, step: Step | None, *, back: bool) -> Restructuring:
        self.recover()
        if step is None:
            raise refusal("nothing-to-undo" if back else "nothing-to-redo")
        writes = self._steps.writes(step.id, back=back)
        if writes is None:
            raise refusal("undo-lost")
        self._refuse_changed(writes, "undo-clash", name=step.name)
        self._keep_all(writes)
        self._steps.resume(step.id, back=back)
        self._make(step.id, writes, back=back, again=not back)
        return _told(step, writes, back=back)

    def _make(self, name: str, writes: list[FileWrite], *, back: bool, again: bool = False) -> None:
        try:
            write_all(self._root, writes)
        except KursappError as error:
            if not as_before(self._root, writes):
                self._steps.settled(name, forward=False, back=back, again=again)
            if error.problem.code == "files-changed":
                raise refusal("restructure-clash", file=error.problem.value("file")) from error
            raise
        self._steps.settled(name, forward=True, back=back)

    def _refuse_changed(self, writes: list[FileWrite], code: str, **values: Any) -> None:
        gone = {write.path.casefold() for write in writes if write.after is None}
        kept = [write for write in writes if write.before is not None or write.path.casefold() not in gone]
        changed = as_before(self._root, kept)
        if changed:
            raise refusal(code, file=changed, **values)

    def _keep_all(self, writes: list[FileWrite]) -> None:
        for write in writes:
            if write.before is not None:
                self._keep(write.path, write.before)


def _is_back(one: Removed, there: Listing, ids: set[str]) -> bool:
    return ids_of([one.text]) <= ids if one.page else one.file in there.files


def _told(step: Step, writes: list[FileWrite], *, back: bool) -> Restructuring:
    changes = tuple(FileChange(write.path, write.before, write.after) for write in writes)
    there = {change.file for change in changes if change.after is not None}
    file = step.file if step.file in there or not back else min(there, default="")
    return Restructuring(step.title, step.name, changes, file, step.line if file == step.file else 1)
