"""The bar above the screen where the program says what it has to say."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from kursapp.ui.i18n import _
from kursapp.ui.messages import Message, MessageKind, Messages
from kursapp.ui.theme import scale
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.announce import announce
from kursapp.ui.widgets.buttons import button, icon_button
from kursapp.ui.widgets.text import IconLabel, label

_ICONS = {
    MessageKind.NOTE: ("info", "info"),
    MessageKind.DONE: ("circle-check", "success"),
    MessageKind.PROBLEM: ("triangle-alert", "danger"),
}
MOST = 3


def _weight(row: MessageRow) -> bool:
    """Order what may give way: passing words before what stays until it is put away."""
    return row.message.seconds == 0


class MessageRow(QFrame):
    """One message: what it is, what it says, what one can do, and a way to put it away."""

    over = Signal(object)

    def __init__(self, theme: Theme, message: Message, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.message = message
        self.setProperty("look", "message")
        self.setProperty("kind", message.kind.value)
        self.setAccessibleName(message.text)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(scale.S24, scale.S8, scale.S12, scale.S8)
        layout.setSpacing(scale.S12)
        layout.addWidget(IconLabel(theme, *_ICONS[message.kind]), 0, Qt.AlignmentFlag.AlignVCenter)
        self.text = label(message.text)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        layout.addWidget(self.text, 1)
        if message.action:
            self.action = button(message.action)
            self.action.clicked.connect(self._act)
            layout.addWidget(self.action)
        self.close_button = icon_button(theme, "x", _("Lukk meldingen"))
        self.close_button.clicked.connect(self._put_away)
        layout.addWidget(self.close_button)
        if message.seconds:
            QTimer.singleShot(message.seconds * 1000, self, self._put_away)

    @Slot()
    def _act(self) -> None:
        act = self.message.act
        self._put_away()
        if act is not None:
            act()

    @Slot()
    def _put_away(self) -> None:
        self.over.emit(self)


class MessageBar(QWidget):
    """Shows the newest few messages, the newest at the bottom; takes no room when there is nothing to say."""

    def __init__(self, theme: Theme, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows: list[MessageRow] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        messages.shown.connect(self._on_shown)
        messages.withdrawn.connect(self._on_withdrawn)
        messages.spoken.connect(self._on_spoken)
        self.hide()

    def texts(self) -> tuple[str, ...]:
        """Return what is said now."""
        return tuple(row.message.text for row in self._rows)

    def rows(self) -> tuple[MessageRow, ...]:
        """Return the messages that stand."""
        return tuple(self._rows)

    @Slot(object)
    def _on_shown(self, message: Message) -> None:
        for row in list(self._rows):
            if row.message.text == message.text or (message.about and row.message.about == message.about):
                self._remove(row)
        while len(self._rows) >= MOST:
            self._remove(min(self._rows, key=_weight))
        row = MessageRow(self._theme, message, self)
        row.over.connect(self._remove)
        self._rows.append(row)
        self._layout.addWidget(row)
        self.show()
        announce(self, message.text)

    @Slot(str)
    def _on_withdrawn(self, about: str) -> None:
        for row in list(self._rows):
            if row.message.about == about:
                self._remove(row)

    @Slot(str)
    def _on_spoken(self, text: str) -> None:
        announce(self, text)

    @Slot(object)
    def _remove(self, row: MessageRow) -> None:
        if row not in self._rows:
            return
        self._rows.remove(row)
        self._layout.removeWidget(row)
        row.hide()
        row.deleteLater()
        self.setVisible(bool(self._rows))
