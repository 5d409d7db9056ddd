"""The box beside chosen words: four colours, a note, copying, looking a term up, and taking a mark away."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal, SignalInstance, Slot
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

from kursapp.domain.annotation import COLOURS
from kursapp.ui.i18n import _
from kursapp.ui.theme.scale import S4, S8
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.buttons import button
from kursapp.ui.widgets.flow import Flow
from kursapp.ui.widgets.popover import GAP, Popover
from kursapp.ui.widgets.text_marks import LOOKS

WIDTH = 460
SWATCH = 32


def colour_name(colour: str) -> str:
    """Return what a colour is called."""
    return {"yellow": _("Gul"), "green": _("Grønn"), "blue": _("Blå"), "pink": _("Rosa")}.get(colour, "")


class Swatch(QToolButton):
    """A colour: its tint and its line, as they stand in the text, and its number."""

    def __init__(self, theme: Theme, colour: str, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self.colour, self._number = theme, colour, number
        self.setCheckable(True)
        self.setProperty("role", "icon")
        name = _("{colour} ({number})").format(colour=colour_name(colour), number=number)
        self.setAccessibleName(name)
        self.setToolTip(name)

    def sizeHint(self) -> QSize:
        side = self._theme.px(SWATCH) + S8
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        look = LOOKS[self.colour]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        face = self.rect().adjusted(S4 + 1, S4 + 1, -S4 - 1, -S4 - 1)
        line = QColor(self._theme.color(look.colour))
        painter.setPen(QPen(line, 3 if self.isChecked() else 1))
        painter.setBrush(self._theme.color(look.tint))
        painter.drawRoundedRect(face, 4, 4)
        painter.setPen(self._theme.color("text"))
        painter.drawText(face, Qt.AlignmentFlag.AlignCenter, str(self._number))
        painter.end()


class MarkBox(Popover):
    """Takes the keyboard: 1–4 choose a colour, N a note, Delete takes the mark away, Esc closes."""

    coloured = Signal(str)
    note_wanted = Signal()
    copy_wanted = Signal()
    term_wanted = Signal()
    remove_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent, WIDTH)
        self.setAccessibleName(_("Merk teksten"))
        # It is as high as its lines: a bar would take the room of the last button, and so be needed.
        self.area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._row = row = Flow()
        self.column.addWidget(row)
        self.swatches = tuple(Swatch(theme, colour, number) for number, colour in enumerate(COLOURS, start=1))
        for swatch in self.swatches:
            swatch.clicked.connect(self._on_swatch)
            row.add(swatch)
        self.note = self._button(row, _("Notat"), self.note_wanted)
        self.copy = self._button(row, _("Kopier"), self.copy_wanted)
        self.term = self._button(row, _("Slå opp"), self.term_wanted)
        self.remove = self._button(row, _("Fjern"), self.remove_wanted)

    def offer(self, beside: QRect, *, colour: str = "", marked: bool = False, term: bool = False) -> None:
        """Open beside chosen words; or a mark that has a ``colour`` and can be taken away."""
        for swatch in self.swatches:
            swatch.setChecked(swatch.colour == colour)
        self.remove.setVisible(marked)
        self.term.setVisible(term)
        first = next((swatch for swatch in self.swatches if swatch.colour == colour), self.swatches[0])
        self.open_beside(beside, first)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        number = event.key() - int(Qt.Key.Key_0)
        if event.matches(QKeySequence.StandardKey.Copy):
            self._tell(self.copy_wanted)
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
        elif 1 <= number <= len(self.swatches):
            self._choose(self.swatches[number - 1].colour)
        elif event.key() == Qt.Key.Key_N:
            self._tell(self.note_wanted)
        elif event.key() == Qt.Key.Key_Delete and self.remove.isVisible():
            self._tell(self.remove_wanted)
        else:
            super().keyPressEvent(event)

    def _wide(self) -> int:
        """Return how wide it is: as its buttons side by side, on two lines where there is no room."""
        around = 2 * (S8 + S4) + 2
        return max(0, min(self._row.sizeHint().width() + around, self.over.width() - 2 * GAP))

    def _button(self, row: Flow, text: str, wanted: SignalInstance) -> QPushButton:
        made = button(text, "tertiary")
        made.clicked.connect(self.dismiss)
        made.clicked.connect(wanted)
        row.add(made)
        return made

    @Slot()
    def _on_swatch(self) -> None:
        sender = self.sender()
        if isinstance(sender, Swatch):
            self._choose(sender.colour)

    def _choose(self, colour: str) -> None:
        self.dismiss()
        self.coloured.emit(colour)

    def _tell(self, wanted: SignalInstance) -> None:
        self.dismiss()
        wanted.emit()
