"""The outline at work: shows the draft that is open, and has its wishes carried out."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kursapp.domain.problem import Problem
from kursapp.domain.restructuring import Restructuring, Wish
from kursapp.services.restructure import Removed, Step
from kursapp.ui.actions import Actions
from kursapp.ui.author.outline import OutlinePane
from kursapp.ui.author.outline_nodes import Kind, Node
from kursapp.ui.author.outline_words import done_words, step_words
from kursapp.ui.drafting.open_draft import OpenDraft
from kursapp.ui.i18n import _
from kursapp.ui.messages import Messages, sentence
from kursapp.ui.theme.theme import Theme

if TYPE_CHECKING:
    from kursapp.services.draft import Draft

_COVERS = ("kurs.md", "course.md")
_KNOWN = ("begreper.md", "kilder.md", "kvalitetssikring.md", "readme.md")
_ABOUT = "outline"


class OutlinePanel(QWidget):
    """``asked(file, line)``: somebody wants to see a place. Restructurings go through ``OpenDraft.change``."""

    asked = Signal(str, int)

    def __init__(
        self, draft: OpenDraft, theme: Theme, messages: Messages, actions: Actions, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._draft, self._messages = draft, messages
        self._to_choose: tuple[str, int] | None = None
        self.pane = OutlinePane(theme, actions)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.pane)
        self.setFocusProxy(self.pane.tree)
        self.pane.place_chosen.connect(self.asked)
        self.pane.module_chosen.connect(self._on_module)
        self.pane.wished.connect(self.carry_out)
        self.pane.undo_wanted.connect(self.undo)
        self.pane.redo_wanted.connect(self.redo)
        self.pane.explained.connect(self._on_explained)
        draft.opened.connect(self._on_opened)
        draft.course_changed.connect(self._on_course)
        draft.problems_changed.connect(self._on_problems)
        draft.files_changed.connect(self._show)
        self._on_opened()

    @Slot(str, int)
    def show_place(self, file: str, line: int) -> None:
        """Mark the page the cursor is on."""
        self.pane.show_place(file, line)

    # What is shown -----------------------------------------------------------------------------

    @Slot()
    def _on_opened(self) -> None:
        self.pane.finish("")
        self._show()
        self._look_at_steps()

    @Slot()
    def _on_course(self) -> None:
        self._show()
        if self._to_choose is not None and self._draft.is_fresh:
            self.pane.choose(*self._to_choose)
            self._to_choose = None

    @Slot()
    def _on_problems(self) -> None:
        # Each look tells of both: only one that gave no course is news here.
        if self._draft.refused is not None:
            self._show()

    @Slot()
    def _show(self) -> None:
        opened = self._draft.course
        if opened is None and self._draft.refused is None:
            waiting = [Node(Kind.GROUP, _("Kurset leses …"))]
            self.pane.show_nothing(waiting if self._draft.card is not None else [])
            return
        if opened is None or self._draft.refused is not None:
            self.pane.show_nothing([Node(Kind.FILE, file, file) for file in self._draft.files if _is_text(file)])
            return
        cover = next((file for file in self._draft.files if file.casefold() in _COVERS), _COVERS[0])
        listed = {head.file for head in opened.course.sessions(banks=True)}
        rest = [file for file in self._draft.files if _is_text(file) and file != cover and file not in listed]
        self.pane.show_course(opened.course, opened.lines, cover, _groups(rest))

    @Slot(str, str)
    def _on_module(self, cover: str, title: str) -> None:
        self._draft.text_of(cover, partial(self._go_to_heading, cover, title))

    def _go_to_heading(self, cover: str, title: str, text: str) -> None:
        headings = (number for number, line in enumerate(text.split("\n"), start=1) if _heads(line, title))
        self.asked.emit(cover, next(headings, 1))

    # Wishes ------------------------------------------------------------------------------------

    @Slot(object)
    def carry_out(self, wish: Wish) -> None:
        """Have a wish carried out, and go to what it is about."""
        self._draft.change(partial(_carried_out, wish), self._on_done, self._on_refused)

    @Slot()
    def undo(self) -> None:
        """Take back the last restructuring."""
        self._draft.change(_undone, self._on_undone, self._on_refused)

    @Slot()
    def redo(self) -> None:
        """Do again what was taken back."""
        self._draft.change(_redone, self._on_done, self._on_refused)

    def _on_done(self, done: Restructuring) -> None:
        words = done_words(done)
        step = Step(done.title, done.name)
        self.pane.finish(words or _("Gjort: {what}.").format(what=step_words(step)))
        if words:
            self._messages.undo(words, self.undo)
        self._after(done)

    def _on_undone(self, done: Restructuring) -> None:
        words = _("Angret: {what}.").format(what=step_words(Step(done.title, done.name)))
        self.pane.finish(words)
        self._messages.tell(words, _ABOUT)
        self._after(done)

    def _after(self, done: Restructuring) -> None:
        self._look_at_steps()
        if done.file:
            # The lines of the course as it is now are known when it has been read.
            self._to_choose = (done.file, done.line)
            had_keyboard = self.pane.tree.hasFocus()
            self.asked.emit(done.file, done.line)
            if had_keyboard:
                self.pane.tree.setFocus()

    def _on_refused(self, found: Problem) -> None:
        if self.pane.naming.entry is not None and found.code.startswith(("title-", "file-name-", "file-keeps-")):
            self.pane.naming.show_error(sentence(found))
        else:
            self._messages.problem(found)

    @Slot(str)
    def _on_explained(self, words: str) -> None:
        self._messages.tell(words, _ABOUT)

    def _look_at_steps(self) -> None:
        self.pane.show_steps(None, None)
        self._draft.ask(_steps, self._show_steps)

    def _show_steps(self, found: tuple[Step | None, Step | None, tuple[Removed, ...]]) -> None:
        undo, redo, removed = found
        self.pane.show_steps(undo, redo)
        self.pane.show_bin(removed)


def _carried_out(wish: Wish, draft: Draft) -> Restructuring:
    return draft.structure.carry_out(wish)


def _undone(draft: Draft) -> Restructuring:
    return draft.structure.undo()


def _redone(draft: Draft) -> Restructuring:
    return draft.structure.redo()


def _steps(draft: Draft) -> tuple[Step | None, Step | None, tuple[Removed, ...]]:
    return draft.structure.next_undo(), draft.structure.next_redo(), draft.structure.removed()


def _heads(line: str, title: str) -> bool:
    """Say whether a line of the cover is the heading of a module; its title there may have marks in it."""
    return line.startswith("##") and line.lstrip("# ").replace("*", "").startswith(title)


def _is_text(file: str) -> bool:
    return file.casefold().endswith(".md")


def _groups(files: list[str]) -> list[Node]:
    """Return the files that are no sessions: those the course knows by name, and those no list names."""
    known = [Node(Kind.FILE, file, file) for file in files if file.casefold() in _KNOWN]
    loose = [Node(Kind.LOOSE, file, file) for file in files if file.casefold() not in _KNOWN]
    groups = ((_("Om kurset"), known), (_("Ikke med i kurset ennå"), loose))
    return [Node(Kind.GROUP, title, children=tuple(nodes)) for title, nodes in groups if nodes]
