"""Tidligere versjoner: what a file said before, and files that are gone."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kursapp.ui.author.no_draft import NoDraft
from kursapp.ui.author.snapshots_panel import SnapshotsPanel
from kursapp.ui.i18n import _
from kursapp.ui.navigation import Location, drafts, edit
from kursapp.ui.parts import Parts
from kursapp.ui.screen import Screen
from kursapp.ui.theme import scale
from kursapp.ui.widgets.buttons import button


class HistoryScreen(Screen):
    """What was kept of one file, and the way back to it."""

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self._draft, self._navigator = parts.draft, parts.navigator
        self._file = ""
        self.panel = SnapshotsPanel(parts.draft, parts.theme, parts.messages)
        self.nothing = NoDraft(parts.navigator)
        self.back = button(_("Til teksten"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(scale.S24, scale.S16, scale.S24, scale.S16)
        layout.setSpacing(scale.S12)
        self.panel.pane.add_to_head(self.back)
        layout.addWidget(self.panel, 1)
        layout.addWidget(self.nothing)
        self.back.clicked.connect(self._on_back)
        self.panel.restored.connect(self._on_restored)

    def title(self) -> str:
        return _("Tidligere versjoner")

    def trail(self) -> tuple[tuple[str, Location], ...]:
        card = self._draft.card
        return ((_("Kurs"), drafts()), *(((card.title, edit()),) if card is not None else ()))

    def regions(self) -> tuple[QWidget, ...]:
        return (self.panel,) if self._draft.card is not None else (self.nothing,)

    def enter(self, location: Location) -> None:
        self._file = location.page
        self._draft.enter(location.course, self._show, self._show_nothing)

    def _show(self) -> None:
        self._show_parts(True)
        self._file = self._file or next(iter(self._draft.files), "")
        self.panel.show_file(self._file)
        self.title_changed.emit()

    def _show_nothing(self) -> None:
        self._show_parts(False)

    def _show_parts(self, has_draft: bool) -> None:
        self.panel.setVisible(has_draft)
        self.nothing.setVisible(not has_draft)

    @Slot()
    def _on_back(self) -> None:
        file = self.panel.file
        self._navigator.go(edit("", file if file in self._draft.files else ""))

    @Slot(str)
    def _on_restored(self, file: str) -> None:
        self._navigator.go(edit("", file))
