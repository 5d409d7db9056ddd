"""Settles which text counts where a file became another while somebody wrote in it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kursapp.domain.draft import Clash, FileText
from kursapp.ui.drafting.buffers import Buffer, Buffers
from kursapp.ui.drafting.files_thread import let_go, settled
from kursapp.ui.workbench import Workbench

if TYPE_CHECKING:
    from kursapp.services.draft import Draft


class Settling(QObject):
    """Writes the one text, or takes over the other; the one that does not count is among the snapshots.

    ``settled`` tells that a file is, ``followed`` before that its text is the other program's, ``gone`` that there is
    none any more; ``clashed`` that it became yet another while somebody chose.
    """

    settled = Signal(str)
    followed = Signal(str)
    gone = Signal(str)
    clashed = Signal(object)

    def __init__(self, workbench: Workbench, buffers: Buffers, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workbench, self._buffers = workbench, buffers
        self._draft: Draft | None = None

    def work_on(self, draft: Draft | None) -> None:
        """Settle the clashes of another draft from now on."""
        self._draft = draft

    def keep_mine(self, file: str) -> None:
        """Write what stands here over what stands on the disk."""
        buffer = self._buffers.get(file)
        if buffer is not None and buffer.clash is not None and self._draft is not None:
            theirs = buffer.clash.theirs
            work = partial(settled, self._draft, file, buffer.text(), theirs.digest if theirs else "")
            self._workbench.ask(work, partial(self._on_settled, self._draft, buffer, buffer.turn))

    def take_theirs(self, file: str) -> None:
        """Take over what stands on the disk."""
        buffer = self._buffers.get(file)
        if buffer is not None and buffer.clash is not None and self._draft is not None:
            clash = replace(buffer.clash, mine=buffer.text())
            self._workbench.ask(partial(let_go, self._draft, clash), partial(self._on_let_go, self._draft, buffer))

    def _on_settled(self, draft: Draft, buffer: Buffer, turn: int, found: FileText | Clash) -> None:
        if draft is not self._draft:
            return
        if isinstance(found, Clash):
            buffer.clash = found
            self.clashed.emit(found)
            return
        buffer.settle(found, turn)
        self.settled.emit(buffer.file)

    def _on_let_go(self, draft: Draft, buffer: Buffer, theirs: FileText | None) -> None:
        if draft is not self._draft:
            return
        if theirs is None:
            self.gone.emit(buffer.file)
        else:
            buffer.follow(theirs)
            self.followed.emit(buffer.file)
        self.settled.emit(buffer.file)
