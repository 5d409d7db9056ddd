"""The draft that is open in the instructor's workspace, the same for all her screens."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal, Slot

from kursapp.domain.draft import Clash, DraftCard, FileText
from kursapp.domain.problem import Problem, refusal
from kursapp.ui.drafting.buffers import Buffers, Reader
from kursapp.ui.drafting.checking import Checking, OnPage
from kursapp.ui.drafting.files_thread import (
    Opened,
    Outside,
    changed,
    listed,
    opened,
    outside,
    read,
    remember,
    unsafe,
    with_draft,
)
from kursapp.ui.drafting.mending import Mending
from kursapp.ui.drafting.outside import OutsideWatch
from kursapp.ui.drafting.saving import Saving
from kursapp.ui.drafting.settling import Settling
from kursapp.ui.lane import hand_over
from kursapp.ui.saving import SavingState
from kursapp.ui.workbench import Workbench

if TYPE_CHECKING:
    from kursapp.services.draft import Draft
    from kursapp.services.live_course import LiveCourse

R = TypeVar("R")
Failed = Callable[[Problem], object] | None
Nothing = Callable[[], object]
Entering = tuple[Nothing, Nothing]

UNSAVED = "unsaved-first"


class OpenDraft(QObject):
    """Holds what one writes, whether it is saved, and what the check finds in it.

    ``opened`` tells that another draft is open, or none; ``course_changed`` and ``problems_changed`` that the course
    was read anew; ``files_changed`` that files came or went; ``file_changed`` that the text of a file is another than
    its editor gave, ``file_saved`` that a text of it is on the disk; ``clashed`` that a file became another on the disk
    while somebody wrote in it, ``settled`` that it is known which text counts; ``recovered`` that texts which could not
    be saved last time stand in the editor again; ``not_saved`` why a text is not on the disk.
    """

    opened = Signal()
    course_changed = Signal()
    problems_changed = Signal()
    files_changed = Signal()
    file_changed = Signal(str)
    file_saved = Signal(str)
    clashed = Signal(object)
    settled = Signal(str)
    recovered = Signal(tuple)
    state_changed = Signal(object)
    not_saved = Signal(object)

    def __init__(self, workbench: Workbench, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self._draft: Draft | None = None
        self._entering: Entering | None = None
        self._buffers = Buffers()
        self._saving = Saving(workbench, self._buffers, self)
        self._checking = Checking(workbench, self._buffers, self)
        self._mending = Mending(workbench, self._buffers, self._checking, self)
        self._settling = Settling(workbench, self._buffers, self)
        self._outside = OutsideWatch(self)
        self._digests: Mapping[str, str] = {}
        self._is_out_of_reach = False
        self.card: DraftCard | None = None
        self.cards: tuple[DraftCard, ...] = ()
        """All drafts, as far as they are known."""
        self.files: tuple[str, ...] = ()
        self.refused: Problem | None = None
        self._connect()

    def _connect(self) -> None:
        self._saving.state_changed.connect(self.state_changed)
        self._saving.saved.connect(self._on_saved)
        self._saving.clashed.connect(self.clashed)
        self._saving.refused.connect(self.not_saved)
        self._settling.clashed.connect(self.clashed)
        self._settling.followed.connect(self.file_changed)
        self._settling.gone.connect(self._forget)
        self._settling.settled.connect(self._on_settled)
        self._mending.mended.connect(self._on_mended)
        self._checking.read.connect(self._on_read)
        self._checking.refused.connect(self._on_refused)
        self._outside.due.connect(self.look_outside)
        self._workbench.drafts_changed.connect(self._list)

    # What there is -----------------------------------------------------------------------------

    @property
    def folder(self) -> Path | None:
        """The folder of the draft that is open."""
        return self.card.folder if self.card is not None else None

    @property
    def course(self) -> LiveCourse | None:
        """The whole course as it was read last; None before that, and where there is none to show."""
        return self._checking.course

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Everything found in the course as it was read last; where none could be read, why."""
        if self.refused is not None:
            return (self.refused,)
        return self.course.problems if self.course is not None else ()

    @property
    def is_read(self) -> bool:
        """Say whether the course has been read at all since it was opened."""
        return self.course is not None or self.refused is not None

    @property
    def is_fresh(self) -> bool:
        """Say whether the course and its problems are of the texts as they stand."""
        return self._checking.is_fresh

    @property
    def state(self) -> SavingState:
        """Whether everything typed is on the disk."""
        return self._saving.state

    @property
    def clashes(self) -> Mapping[str, Clash]:
        """The files that became another on the disk while somebody wrote in them, until that is settled."""
        return {each.file: each.clash for each in self._buffers.every() if each.clash is not None}

    # Coming and going --------------------------------------------------------------------------

    def enter(self, draft_id: str, then: Nothing, nothing: Nothing) -> None:
        """Call ``then`` when a draft is open: the one of this id, or for an empty id the one opened last.

        ``nothing`` is called where there is none to open. The newest call is the one that is answered.
        """
        if self.card is not None and draft_id in ("", self.card.id):
            self._entering = None
            then()
            return
        self._entering = waiting = (then, nothing)
        self.flush()
        failed = partial(self._on_not_opened, waiting)
        self._workbench.ask(partial(opened, draft_id), partial(self._on_opened, waiting), failed)

    @Slot()
    def _list(self) -> None:
        self._workbench.ask(listed, self._on_listed)

    def _on_listed(self, cards: tuple[DraftCard, ...]) -> None:
        self.cards = cards

    def close(self) -> None:
        """Leave the draft: everything is sent to the disk, and nothing of it is held any more."""
        self._take(None)

    def _on_opened(self, waiting: Entering, found: Opened | None) -> None:
        """Leave the draft that is open for another, once what was typed meanwhile is on a disk too."""
        if waiting is not self._entering:
            return
        if found is None:
            self._entering = None
            hand_over(waiting[1])
            return
        orders = self._saving.flush()
        self._workbench.ask(partial(unsafe, orders), partial(self._on_sent, waiting, found))

    def _on_sent(self, waiting: Entering, found: Opened, unsafe_file: str) -> None:
        if waiting is not self._entering:
            return
        if unsafe_file:
            self._on_not_opened(waiting, refusal(UNSAVED, file=unsafe_file).problem)
            return
        self._entering = None
        self._take(found)
        hand_over(waiting[0])

    def _on_not_opened(self, waiting: Entering, found: Problem) -> None:
        if waiting is self._entering:
            self._entering = None
            self._workbench.trouble.emit(found)
            hand_over(waiting[1])

    def _take(self, found: Opened | None) -> None:
        self.flush()
        self._buffers.clear()
        self.refused, self._is_out_of_reach = None, False
        self._draft = found.draft if found is not None else None
        self.card = found.card if found is not None else None
        self.files = found.files if found is not None else ()
        self._digests = found.digests if found is not None else {}
        for each in (self._saving, self._settling, self._mending):
            each.work_on(self._draft)
        self._checking.work_on(self.folder)
        self._outside.watch(self._draft is not None)
        if found is not None:
            self._recover(found)
            self.cards = found.cards
        self.opened.emit()
        if found is not None and found.left_over:
            self.recovered.emit(tuple(left.file for _on_disk, left in found.left_over))
        self._checking.read_now()

    def _recover(self, found: Opened) -> None:
        """Put texts that could not be saved last time where they were, to be saved now; or to be settled."""
        for on_disk, left in found.left_over:
            buffer = self._buffers.add(on_disk)
            buffer.put(left.text)
            if left.base != on_disk.digest:
                buffer.base, buffer.kept = left.base, True
                buffer.clash = Clash(left.file, left.text, on_disk if on_disk.digest else None)
        if found.left_over:
            self._saving.touched()

    # Texts -------------------------------------------------------------------------------------

    def text_of(self, file: str, then: Callable[[str], object], failed: Failed = None) -> None:
        """Call ``then`` with a file's text as it stands here, at once where it is known."""
        buffer = self._buffers.get(file)
        if buffer is not None:
            then(buffer.text())
        elif self._draft is not None:
            self._workbench.ask(partial(read, self._draft, file), partial(self._on_file, self._draft, then), failed)

    def _on_file(self, draft: Draft, then: Callable[[str], object], found: FileText) -> None:
        if draft is self._draft:
            hand_over(then, self._buffers.add(found).text())

    def lend(self, file: str, reader: Reader) -> None:
        """Let an editor hold a file's text: ``reader`` is asked for it when it is needed, and not at every key."""
        buffer = self._buffers.get(file)
        if buffer is not None:
            buffer.read = reader

    def take_back(self, file: str) -> None:
        """Fetch the text from the editor, which holds another file from now on."""
        buffer = self._buffers.get(file)
        if buffer is not None:
            buffer.text()
            buffer.read = None

    def touch(self, file: str) -> None:
        """Take note that the editor that holds a file has changed it."""
        buffer = self._buffers.get(file)
        if buffer is not None:
            buffer.touch()
            self._saving.touched()
            self._checking.touched()

    def edit(self, file: str, text: str) -> None:
        """Give a file another text; its editor follows."""
        self.text_of(file, partial(self._put, file, text))

    def _put(self, file: str, text: str, present: str) -> None:
        buffer = self._buffers.get(file)
        if buffer is None or text == present:
            return
        buffer.put(text)
        self._saving.touched()
        self._checking.touched()
        self.file_changed.emit(file)

    # Saving ------------------------------------------------------------------------------------

    @Slot()
    def flush(self) -> None:
        """Send everything that is not saved to the disk now."""
        self._saving.flush()

    def keep_all(self, seconds: float) -> bool:
        """Send everything and wait for it; True when nothing would be lost with the window."""
        return self._saving.send_now(seconds)

    @Slot(str)
    def _on_saved(self, file: str) -> None:
        buffer = self._buffers.get(file)
        if buffer is not None:
            self._digests = {**self._digests, file: buffer.base}
            self.file_saved.emit(file)

    def keep_mine(self, file: str) -> None:
        """Settle a clash: what stands here is written. What stood on the disk is among the snapshots."""
        self._settling.keep_mine(file)

    def take_theirs(self, file: str) -> None:
        """Settle a clash: what stands on the disk is taken over. What stood here is among the snapshots."""
        self._settling.take_theirs(file)

    def remind(self, file: str) -> None:
        """Tell once more of a clash that is not settled: its two texts are not seen any more."""
        clash = self.clashes.get(file)
        if clash is not None:
            self.clashed.emit(clash)

    @Slot(str)
    def _on_settled(self, file: str) -> None:
        self._saving.tell_state()
        self._checking.touched()
        self.settled.emit(file)

    @Slot(str)
    def _forget(self, file: str) -> None:
        self._buffers.drop(file)
        self.files = tuple(each for each in self.files if each != file)
        self.files_changed.emit()

    # Repairs -----------------------------------------------------------------------------------

    def write_ids(self, file: str) -> None:
        """Write the ids that are missing in a file, as one leaves it: never under the cursor."""
        self._mending.write_ids(self.problems, file)

    def repair(self, *problems: Problem) -> None:
        """Make the one-step repairs of findings, in the texts as they stand. What has changed since is left out."""
        self._mending.repair(problems)

    @Slot(str, str, str)
    def _on_mended(self, file: str, before: str, after: str) -> None:
        self.text_of(file, partial(self._put_mended, file, before, after))

    def _put_mended(self, file: str, before: str, after: str, present: str) -> None:
        if present == before:
            self._put(file, after, present)
        else:
            self._mending.outdated(file)

    # What others do to the files ---------------------------------------------------------------

    def ask(self, fn: Callable[[Draft], R], then: Callable[[R], object] | None = None, failed: Failed = None) -> None:
        """Ask the draft for something that changes none of its files."""
        if self._draft is not None:
            self._workbench.ask(partial(with_draft, self._draft, fn), then, failed)

    def change(
        self, fn: Callable[[Draft], R], then: Callable[[R], object] | None = None, failed: Failed = None
    ) -> None:
        """Do something that changes the draft's files, once everything typed is written; then take in what it changed.

        Refused with ``unsaved-first`` while something typed cannot be written; then nothing is done.
        """
        if self._draft is None:
            return
        refuse = failed if failed is not None else self._workbench.trouble.emit
        if self.clashes:
            refuse(refusal(UNSAVED, file=next(iter(self.clashes))).problem)
            return
        orders = self._saving.flush()
        work = partial(changed, self._draft, fn, orders, self._digests)
        self._workbench.ask(work, partial(self._on_done, self._draft, then), refuse)

    def _on_done(self, draft: Draft, then: Callable[[R], object] | None, done: tuple[R, Outside]) -> None:
        result, found = done
        if draft is self._draft:
            self._take_in(found, by_others=False)
            self._checking.read_now()
        if then is not None:
            hand_over(then, result)

    @Slot()
    def look_outside(self) -> None:
        """See whether another program has changed the files."""
        if self._draft is not None:
            work = partial(outside, self._draft, self._digests)
            self._workbench.ask(
                work, partial(self._on_outside, self._draft), partial(self._on_out_of_reach, self._draft)
            )

    def _on_outside(self, draft: Draft, found: Outside) -> None:
        self._outside.done()
        if draft is not self._draft:
            return
        self._take_in(found, by_others=True)
        if self._is_out_of_reach:
            self._is_out_of_reach = False
            self._checking.read_now()

    def _on_out_of_reach(self, draft: Draft, _found: Problem) -> None:
        """Let the check say why the folder cannot be looked at. What is out of reach has not changed."""
        self._outside.done()
        if draft is self._draft and not self._is_out_of_reach:
            self._is_out_of_reach = True
            self._checking.read_now()

    def _take_in(self, found: Outside, *, by_others: bool) -> None:
        """Take over what changed on the disk; where somebody has written meanwhile, the next save finds the clash.

        What another program replaced is kept among the snapshots; what is changed from here is kept by who changes it.
        """
        for text in found.texts:
            buffer = self._buffers.get(text.file)
            if buffer is not None and buffer.is_saved and buffer.base != text.digest:
                before = buffer.follow(text)
                if by_others:
                    self.ask(partial(remember, text.file, before))
                self.file_changed.emit(text.file)
        for file in found.gone:
            buffer = self._buffers.get(file)
            if buffer is not None and buffer.is_saved:
                if by_others:
                    self.ask(partial(remember, file, buffer.text()))
                self._forget(file)
        if found.files != self.files:
            self.files = found.files
            self.files_changed.emit()
        for each in found.problems:
            self._workbench.trouble.emit(each)
        if found.digests != self._digests:
            self._digests = found.digests
            self._checking.touched()

    # Looking at it -----------------------------------------------------------------------------

    @Slot()
    def check(self) -> None:
        """Read the whole course now."""
        self._checking.read_now()

    def look_at(self, file: str, line: int, then: OnPage, failed: Failed = None) -> None:
        """Call ``then`` with the page at a line, None where none is there, unless another is asked for meanwhile."""
        self._checking.page(file, line, then, failed)

    @Slot()
    def _on_read(self) -> None:
        self.refused = None
        self.course_changed.emit()
        self.problems_changed.emit()

    @Slot(object)
    def _on_refused(self, found: Problem) -> None:
        self.refused = found
        self.problems_changed.emit()
