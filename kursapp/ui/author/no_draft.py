"""What the instructor's screens show where no course is open."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kursapp.ui.i18n import _
from kursapp.ui.navigation import Navigator, drafts
from kursapp.ui.theme import scale
from kursapp.ui.widgets.empty import EmptyState


class NoDraft(QWidget):
    """Says that a course must be opened first, and leads to the list."""

    def __init__(self, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._navigator = navigator
        layout = QVBoxLayout(self)
        layout.setContentsMargins(scale.S32, scale.S32, scale.S32, scale.S32)
        words = _("Lag et kurs eller åpne et du har, så er det dette du arbeider med her.")
        self.empty = EmptyState(_("Ingen kurs er åpnet"), words, _("Til kursene"))
        self.empty.chosen.connect(self._on_chosen)
        layout.addWidget(self.empty)
        layout.addStretch(1)
        self.setFocusProxy(self.empty.action)

    @Slot()
    def _on_chosen(self) -> None:
        self._navigator.go(drafts())
