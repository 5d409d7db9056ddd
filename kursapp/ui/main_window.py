"""The window's frame: a sidebar of places, the line above, and room for one screen at a time.

It is painted before anything else is loaded, so it knows the theme and nothing more. ``steering`` takes the wheel when
the rest is there.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from kursapp.ui.navigation import Location
from kursapp.ui.sidebar import Sidebar
from kursapp.ui.theme import scale
from kursapp.ui.theme.theme import Theme
from kursapp.ui.top_bar import TopBar
from kursapp.ui.workspaces import Workspace

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QPaintEvent, QResizeEvent


class MainWindow(QMainWindow):
    """The frame around the screens.

    ``may_close`` is asked before the window closes; without it, it closes. ``take_wish`` tells where a click wanted to
    go before there was anybody to take one there.
    """

    painted = Signal()
    closed = Signal()

    def __init__(self, theme: Theme, workspace: Workspace) -> None:
        super().__init__()
        self._theme = theme
        self.may_close: Callable[[], bool] | None = None
        self._wished: Location | None = None
        self._has_painted = False
        self.setWindowTitle("Kursapp")
        self.sidebar = Sidebar(theme, workspace)
        self.sidebar.asked.connect(self.wish)
        self.top_bar = TopBar(theme)
        self.stack = QStackedWidget()
        self._right = QVBoxLayout()
        self._lay_out()
        theme.changed.connect(self._fold)

    def _lay_out(self) -> None:
        ground = QWidget()
        row = QHBoxLayout(ground)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.sidebar)
        row.addLayout(self._right, 1)
        self._right.setContentsMargins(0, 0, 0, 0)
        self._right.setSpacing(0)
        self._right.addWidget(self.top_bar)
        self._right.addWidget(self.stack, 1)
        self.setCentralWidget(ground)

    def put_above_screen(self, widget: QWidget) -> None:
        """Put the message bar between the top bar and the screen."""
        self._right.insertWidget(1, widget)

    def show_frame(self, shown: bool) -> None:
        """Show or hide what is around the screen; a screen that stands alone leaves nowhere else to go."""
        self.sidebar.setVisible(shown)
        self.top_bar.setVisible(shown)

    @Slot(object)
    def wish(self, location: Location) -> None:
        """Remember where a click wants to go."""
        self._wished = location

    def take_wish(self) -> Location | None:
        """Return where the last click wanted to go, once."""
        wished, self._wished = self._wished, None
        return wished

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    @Slot()
    def _fold(self) -> None:
        """Leave the sidebar its icons only where the window is narrow for the size of the text."""
        folded = self.width() < self._theme.px(scale.SIDEBAR_FOLDS_BELOW)
        if folded != self.sidebar.folded:
            self.sidebar.fold(folded)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._has_painted:
            self._has_painted = True
            QTimer.singleShot(0, self.painted.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.may_close is not None and not self.may_close():
            event.ignore()
            return
        super().closeEvent(event)
        self.closed.emit()
