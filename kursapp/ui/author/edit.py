"""Rediger: the outline, the text, and the page as participants will see it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from kursapp.domain.problem import Problem
from kursapp.services.live_course import LivePage
from kursapp.ui.author.editor.editor import MarkdownEditor
from kursapp.ui.author.no_draft import NoDraft
from kursapp.ui.i18n import _
from kursapp.ui.messages import sentence
from kursapp.ui.navigation import Location, drafts, edit
from kursapp.ui.parts import Parts
from kursapp.ui.screen import Screen


class EditScreen(Screen):
    """One file of the open draft at a time. Where one was in it is kept while the draft is open."""

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self._draft, self._navigator, self._messages = parts.draft, parts.navigator, parts.messages
        self._wanted = edit()
        self._file = ""
        self._is_following = False
        self.editor = MarkdownEditor(parts.theme, parts.actions)
        self.preview = parts.make_preview()
        self.nothing = NoDraft(parts.navigator)
        self._panes = QSplitter(Qt.Orientation.Horizontal)
        self._panes.addWidget(self.editor)
        self._panes.addWidget(self.preview)
        self._panes.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._panes)
        layout.addWidget(self.nothing)
        self._connect()

    def _connect(self) -> None:
        self.editor.edited.connect(self._on_edited)
        self.editor.paused.connect(self._look)
        self.editor.line_changed.connect(self._on_line)
        self.preview.page_wanted.connect(self._on_page_wanted)
        self._draft.file_changed.connect(self._on_file_changed)
        self._draft.problems_changed.connect(self._show_findings)
        self._draft.course_changed.connect(self._on_course)
        self._draft.opened.connect(self._on_other_draft)

    def title(self) -> str:
        return self._draft.card.title if self._draft.card is not None else _("Rediger")

    def trail(self) -> tuple[tuple[str, Location], ...]:
        return ((_("Kurs"), drafts()),)

    def regions(self) -> tuple[QWidget, ...]:
        return (self.editor, self.preview) if self._draft.card is not None else (self.nothing,)

    def enter(self, location: Location) -> None:
        self._wanted = location
        self._draft.enter(location.course, self._on_entered, self._on_nothing)

    def leave(self) -> None:
        self._draft.flush()

    def hideEvent(self, event: QHideEvent) -> None:
        """Give the text back: what is not seen is not written in, and others may change it meanwhile."""
        super().hideEvent(event)
        self._give_back()

    # The file ----------------------------------------------------------------------------------

    @Slot()
    def _on_other_draft(self) -> None:
        self._file = ""
        self.editor.close_files()

    def _on_entered(self) -> None:
        self.nothing.hide()
        self._panes.show()
        self.title_changed.emit()
        file = self._wanted.page or self._file or _first(self._draft.files)
        self._draft.text_of(file, partial(self._show_file, file), self._messages.problem)

    def _on_nothing(self) -> None:
        self._panes.hide()
        self.nothing.show()
        self.title_changed.emit()

    def _show_file(self, file: str, text: str) -> None:
        if file != self._file:
            self._give_back()
        self._is_following = True
        self.editor.open(file, text)
        self._is_following = False
        self._file = file
        self._draft.lend(file, self.editor.text)
        if self._wanted.page == file and self._wanted.target.isdigit():
            self.editor.go_to(int(self._wanted.target))
        self._show_findings()
        self._look()

    def _give_back(self) -> None:
        if self._file:
            self._draft.take_back(self._file)

    @Slot()
    def _on_edited(self) -> None:
        if self._file and not self._is_following:
            self._draft.touch(self._file)

    @Slot(str)
    def _on_file_changed(self, file: str) -> None:
        if file != self._file or not self.isVisible():
            return
        if file not in self._draft.files:
            first = _first(self._draft.files)
            self._draft.text_of(first, partial(self._show_file, first), self._messages.problem)
            return
        self._draft.text_of(file, self._follow)

    def _follow(self, text: str) -> None:
        """Show what the text has become elsewhere: that is no key of hers."""
        self._is_following = True
        self.editor.replace_text(text)
        self._is_following = False
        self._look()

    # The preview -------------------------------------------------------------------------------

    @Slot(int)
    def _on_line(self, _line: int) -> None:
        self._look()

    @Slot()
    def _look(self) -> None:
        if self._file and self.isVisible():
            self._draft.look_at(self._file, self.editor.line(), self._show_page, self._show_no_page)

    def _show_page(self, live: LivePage | None) -> None:
        if live is None:
            self.preview.show_nothing(_("Denne fila er ingen økt. Deltakerne ser innholdet andre steder i kurset."))
        else:
            self.preview.show_page(live)

    def _show_no_page(self, found: Problem) -> None:
        self.preview.show_nothing(sentence(found))

    @Slot(str, int)
    def _on_page_wanted(self, file: str, line: int) -> None:
        self._navigator.go(edit("", file, line))

    # The check ---------------------------------------------------------------------------------

    @Slot()
    def _on_course(self) -> None:
        self.title_changed.emit()

    @Slot()
    def _show_findings(self) -> None:
        self.editor.set_findings(found for found in self._draft.problems if found.file == self._file)


def _first(files: tuple[str, ...]) -> str:
    """Return the file one begins in: the cover."""
    covers = ("kurs.md", "course.md")
    return next((file for file in files if file.casefold() in covers), files[0] if files else "")
