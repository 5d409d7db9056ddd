"""The controls of reading aloud, above the page while it is read."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from kursapp.ui.i18n import _
from kursapp.ui.participant.read_aloud.reader import Reader, Reading
from kursapp.ui.participant.read_aloud.voice import NORMAL
from kursapp.ui.theme import scale
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.buttons import button, icon_button
from kursapp.ui.widgets.elided_label import ElidedLabel
from kursapp.ui.widgets.flow import Flow
from kursapp.ui.widgets.menu_box import MenuBox


def speeds() -> tuple[tuple[str, str], ...]:
    """Return the speeds there are beside the usual one, by what they are called."""
    return (("slow", _("Rolig")), ("fast", _("Rask")), ("faster", _("Svært rask")))


class ReadAloudBar(QFrame):
    """Pause, the sentence before and after, the speed, and stop; the sentence being read stands below."""

    speed_chosen = Signal(str)

    def __init__(self, reader: Reader, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reader = reader
        self.setProperty("look", "readAloud")
        self.setAccessibleName(_("Opplesing"))
        self.pause = button(_("Pause"), "primary")
        self.back = icon_button(theme, "skip-back", _("Setningen før"))
        self.on = icon_button(theme, "skip-forward", _("Neste setning"))
        self.speed = MenuBox(speeds(), _("Fart"), _("Vanlig fart"))
        self.speed.setSizeAdjustPolicy(MenuBox.SizeAdjustPolicy.AdjustToContents)
        self.stop = button(_("Stopp"))
        self.sentence = ElidedLabel("muted")
        self._lay_out()
        self._connect()
        self.hide()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(scale.S16, scale.S8, scale.S16, scale.S8)
        column.setSpacing(scale.S4)
        flow = Flow()
        for widget in (self.pause, self.back, self.on, self.speed, self.stop):
            flow.add(widget)
        row = QHBoxLayout()
        column.addLayout(row)
        row.addWidget(flow, 1)
        column.addWidget(self.sentence)

    def _connect(self) -> None:
        self.pause.clicked.connect(self.toggle)
        self.back.clicked.connect(self._on_back)
        self.on.clicked.connect(self._on_on)
        self.stop.clicked.connect(self._reader.stop)
        self.speed.activated.connect(self._on_speed)
        self._reader.changed.connect(self._show)

    def set_speed(self, speed: str) -> None:
        """Read at a speed that was chosen before."""
        self.speed.set_value(speed)
        self._reader.set_speed(speed)

    @Slot()
    def toggle(self) -> None:
        """Pause, or read on."""
        if self._reader.reading is Reading.PAUSED:
            self._reader.go_on()
        else:
            self._reader.pause()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._reader.stop()
            return
        super().keyPressEvent(event)

    @Slot()
    def _on_back(self) -> None:
        self._reader.step(-1)

    @Slot()
    def _on_on(self) -> None:
        self._reader.step(1)

    @Slot()
    def _on_speed(self) -> None:
        speed = self.speed.value() or NORMAL
        self.set_speed(speed)
        self.speed_chosen.emit(speed)

    @Slot()
    def _show(self) -> None:
        passage = self._reader.passage
        self.pause.setText(_("Les videre") if self._reader.reading is Reading.PAUSED else _("Pause"))
        self.sentence.show_text("" if passage is None else " ".join(passage.sentence.text.split()))
        self.setVisible(self._reader.reading is not Reading.SILENT)
