"""Where a file became another while somebody wrote in it: both texts, and the choice of which counts."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kursapp.domain.draft import Clash, DiffLine
from kursapp.services.compare_texts import clash_diff
from kursapp.services.draft import Draft
from kursapp.ui.author.clash import ClashView
from kursapp.ui.drafting.open_draft import OpenDraft
from kursapp.ui.navigation import Navigator, draft_history
from kursapp.ui.theme.theme import Theme


class Settling(QWidget):
    """Shows a clash of the open draft, and does what is chosen."""

    def __init__(self, draft: OpenDraft, theme: Theme, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft, self._navigator = draft, navigator
        self.view = ClashView(theme)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.view)
        self.setFocusProxy(self.view)
        self.view.mine_wanted.connect(self._on_mine)
        self.view.theirs_wanted.connect(self._on_theirs)
        self.view.both_wanted.connect(self._on_both)

    def show_file(self, file: str) -> None:
        """Show the two texts of a file."""
        self._draft.text_of(file, partial(self._compare, file))

    def _compare(self, file: str, mine: str) -> None:
        clash = self._draft.clashes.get(file)
        if clash is not None:
            clash = replace(clash, mine=mine)
            self._draft.ask(partial(_differences, clash), partial(self._show, clash))

    def _show(self, clash: Clash, lines: tuple[DiffLine, ...]) -> None:
        self.view.show_clash(clash, lines)

    @Slot(object)
    def _on_mine(self, clash: Clash) -> None:
        self._draft.keep_mine(clash.file)

    @Slot(object)
    def _on_theirs(self, clash: Clash) -> None:
        self._draft.take_theirs(clash.file)

    @Slot(object)
    def _on_both(self, clash: Clash) -> None:
        """Let the other text stand, and show where hers is kept."""
        self._draft.take_theirs(clash.file)
        self._navigator.go(draft_history("", clash.file))


def _differences(clash: Clash, _draft: Draft) -> tuple[DiffLine, ...]:
    return clash_diff(clash)
