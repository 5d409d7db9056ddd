"""What stages of a quiz or a form have in common: a column that asks with signals and knows where the keyboard goes."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from kursapp.ui.participant.page_ground import PageGround
from kursapp.ui.theme.scale import S8, S12, S16
from kursapp.ui.widgets.block_column import BlockColumn
from kursapp.ui.widgets.item_card import ItemCard, Reach


class Stage(QWidget):
    """One stage: parts under each other, each as far out in the reading column as its ``Reach`` says."""

    link_activated = Signal(str)
    link_hovered = Signal(str)
    media_wanted = Signal(str)

    def __init__(self, ground: PageGround, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ground = ground
        self._narrow = False
        self._rows: list[tuple[QHBoxLayout, Reach, QWidget]] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(S16)

    def add(self, widget: QWidget, reach: Reach = Reach.WORDS, *, after: QWidget | None = None) -> None:
        """Add a part at the bottom, or under ``after``. Cards and columns of blocks keep their own distances."""
        row = QHBoxLayout()
        reach = Reach.EDGE if isinstance(widget, ItemCard | BlockColumn) else reach
        places = [part for _row, _reach, part in self._rows]
        at = len(places) if after is None else places.index(after) + 1
        self._rows.insert(at, (row, reach, widget))
        self._inset(row, reach, widget)
        self._column.insertLayout(at, row)
        row.addWidget(widget)

    def set_narrow(self, narrow: bool) -> None:
        """Lay the stage out for a narrow reading column, or the usual one."""
        self._narrow = narrow
        for row, reach, widget in self._rows:
            self._inset(row, reach, widget)

    def first_focus(self) -> QWidget | None:
        """Return what gets the keyboard when the stage is shown."""
        return None

    def spoken(self) -> str:
        """Return what a screen reader says when the stage takes another's place; empty: what has the focus says it."""
        return ""

    def flush(self) -> None:
        """Send what is typed and not yet sent."""

    def _inset(self, row: QHBoxLayout, reach: Reach, widget: QWidget) -> None:
        side = reach.inset(narrow=self._narrow)
        row.setContentsMargins(side, 0, side, 0)
        if isinstance(widget, ItemCard | BlockColumn):
            widget.set_narrow(self._narrow)


class ButtonRow(QWidget):
    """Buttons from the left, the main one first; under each other where they need more room than there is."""

    def __init__(self, *buttons: QPushButton) -> None:
        super().__init__()
        self._buttons = buttons
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, S8, 0, 0)
        self._row.setSpacing(S12)
        for one in buttons:
            self._row.addWidget(one, 0, Qt.AlignmentFlag.AlignLeft)
        self._row.addStretch(1)

    def minimumSizeHint(self) -> QSize:
        widest = max((one.sizeHint().width() for one in self._buttons), default=0)
        return QSize(widest, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    @Slot()
    def fit(self) -> None:
        """Stand side by side where there is room."""
        shown = [one.sizeHint().width() for one in self._buttons if not one.isHidden()]
        together = sum(shown) + S12 * max(len(shown) - 1, 0) <= self.width()
        directions = QBoxLayout.Direction
        self._row.setDirection(directions.LeftToRight if together else directions.TopToBottom)
