"""Work that takes a while: what is being done, how far it is, and a way to stop."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QProgressBar, QWidget

from kursapp.ui.i18n import _
from kursapp.ui.watch import Watch
from kursapp.ui.widgets.announce import announce
from kursapp.ui.widgets.buttons import add_button_row, button
from kursapp.ui.widgets.card import Card
from kursapp.ui.widgets.text import label


class AtWork(Card):
    """Hidden until something begins. ``can_stop`` is said at the beginning: some work is never called off."""

    stopped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._watch: Watch | None = None
        self.words = label("", "strong")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.stop = button(_("Avbryt"))
        self.stop.clicked.connect(self._on_stop)
        self.body.addWidget(self.words)
        self.body.addWidget(self.bar)
        add_button_row(self.body, self.stop)
        self.hide()

    @property
    def is_busy(self) -> bool:
        """Say whether something is being done."""
        return not self.isHidden()

    def begin(self, words: str, watch: Watch | None, *, can_stop: bool = True) -> None:
        """Show that something is being done, and follow it."""
        self._watch = watch
        self.words.setText(words)
        self.bar.setAccessibleName(words)
        self.bar.setRange(0, 0)
        self.stop.setVisible(can_stop and watch is not None)
        if watch is not None:
            watch.progressed.connect(self._on_progress)
        self.show()
        if self.stop.isVisible():
            self.stop.setFocus()
        announce(self, words)

    def end(self) -> None:
        """Be done, for whatever reason."""
        watch, self._watch = self._watch, None
        if watch is not None:
            watch.deleteLater()
        self.hide()

    def cancel(self) -> None:
        """Let the work stop where it can."""
        if self._watch is not None:
            self._watch.cancel()

    @Slot(int, int)
    def _on_progress(self, done: int, total: int) -> None:
        # The bar counts in thousandths: bytes of a large file are more than it can hold.
        self.bar.setRange(0, 1000)
        self.bar.setValue(round(1000 * done / max(1, total)))

    @Slot()
    def _on_stop(self) -> None:
        self.words.setText(_("Avbryter …"))
        self.cancel()
        self.stopped.emit()
