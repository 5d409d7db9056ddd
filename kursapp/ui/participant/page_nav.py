"""Neste and Forrige at the foot of a page, with the titles of what they lead to."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QPushButton, QWidget

from kursapp.ui.i18n import _
from kursapp.ui.participant.page_trail import Stop
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.buttons import button
from kursapp.ui.widgets.text import set_role

_FRAME = 84


class PageNav(QWidget):
    """The one obvious next step, and the way back. At the end of the course Neste leads to its cover."""

    next_wanted = Signal()
    previous_wanted = Signal()

    def __init__(self, theme: Theme, here: Stop, before: Stop | None, after: Stop | None) -> None:
        super().__init__()
        self._theme = theme
        self._next_words = _next_words(here, after)
        self._previous_words = _("Forrige: {title}").format(title=before.page.title) if before is not None else ""
        self.next_button = button(self._next_words, "primary", main=True)
        self.previous_button = button(self._previous_words, "tertiary")
        self.next_button.setAccessibleName(self._next_words)
        self.previous_button.setAccessibleName(self._previous_words)
        self.next_button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(12)
        # Absolute: the arrow stands after its words by the button's direction, which would turn left to right.
        self._row.addWidget(self.next_button, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
        self._row.addWidget(self.previous_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._row.addStretch(1)
        self.previous_button.setVisible(bool(self._previous_words))
        self.next_button.clicked.connect(self.next_wanted)
        self.previous_button.clicked.connect(self.previous_wanted)
        theme.changed.connect(self._dress)
        self._dress()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def set_main(self, main: bool) -> None:
        """Let Neste be the main step of the page, or stand back where the page has one of its own."""
        set_role(self.next_button, "role", "primary" if main else "secondary")
        self._dress()

    @Slot()
    def _dress(self) -> None:
        side = self._theme.px(20)
        on_next = "on_primary" if self.next_button.property("role") == "primary" else "text"
        for pressed in (self.next_button, self.previous_button):
            # A long title is cut; it must not make the page wider than the window.
            pressed.setMinimumWidth(side)
        for pressed, icon, token in (
            (self.next_button, "arrow-right", on_next),
            (self.previous_button, "arrow-left", "primary"),
        ):
            pressed.setIcon(self._theme.icon(icon, token))
            pressed.setIconSize(QSize(side, side))
        self._fit()

    def _fit(self) -> None:
        """Let the buttons stand side by side where there is room, and cut a title that is too long for the column."""
        room = self.width()
        together = _needs(self.next_button, self._next_words) + _needs(self.previous_button, self._previous_words) + 12
        directions = QBoxLayout.Direction
        self._row.setDirection(directions.LeftToRight if together <= room else directions.TopToBottom)
        for pressed, words in ((self.next_button, self._next_words), (self.previous_button, self._previous_words)):
            shown = pressed.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, max(room - _FRAME, 40))
            pressed.setText(shown.replace("&", "&&"))
            pressed.setToolTip(words if shown != words else "")


def _needs(pressed: QPushButton, words: str) -> int:
    return pressed.fontMetrics().horizontalAdvance(words) + _FRAME if words else 0


def _next_words(here: Stop, after: Stop | None) -> str:
    if after is None:
        return _("Til forsiden av kurset")
    if after.session.id != here.session.id:
        return _("Neste økt: {title}").format(title=after.session.title)
    return _("Neste: {title}").format(title=after.page.title)
