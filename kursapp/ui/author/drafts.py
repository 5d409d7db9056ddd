"""Kurs: the courses one writes in, and those one can make an own version of."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kursapp.ui.i18n import _
from kursapp.ui.navigation import Location, Navigator, edit, new_draft
from kursapp.ui.screen import Screen
from kursapp.ui.theme import scale
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.buttons import button
from kursapp.ui.widgets.scroll import Column
from kursapp.ui.widgets.text import label

if TYPE_CHECKING:
    from kursapp.domain.draft import DraftCard
    from kursapp.domain.problem import Problem
    from kursapp.services.author import Author
    from kursapp.ui.author.draft_rows import CourseRow, DraftRow
    from kursapp.ui.courses import Courses
    from kursapp.ui.drafting.open_draft import OpenDraft
    from kursapp.ui.messages import Messages
    from kursapp.ui.picking import Picker
    from kursapp.ui.workbench import Workbench

DRAFTS_WIDTH = 760


class DraftsScreen(Screen):
    """The list, the one opened last first; then the courses on the shelf. Painted before there is anything to list."""

    _workbench: Workbench
    _draft: OpenDraft
    _courses: Courses
    _navigator: Navigator
    _messages: Messages

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._works = False
        self._picker: Picker | None = None
        self._nothing: QWidget | None = None
        self.rows: list[DraftRow] = []
        self.courses: dict[str, CourseRow] = {}
        self._scroll = Column(theme, DRAFTS_WIDTH, self)
        column = self._scroll.column
        head = QHBoxLayout()
        column.addLayout(head)
        head.setSpacing(scale.S12)
        head.addWidget(label(_("Kurs"), "h1"), 1)
        self.add = button(_("Nytt kurs"), "primary")
        self.open = button(_("Åpne mappe"))
        self.open.setAccessibleDescription(_("Et kurs du har på maskinen fra før"))
        for each in (self.add, self.open):
            head.addWidget(each)
        self._list = QVBoxLayout()
        column.addLayout(self._list)
        self._list.setSpacing(scale.S16)
        self._shelf_head = label(_("Kurs du kan lage din egen utgave av"), "h2")
        self._shelf_head.hide()
        column.addSpacing(scale.S16)
        column.addWidget(self._shelf_head)
        self._shelf = QVBoxLayout()
        column.addLayout(self._shelf)
        self._shelf.setSpacing(scale.S16)
        column.addStretch(1)
        self._scroll.fill(self)

    def work_with(
        self, workbench: Workbench, draft: OpenDraft, courses: Courses, navigator: Navigator, messages: Messages
    ) -> None:
        """Take the collaborators, which come after the first paint."""
        from kursapp.ui.picking import Picker

        self._workbench, self._draft, self._courses = workbench, draft, courses
        self._navigator, self._messages = navigator, messages
        self._works = True
        self._picker = Picker(self)
        self.add.clicked.connect(self._on_add)
        self.open.clicked.connect(self._on_open)
        courses.changed.connect(self._show_shelf)
        workbench.drafts_changed.connect(self._read)

    def title(self) -> str:
        return _("Kurs")

    def enter(self, location: Location) -> None:
        self._courses.load()
        self._read()
        self._show_shelf()

    def first_focus(self) -> QWidget | None:
        return self.rows[0].go_on if self.rows else self.add

    # The drafts --------------------------------------------------------------------------------

    @Slot()
    def _read(self) -> None:
        self._workbench.ask(_drafts, self._on_drafts)

    def _on_drafts(self, found: tuple[tuple[DraftCard, ...], tuple[Problem, ...]]) -> None:
        cards, problems = found
        for each in problems:
            self._messages.problem(each)
        self._show(cards)

    def _show(self, cards: tuple[DraftCard, ...]) -> None:
        from kursapp.ui.author.draft_rows import DraftRow
        from kursapp.ui.widgets.empty import EmptyState

        for old in (*self.rows, *([self._nothing] if self._nothing is not None else [])):
            self._list.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._nothing = None
        self.rows = [DraftRow(self._theme, card) for card in cards]
        for row in self.rows:
            row.asked.connect(self._go_to)
            row.forget_asked.connect(self._on_forget)
            self._list.addWidget(row)
        if not cards:
            words = _("Et kurs er en mappe med tekstfiler. Kursapp passer på at de henger sammen mens du skriver.")
            nothing = EmptyState(_("Du har ikke begynt på noe kurs ennå"), words, _("Nytt kurs"))
            nothing.chosen.connect(self._on_add)
            self._nothing = nothing
            self._list.addWidget(nothing)
            if self.add.hasFocus():
                nothing.action.setFocus()
        self.add.setVisible(bool(cards))

    @Slot(str)
    def _go_to(self, draft_id: str) -> None:
        self._navigator.go(edit(draft_id))

    @Slot(object)
    def _on_forget(self, card: DraftCard) -> None:
        if self._draft.card is not None and self._draft.card.id == card.id:
            self._draft.close()
        self._workbench.ask(partial(_forget, card.id), partial(self._on_forgotten, card))

    def _on_forgotten(self, card: DraftCard, _nothing: None) -> None:
        self._workbench.tell_drafts_changed()
        words = _("«{title}» er tatt av lista. Mappa ligger der den lå.").format(title=card.title)
        self._messages.undo(words, partial(self._add_again, card))

    def _add_again(self, card: DraftCard) -> None:
        self._workbench.ask(partial(_add, card.folder), self._on_listed)

    def _on_listed(self, _card: DraftCard) -> None:
        self._workbench.tell_drafts_changed()

    # New ones ----------------------------------------------------------------------------------

    @Slot()
    def _on_add(self) -> None:
        if self._works:
            self._navigator.go(new_draft())

    @Slot()
    def _on_open(self) -> None:
        if self._picker is not None:
            self._picker.folder(_("Velg mappa kurset ligger i"), self._open_folder)

    def _open_folder(self, folder: Path) -> None:
        self._workbench.ask(partial(_add, folder), self._on_added)

    def _on_added(self, card: DraftCard) -> None:
        self._navigator.go(edit(card.id))

    # The shelf ---------------------------------------------------------------------------------

    @Slot()
    def _show_shelf(self) -> None:
        from kursapp.ui.author.draft_rows import CourseRow

        for opened in self._courses.shelf():
            if opened.course.id not in self.courses:
                row = CourseRow(opened.course)
                row.asked.connect(self._on_copy)
                self.courses[opened.course.id] = row
                self._shelf.addWidget(row)
        self._shelf_head.setVisible(bool(self.courses))

    @Slot(str)
    def _on_copy(self, course_id: str) -> None:
        self._navigator.go(new_draft(course_id))


# On the files' thread ------------------------------------------------------------------------------


def _drafts(author: Author) -> tuple[tuple[DraftCard, ...], tuple[Problem, ...]]:
    """Return the drafts, and what was wrong with the list: a card that could not be read."""
    return author.drafts(), author.take_problems()


def _add(folder: Path, author: Author) -> DraftCard:
    return author.add(folder)


def _forget(draft_id: str, author: Author) -> None:
    author.forget(draft_id)
