"""Mine notater: everything marked and noted in all courses, to find, read, change, print and take along."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence, QResizeEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

from kursapp.services.annotate import Noted
from kursapp.services.changes import NOTHING, Change, Changes
from kursapp.services.notebook import NoteRow, Outlines
from kursapp.ui.actions import Actions
from kursapp.ui.asking import Asking
from kursapp.ui.courses import Courses
from kursapp.ui.i18n import _, n_
from kursapp.ui.messages import Messages
from kursapp.ui.navigation import Location, Navigator, library, noted, page
from kursapp.ui.participant.notes import work
from kursapp.ui.participant.notes.detail import NoteDetail
from kursapp.ui.participant.notes.filters import Filters
from kursapp.ui.participant.notes.list import NoteList
from kursapp.ui.participant.notes.out import NotesOut
from kursapp.ui.participant.notes.sieve import Sieve, courses_of, newest_first
from kursapp.ui.participant.notes.tools import Tools, at_top, nothing_chosen, nothing_noted, nothing_thrown
from kursapp.ui.screen import Screen
from kursapp.ui.tasks import Tasks
from kursapp.ui.theme import scale
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.announce import announce
from kursapp.ui.widgets.autosave import Autosave
from kursapp.ui.widgets.scroll import Column
from kursapp.ui.widgets.text import label

PAGE_WIDTH = 1200
SIDE_BY_SIDE_FROM = 760
"""Narrower than this (at 100 %), the list stands above the note."""
LEAST_HEIGHT = 220
"""The least height of the list and of the note, at 100 %."""


class NotesScreen(Screen):
    """The list on the left, the note chosen on the right; the bin is the same list of what was thrown away."""

    def __init__(
        self,
        tasks: Tasks,
        courses: Courses,
        navigator: Navigator,
        theme: Theme,
        messages: Messages,
        actions: Actions,
    ) -> None:
        super().__init__()
        self._tasks, self._courses, self._navigator = tasks, courses, navigator
        self._theme, self._messages = theme, messages
        self._outlines = Outlines()
        self._held = work.Held()
        self._own: Changes = NOTHING
        self._wanted = ""
        self._is_current = self._in_bin = self._has_read = False
        self._asked = 0
        self.asking = Asking(self)
        self.autosave = Autosave(tasks, self)
        self.filters = Filters()
        self.list = NoteList(theme)
        self.detail = NoteDetail(theme)
        self.tools = Tools()
        self.none, self.no_hits, self.bin_is_empty = nothing_noted(), nothing_chosen(), nothing_thrown()
        self.out = NotesOut(self, tasks, messages, self._for_paper)
        self._lay_out()
        self._connect()
        self._add_actions(actions)
        theme.dress(self, "30-page")

    def _lay_out(self) -> None:
        ground = Column(self._theme, PAGE_WIDTH)
        ground.fill(self)
        ground.set_margins(scale.S32, scale.S24, scale.S32, scale.S16)
        layout = ground.column
        layout.addWidget(label(_("Mine notater"), "h1"))
        layout.addWidget(
            label(_("Bare for deg: notatene forlater aldri maskinen uten at du selv lagrer dem."), "muted")
        )
        for widget in (self.filters, self.tools, self.out.saving):
            layout.addWidget(widget)
        self._both = QSplitter(Qt.Orientation.Horizontal)
        self._both.setChildrenCollapsible(False)
        for at, part in enumerate((self.list, self.detail)):
            self._both.addWidget(part)
            self._both.setStretchFactor(at, 1)
        self._stack = QStackedWidget()
        layout.addWidget(self._stack, 1)
        self._stack.addWidget(self._both)
        for empty in (self.none, self.no_hits, self.bin_is_empty):
            self._stack.addWidget(at_top(empty))
        self._stack.hide()

    def _connect(self) -> None:
        self.filters.changed.connect(self._show)
        self.filters.searched.connect(self._search)
        self.list.chosen.connect(self.detail.show_row)
        self.list.opened.connect(self.open_chosen)
        self.list.thrown.connect(self.throw_chosen)
        self.detail.open_wanted.connect(self.open_chosen)
        self.detail.throw_wanted.connect(self.throw_chosen)
        self.detail.back_wanted.connect(self._take_back)
        self.detail.edited.connect(self.autosave.touch)
        self.detail.left.connect(self.autosave.flush)
        self.detail.coloured.connect(self._on_coloured)
        self.autosave.due.connect(self._write)
        self.tools.print.clicked.connect(self._on_print)
        self.tools.pdf.clicked.connect(self.out.as_pdf)
        self.tools.markdown.clicked.connect(self.out.as_markdown)
        self.tools.bin.clicked.connect(self.toggle_bin)
        self.tools.empty_bin.clicked.connect(self._ask_to_empty)
        self.none.chosen.connect(self._on_none)
        self.no_hits.chosen.connect(self.filters.clear)
        self._tasks.changed.connect(self._on_changed)
        self._courses.changed.connect(self._on_courses)

    def _add_actions(self, actions: Actions) -> None:
        group = _("Mine notater")
        find, print_keys = QKeySequence.StandardKey.Find, QKeySequence.StandardKey.Print
        actions.add(self, "notes-search", _("Søk i notatene"), find, self.filters.search.setFocus, group)
        actions.add(self, "notes-print", _("Skriv ut notatene"), print_keys, self._on_print, group)
        actions.add(self, "notes-bin", _("Vis papirkurven, eller notatene"), "Ctrl+Shift+D", self.toggle_bin, group)

    # What the window asks

    def title(self) -> str:
        return _("Mine notater")

    def regions(self) -> tuple[QWidget, ...]:
        if self._stack.currentWidget() is not self._both:
            return (self.filters, self._stack) if self.filters.isVisibleTo(self) else (self._stack,)
        return (self.filters, self.tools, self.list, self.detail)

    def first_focus(self) -> QWidget | None:
        return self.list if self.list.current() is not None else self.regions()[0]

    def enter(self, location: Location) -> None:
        # One who comes back to an open bin would think the notes were gone.
        self._in_bin = False
        if location.target:
            self._wanted = location.target
            self.filters.clear()
        self._read()

    def leave(self) -> None:
        self.autosave.flush()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= self._theme.px(SIDE_BY_SIDE_FROM)
        self._both.setOrientation(Qt.Orientation.Horizontal if wide else Qt.Orientation.Vertical)
        for part in (self.list, self.detail):
            part.setMinimumHeight(self._theme.px(LEAST_HEIGHT))

    # Reading

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        """Read afresh what was noted on a page, or taken back; what was changed right here is shown already."""
        if changes is not self._own and (Change.NOTES in changes or Change.ENROLMENT in changes):
            self._read_afresh()

    @Slot()
    def _on_courses(self) -> None:
        self._read_afresh()

    def _read_afresh(self) -> None:
        self._is_current = False
        if self.isVisible():
            self._read()

    def _read(self) -> None:
        if self._is_current:
            self._show()
            return
        self._is_current = True
        self._tasks.profile(work.gather, self._arrange)

    def _arrange(self, gathered: work.Gathered) -> None:
        shelf, outlines = self._courses.shelf(), self._outlines
        self._tasks.reading(lambda _reader: work.in_order(gathered, shelf, outlines), self._on_held)

    def _on_held(self, held: work.Held) -> None:
        self._held = held
        first, self._has_read = not self._has_read, True
        self._show()
        if first and self.isVisible():
            # The notes came later than the window asked who should have the keyboard.
            (self.first_focus() or self).setFocus(Qt.FocusReason.OtherFocusReason)

    # Showing

    def _every(self) -> list[NoteRow]:
        return self._held.thrown if self._in_bin else self._held.rows

    def _for_paper(self) -> tuple[Sequence[NoteRow], str]:
        """Return the notes shown, in the order of the courses, and what they were chosen by."""
        sieve = self.filters.sieve()
        return sieve.sift(self._held.rows), sieve.in_words(courses_of(self._held.rows), self.filters.words())

    @Slot()
    def _show(self) -> None:
        if not self._has_read:
            return
        every = self._every()
        self.filters.offer(every)
        self.filters.search.setVisible(not self._in_bin)
        rows = self._sieve().sift(every)
        rows = newest_first(rows) if self.filters.by_time() else rows
        current = self.list.current()
        wanted, self._wanted = self._wanted, ""
        self.list.show_rows(rows, wanted or (current.note.id if current else ""))
        self.filters.setVisible(bool(every))
        self.tools.show_state(len(rows), len(every), len(self._held.thrown), in_bin=self._in_bin)
        nothing = (self.bin_is_empty if self._in_bin else self.none) if not every else self.no_hits
        self._stack.setCurrentWidget(self._both if rows else nothing.parentWidget() or nothing)
        self._stack.show()

    def _sieve(self) -> Sieve:
        """Return what is chosen; what lies in the bin is not in the index, so it cannot be searched for."""
        sieve = self.filters.sieve()
        return replace(sieve, found=None) if self._in_bin else sieve

    @Slot(str)
    def _search(self, words: str) -> None:
        """Search one's own words; an answer to what was typed before is dropped."""
        self._asked += 1
        if words:
            self._tasks.profile(partial(work.find, words), partial(self._on_found, self._asked))
        else:
            self.filters.show_found(None)

    def _on_found(self, asked: int, found: frozenset[str]) -> None:
        if asked == self._asked:
            self.filters.show_found(found)
            announce(self, self.tools.count.text())

    # Doing

    @Slot()
    def _on_print(self) -> None:
        """Print what is shown; from the bin, and where nothing is shown, there is nothing to print."""
        if self.tools.print.isVisibleTo(self):
            self.out.on_paper()

    @Slot()
    def open_chosen(self) -> None:
        """Go to the place a note was made."""
        row = self.list.current()
        if row is not None and row.page is not None and not self._in_bin:
            note = row.note
            self._navigator.go(page(note.course_id, row.page.session_id, note.page_id, spot=noted(note.id)))

    @Slot()
    def throw_chosen(self) -> None:
        """Put a note in the bin, with a way to take it back."""
        row = self.list.current()
        if row is None or self._in_bin:
            return
        self.autosave.flush()
        self._save(partial(work.remove, row.note.id))
        self._messages.undo(_("Notatet er lagt i papirkurven."), partial(self._restore, row.note.id))

    @Slot()
    def _take_back(self) -> None:
        row = self.list.current()
        if row is not None:
            self._restore(row.note.id)

    def _restore(self, note_id: str) -> None:
        self._wanted = "" if self._in_bin else note_id
        self._save(partial(work.restore, note_id))

    @Slot(str, str)
    def _on_coloured(self, note_id: str, colour: str) -> None:
        self._save(partial(work.recolour, note_id, colour))

    @Slot(str, str)
    def _write(self, note_id: str, words: str) -> None:
        self._save(partial(work.write, note_id, words))

    def _save(self, job: partial[Noted]) -> None:
        self._tasks.save(job, self._on_saved, self._messages.problem)

    def _on_saved(self, saved: Noted) -> None:
        """Show what has become of one note, without reading all of them again, where it is held."""
        row = self._held.put(saved.annotation)
        if row is None:
            return
        self._own = saved.changes
        if row.note.removed_at is not None:
            self._show()
        elif self.list.change_row(row):
            self.detail.show_row(self.list.current())

    @Slot()
    def toggle_bin(self) -> None:
        """Show what was thrown away, or the notes again."""
        self.autosave.flush()
        self._in_bin = not self._in_bin
        # Another list begins at its top.
        self.list.show_rows([], "")
        self._show()
        announce(self, _("Papirkurv") if self._in_bin else _("Mine notater"))

    @Slot()
    def _ask_to_empty(self) -> None:
        count = len(self._held.thrown)
        text = n_("{n} notat slettes for godt.", "{n} notater slettes for godt.", count).format(n=count)
        self.asking.ask(_("Tømme papirkurven?"), text, _("Tøm papirkurven"), self._empty)

    def _empty(self) -> None:
        self._in_bin = False
        self._tasks.save(work.empty_bin, None, self._messages.problem)

    @Slot()
    def _on_none(self) -> None:
        self._navigator.go(library())
