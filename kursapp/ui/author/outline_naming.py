"""The line above the outline where something new gets its name, or something old another one."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kursapp.domain.restructuring import Wish
from kursapp.ui.i18n import _
from kursapp.ui.theme import scale
from kursapp.ui.widgets.buttons import add_button_row, button
from kursapp.ui.widgets.entry import Entry

MakeWish = Callable[[str], Wish | None]


class NamingForm(QWidget):
    """Asks for one name at a time. ``named(Wish)`` when it is given; ``left`` when one has thought better of it."""

    named = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._make: MakeWish | None = None
        self.entry: Entry | None = None
        self.done = button(_("Lag"), "primary")
        self.done.clicked.connect(self._on_done)
        self.cancel = button(_("Avbryt"))
        self.cancel.clicked.connect(self.close_form)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(scale.S12, scale.S8, scale.S12, scale.S12)
        self._column.setSpacing(scale.S8)
        add_button_row(self._column, self.done, self.cancel)
        self.hide()

    def ask(self, question: str, text: str, hint: str, done: str, make: MakeWish) -> None:
        """Ask for a name; ``make`` turns it into a wish. What was asked before is dropped."""
        self._drop()
        self._make = make
        self.entry = Entry(question, text, hint)
        self.entry.entered.connect(self._on_done)
        self._column.insertWidget(0, self.entry)
        self.done.setText(done)
        self.show()
        self.entry.field.selectAll()
        self.entry.field.setFocus()

    def show_error(self, words: str) -> None:
        """Say at the line why the name will not do."""
        if self.entry is not None:
            self.entry.show_error(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and event.type() == QEvent.Type.KeyPress:
            self.close_form()
            return
        super().keyPressEvent(event)

    @Slot()
    def close_form(self) -> None:
        """Put the line away, with whatever stands on it."""
        was_there = self.entry is not None
        self._drop()
        self.hide()
        if was_there:
            self.left.emit()

    @Slot()
    def _on_done(self) -> None:
        if self.entry is None or self._make is None:
            return
        if not self.entry.text():
            self.entry.show_error(_("Skriv hva det skal hete."))
            return
        wish = self._make(self.entry.text())
        if wish is not None:
            self.named.emit(wish)

    def _drop(self) -> None:
        if self.entry is not None:
            self._column.removeWidget(self.entry)
            self.entry.hide()
            self.entry.deleteLater()
            self.entry = None
        self._make = None
