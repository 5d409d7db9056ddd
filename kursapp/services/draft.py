"""A draft that is open: its files read, saved and kept, so that no text is lost and none is overwritten unseen."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

from kursapp.content.folder import is_markdown
from kursapp.domain.draft import Clash, FileText, SnapshotHead, SnapshotReason, Unsaved
from kursapp.domain.problem import KursappError, Problem, refusal
from kursapp.files.network import on_network
from kursapp.files.text_file import bytes_of, digest_of, has_mark, line_end_of, plain, text_of
from kursapp.services.clock import Clock
from kursapp.services.draft_files import LARGEST_TEXT, DraftFiles
from kursapp.services.draft_media import add_image, add_media
from kursapp.services.restructure import Structure
from kursapp.services.snapshots import Snapshots
from kursapp.services.unsaved_texts import UnsavedTexts
from kursapp.worker import Worker

BETWEEN = timedelta(minutes=5)
"""How long a file is written in before what it says is kept again."""


class ClashError(KursappError):
    """A file is not what the text was written from. Nothing was written; ``clash`` has both texts."""

    def __init__(self, clash: Clash) -> None:
        super().__init__(refusal("draft-clash", file=clash.file).problem)
        self.clash = clash


class Draft:
    """One course folder somebody writes in. Everything on one thread.

    ``home`` is the draft's place among the author's own data: snapshots, unsaved texts, journals. It is never in the
    course. A file is named by its path in the course, with ``/`` between parts. ``structure`` moves, divides and joins
    its parts.
    """

    def __init__(self, draft_id: str, folder: Path, home: Path, clock: Clock, worker: Worker) -> None:
        self.id = draft_id
        self.folder = folder
        self.home = home
        self._clock = clock
        self._files = DraftFiles(folder)
        self._snapshots = Snapshots(home / "snapshots", clock)
        self._unsaved = UnsavedTexts(home / "unsaved")
        self._on_network = on_network(folder)
        self._kept_at: dict[str, datetime] = {}
        self._problems: list[Problem] = []
        self.structure = Structure(folder, home / "structure", worker, clock, self.keep)

    # Files -----------------------------------------------------------------------------------------

    def files(self) -> tuple[str, ...]:
        """Return every file of the course, sorted. Raises KursappError as ``list_files``, ``draft-folder-missing``."""
        return self._files.names()

    def texts(self) -> tuple[str, ...]:
        """Return the Markdown files among ``files``."""
        return tuple(filter(is_markdown, self.files()))

    def read(self, file: str) -> FileText:
        """Return a file's text.

        Raises KursappError: ``draft-file-missing``, ``draft-not-utf8`` (line), ``draft-not-text``,
        ``draft-folder-missing``, and as ``DraftFiles.content``.
        """
        data = self._files.content(file)
        if data is None:
            raise refusal("draft-file-missing", file=file)
        return _read(file, data)

    def digests(self) -> Mapping[str, str]:
        """Return the digest of every file of the course. What has not been touched is not read again."""
        return self._files.digests()

    def changed_outside(self, known: Mapping[str, str]) -> tuple[str, ...]:
        """Return the files that are other than ``known`` (digest by file) says; gone is other too.

        Raises KursappError ``draft-folder-missing``: what is out of reach has not changed.
        """
        self._files.need_folder()
        return tuple(file for file, digest in sorted(known.items()) if self._is_other(file, digest))

    def save(self, file: str, text: str, base: str) -> FileText:
        """Save a text over the file it was written from, known by its digest (empty: there was no file).

        Written durably or not at all. A text that the file says already is not written again. Before the first change
        and every five minutes the file's text is kept as a snapshot; when that fails, the text is saved all the same
        and ``take_problems`` tells. Raises ClashError where the file is not ``base``, and KursappError as
        ``files.writing``, ``draft-folder-missing``, ``draft-path-unsafe``, ``draft-file-protected``,
        ``draft-file-too-large``; the text is then among ``unsaved``.
        """
        with self._never_lost(file, text, base):
            before = self._files.content(file)
            data = bytes_of(text.replace("\0", ""), before or b"")
            if len(data) > LARGEST_TEXT:
                raise refusal("draft-file-too-large", file=file, limit=LARGEST_TEXT, size=len(data))
            if data != before:
                self._refuse_changed(file, text, base, before)
                self._keep_before(file, before)
                self._files.replace(file, data, before, partial(self._clash, file, text))
            self._unsaved.forget(file)
        self._keep_sometimes(file, text)
        return _read(file, data)

    def overwrite(self, file: str, text: str, theirs: str) -> FileText:
        """Save a text over what another program wrote, known by its digest (empty: it removed the file).

        What is there is kept as a snapshot first; where that fails, nothing is written. Raises as ``save``: ClashError
        where it has changed once more.
        """
        with self._never_lost(file, text, theirs):
            there = self._files.content(file)
            if there is not None:
                self.snapshot(file, _read(file, there).text, SnapshotReason.OUTSIDE)
        return self.save(file, text, theirs)

    def take_theirs(self, clash: Clash) -> FileText | None:
        """Leave a file as another program wrote it, and keep ``clash.mine`` as a snapshot; None where it is gone."""
        self._snapshots.take(clash.file, clash.mine, SnapshotReason.CLASH)
        self._unsaved.forget(clash.file)
        data = self._files.content(clash.file)
        return None if data is None else _read(clash.file, data)

    def add_image(self, source: bytes | Path, name: str = "") -> str:
        """Put an image into ``media/`` and return its path in the course: ``media/NAME.png``.

        ``name`` is what to call it (its ending is what its content says); one that is taken gets a number, and the same
        image under the same name is not put there twice. Raises KursappError: ``draft-image-unreadable``,
        ``draft-image-too-large``, ``draft-image-many-pixels``, ``course-too-large``, as ``files.writing``.
        """
        self._files.need_folder()
        return add_image(self.folder, self.files(), source, name)

    def add_media(self, source: Path) -> str:
        """Copy a sound, a film or an image into ``media/`` and return its path in the course, as ``add_image``.

        Raises KursappError also: ``draft-media-kind`` for any other kind of file.
        """
        self._files.need_folder()
        return add_media(self.folder, self.files(), source)

    # Snapshots -------------------------------------------------------------------------------------

    def snapshot(self, file: str, text: str, reason: SnapshotReason = SnapshotReason.WRITING) -> SnapshotHead:
        """Keep a text of a file, durably; what was kept last is returned where it says the same."""
        head = self._snapshots.take(file, text, reason)
        self._kept_at[file] = self._clock.now()
        return head

    def snapshot_files(self, files: Iterable[str], reason: SnapshotReason = SnapshotReason.BEFORE) -> None:
        """Keep what these files say on disk, before much is changed at once. What is no text is left out."""
        for file in files:
            data = self._files.content(file) if is_markdown(file) else None
            if data is not None:
                self._keep_bytes(file, data, reason)

    def keep(self, file: str, data: bytes) -> None:
        """Keep a file's bytes before they are changed or removed, where they are text; failing is told, not raised."""
        if is_markdown(file):
            self._keep_bytes(file, data, SnapshotReason.BEFORE)

    def snapshots(self, file: str | None = None) -> tuple[SnapshotHead, ...]:
        """Return what was kept of a file, or of all of them, the latest first."""
        return self._snapshots.heads(file)

    def snapshot_text(self, snapshot_id: str) -> str:
        """Return a text that was kept. Raises KursappError: ``snapshot-gone``, ``snapshot-damaged``."""
        return self._snapshots.text(snapshot_id)

    def deleted_files(self) -> tuple[SnapshotHead, ...]:
        """Return the latest snapshot of every file that is not in the course any more, by file."""
        there = set(self.files())
        latest: dict[str, SnapshotHead] = {}
        for head in reversed(self._snapshots.heads()):
            latest[head.file] = head
        return tuple(latest[file] for file in sorted(latest) if file not in there)

    # What could not be saved -----------------------------------------------------------------------

    def keep_unsaved(self, file: str, text: str, base: str) -> None:
        """Keep a text that could not be saved, durably, outside the course. ``save`` does so by itself."""
        self._unsaved.keep(Unsaved(file, text, base, self._clock.now()))

    def unsaved(self) -> tuple[Unsaved, ...]:
        """Return the texts that could not be saved, by file."""
        return self._unsaved.all()

    def forget_unsaved(self, file: str) -> None:
        """Forget a text that could not be saved; none is no error."""
        self._unsaved.forget(file)

    def take_problems(self) -> tuple[Problem, ...]:
        """Return what went wrong beside the work (a snapshot that could not be taken), once."""
        found, self._problems = tuple(self._problems), []
        return found

    def tidy(self) -> None:
        """Finish what a crash left half done, and remove old snapshots; what fails is told by ``take_problems``."""
        for step in (self.structure.recover, self._files.sweep, self._snapshots.prune):
            with self._told():
                step()

    def close(self) -> None:
        """Be done with."""

    # ------------------------------------------------------------------------------------------------

    def _is_other(self, file: str, digest: str) -> bool:
        try:
            return self._files.digest(file) != digest
        except KursappError as error:
            if error.problem.code == "draft-folder-missing":
                raise
            # What cannot be read now has not become another text.
            return False

    def _refuse_changed(self, file: str, text: str, base: str, before: bytes | None) -> None:
        if ("" if before is None else digest_of(before)) != base:
            raise self._clash(file, text)

    def _clash(self, file: str, text: str) -> ClashError:
        data = self._files.content(file)
        return ClashError(Clash(file, text, None if data is None else _read(file, data)))

    @contextlib.contextmanager
    def _never_lost(self, file: str, text: str, base: str) -> Iterator[None]:
        if self._on_network:
            # A share may hold the writer until the program is ended; what is kept here is offered at the next start.
            with self._told():
                self.keep_unsaved(file, text, base)
        try:
            yield
        except KursappError:
            # The reason why it could not be saved is what a person must know; that this failed too is told besides.
            with self._told():
                self.keep_unsaved(file, text, base)
            raise

    @contextlib.contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except KursappError as error:
            self._problems.append(error.problem)

    def _keep_before(self, file: str, before: bytes | None) -> None:
        """Keep what the file said before the first change to it."""
        if before is not None and file not in self._kept_at:
            self._keep_bytes(file, before, SnapshotReason.WRITING)

    def _keep_sometimes(self, file: str, text: str) -> None:
        now = self._clock.now()
        # Since a clock may be set back, both ways count.
        if abs(now - self._kept_at.setdefault(file, now)) >= BETWEEN:
            with self._told():
                self.snapshot(file, text)

    def _keep_bytes(self, file: str, data: bytes, reason: SnapshotReason) -> None:
        with self._told(), contextlib.suppress(UnicodeDecodeError):
            self.snapshot(file, text_of(data), reason)


def _read(file: str, data: bytes) -> FileText:
    try:
        text = text_of(data)
    except UnicodeDecodeError as error:
        before = plain(data[: error.start].decode("utf-8-sig", errors="replace"))
        raise refusal("draft-not-utf8", file=file, line=before.count("\n") + 1) from error
    if "\0" in text:
        raise refusal("draft-not-text", file=file)
    return FileText(file, text, digest_of(data), line_end_of(data), has_mark(data))
