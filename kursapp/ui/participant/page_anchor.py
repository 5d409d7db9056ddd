"""Keeps the reading place: while a page is still growing to it, and when the window or the type changes size."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from shiboken6 import isValid

from kursapp.domain.record import Position
from kursapp.ui.participant.page_body import PageBody
from kursapp.ui.participant.page_position import place_at_top, scroll_to
from kursapp.ui.theme.scale import S16

STILL_MILLISECONDS = 800


class PageAnchor(QObject):
    """Knows what stands at the top of a page.

    A place that is held is gone back to whenever the page changes its height, until the reader scrolls or all is still.
    Otherwise the page may grow below the place without moving it: a text one writes in, a verdict that appears.
    ``moved`` tells that a new place has been still for a moment.
    """

    moved = Signal()

    def __init__(self, view: QScrollArea, body: PageBody, is_built: Callable[[], bool]) -> None:
        super().__init__(view)
        self._view = view
        self._body = body
        self._is_built = is_built
        self._place = Position()
        self._widget: QWidget | None = None
        self._down: Callable[[], int] | None = None
        self._in_use: QWidget | None = None
        self._holding = False
        self._placing = False
        self._still = QTimer(self)
        self._still.setSingleShot(True)
        self._still.setInterval(STILL_MILLISECONDS)
        self._still.timeout.connect(self._on_still)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._go)
        view.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        view.verticalScrollBar().rangeChanged.connect(self._on_range)

    def place(self) -> Position:
        """Return what stands at the top; until the reader scrolls, exactly what was held."""
        return self._place

    def hold(self, place: Position) -> None:
        """Go to a place, and stay there while the page grows."""
        self._place = place
        self._widget = None
        self._in_use = None
        self._begin()

    def hold_widget(self, widget: QWidget, down: Callable[[], int] | None = None) -> None:
        """Bring a widget of the page to the top, also one that has just been put there, and keep it there.

        ``down`` tells how far down the widget the top is to be, in px; negative: how much of what is above is seen. It
        is asked again when the page changes its height.
        """
        self._widget = widget
        self._down = down
        self._in_use = None
        self._begin()
        # Its place is known when the layout has been done.
        self._later.start()

    def hold_here(self) -> None:
        """Stay at the present place through a change of size, and keep the field one writes in where it can be seen."""
        focused = QApplication.focusWidget()
        if focused is not None and self._view.isAncestorOf(focused) and not focused.visibleRegion().isEmpty():
            self._in_use = focused
        self._holding = True
        self._still.start()

    def _begin(self) -> None:
        self._holding = True
        self._go()
        self._still.start()

    @Slot()
    def _go(self) -> None:
        self._placing = True
        if self._widget is None:
            scroll_to(self._view, self._body, self._place)
            if self._in_use is not None and isValid(self._in_use):
                self._view.ensureWidgetVisible(self._in_use, 0, S16)
        elif isValid(self._widget):
            content = self._view.widget()
            assert content is not None
            down = self._down() if self._down is not None else 0
            self._view.verticalScrollBar().setValue(self._widget.mapTo(content, QPoint(0, 0)).y() + down - S16)
        self._placing = False

    @Slot()
    def _on_range(self) -> None:
        if self._holding:
            self._go()

    @Slot()
    def _on_scrolled(self) -> None:
        if not self._placing:
            self._holding = False
            self._widget = None
            self._in_use = None
            self._place = place_at_top(self._view, self._body)
            self._still.start()

    @Slot()
    def _on_still(self) -> None:
        if not self._is_built():
            self._still.start()
            return
        self._holding = False
        if self._widget is not None or self._in_use is not None:
            self._widget = None
            self._in_use = None
            self._place = place_at_top(self._view, self._body)
        self.moved.emit()
