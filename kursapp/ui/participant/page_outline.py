"""The outline beside a page: the sessions of the day, the pages of the session, the headings of the page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QFrame, QTreeView, QWidget

from kursapp.domain.course import Module
from kursapp.domain.progress import Progress, State
from kursapp.ui.i18n import _
from kursapp.ui.participant.page_entries import Entry
from kursapp.ui.participant.page_outline_rows import HERE, KIND, STATE, Kind, OutlineRows
from kursapp.ui.theme.theme import Theme

TARGET = Qt.ItemDataRole.UserRole + 10


@dataclass(frozen=True, slots=True)
class OutlineTarget:
    """Where a line of the outline leads: a page, or (``entry`` set) a place on the page shown."""

    session_id: str
    page_id: str
    entry: Entry | None = None


class Outline(QTreeView):
    """The headings as a tree one can walk with the arrow keys; Enter or a click goes there.

    Each page says whether it is new, begun or done, in words for the ear and by the shape of its mark.
    """

    chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = QStandardItemModel(self)
        self._pages: dict[str, QStandardItem] = {}
        self._sessions: dict[str, QStandardItem] = {}
        self._module: Module | None = None
        self._progress: Progress | None = None
        self._here = ""
        self.setObjectName("outline")
        self.setAccessibleName(_("Innhold"))
        self.setModel(self._lines)
        self.setItemDelegate(OutlineRows(theme, self))
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setExpandsOnDoubleClick(False)
        self.setMouseTracking(True)
        self.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QTreeView.ScrollMode.ScrollPerPixel)
        self.clicked.connect(self._on_chosen)
        theme.changed.connect(self.scheduleDelayedItemsLayout)

    def show_module(self, module: Module) -> None:
        """Show the sessions of a day; nothing happens where they are shown already."""
        if self._module == module:
            return
        self._module = module
        self._here = ""
        self._lines.clear()
        self._pages.clear()
        self._sessions.clear()
        for session in module.sessions:
            line = _line(session.title, Kind.SESSION, OutlineTarget(session.id, ""))
            self._lines.appendRow(line)
            self._sessions[session.id] = line
            for page in session.pages:
                page_line = _line(page.title, Kind.PAGE, OutlineTarget(session.id, page.id))
                line.appendRow(page_line)
                self._pages[page.id] = page_line
        if self._progress is not None:
            self.show_progress(self._progress)

    def show_page(self, session_id: str, page_id: str) -> None:
        """Mark the page one is on; the other sessions fold together."""
        self.show_entries(())
        for line in [*self._sessions.values(), *self._pages.values()]:
            line.setData(False, HERE)
        self._here = page_id
        for each, line in self._sessions.items():
            self.setExpanded(line.index(), each == session_id)
        if page_id in self._pages:
            page = self._pages[page_id]
            page.setData(True, HERE)
            self.setCurrentIndex(page.index())
            self.scrollTo(page.index())

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show the headings and items of the page one is on, under its title."""
        page = self._pages.get(self._here)
        if page is None or (not entries and not page.rowCount()):
            return
        page.removeRows(0, page.rowCount())
        target = page.data(TARGET)
        for entry in entries:
            kind = Kind.HEADING if entry.depth == 0 else Kind.SUBHEADING
            page.appendRow(_line(entry.title, kind, OutlineTarget(target.session_id, target.page_id, entry)))
        self.expand(page.index())

    def show_progress(self, progress: Progress) -> None:
        """Show how far each page and session is."""
        self._progress = progress
        for page_id, line in self._pages.items():
            _tell_state(line, progress.page(page_id).state)
        for session_id, line in self._sessions.items():
            _tell_state(line, progress.session(session_id).state)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._on_chosen(self.currentIndex())
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # Lines wrap: their height follows the width.
        self.scheduleDelayedItemsLayout()

    @Slot(QModelIndex)
    def _on_chosen(self, index: QModelIndex | QPersistentModelIndex) -> None:
        target = index.data(TARGET)
        if isinstance(target, OutlineTarget):
            self.chosen.emit(target)


def _line(title: str, kind: Kind, target: OutlineTarget) -> QStandardItem:
    line = QStandardItem(title)
    line.setData(kind, KIND)
    line.setData(target, TARGET)
    line.setData(False, HERE)
    line.setData(State.NEW, STATE)
    line.setData(title, Qt.ItemDataRole.AccessibleTextRole)
    return line


def _tell_state(line: QStandardItem, state: State) -> None:
    if line.data(STATE) is state:
        return
    words = {State.NEW: "", State.STARTED: _("påbegynt"), State.DONE: _("ferdig")}[state]
    line.setData(state, STATE)
    line.setData(f"{line.text()}, {words}" if words else line.text(), Qt.ItemDataRole.AccessibleTextRole)
