"""Keeps the preview at the page the cursor is on, as the text stands."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Slot

from kursapp.domain.problem import Problem
from kursapp.services.live_course import LivePage
from kursapp.ui.author.editor.editor import MarkdownEditor
from kursapp.ui.drafting.open_draft import OpenDraft
from kursapp.ui.i18n import _
from kursapp.ui.messages import sentence
from kursapp.ui.previewing import PreviewPane

QUIET_MILLISECONDS = 120
"""How long the cursor rests before its page is asked for: running down a text asks for no page on the way."""


class PageFollower(QObject):
    """Asks for the page at the cursor when the keys are quiet. Nothing is asked while the preview is not seen."""

    def __init__(self, draft: OpenDraft, editor: MarkdownEditor, preview: PreviewPane) -> None:
        super().__init__(preview)
        self._draft, self._editor, self._preview = draft, editor, preview
        self._has_page = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(QUIET_MILLISECONDS)
        self._soon.timeout.connect(self.look)
        editor.paused.connect(self.look)
        editor.line_changed.connect(self._on_line)
        draft.opened.connect(self._on_other_draft)

    @Slot()
    def look(self) -> None:
        """Ask for the page now."""
        self._soon.stop()
        file = self._editor.file()
        if not file or not self._preview.isVisible():
            return
        if not self._has_page and not self._draft.is_read:
            self._preview.show_nothing(_("Kurset leses …"))
        self._draft.look_at(file, self._editor.line(), self._show, self._show_no_page)

    @Slot(int)
    def _on_line(self, _line: int) -> None:
        self._soon.start()

    @Slot()
    def _on_other_draft(self) -> None:
        self._has_page = False

    def _show(self, live: LivePage | None) -> None:
        self._has_page = live is not None
        if live is not None:
            self._preview.show_page(live)
        else:
            self._preview.show_nothing(_("Denne fila er ingen økt. Deltakerne ser innholdet andre steder i kurset."))

    def _show_no_page(self, found: Problem) -> None:
        self._has_page = False
        self._preview.show_nothing(sentence(found))
