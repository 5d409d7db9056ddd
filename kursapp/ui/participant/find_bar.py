"""The bar above a page in which one types what to find on it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QSizePolicy

from kursapp.ui.i18n import _, n_
from kursapp.ui.theme import scale
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.announce import announce
from kursapp.ui.widgets.buttons import icon_button
from kursapp.ui.widgets.text import label

FIELD_WIDTH = 280
LEAST_WIDTH = 90


class _Field(QLineEdit):
    """A line as wide as a few words at any size of the text; narrower where there is no room."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName(_("Finn på siden"))
        self.setPlaceholderText(_("Finn på siden"))
        self.setMaxLength(500)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(FIELD_WIDTH), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(LEAST_WIDTH, super().minimumSizeHint().height())


class FindBar(QFrame):
    """Enter goes to the next place, Shift+Enter to the one before, Esc closes the bar.

    ``typed`` with every change of what is looked for; ``closed`` when it has gone, and the keyboard is to go back.
    """

    typed = Signal(str)
    next_wanted = Signal()
    previous_wanted = Signal()
    closed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("findBar")
        self.field = _Field(theme)
        self.told = label("", "muted", wrap=False)
        self.previous = icon_button(theme, "chevron-up", _("Forrige treff (Shift+F3)"))
        self.next = icon_button(theme, "chevron-down", _("Neste treff (F3)"))
        self.shut = icon_button(theme, "x", _("Lukk søket (Esc)"))
        row = QHBoxLayout(self)
        row.setContentsMargins(scale.S16, scale.S8, scale.S16, scale.S8)
        row.setSpacing(scale.S8)
        for part in (self.field, self.previous, self.next, self.told):
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(self.shut)
        self.field.textChanged.connect(self.typed)
        self.field.installEventFilter(self)
        self.previous.clicked.connect(self.previous_wanted)
        self.next.clicked.connect(self.next_wanted)
        self.shut.clicked.connect(self.close_bar)
        self.hide()

    def words(self) -> str:
        """Return what is looked for."""
        return self.field.text()

    def open_bar(self) -> None:
        """Show the bar with the keyboard in it, what stands there chosen, so that typing begins anew."""
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    @Slot()
    def close_bar(self) -> None:
        """Hide the bar and forget the words; when it is closed already, nothing happens."""
        if self.isHidden():
            return
        self.hide()
        self.field.clear()
        self.closed.emit()

    def show_count(self, at: int, count: int, most: int) -> None:
        """Say which of how many places is shown, ``at`` from 1; more than ``most`` are not counted."""
        if not self.words().strip():
            self._say("")
        elif count == 0:
            self._say(_("Ingen treff på siden"))
        elif count >= most:
            self._say(_("{at} av over {n} treff").format(at=at, n=most))
        else:
            self._say(n_("{at} av {n} treff", "{at} av {n} treff", count).format(at=at, n=count))

    def _say(self, text: str) -> None:
        if text != self.told.text():
            self.told.setText(text)
            if text:
                announce(self.field, text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            return self._on_key(event)
        return super().eventFilter(watched, event)

    def _on_key(self, event: QKeyEvent) -> bool:
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return False
        back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        (self.previous_wanted if back else self.next_wanted).emit()
        return True
