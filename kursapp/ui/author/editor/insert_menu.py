"""The insert menu: everything a course can hold, written where the cursor is."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QMenu

from kursapp.domain.problem import KursappError
from kursapp.services.inserting import Insertion, ids_in_draft, insertion
from kursapp.ui.actions import Actions, keys_of
from kursapp.ui.author.editor.at_cursor import AtCursor
from kursapp.ui.author.editor.insert_words import MEDIA, PICTURE, groups, name_of
from kursapp.ui.drafting.open_draft import OpenDraft
from kursapp.ui.i18n import _
from kursapp.ui.messages import Messages
from kursapp.ui.widgets.announce import announce
from kursapp.ui.widgets.buttons import button

if TYPE_CHECKING:
    from kursapp.ui.author.editor.editor import MarkdownEditor


class InsertMenu(QObject):
    """A button with the menu, and a key that opens it. ``file_wanted`` tells that a picture or a film is needed."""

    file_wanted = Signal(str)

    def __init__(self, editor: MarkdownEditor, draft: OpenDraft, actions: Actions, messages: Messages) -> None:
        super().__init__(editor)
        self._editor, self._draft, self._messages = editor, draft, messages
        self.button = button(f"{_('Sett inn')} ▾")
        self.button.setAccessibleName(_("Sett inn"))
        self.menu = QMenu(self.button)
        self.menu.setAccessibleName(_("Sett inn"))
        for title, kinds in groups():
            part = self.menu.addMenu(title)
            for kind, name in kinds:
                part.addAction(name, partial(self.insert, kind))
        self.button.setMenu(self.menu)
        action = actions.add(editor, "editor-insert", _("Sett inn …"), "Ctrl+Shift+I", self.open, _("Skrive"))
        self.button.setToolTip(keys_of(action))

    @Slot()
    def open(self) -> None:
        """Open the menu under its button, or at the cursor where the button is not seen."""
        if self.button.isVisible():
            self.button.showMenu()
        else:
            code = self._editor.code
            self.menu.popup(code.viewport().mapToGlobal(code.cursorRect().bottomLeft()))

    def insert(self, kind: str) -> None:
        """Write a kind where the cursor is; one that needs a file asks for that first."""
        if kind in (PICTURE, MEDIA):
            self.file_wanted.emit(kind)
        else:
            file = self._editor.file()
            self._draft.ask(ids_in_draft, partial(self._insert, kind, file), self._messages.problem)

    def _insert(self, kind: str, file: str, taken: frozenset[str]) -> None:
        if file != self._editor.file():
            return
        course = self._draft.course
        language = course.course.language if course is not None else "nb"
        texts = self._editor.text().split("\n")
        try:
            made = insertion(kind, texts, self._editor.line(), file=file, language=language, taken=taken)
        except KursappError as error:
            self._messages.problem(error.problem)
            return
        put_in(self._editor, made, _("{what} er satt inn").format(what=name_of(kind)))


def put_in(editor: MarkdownEditor, made: Insertion, said: str) -> None:
    """Make an insertion as one step to undo, and choose the words to write over."""
    texts = editor.text().split("\n")
    editor.edit([made.edit(texts)])
    AtCursor(editor.code).choose(made.select_line - 1, made.select_from - 1, made.select_to - 1)
    editor.code.setFocus()
    editor.code.ensureCursorVisible()
    announce(editor.code, said)
