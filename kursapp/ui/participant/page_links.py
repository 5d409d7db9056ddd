"""Links and files that leave the program: asked about first, then handed to the system."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QAbstractButton, QMessageBox, QWidget

from kursapp.ui.i18n import _

WEB_SCHEMES = ("http", "https", "mailto")
PLAN_LINK = "plan:"
"""Where the program's own parts of a page lead to the plan; a course's text can hold no such address."""


class Leaving(QObject):
    """Asks before an address is opened outside Kursapp. Nothing is opened that was not asked about."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._address = QUrl()
        self._question: QMessageBox | None = None

    @property
    def question(self) -> QMessageBox | None:
        """The question on the screen now, None where there is none."""
        return self._question

    def ask_about_link(self, href: str) -> bool:
        """Ask about an address of the web or of mail; False, and no question, for any other."""
        address = QUrl(href)
        if address.scheme() not in WEB_SCHEMES:
            return False
        mail = address.scheme() == "mailto"
        title = _("Vil du skrive en e-post?") if mail else _("Vil du åpne lenken i nettleseren?")
        self._ask(address, title, address.path() if mail else address.toDisplayString(), _("Åpne"))
        return True

    def ask_about_file(self, file: Path, name: str) -> None:
        """Ask about a sound or film file of the course."""
        self._ask(QUrl.fromLocalFile(str(file)), _("Vil du åpne opptaket i avspilleren på maskinen?"), name, _("Åpne"))

    def _ask(self, address: QUrl, title: str, what: str, yes: str) -> None:
        if self._question is not None:
            self._question.reject()
        self._address = address
        question = QMessageBox(self._window)
        question.setWindowTitle("Kursapp")
        question.setText(title)
        question.setInformativeText(what)
        open_button = question.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
        stay = question.addButton(_("Bli her"), QMessageBox.ButtonRole.RejectRole)
        question.setDefaultButton(open_button)
        question.setEscapeButton(stay)
        question.buttonClicked.connect(self._on_clicked)
        question.finished.connect(self._on_finished)
        self._question = question
        question.open()

    @Slot(QAbstractButton)
    def _on_clicked(self, pressed: QAbstractButton) -> None:
        question = self._question
        if question is not None and question.buttonRole(pressed) is QMessageBox.ButtonRole.AcceptRole:
            QDesktopServices.openUrl(self._address)

    @Slot()
    def _on_finished(self) -> None:
        if self._question is not None:
            self._question.deleteLater()
            self._question = None
