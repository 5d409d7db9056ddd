"""A file that is being written: what it is called, how far it is, and a way to stop."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QProgressBar

from kursapp.ui.i18n import _
from kursapp.ui.widgets.buttons import add_button_row, button
from kursapp.ui.widgets.card import Card
from kursapp.ui.widgets.text import label


class SavingCard(Card):
    """What is being written, how far it is, and a way to stop."""

    stopped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.words = label("", "strong")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.stop = button(_("Avbryt"))
        self.stop.clicked.connect(self.stopped)
        self.body.addWidget(self.words)
        self.body.addWidget(self.bar)
        add_button_row(self.body, self.stop)
        self.hide()

    def begin(self, name: str) -> None:
        """Show that a file is being written."""
        self.words.setText(_("Lagrer {name} …").format(name=name))
        self.bar.setAccessibleName(self.words.text())
        self.bar.setRange(0, 0)
        self.show()

    @Slot(int, int)
    def show_progress(self, done: int, total: int) -> None:
        """Show how much is done."""
        self.bar.setRange(0, max(1, total))
        self.bar.setValue(done)
