"""The Side screen: the outline at the left, one page at a time in the reading column."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from kursapp.domain.course import PageKind
from kursapp.domain.problem import Problem
from kursapp.domain.progress import Progress
from kursapp.services.changes import TAKEN_BACK, Change, Changes
from kursapp.services.open_course import OpenedCourse
from kursapp.services.participant import Participant
from kursapp.ui.actions import Actions
from kursapp.ui.courses import Courses
from kursapp.ui.i18n import _
from kursapp.ui.messages import Messages
from kursapp.ui.navigation import Location, Navigator, cover, glossary, library, page, plan
from kursapp.ui.participant.find_bar import FindBar
from kursapp.ui.participant.page_finder import PageFinder
from kursapp.ui.participant.page_links import PLAN_LINK, Leaving
from kursapp.ui.participant.page_loader import PageLoader
from kursapp.ui.participant.page_outline import Outline, OutlineTarget
from kursapp.ui.participant.page_stack import PageStack
from kursapp.ui.participant.page_trail import Stop, find_stop, stop_after, stops
from kursapp.ui.participant.page_view import PageView
from kursapp.ui.screen import Screen
from kursapp.ui.tasks import Tasks
from kursapp.ui.theme.scale import OUTLINE_FOLDS_BELOW, OUTLINE_WIDTH, S8
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.buttons import icon_button

COURSE_SCHEME = "kurs"
OUTLINE_MILLISECONDS = 30


class PageScreen(Screen):
    """Takes a course page by page. Owns the frame; what a page says and asks is its body's affair.

    ``page_made`` with every page as it is made, ``page_shown`` when another is on the screen, ``left`` when one goes
    elsewhere.
    """

    page_made = Signal(object)
    page_shown = Signal()
    left = Signal()

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
        self._tasks = tasks
        self._courses = courses
        self._navigator = navigator
        self._theme = theme
        self._messages = messages
        self._location = Location("page")
        self._opened: OpenedCourse | None = None
        self._is_outdated = False
        self._way: list[Stop] = []
        self._stack: PageStack | None = None
        self._side: QWidget | None = None
        self.find_bar = FindBar(theme)
        self.finder = PageFinder(self.find_bar, messages, self)
        self._outline_wanted: bool | None = None
        self.leaving = Leaving(self)
        self.outline = Outline(theme)
        self.outline.chosen.connect(self._on_outline)
        self._outline_late = QTimer(self)
        self._outline_late.setSingleShot(True)
        self._outline_late.setInterval(OUTLINE_MILLISECONDS)
        self._outline_late.timeout.connect(self._show_outline)
        self._lay_out()
        tasks.changed.connect(self._on_changed)
        theme.dress(self, "30-page", "40-flows")
        self._add_actions(actions)

    # What the window asks

    def enter(self, location: Location) -> None:
        self._location = location
        self._courses.open(location.course, self._on_course)

    def leave(self) -> None:
        self.left.emit()
        view = self.view()
        if view is None:
            return
        view.leave()
        self._remember_place(view)

    def refresh(self, changes: Changes) -> None:
        view = self.view()
        if view is not None:
            view.body.refresh(changes)
        if Change.PROGRESS in changes:
            self._ask_progress()

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        """Build the pages anew at the next visit where they show what is no longer so.

        A cohort was joined or left: their forms can be handed in, or not. Something was written elsewhere: an older
        text that still stood here would be saved over it.
        """
        elsewhere = Change.FIELDS in changes and not self.isVisible()
        taken_back = changes.touch(TAKEN_BACK)
        if Change.COHORT in changes or elsewhere or taken_back:
            self._is_outdated = True
        if taken_back and self.isVisible():
            self._courses.open(self._location.course, self._on_course)

    def regions(self) -> tuple[QWidget, ...]:
        view = self.view()
        side = () if self._side is None else (self._side,)
        return (self.outline, self.find_bar, view, *side) if view is not None else (self.outline,)

    def title(self) -> str:
        stop = self.stop()
        return stop.page.title if stop is not None else ""

    def trail(self) -> tuple[tuple[str, Location], ...]:
        stop = self.stop()
        if stop is None or self._opened is None:
            return ()
        course = self._opened.course
        first = page(course.id, stop.session.id, stop.session.pages[0].id)
        return ((_("Kurs"), library()), (course.title, cover(course.id)), (stop.session.title, first))

    def first_focus(self) -> QWidget | None:
        view = self.view()
        return view.first_focus() if view is not None else None

    def view(self) -> PageView | None:
        """Return the page shown now, None before the first has been read."""
        return self._stack.view() if self._stack is not None else None

    def is_next_ready(self) -> bool:
        """Say whether the next page has been built, so that turning to it waits for nothing."""
        return self._stack is not None and self._stack.is_next_ready()

    def stop(self) -> Stop | None:
        """Return where on the way through the course one is."""
        return self._way[self._stack.at()] if self._stack is not None and self._stack.at() >= 0 else None

    # Opening a course and going to a page

    def _on_course(self, opened: OpenedCourse) -> None:
        if opened.course.id != self._location.course:
            return
        if opened is not self._opened or self._is_outdated:
            self._take_up(opened)
        at = find_stop(self._way, self._location.session, self._location.page)
        if at is None or self._stack is None:
            self._messages.warn(_("Siden finnes ikke lenger i kurset. Velg en annen på forsiden."))
            self._navigator.go(cover(opened.course.id))
            return
        self._stack.show_stop(at, self._location.target, self._location.spot)

    def _take_up(self, opened: OpenedCourse) -> None:
        """Begin with another course, or with a new version of the same."""
        self._opened = opened
        self._is_outdated = False
        self._way = stops(opened.course)
        if self._stack is not None:
            self._room.removeWidget(self._stack)
            self._stack.deleteLater()
        loader = PageLoader(opened, self._tasks, self._theme, self._messages, self)
        self._stack = PageStack(loader, self._way)
        self._stack.made.connect(self._on_made)
        self._stack.shown.connect(self._on_shown)
        self._stack.refused.connect(self._messages.problem)
        self._room.addWidget(self._stack)
        self._tasks.save(lambda participant: participant.on(opened).take.enrol())

    @Slot(object)
    def _on_made(self, view: PageView) -> None:
        view.link_activated.connect(self._on_link)
        view.moved.connect(self._on_moved)
        view.end_seen.connect(self._on_end_seen)
        view.entries_changed.connect(self._show_entries)
        view.nav.next_wanted.connect(self.next_page)
        view.nav.previous_wanted.connect(self.previous_page)
        view.body.media_wanted.connect(self._on_media_wanted)
        view.terms.offer_more()
        view.terms.more_wanted.connect(self._on_term)
        self.finder.take_up(view)
        self.page_made.emit(view)

    @Slot(object)
    def _on_shown(self, view: PageView) -> None:
        stop = self.stop()
        opened = self._opened
        if stop is None or opened is None:
            return
        self._outline_late.start()
        self._tasks.profile(lambda participant: participant.on(opened).take.open_page(stop.session.id, stop.page.id))
        self._ask_progress()
        self.title_changed.emit()
        self.finder.work_on(view)
        self.page_shown.emit()
        if self.isVisible():
            # The page may have come later than the window asked who should have the keyboard.
            view.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _show_outline(self) -> None:
        """Follow the page with the outline, once the page itself is on the screen."""
        stop = self.stop()
        if stop is not None:
            self.outline.show_module(stop.module)
            self.outline.show_page(stop.session.id, stop.page.id)
            self._show_entries()

    def _show_entries(self) -> None:
        view = self.view()
        if view is not None:
            self.outline.show_entries(view.entries())

    # Moving on

    @Slot()
    def next_page(self) -> None:
        """Go to the next page; from the last one to the cover. What has been left behind counts as read."""
        stop = self.stop()
        if stop is None or self._stack is None:
            return
        self._mark_read(stop)
        after = stop_after(self._way, self._stack.at())
        self._go(len(self._way) if after is None else after)

    @Slot()
    def previous_page(self) -> None:
        """Go to the page before."""
        if self._stack is not None and self._stack.at() > 0:
            self._go(self._stack.at() - 1)

    def _go(self, at: int) -> None:
        assert self._opened is not None
        course_id = self._opened.course.id
        if at >= len(self._way):
            self._navigator.go(cover(course_id))
            return
        self._navigator.go(page(course_id, self._way[at].session.id, self._way[at].page.id))

    @Slot(object)
    def _on_outline(self, target: OutlineTarget) -> None:
        view = self.view()
        if target.entry is not None and view is not None:
            view.show_entry(target.entry)
        elif self._opened is not None:
            self._navigator.go(page(self._opened.course.id, target.session_id, target.page_id))

    @Slot(str)
    def _on_link(self, href: str) -> None:
        scheme, _colon, rest = href.partition(":")
        if scheme == COURSE_SCHEME and self._opened is not None:
            session_id, _mark, target = rest.partition("#")
            found = self._opened.page_of(target)
            session_id, page_id = found if found is not None else (session_id, "")
            self._navigator.go(page(self._opened.course.id, session_id, page_id, target if target != page_id else ""))
        elif href == PLAN_LINK:
            self._navigator.go(plan(self._location.course))
        else:
            self.leaving.ask_about_link(href)

    @Slot(str)
    def _on_term(self, term: str) -> None:
        self._navigator.go(glossary(self._location.course, term))

    @Slot(str)
    def _on_media_wanted(self, source: str) -> None:
        file = self._opened.media(source) if self._opened is not None else None
        if file is not None:
            self.leaving.ask_about_file(file, file.name)

    # What is kept

    @Slot()
    def _on_moved(self) -> None:
        view = self.view()
        if view is not None and view is self.sender():
            self._remember_place(view)

    @Slot()
    def _on_end_seen(self) -> None:
        stop = self.stop()
        if stop is not None and self.view() is self.sender():
            self._mark_read(stop)

    def _remember_place(self, view: PageView) -> None:
        opened, ground = view.ground.opened, view.ground
        position = view.position()

        def remember(participant: Participant) -> Changes:
            return participant.on(opened).take.remember_place(ground.session.id, ground.page.id, position)

        self._tasks.profile(remember, failed=_told_elsewhere)

    def _mark_read(self, stop: Stop) -> None:
        opened = self._opened
        if opened is not None and stop.page.kind is PageKind.TEXT:
            self._tasks.profile(lambda participant: participant.on(opened).take.read_page(stop.page.id))

    def _ask_progress(self) -> None:
        opened = self._opened
        if opened is not None:
            self._tasks.profile(lambda participant: participant.on(opened).take.progress(), self._show_progress)

    def _show_progress(self, progress: Progress) -> None:
        self.outline.show_progress(progress)

    # The frame

    def _lay_out(self) -> None:
        self._pane = QFrame()
        self._pane.setObjectName("outlinePane")
        pane = QVBoxLayout(self._pane)
        pane.setContentsMargins(4, S8, 4, S8)
        pane.addWidget(self.outline)
        self._fold_button = icon_button(self._theme, "list", _("Vis innholdet"))
        self._fold_button.clicked.connect(self.toggle_outline)
        self._strip = strip = QVBoxLayout()
        self._room = QVBoxLayout()
        self._room.setSpacing(0)
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._pane)
        row.addLayout(strip)
        row.addLayout(self._room, 1)
        self._room.addWidget(self.find_bar)
        strip.setContentsMargins(S8, S8, 0, 0)
        strip.setAlignment(Qt.AlignmentFlag.AlignTop)
        strip.addWidget(self._fold_button)
        self._theme.changed.connect(self._fold)
        self._fold()

    def add_tool(self, tool: QWidget) -> None:
        """Put a button that is about the page beside it."""
        self._strip.addWidget(tool)

    def add_side(self, side: QWidget) -> None:
        """Put something at the right of the page, as high as it."""
        self._side = side
        self._row.addWidget(side)

    def add_bar(self, bar: QWidget) -> None:
        """Put something that is there for a while above the page."""
        self._room.insertWidget(0, bar)

    def _add_actions(self, actions: Actions) -> None:
        group = _("Siden")
        actions.add(self, "next-page", _("Neste side"), "Ctrl+PgDown", self.next_page, group)
        actions.add(self, "previous-page", _("Forrige side"), "Ctrl+PgUp", self.previous_page, group)
        keys = QKeySequence.StandardKey
        actions.add(self, "find", _("Finn på siden"), keys.Find, self.finder.open, group, everywhere=True)
        actions.add(self, "find-next", _("Neste treff"), "F3", self.finder.go_on, group, everywhere=True)
        actions.add(self, "find-previous", _("Forrige treff"), "Shift+F3", self.finder.go_back, group, everywhere=True)
        actions.add(self, "outline", _("Vis eller skjul innholdet"), "Ctrl+Shift+I", self.toggle_outline, group)

    @Slot()
    def toggle_outline(self) -> None:
        """Show the outline, or fold it away."""
        self._outline_wanted = not self._pane.isVisible()
        self._fold()
        if self._pane.isVisible():
            self.outline.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():
            # What was looked for is remembered nowhere.
            self.finder.forget()

    @Slot()
    def _fold(self) -> None:
        """Fold the outline where the window is narrow for the text, unless the reader has said otherwise."""
        roomy = self.window().width() >= self._theme.px(OUTLINE_FOLDS_BELOW)
        unfolded = roomy if self._outline_wanted is None else self._outline_wanted
        self._pane.setFixedWidth(OUTLINE_WIDTH)
        self._pane.setVisible(unfolded)
        self._fold_button.setVisible(not roomy)
        self._fold_button.rename(_("Skjul innholdet") if unfolded else _("Vis innholdet"))


def _told_elsewhere(_found: Problem) -> None:
    """Say nothing: a place is kept again at the next move, and what is typed tells of a full disk itself."""
