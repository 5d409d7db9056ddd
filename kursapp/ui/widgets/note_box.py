"""A tinted box with a heading and rich texts under it: a verdict, a hint, an example."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kursapp.domain.course import Rich
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.pictures import Pictures
from kursapp.ui.widgets.rich_label import RichLabel
from kursapp.ui.widgets.tinted_box import paint_tinted_box


@dataclass(frozen=True, slots=True)
class NoteLook:
    """The icon of a box and its colours, as names of the theme's tokens."""

    icon: str
    token: str
    tint: str


HINT = NoteLook("lightbulb", "info", "info_tint")
EXAMPLE = NoteLook("eye", "on_primary_subtle", "primary_subtle")
RIGHT = NoteLook("circle-check", "success", "success_tint")
PARTLY = NoteLook("circle-dot", "accent", "accent_tint")
WRONG = NoteLook("circle-x", "danger", "danger_tint")
EXPLANATION = NoteLook("message-circle", "on_primary_subtle", "primary_subtle")


class NoteBox(QWidget):
    """The box. The screen reader gets all its words as its name."""

    link_activated = Signal(str)

    def __init__(
        self,
        title: str,
        texts: Sequence[Rich],
        theme: Theme,
        pictures: Pictures,
        look: NoteLook,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._look = look
        self._icon = QLabel()
        self._title = QLabel(title)
        self._title.setWordWrap(True)
        self.setAccessibleName(" ".join([title, *(text.plain for text in texts)]))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 14)
        column.setSpacing(6)
        head = QHBoxLayout()
        column.addLayout(head)
        head.setSpacing(8)
        head.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._title, 1)
        for text in texts:
            words = RichLabel(text, theme, pictures)
            words.link_activated.connect(self.link_activated)
            column.addWidget(words)
        self._dress()
        theme.changed.connect(self._dress)

    def title(self) -> str:
        """Return the heading."""
        return self._title.text()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = QRectF(self.contentsRect())
        paint_tinted_box(painter, box, self._theme, tint=self._look.tint, token=self._look.token)
        painter.end()

    @Slot()
    def _dress(self) -> None:
        self._icon.setPixmap(self._theme.pixmap(self._look.icon, self._look.token, 20))
        self._title.setFont(self._theme.font(16, 600))
        palette = self._title.palette()
        palette.setColor(self._title.foregroundRole(), self._theme.color(self._look.token))
        self._title.setPalette(palette)
