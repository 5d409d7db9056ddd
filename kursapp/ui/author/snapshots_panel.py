"""Earlier texts of the open draft: what was kept, compared with what stands now, and brought back."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kursapp.domain.draft import DiffLine, SnapshotHead, SnapshotReason
from kursapp.ui.author.snapshots import SnapshotsPane
from kursapp.ui.drafting.open_draft import OpenDraft
from kursapp.ui.i18n import _
from kursapp.ui.messages import Messages
from kursapp.ui.theme.theme import Theme

if TYPE_CHECKING:
    from kursapp.services.draft import Draft


@dataclass(frozen=True, slots=True)
class _Kept:
    """What was kept of one file, and of which files there is anything."""

    heads: tuple[SnapshotHead, ...]
    files: tuple[str, ...]
    deleted: tuple[str, ...]


class SnapshotsPanel(QWidget):
    """The earlier texts of one file of the open draft. ``restored(file)`` tells that one of them stands again."""

    restored = Signal(str)

    def __init__(self, draft: OpenDraft, theme: Theme, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft, self._messages = draft, messages
        self._file = ""
        self.pane = SnapshotsPane(theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.pane)
        self.setFocusProxy(self.pane.list)
        self.pane.file_wanted.connect(self.show_file)
        self.pane.picked.connect(self._on_picked)
        self.pane.restore_wanted.connect(self._on_restore)

    @property
    def file(self) -> str:
        """The file whose earlier texts are shown."""
        return self._file

    @Slot(str)
    def show_file(self, file: str) -> None:
        """Show the earlier texts of a file as they are now; of an empty name, those of the file kept last."""
        self._draft.flush()
        self._draft.ask(partial(_kept, file), partial(self._show, file), self._messages.problem)

    def _show(self, file: str, found: _Kept) -> None:
        self._file = file or (found.heads[0].file if found.heads else "")
        self.pane.show_files(found.files, found.deleted)
        self.pane.show_snapshots(self._file, found.heads)

    # What has changed since ---------------------------------------------------------------------

    @Slot(object)
    def _on_picked(self, head: SnapshotHead) -> None:
        if head.file in self._draft.files:
            self._draft.text_of(head.file, partial(self._compare, head), self.pane.show_problem)
        else:
            self._compare(head, "")

    def _compare(self, head: SnapshotHead, present: str) -> None:
        self._draft.ask(
            partial(_compared, head.id, present), partial(self.pane.show_difference, head), self.pane.show_problem
        )

    # Bringing one back --------------------------------------------------------------------------

    @Slot(object)
    def _on_restore(self, head: SnapshotHead) -> None:
        if head.file in self._draft.files:
            self._draft.text_of(head.file, partial(self._restore, head), self._messages.problem)
        else:
            written = partial(self._on_written, head.file)
            self._draft.change(partial(_write_back, head), written, self._messages.problem)

    def _restore(self, head: SnapshotHead, present: str) -> None:
        work = partial(_keep_and_read, head, present)
        self._draft.ask(work, partial(self._put, head.file, present), self._messages.problem)

    def _put(self, file: str, present: str, text: str) -> None:
        self._draft.edit(file, text)
        words = _("Den tidligere teksten står i «{file}» igjen.").format(file=file)
        self._messages.undo(words, partial(self._take_back, file, present))
        self._on_restored(file)

    def _take_back(self, file: str, text: str) -> None:
        self._draft.edit(file, text)
        self._on_restored(file)

    def _on_written(self, file: str, _done: None) -> None:
        self._messages.tell(_("«{file}» er tilbake i kurset.").format(file=file))
        self._on_restored(file)

    def _on_restored(self, file: str) -> None:
        self.show_file(file)
        self.restored.emit(file)


# On the files' thread -------------------------------------------------------------------------------


def _kept(file: str, draft: Draft) -> _Kept:
    heads = draft.snapshots()
    wanted = file or (heads[0].file if heads else "")
    deleted = tuple(head.file for head in draft.deleted_files())
    files = tuple(sorted({head.file for head in heads}))
    return _Kept(draft.snapshots(wanted), files, deleted)


def _compared(snapshot_id: str, present: str, draft: Draft) -> tuple[DiffLine, ...]:
    from kursapp.services.compare_texts import line_diff

    return line_diff(draft.snapshot_text(snapshot_id), present)


def _keep_and_read(head: SnapshotHead, present: str, draft: Draft) -> str:
    text = draft.snapshot_text(head.id)
    draft.snapshot(head.file, present, SnapshotReason.RESTORE)
    return text


def _write_back(head: SnapshotHead, draft: Draft) -> None:
    draft.save(head.file, draft.snapshot_text(head.id), "")
