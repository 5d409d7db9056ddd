"""A line to type on under its question, with what it is for and what is wrong with it beside it."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from kursapp.ui.i18n import _
from kursapp.ui.theme import scale
from kursapp.ui.widgets.announce import announce
from kursapp.ui.widgets.text import label, set_role


class Entry(QWidget):
    """A question, a line, a hint under it, and its error when there is one. ``entered`` is Enter."""

    changed = Signal()
    entered = Signal()

    def __init__(self, question: str, text: str = "", hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = QLineEdit(text)
        self.field.setAccessibleName(question)
        self.field.setAccessibleDescription(hint)
        self.field.textEdited.connect(self._on_edited)
        self.field.returnPressed.connect(self.entered)
        asked = label(question, "strong")
        asked.setBuddy(self.field)
        self.error = label("", "error")
        self.error.hide()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(scale.S4)
        self._column.addWidget(asked)
        if hint:
            self._column.addWidget(label(hint, "muted"))
        self._column.addWidget(self.field)
        self._column.addWidget(self.error)

    def text(self) -> str:
        """Return what stands on the line, without space around it."""
        return self.field.text().strip()

    def show_error(self, text: str) -> None:
        """Say what is wrong at the line, and put the keyboard there; empty takes it away."""
        self.error.setText(text)
        self.error.setVisible(bool(text))
        set_role(self.field, "state", "error" if text else "")
        if text:
            self.field.setFocus()
            announce(self.field, text)

    @Slot()
    def _on_edited(self) -> None:
        self.show_error("")
        self.changed.emit()


class PassphraseEntry(Entry):
    """A line whose letters are dots until one asks to see them."""

    def __init__(self, question: str, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(question, "", hint, parent)
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.shown = QCheckBox(_("Vis det jeg skriver"))
        self.shown.setAccessibleName(f"{question}: {self.shown.text()}")
        self.shown.toggled.connect(self._on_shown)
        self._column.insertWidget(self._column.count() - 1, self.shown)

    def text(self) -> str:
        return self.field.text()

    def clear(self) -> None:
        """Forget what was typed."""
        self.field.clear()
        self.shown.setChecked(False)
        self.show_error("")

    @Slot(bool)
    def _on_shown(self, shown: bool) -> None:
        self.field.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
