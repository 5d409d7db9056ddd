"""Findings as a list with the chosen one in full beside it: under the editor, and as the heart of *Sjekk*."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QListView, QScrollArea, QSplitter, QVBoxLayout, QWidget

from kursapp.domain.problem import Problem
from kursapp.ui.author.finding_detail import FindingDetail
from kursapp.ui.author.finding_rows import AnyIndex, FindingPainter, FindingRows, Row
from kursapp.ui.author.finding_words import count_words
from kursapp.ui.i18n import _
from kursapp.ui.theme import scale
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.text import label

SIDE_BY_SIDE = 760
"""Logical pixels at 100 % from which list and finding stand beside each other."""


LOW = 340
"""Logical pixels at 100 % below which a finding under the list is told in brief."""


class FindingList(QListView):
    """The findings as rows. Enter goes to the line. ``chosen`` tells only what she chose herself."""

    chosen = Signal(object)
    line_wanted = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.findings = FindingRows(self)
        self._is_told = False
        self.setModel(self.findings)
        self.setItemDelegate(FindingPainter(theme, self))
        self.setAccessibleName(_("Funn"))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setMouseTracking(True)
        self.activated.connect(self._on_activated)
        theme.changed.connect(self.doItemsLayout)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows, with the same finding chosen where it is still there."""
        if tuple(rows) == self.findings.rows:
            return
        before = self.current()
        held = self.verticalScrollBar().value()
        self.findings.show_rows(rows)
        if before is not None:
            self.choose(before)
            self.verticalScrollBar().setValue(held)

    def current(self) -> Problem | None:
        """Return the finding chosen."""
        return self.findings.finding(self.currentIndex())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # Sentences wrap: another width gives rows of other heights.
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()
        QTimer.singleShot(0, self, self._keep_in_view)

    @Slot()
    def _keep_in_view(self) -> None:
        """Keep the finding that is chosen in view, also in a list that has become lower."""
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def choose(self, found: Problem) -> None:
        """Choose a finding, or the one like it that is nearest."""
        number = self.findings.row_of(found)
        if number >= 0:
            self._is_told = True
            self.setCurrentIndex(self.findings.index(number))
            self._is_told = False
            self.scrollTo(self.currentIndex())

    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        super().currentChanged(current, previous)
        found = self.findings.finding(current)
        if found is not None and not self._is_told:
            self.chosen.emit(found)

    def step(self, step: int) -> None:
        """Choose the next finding, or the one before it, and begin again at the other end."""
        found = [number for number, row in enumerate(self.findings.rows) if isinstance(row, Problem)]
        if not found:
            return
        here = self.currentIndex().row()
        ahead = [number for number in found if number > here] if step > 0 else [n for n in found[::-1] if n < here]
        wanted = (ahead or (found if step > 0 else found[::-1]))[0]
        self.setCurrentIndex(self.findings.index(wanted))
        self.scrollTo(self.currentIndex())

    @Slot(QModelIndex)
    def _on_activated(self, index: QModelIndex) -> None:
        found = self.findings.finding(index)
        if found is not None:
            self.line_wanted.emit(found)


class FindingsPanel(QWidget):
    """A list of findings and the chosen one in full.

    ``repair_wanted`` asks for the repair of one finding, ``repair_alike_wanted`` for that of all of its kind among
    those shown, ``line_wanted`` for its line in the editor; each carries the finding. ``chosen`` tells that she went to
    another, ``shown`` which one is in full, also when it is there anew after a check.
    """

    chosen = Signal(object)
    shown = Signal(object)
    repair_wanted = Signal(object)
    repair_alike_wanted = Signal(object)
    line_wanted = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._found: tuple[Problem, ...] = ()
        self.counts = label("", "meta")
        self.list = FindingList(theme)
        self.detail = FindingDetail(theme)
        self._lay_out()
        self.list.chosen.connect(self._on_chosen)
        self.list.line_wanted.connect(self.line_wanted)
        self.detail.repair_wanted.connect(self.repair_wanted)
        self.detail.repair_alike_wanted.connect(self.repair_alike_wanted)
        self.detail.line_wanted.connect(self.line_wanted)
        self.detail.ask_why.toggled.connect(self._on_why)
        self.set_findings(())

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scale.S4)
        column.addWidget(self.counts)
        self._split = QSplitter(Qt.Orientation.Horizontal)
        column.addWidget(self._split, 1)
        self._split.setChildrenCollapsible(False)
        self._split.addWidget(self.list)
        self._scroll = QScrollArea()
        self._split.addWidget(self._scroll)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(self.detail)
        self._split.setStretchFactor(0, 3)
        self._split.setStretchFactor(1, 2)

    @property
    def found(self) -> tuple[Problem, ...]:
        """Return the findings shown."""
        return self._found

    def set_findings(self, found: Sequence[Problem], rows: Sequence[Row] | None = None) -> None:
        """Show findings; ``rows`` are the same with headings among them. What was chosen stays so where it can."""
        before, row = self.list.current(), self.list.currentIndex().row()
        self._found = tuple(found)
        self.counts.setText(count_words(self._found))
        self.list.show_rows(self._found if rows is None else rows)
        self._split.setVisible(bool(self._found))
        if before is not None and self.list.current() is None and self._has_keyboard():
            self._go_on_from(row)
        self._show_detail()

    def _has_keyboard(self) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def _go_on_from(self, row: int) -> None:
        """Choose the finding after one that was put right here, or the last: the keyboard stays among them."""
        left = [number for number, each in enumerate(self.list.findings.rows) if isinstance(each, Problem)]
        if left:
            after = next((number for number in left if number >= row), left[-1])
            self.list.setCurrentIndex(self.list.findings.index(after))
            self.list.setFocus()

    def choose(self, found: Problem) -> None:
        """Show one of the findings in full."""
        self.list.choose(found)
        self._show_detail()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= self._theme.px(SIDE_BY_SIDE)
        low = not wide and self.height() < self._theme.px(LOW)
        self._split.setOrientation(Qt.Orientation.Horizontal if wide else Qt.Orientation.Vertical)
        self.detail.set_brief(low)
        self._scroll.setMinimumHeight(self.detail.minimumSizeHint().height() if low else 0)

    @Slot(object)
    def _on_chosen(self, found: Problem) -> None:
        self._show_detail()
        self.chosen.emit(found)

    @Slot()
    def _on_why(self) -> None:
        QTimer.singleShot(0, self, self._show_why)

    @Slot()
    def _show_why(self) -> None:
        if self.detail.ask_why.isChecked():
            self._scroll.ensureWidgetVisible(self.detail.why)

    def _show_detail(self) -> None:
        found = self.list.current()
        self._scroll.setVisible(found is not None)
        if found is not None:
            self.detail.show_finding(found, self._found)
            self.shown.emit(found)
