"""Asks before what cannot be undone."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QAbstractButton, QMessageBox, QWidget

from kursapp.ui.i18n import _


class Confirm(QObject):
    """One question at a time. ``agreed`` tells of a yes; Esc and "Avbryt" are always safe."""

    agreed = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._yes: QAbstractButton | None = None
        self._question: QMessageBox | None = None

    @property
    def question(self) -> QMessageBox | None:
        """The question on the screen now, None where there is none."""
        return self._question

    def ask(self, title: str, explained: str, yes: str) -> None:
        """Ask; ``yes`` is what the button says that does it."""
        if self._question is not None:
            self._question.reject()
        question = QMessageBox(self._window)
        question.setWindowTitle("Kursapp")
        question.setText(title)
        question.setInformativeText(explained)
        self._yes = question.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
        stay = question.addButton(_("Avbryt"), QMessageBox.ButtonRole.RejectRole)
        question.setDefaultButton(stay)
        question.setEscapeButton(stay)
        question.buttonClicked.connect(self._on_clicked)
        question.finished.connect(self._on_finished)
        self._question = question
        question.open()

    @Slot(QAbstractButton)
    def _on_clicked(self, button: QAbstractButton) -> None:
        if button is self._yes:
            self.agreed.emit()

    @Slot()
    def _on_finished(self) -> None:
        question, self._question = self._question, None
        if question is not None:
            question.deleteLater()
