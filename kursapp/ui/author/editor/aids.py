"""What helps one write in the editor: the insert menu, completion, spelling, pictures, and the finding at a line."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QPushButton, QWidget

from kursapp.services.names import Names, names_of
from kursapp.ui.actions import Actions
from kursapp.ui.author.editor.completion import Completing
from kursapp.ui.author.editor.editor import MarkdownEditor
from kursapp.ui.author.editor.finding_popup import FindingPopup
from kursapp.ui.author.editor.insert_menu import InsertMenu
from kursapp.ui.author.editor.next_misspelt import NextMisspelt
from kursapp.ui.author.editor.pasting import Pasting
from kursapp.ui.author.editor.spelling import Spelling
from kursapp.ui.drafting.open_draft import OpenDraft
from kursapp.ui.messages import Messages
from kursapp.ui.theme.theme import Theme
from kursapp.ui.workbench import Workbench

if TYPE_CHECKING:
    from kursapp.services.live_course import LiveCourse, Looking


class EditingAids(QObject):
    """Gives an editor its aids, and keeps them told of the names in the draft that is open.

    What opens beside the text may stand over all of ``over``, the editor itself where nothing is named.
    """

    def __init__(
        self,
        editor: MarkdownEditor,
        draft: OpenDraft,
        workbench: Workbench,
        theme: Theme,
        actions: Actions,
        messages: Messages,
        over: QWidget | None = None,
    ) -> None:
        super().__init__(editor)
        self._editor, self._draft, self._workbench = editor, draft, workbench
        self.insert_menu = InsertMenu(editor, draft, actions, messages)
        self.completing = Completing(editor, theme, actions)
        self.spelling = Spelling(editor, workbench, messages)
        self.next_misspelt = NextMisspelt(editor, self.spelling, messages, actions)
        self.pasting = Pasting(editor, draft, theme, over)
        self.finding = FindingPopup(editor, draft, theme, over)
        self.insert_menu.file_wanted.connect(self.pasting.find_file)
        editor.names_changed.connect(self._on_names)
        draft.course_changed.connect(self._on_course)
        draft.files_changed.connect(self._on_course)
        draft.opened.connect(self._on_opened)
        self._on_course()

    @property
    def insert_button(self) -> QPushButton:
        """The button of the insert menu, for a bar above the text."""
        return self.insert_menu.button

    @Slot()
    def _on_opened(self) -> None:
        self.finding.dismiss()
        self.pasting.prompt.dismiss()
        self.completing.close()
        self._editor.set_names(Names())

    @Slot()
    def _on_course(self) -> None:
        """Gather the names off the screen's thread: reading the facts of a long course takes a while."""
        course = self._draft.course
        if course is not None:
            work = partial(_names, course, self._draft.files)
            self._workbench.look(work, partial(self._on_gathered, course), self._on_not_gathered)

    def _on_gathered(self, course: LiveCourse, names: Names) -> None:
        if course is self._draft.course:
            self._editor.set_names(names)

    def _on_not_gathered(self, _found: object) -> None:
        """Stay with the names there were; what is wrong with the course is told by its check."""

    @Slot(object)
    def _on_names(self, names: object) -> None:
        if isinstance(names, Names):
            self.completing.set_names(names)
            self.spelling.set_names(names)


# On the thread that looks --------------------------------------------------------------------------


def _names(course: LiveCourse, files: tuple[str, ...], _looking: Looking) -> Names:
    return names_of(course, files)
