"""Puts marking, notes and bookmarks on the screen of pages."""

from __future__ import annotations

from functools import partial
from typing import TypeVar

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Slot
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from kursapp.services.annotate import NotedPage
from kursapp.services.changes import Change, Changes
from kursapp.services.participant import Participant
from kursapp.ui.actions import Actions
from kursapp.ui.i18n import _
from kursapp.ui.messages import Messages
from kursapp.ui.navigation import NOTE, Navigator, glossary, of_spot
from kursapp.ui.participant.notes_beside.head_tools import HeadTools
from kursapp.ui.participant.notes_beside.marking import Marking, show_in_text
from kursapp.ui.participant.notes_beside.page_notes import PageNotes
from kursapp.ui.participant.notes_beside.pane import NotesPane
from kursapp.ui.participant.page import PageScreen
from kursapp.ui.participant.page_view import PageView
from kursapp.ui.tasks import Tasks
from kursapp.ui.theme.scale import NOTES_FOLD_BELOW, NOTES_WIDTH
from kursapp.ui.theme.theme import Theme

T = TypeVar("T", bound=QObject)
_OWN = Qt.FindChildOption.FindDirectChildrenOnly
LEAST_PAGE = 0.55
"""The share of the screen the page keeps beside the pane, however large the type is."""


