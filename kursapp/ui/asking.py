"""A question before what cannot be undone."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QAbstractButton, QMessageBox, QWidget

from kursapp.ui.i18n import _


class Asking(QObject):
    """Asks over ``owner``'s window; Esc and the way back do nothing."""

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner)
        self._owner = owner
        self._act: Callable[[], object] | None = None
        self.question: QMessageBox | None = None

    def ask(self, title: str, text: str, yes: str, act: Callable[[], object], no: str = "") -> None:
        """Ask ``title``, explained by ``text``; ``act`` is called where the answer is ``yes``."""
        if self.question is not None:
            self.question.reject()
        self._act = act
        question = QMessageBox(self._owner.window())
        question.setWindowTitle("Kursapp")
        question.setText(title)
        question.setInformativeText(text)
        question.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
        stay = question.addButton(no or _("Avbryt"), QMessageBox.ButtonRole.RejectRole)
        question.setDefaultButton(stay)
        question.setEscapeButton(stay)
        question.buttonClicked.connect(self._on_clicked)
        question.finished.connect(self._on_finished)
        self.question = question
        question.open()

    @Slot(QAbstractButton)
    def _on_clicked(self, pressed: QAbstractButton) -> None:
        question, act = self.question, self._act
        if question is not None and question.buttonRole(pressed) is QMessageBox.ButtonRole.AcceptRole and act:
            act()

    @Slot()
    def _on_finished(self) -> None:
        if self.question is not None:
            self.question.deleteLater()
        self.question = None
