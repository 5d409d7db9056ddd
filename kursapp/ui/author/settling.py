"""Where a file became another while somebody wrote in it: both texts, and the choice of which counts."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from kursapp.ui.drafting.open_draft import OpenDraft
from kursapp.ui.i18n import _
from kursapp.ui.navigation import Navigator
from kursapp.ui.theme import scale
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.buttons import add_button_row, button
from kursapp.ui.widgets.text import label


class Settling(QWidget):
    """Shows a clash of the open draft, and does what is chosen."""

    def __init__(self, draft: OpenDraft, theme: Theme, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft = draft
        self._file = ""
        self.mine, self.theirs = QPlainTextEdit(), QPlainTextEdit()
        self.keep, self.take = button(_("Behold min tekst"), "primary"), button(_("Bruk den andre teksten"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(scale.S16, scale.S12, scale.S16, scale.S12)
        layout.addWidget(label(_("Et annet program har endret fila mens du skrev i den."), "strong"))
        row = QHBoxLayout()
        layout.addLayout(row)
        for field, name in ((self.mine, _("Min tekst")), (self.theirs, _("Den andre teksten"))):
            field.setReadOnly(True)
            field.setAccessibleName(name)
            row.addWidget(field)
        add_button_row(layout, self.keep, self.take)
        self.keep.clicked.connect(self._on_mine)
        self.take.clicked.connect(self._on_theirs)

    def show_file(self, file: str) -> None:
        """Show the two texts of a file."""
        self._file = file
        self._draft.text_of(file, partial(self._show, file))

    def _show(self, file: str, mine: str) -> None:
        clash = self._draft.clashes.get(file)
        if clash is not None:
            self.mine.setPlainText(mine)
            self.theirs.setPlainText(clash.theirs.text if clash.theirs is not None else "")

    @Slot()
    def _on_mine(self) -> None:
        self._draft.keep_mine(self._file)

    @Slot()
    def _on_theirs(self) -> None:
        self._draft.take_theirs(self._file)