class NotesBeside(QObject):
    """Knows the notes of every page that has been made, and shows those of the page on the screen."""

    def __init__(
        self,
        screen: PageScreen,
        tasks: Tasks,
        navigator: Navigator,
        theme: Theme,
        messages: Messages,
        actions: Actions,
    ) -> None:
        super().__init__(screen)
        self._screen, self._tasks, self._navigator = screen, tasks, navigator
        self._theme, self._messages = theme, messages
        self._wanted: bool | None = None
        self._made: list[tuple[PageNotes, Marking]] = []
        self.pane = NotesPane(tasks, theme)
        self.pane.go_wanted.connect(self.go_to)
        self.pane.remove_wanted.connect(self._on_remove)
        self.pane.fold_wanted.connect(self.fold)
        screen.add_side(self.pane)
        screen.page_made.connect(self._on_made)
        screen.page_shown.connect(self._on_shown)
        screen.left.connect(self._on_left)
        screen.installEventFilter(self)
        theme.changed.connect(self._fit)
        tasks.changed.connect(self._on_changed)
        self._add_actions(actions)
        self._fit()

    def notes(self) -> PageNotes | None:
        """Return what is noted on the page shown."""
        return self._part(PageNotes)

    def marking(self) -> Marking | None:
        """Return what marks in the page shown."""
        return self._part(Marking)

    # Commands

    @Slot()
    def mark(self) -> None:
        """Mark by keyboard: what is chosen, or with a caret."""
        marking = self.marking()
        if marking is not None:
            marking.begin_by_keyboard()

    @Slot()
    def toggle_bookmark(self) -> None:
        """Set the page's bookmark, or take it away."""
        notes = self.notes()
        if notes is None or not notes.is_read:
            return
        wanted = not notes.is_bookmarked
        self._tasks.save(partial(_bookmark, notes.page, wanted))
        self._messages.say(_("Bokmerke er satt.") if wanted else _("Bokmerket er fjernet."))

    @Slot()
    def note_to_page(self) -> None:
        """Write a note to the page."""
        self._unfold()
        self.pane.begin_new()

    @Slot()
    def toggle(self) -> None:
        """Show the notes with the keyboard in them, or fold them away."""
        if self.pane.isVisible():
            self.fold()
        else:
            self._unfold()
            self.pane.head_button.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def fold(self) -> None:
        """Fold the notes away; the keyboard goes back to the page."""
        focused, view = QApplication.focusWidget(), self._screen.view()
        held = focused is not None and self.pane.isAncestorOf(focused)
        self.pane.flush()
        self._wanted = False
        self._fit()
        if held and view is not None:
            view.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(str)
    def go_to(self, note_id: str) -> None:
        """Show an annotation's words, and open the box on them."""
        view, notes, marking = self._screen.view(), self.notes(), self.marking()
        if view is not None and notes is not None and marking is not None and show_in_text(view, notes, note_id):
            marking.open_mark(note_id)

    # What the screen tells

    @Slot(object)
    def _on_made(self, view: PageView) -> None:
        notes = PageNotes(view, self._tasks)
        marking = Marking(view, notes, self._tasks, self._messages)
        self._made.append((notes, marking))
        marking.note_wanted.connect(self._on_write)
        marking.term_wanted.connect(self._on_term)
        tools = HeadTools(notes, self._theme)
        tools.bookmark.clicked.connect(self.toggle_bookmark)
        tools.notes_button.clicked.connect(self.toggle)
        view.add_to_head(tools)
        view.spot_wanted.connect(self._on_spot)

    @Slot()
    def _on_shown(self) -> None:
        self._made = [(notes, marking) for notes, marking in self._made if isValid(notes)]
        for _notes, marking in self._made:
            if marking is not self.marking():
                marking.let_go()
        notes = self.notes()
        if notes is not None:
            self.pane.work_on(notes)

    @Slot()
    def _on_left(self) -> None:
        self.pane.flush()
        marking = self.marking()
        if marking is not None:
            marking.let_go()

    @Slot(str)
    def _on_spot(self, spot: str) -> None:
        kind, note_id = of_spot(spot)
        view = self.sender()
        if kind != NOTE or not isinstance(view, PageView):
            return
        view.build_all()
        notes = view.findChild(PageNotes, options=_OWN)
        if notes is not None:
            _Spot(self, view, notes, note_id).show()

    def show_spot(self, view: PageView, notes: PageNotes, note_id: str) -> None:
        """Show the place one has come for: the words, or where they are gone or there were none, the note itself."""
        if show_in_text(view, notes, note_id, come=True):
            return
        if notes.get(note_id) is None:
            self._messages.note(_("Notatet finnes ikke lenger."))
            return
        self._unfold()
        self.pane.write_to(note_id)

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        """Read anew what has changed, of the pages that are kept."""
        if Change.NOTES not in changes:
            return
        for notes, _marking in self._made:
            if isValid(notes) and changes.touch(notes.page.page_id):
                notes.read()

    @Slot(str)
    def _on_write(self, note_id: str) -> None:
        self._unfold()
        self.pane.write_to(note_id)

    @Slot(str)
    def _on_remove(self, note_id: str) -> None:
        marking = self.marking()
        if marking is not None:
            marking.remove(note_id)

    @Slot(str)
    def _on_term(self, term: str) -> None:
        notes = self.notes()
        if notes is not None:
            self._navigator.go(glossary(notes.page.course_id, term))

    # The frame

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._screen and event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            self._fit()
        return False

    def _unfold(self) -> None:
        self._wanted = True
        self._fit()

    @Slot()
    def _fit(self) -> None:
        """Fold the notes where the window is narrow for the text, unless the reader has said otherwise."""
        roomy = self._screen.window().width() >= self._theme.px(NOTES_FOLD_BELOW)
        room = round(self._screen.width() * (1 - LEAST_PAGE))
        self.pane.setFixedWidth(max(min(self._theme.px(NOTES_WIDTH), room), 200))
        self.pane.setVisible(roomy if self._wanted is None else self._wanted)

    def _add_actions(self, actions: Actions) -> None:
        group, screen = _("Siden"), self._screen
        actions.add(screen, "mark-text", _("Merk i teksten"), "Ctrl+M", self.mark, group)
        actions.add(screen, "bookmark", _("Sett eller fjern bokmerke"), "Ctrl+D", self.toggle_bookmark, group)
        actions.add(screen, "page-note", _("Skriv et notat til siden"), "Ctrl+Shift+M", self.note_to_page, group)
        actions.add(screen, "notes", _("Vis eller skjul notatene"), "Ctrl+Shift+O", self.toggle, group)

    def _part(self, kind: type[T]) -> T | None:
        view = self._screen.view()
        return view.findChild(kind, options=_OWN) if view is not None else None


class _Spot(QObject):
    """A note one has come for, shown once the notes of its page have been read."""

    def __init__(self, beside: NotesBeside, view: PageView, notes: PageNotes, note_id: str) -> None:
        super().__init__(view)
        self._beside, self._view, self._notes, self._note_id = beside, view, notes, note_id

    def show(self) -> None:
        """Show it now, or when it can be."""
        if not self._notes.is_read:
            self._notes.changed.connect(self._go)
            return
        # The page takes the keyboard when it is shown; then it is the note's turn.
        QTimer.singleShot(0, self, self._go)

    @Slot()
    def _go(self) -> None:
        self.deleteLater()
        self._beside.show_spot(self._view, self._notes, self._note_id)


def _bookmark(page: NotedPage, wanted: bool, participant: Participant) -> Changes:
    return participant.notes.bookmark(page, wanted=wanted)
