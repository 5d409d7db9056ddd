"""The middle of Rediger: the editor, or two texts that clash, and what was found in all files under it."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from kursapp.ui.author.editor.editor import MarkdownEditor
from kursapp.ui.author.find_everywhere import FindEverywhere
from kursapp.ui.author.settling import Settling
from kursapp.ui.parts import Parts


class TextPane(QWidget):
    """Shows the text of a file; where it clashes with what another program wrote, both, until that is settled."""

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self._draft = parts.draft
        self.editor = MarkdownEditor(parts.theme, parts.actions)
        self.settling = Settling(parts.draft, parts.theme, parts.navigator)
        self.everywhere = FindEverywhere(parts.draft, parts.theme, parts.messages)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._stack = QStackedWidget()
        column.addWidget(self._stack, 1)
        column.addWidget(self.everywhere)
        for each in (self.editor, self.settling):
            self._stack.addWidget(each)
        self.setFocusProxy(self.editor)
        self.editor.find_bar.everywhere_wanted.connect(self.everywhere.look_for)
        self.everywhere.closed.connect(self._on_closed)

    def show_file(self, file: str) -> bool:
        """Show a file's text, or both where it clashes, and say whether it does."""
        clashes = file in self._draft.clashes
        if clashes:
            self.settling.show_file(file)
        shown: QWidget = self.settling if clashes else self.editor
        had_keyboard = self._has_keyboard()
        self._stack.setCurrentWidget(shown)
        self.setFocusProxy(shown)
        if had_keyboard:
            shown.setFocus()
        return clashes

    def _has_keyboard(self) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and self._stack.isAncestorOf(focused)

    @Slot()
    def _on_closed(self) -> None:
        if self.isVisible():
            self.editor.setFocus()
