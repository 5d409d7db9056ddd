"""Taking files in: answers, shared quizzes and named progress, in portions, each whole in the collection or not at all.

Files are opened in memory to find their state and kept sealed. What is in the collection afterwards depends on which
files have come, never on their order, their repetition or where a collecting was stopped.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from kursapp.delivery import progress_file
from kursapp.delivery.answer_file import AnswerOpener, state_of
from kursapp.domain.collected import Delivery
from kursapp.domain.exporting import Watch
from kursapp.domain.problem import KursappError, Problem, refusal
from kursapp.domain.submission import FileOutcome, FileState
from kursapp.files.failure import read_failure
from kursapp.services.cohort_cards import Collected
from kursapp.services.marks import Marks
from kursapp.services.office import Held, Office
from kursapp.services.round_state import Key, RoundDeliveries

AT_ONCE = 64
"""Files in memory at a time, and in one transaction."""

_NOT_KEPT = (FileState.OTHER, FileState.UNREADABLE)
_PROGRESS_OF_ANOTHER = "progress-file-other-cohort"


@dataclass(slots=True)
class _Taken:
    """A file on its way. It has an outcome as soon as one is known; till then the collection is to decide."""

    name: str
    mark: bytes = b""
    form_id: str = ""
    delivery: Delivery | None = None
    code: bytes = b""
    progress: bytes = b""
    outcome: FileOutcome | None = None

    def end(self, state: FileState, why: Problem | None = None) -> None:
        """Give the file its state."""
        self.outcome = FileOutcome(self.name, state, self.form_id, why)

    @property
    def is_open(self) -> bool:
        """Say whether its state is still to be found."""
        return self.outcome is None


def collect(office: Office, held: Held, paths: Sequence[Path], watch: Watch) -> Collected:
    """Take files in and say what became of each. Raises KursappError for what concerns the collection itself only.

    What was taken in before a failure or a cancellation stands, and the same files can be collected again.
    """
    portions = _Portions(office, held)
    cancelled = False
    for start in range(0, len(paths), AT_ONCE):
        if watch.cancelled():
            cancelled = True
            break
        portions.take(paths[start : start + AT_ONCE])
        watch.progress(min(start + AT_ONCE, len(paths)), len(paths))
    return Collected(portions.outcomes(), cancelled)


class _Portions:
    """Takes one portion of files after another into a cohort's collection."""

    def __init__(self, office: Office, held: Held) -> None:
        keys = office.keys(held.id)
        self._collection = office.collection
        self._cohort = held.cohort
        self._private = keys.private
        self._marks = Marks(keys)
        self._opener = AnswerOpener(held.cohort, keys.private)
        self._longest = max(self._opener.longest, progress_file.LENGTH)
        self._had: dict[str, set[Key]] = {}
        self._all: list[_Taken] = []

    def take(self, paths: Sequence[Path]) -> None:
        """Read, open and keep a portion."""
        read = [self._read(path) for path in paths]
        portion = [taken for taken, _ in read]
        met = set(self._collection.seen.known(self._cohort.id, {taken.mark for taken in portion if taken.mark}))
        for taken, data in read:
            if not taken.is_open:
                continue
            if taken.mark in met:
                taken.end(FileState.ALREADY_HAD)
                continue
            self._open(taken, data)
            met.add(taken.mark)
        self._keep(portion)
        for taken in portion:
            if taken.delivery is not None:
                # The sealed bytes are in the collection; those of ten thousand files are not to stay here.
                taken.delivery = Delivery(taken.delivery.response, taken.delivery.replaces, taken.delivery.body)
        self._all += portion

    def outcomes(self) -> tuple[FileOutcome, ...]:
        """Return what became of every file, as things are now that all have come."""
        rounds: dict[str, RoundDeliveries] = {}
        for taken in self._all:
            if taken.is_open and taken.delivery is not None:
                if taken.form_id not in rounds:
                    rounds[taken.form_id] = self._round(taken.form_id)
                taken.end(*rounds[taken.form_id].state(taken.delivery))
        return tuple(taken.outcome for taken in self._all if taken.outcome is not None)

    def _round(self, form_id: str) -> RoundDeliveries:
        return RoundDeliveries(self._collection, self._cohort, form_id, self._marks)

    def _read(self, path: Path) -> tuple[_Taken, bytes]:
        taken = _Taken(path.name)
        try:
            with path.open("rb") as file:
                # One byte more than the longest tells that something was appended; the rest need not be read.
                data = file.read(self._longest + 1)
        except OSError as error:
            taken.end(FileState.UNREADABLE, read_failure(error, path).problem)
            return taken, b""
        taken.mark = self._marks.file(data)
        return taken, data

    def _open(self, taken: _Taken, data: bytes) -> None:
        try:
            if data.startswith(progress_file.KIND.magic):
                progress_file.open_progress(data, self._cohort, self._private)
                taken.progress = data
                return
            opened = self._opener.open(data)
        except KursappError as error:
            other = error.problem.code == _PROGRESS_OF_ANOTHER
            taken.end(FileState.OTHER if other else state_of(error.problem), error.problem)
            return
        taken.form_id = opened.form.form.id
        taken.delivery = self._marks.delivery(opened, data)
        if opened.submission.code:
            taken.code = self._marks.code(taken.form_id, opened.submission.code)

    def _keep(self, portion: Sequence[_Taken]) -> None:
        """Write a portion: all of it, or nothing."""
        with self._collection.transaction():
            self._collection.cohorts.lock(self._cohort.id)
            for form_id in sorted({taken.form_id for taken in portion if taken.delivery is not None}):
                self._keep_deliveries(form_id, [one for one in portion if one.form_id == form_id and one.is_open])
            self._keep_progress([taken for taken in portion if taken.progress])
            kept = (one.mark for one in portion if one.outcome is None or one.outcome.state not in _NOT_KEPT)
            self._collection.seen.add(self._cohort.id, kept)

    def _keep_deliveries(self, form_id: str, taken: Sequence[_Taken]) -> None:
        closed = bool(self._collection.rounds.closings(self._cohort.id, form_id))
        if closed:
            self._end_counted(taken)
        elif self._cohort.rules.codes:
            self._end_without_code(form_id, taken)
        had = self._had_of(form_id)
        new = []
        for one in taken:
            if one.is_open and one.delivery is not None:
                if one.delivery.key in had:
                    one.end(FileState.ALREADY_HAD)
                else:
                    had.add(one.delivery.key)
                    new.append(one.delivery)
        self._collection.deliveries.add(self._cohort.id, form_id, new)

    def _had_of(self, form_id: str) -> set[Key]:
        if form_id not in self._had:
            kept = self._collection.deliveries.marks(self._cohort.id, form_id)
            self._had[form_id] = {delivery.key for delivery in kept}
        return self._had[form_id]

    def _end_counted(self, taken: Sequence[_Taken]) -> None:
        """Give those their state whose answers, or others of their id, a closing has counted."""
        deliveries = [one.delivery for one in taken if one.delivery is not None]
        marks = {mark for delivery in deliveries for mark in delivery.key}
        counted = self._collection.seen.known(self._cohort.id, marks)
        for one in taken:
            if one.delivery is not None and one.delivery.body in counted:
                one.end(FileState.ALREADY_HAD)
            elif one.delivery is not None and one.delivery.response in counted:
                one.end(FileState.CONFLICT, refusal("answer-conflict").problem)

    def _end_without_code(self, form_id: str, taken: Sequence[_Taken]) -> None:
        """Turn those away that have no code, or one that nobody has drawn."""
        drawn = self._collection.codes.known(self._cohort.id, form_id, {one.code for one in taken if one.code})
        for one in taken:
            if one.code not in drawn:
                one.end(
                    FileState.UNREADABLE, refusal("answer-code-unknown" if one.code else "answer-code-missing").problem
                )

    def _keep_progress(self, taken: Sequence[_Taken]) -> None:
        """Keep everybody's latest progress file."""
        if not taken:
            return
        kept = self._collection.participation.of_cohort(self._cohort.id)
        for one in taken:
            found = progress_file.open_progress(one.progress, self._cohort, self._private)
            person = self._marks.progress(found.name, found.workplace).hex()
            earlier = kept.get(person)
            if earlier is not None:
                before = progress_file.open_progress(earlier, self._cohort, self._private)
                if (before.made, earlier) > (found.made, one.progress):
                    one.end(FileState.REPLACED)
                    continue
            one.end(FileState.NEW if earlier is None else FileState.REPLACES)
            kept[person] = one.progress
            self._collection.participation.save(self._cohort.id, person, one.progress)
