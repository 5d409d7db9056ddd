"""A report or a log, to be read before anybody sends it anywhere: copied or saved, never sent from here."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QVBoxLayout, QWidget

from kursapp.ui.i18n import _
from kursapp.ui.picking import Picker
from kursapp.ui.theme import scale
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.announce import announce
from kursapp.ui.widgets.buttons import add_button_row, button
from kursapp.ui.widgets.text import label

Say = Callable[[str], object]
Save = Callable[[Path, str, Say], object]
"""Writes a text to a file somewhere else than on the screen's thread, and calls with what is to be said of it."""

WIDTH, HEIGHT = 720, 480


class ReportDialog(QDialog):
    """Shows ``text`` under ``heading``, with ``told`` saying what it is. ``name`` is what a file of it is called."""

    def __init__(
        self, theme: Theme, heading: str, told: str, text: str, name: str, save: Save, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._name, self._save = theme, name, save
        self.setWindowTitle("Kursapp")
        self._picker = Picker(self)
        self.text = QPlainTextEdit(text)
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(heading)
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.said = label("", "muted")
        self.said.hide()
        self.copy_button = button(_("Kopier"))
        self.save_button = button(_("Lagre som fil"))
        self.close_button = button(_("Lukk"), "tertiary")
        self.copy_button.clicked.connect(self._copy)
        self.save_button.clicked.connect(self._ask_where)
        self.close_button.clicked.connect(self.accept)
        self._lay_out(heading, told)
        theme.changed.connect(self._on_theme)
        self._on_theme()
        self.text.setFocus()

    def _lay_out(self, heading: str, told: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(scale.S24, scale.S24, scale.S24, scale.S24)
        column.setSpacing(scale.S12)
        column.addWidget(label(heading, "h3"))
        column.addWidget(label(told, "muted"))
        column.addWidget(self.text, 1)
        column.addWidget(self.said)
        add_button_row(column, self.copy_button, self.save_button, self.close_button)

    @Slot()
    def _on_theme(self) -> None:
        face: QFont = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        face.setPixelSize(self._theme.px(scale.META))
        self.text.setFont(face)
        room = self.screen().availableSize()
        self.resize(
            min(self._theme.px(WIDTH), room.width() - scale.S64), min(self._theme.px(HEIGHT), room.height() - scale.S64)
        )

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())
        self._say(_("Kopiert."))

    @Slot()
    def _ask_where(self) -> None:
        self._picker.save(_("Lagre som fil"), self._name, _("Tekst (*.txt)"), self.write)

    def write(self, path: Path) -> None:
        """Save the text as a file, and say what came of it."""
        self._save(path, self.text.toPlainText(), self._say)

    def _say(self, words: str) -> None:
        self.said.setText(words)
        self.said.show()
        announce(self, words)
