"""One option of a choice: a native radio button or check box without text, and a label that wraps and is rich."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QEnterEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from kursapp.domain.course import Rich
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.pictures import Pictures
from kursapp.ui.widgets.rich_label import RichLabel
from kursapp.ui.widgets.verdict import Verdict, VerdictLine, verdict_words

RADIUS = 6


class OptionRow(QWidget):
    """An option one can choose by clicking anywhere on it. The button carries the words for the screen reader."""

    toggled = Signal(bool)
    link_activated = Signal(str)

    def __init__(
        self,
        part_id: str,
        text: Rich,
        theme: Theme,
        pictures: Pictures,
        *,
        several: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.part_id = part_id
        self._theme = theme
        self._pictures = pictures
        self._verdict: Verdict | None = None
        self._hovered = False
        self._locked = False
        self.button: QAbstractButton = QCheckBox() if several else QRadioButton()
        self.button.setAccessibleName(text.plain)
        self.label = RichLabel(text, theme, pictures)
        self._words = text.plain
        self._told: list[QWidget] = []
        self._lay_out()
        self.button.toggled.connect(self._on_toggled)
        self.label.clicked.connect(self.choose)
        self.label.link_activated.connect(self.link_activated)

    @Slot()
    def choose(self) -> None:
        """Choose the option as a click does; nothing happens while it is locked."""
        if not self._locked:
            self.button.setFocus(Qt.FocusReason.MouseFocusReason)
            self.button.click()

    def spoken(self) -> str:
        """Return the option as a screen reader tells it: its words, and the verdict and feedback if there are any."""
        return self.button.accessibleName()

    def lock(self, locked: bool) -> None:
        """Let the option only be read, or open again."""
        self._locked = locked
        self.button.setEnabled(not locked)
        self.update()

    def mark(self, verdict: Verdict | None, feedback: Rich | None = None) -> None:
        """Say whether the option was right, and what it answers; None takes it away."""
        for widget in self._told:
            widget.hide()
            widget.deleteLater()
        self._told = []
        self._verdict = verdict
        said = [self._words, *([verdict_words(verdict)] if verdict else []), *([feedback.plain] if feedback else [])]
        self.button.setAccessibleName(". ".join(said))
        if verdict is not None:
            self._tell(VerdictLine(verdict, self._theme))
        if feedback:
            label = RichLabel(feedback, self._theme, self._pictures, px=16)
            label.link_activated.connect(self.link_activated)
            self._tell(label)
        self.update()

    def _tell(self, widget: QWidget) -> None:
        self._texts.addWidget(widget)
        self._told.append(widget)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 10, 16, 10)
        row.setSpacing(8)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        self._texts = QVBoxLayout()
        row.addLayout(self._texts, 1)
        self._texts.setSpacing(6)
        self._texts.addWidget(self.label)

    @Slot(bool)
    def _on_toggled(self, checked: bool) -> None:
        self.update()
        self.toggled.emit(checked)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground, line, width = self._colours()
        painter.setBrush(self._theme.color(ground))
        painter.setPen(QPen(self._theme.color(line), width))
        inset = width / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), RADIUS, RADIUS)
        painter.end()

    def _colours(self) -> tuple[str, str, float]:
        """Return the tokens of ground and outline, and how thick the outline is."""
        if self._verdict is not None:
            return self._verdict.tint, self._verdict.token, 1
        if self.button.isChecked():
            return "primary_subtle", "primary", 2
        if self._hovered and not self._locked:
            return "hover", "border", 1
        return "surface", "hairline", 1

    def enterEvent(self, event: QEnterEvent) -> None:
        self._hovered = True
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = False
        self.update()
        super().leaveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.choose()
