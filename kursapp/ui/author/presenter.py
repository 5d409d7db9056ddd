"""Vis i rommet: the page on the wall in large type, and before the instructor her notes, the agenda and the time."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from kursapp import paths
from kursapp.domain.agenda import GroupWork, agenda
from kursapp.domain.course import Module
from kursapp.domain.problem import Problem
from kursapp.domain.stopwatch import shown
from kursapp.services.live_course import LiveCourse, LivePage, LiveStop
from kursapp.ui.actions import Actions
from kursapp.ui.author.presenter_agenda import AgendaView
from kursapp.ui.author.presenter_notes import NotesView
from kursapp.ui.author.presenter_room import KEYS, Command, RoomWindow, other_screen
from kursapp.ui.author.presenter_times import Times
from kursapp.ui.author.presenter_way import course_at, first_day, module_of, page_at, way_through
from kursapp.ui.courses import Courses
from kursapp.ui.drafting.open_draft import OpenDraft
from kursapp.ui.i18n import _
from kursapp.ui.messages import Messages, sentence
from kursapp.ui.navigation import Location
from kursapp.ui.previewing import MakeRoom
from kursapp.ui.screen import Screen
from kursapp.ui.theme import scale
from kursapp.ui.theme.room import RoomTheme
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.announce import announce
from kursapp.ui.widgets.buttons import add_button_row, button
from kursapp.ui.widgets.menu_box import MenuBox
from kursapp.ui.widgets.scroll import Column
from kursapp.ui.widgets.text import label, set_role
from kursapp.ui.workbench import Workbench

PRESENTER_WIDTH = 1120
AGENDA_WIDTH = 360
SIDE_BY_SIDE_FROM = 860
ROOM_ZOOM = 180
DRAFT = "draft"


class PresenterScreen(Screen):
    """Leads a day in the room. Any course can be shown: the draft that is open, and those on the shelf."""

    def __init__(
        self,
        workbench: Workbench,
        draft: OpenDraft,
        courses: Courses,
        theme: Theme,
        messages: Messages,
        actions: Actions,
        make_room: MakeRoom,
    ) -> None:
        super().__init__()
        self._workbench, self._draft, self._courses = workbench, draft, courses
        self._theme, self._messages, self._make_room = theme, messages, make_room
        self._folders: dict[str, Path] = {}
        self._course: LiveCourse | None = None
        self._way: list[LiveStop] = []
        self._modules: list[Module] = []
        self._live: LivePage | None = None
        self._at = -1
        self._room_theme: RoomTheme | None = None
        self.room: RoomWindow | None = None
        self.times = Times(self)
        self.choice = MenuBox((), _("Kurs"), _("Velg kurs …"))
        self.day = MenuBox((), _("Dag"), _("Velg dag …"))
        self.open_room = button(_("Vis i rommet"), "primary")
        self.agenda = AgendaView(theme)
        self.notes = NotesView(theme)
        self.clock = label("", "h2", wrap=False)
        self.start = button("")
        self.back, self.on = button(_("Forrige")), button(_("Videre"), "primary")
        self.blank = button(_("Blank skjerm"))
        self.nothing = label("", "muted")
        self._lay_out()
        self._connect(actions)

    # The frame ---------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        scroll = Column(self._theme, PRESENTER_WIDTH, self)
        scroll.fill(self)
        scroll.column.addWidget(label(_("Vis i rommet"), "h1"))
        choices = QHBoxLayout()
        scroll.column.addLayout(choices)
        choices.setSpacing(scale.S12)
        choices.addWidget(self.choice, 2)
        choices.addWidget(self.day, 1)
        choices.addWidget(self.open_room)
        scroll.column.addWidget(self.nothing)
        self._body = QWidget()
        scroll.column.addWidget(self._body)
        scroll.column.addStretch(1)
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._body)
        self._sides.setContentsMargins(0, 0, 0, 0)
        self._sides.setSpacing(scale.S24)
        middle = QVBoxLayout()
        self._sides.addLayout(middle, 1)
        middle.setSpacing(scale.S16)
        add_button_row(middle, self.on, self.back, self.blank)
        middle.addWidget(self.notes)
        side = QWidget()
        self._sides.addWidget(side)
        self._side = side
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scale.S8)
        column.addWidget(label(_("Tid i denne økta"), "h3"))
        column.addWidget(self.clock)
        add_button_row(column, self.start)
        column.addSpacing(scale.S8)
        column.addWidget(self.agenda)
        self._body.hide()

    def _connect(self, actions: Actions) -> None:
        self.choice.activated.connect(self._on_course_chosen)
        self.day.activated.connect(self._on_day_chosen)
        self.open_room.clicked.connect(self.show_room)
        self.agenda.chosen.connect(self._on_session)
        self.notes.group_wanted.connect(self._on_group)
        self.start.clicked.connect(self._on_start)
        self.on.clicked.connect(self.go_on)
        self.back.clicked.connect(self.go_back)
        self.blank.clicked.connect(self.toggle_blank)
        self.times.ticked.connect(self._on_tick)
        self._courses.changed.connect(self._on_shelf)
        group = _("Vis i rommet")
        actions.add(self, "room-show", _("Vis i rommet"), "F5", self.show_room, group)
        for name, text, command, slot in (
            ("room-on", _("Videre: rull, avdekk, neste side"), Command.ON, self.go_on),
            ("room-back", _("Forrige side"), Command.BACK, self.go_back),
            ("room-blank", _("Blank skjerm"), Command.BLANK, self.toggle_blank),
            ("room-time", _("Start eller stopp gruppearbeidet"), Command.TIME, self.toggle_group),
        ):
            keys = tuple(key for key in KEYS[command] if key not in ("Space", "Left", "Right"))
            actions.add(self, name, text, keys, slot, group)

    def title(self) -> str:
        return _("Vis i rommet")

    def regions(self) -> tuple[QWidget, ...]:
        return (self.choice, self.notes, self.agenda)

    def first_focus(self) -> QWidget | None:
        return self.on if self._live is not None else self.choice

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = self.width() >= self._theme.px(SIDE_BY_SIDE_FROM)
        self._sides.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        self._side.setMaximumWidth(self._theme.px(AGENDA_WIDTH) if beside else self._theme.px(PRESENTER_WIDTH))

    # Which course ------------------------------------------------------------------------------

    def enter(self, location: Location) -> None:
        self._courses.load()
        self._draft.enter(location.course, self._offer, self._offer)

    def leave(self) -> None:
        """Leave the room as it is: the instructor may look something up while the wall shows her page."""

    @Slot()
    def _on_shelf(self) -> None:
        if self.isVisible():
            self._offer()

    def _offer(self) -> None:
        """Offer the courses there are; go on with the one shown, or begin with the draft or the first."""
        entries: list[tuple[str, str]] = []
        self._folders = {}
        card = self._draft.card
        if card is not None:
            entries.append((DRAFT, _("{title} (utkastet ditt)").format(title=card.title)))
            self._folders[DRAFT] = card.folder
        for opened in self._courses.shelf():
            entries.append((opened.course.id, opened.course.title))
            self._folders[opened.course.id] = opened.root
        before = self.choice.value()
        self.choice.show_entries(entries)
        chosen = before if before in self._folders else next(iter(self._folders), "")
        self.choice.set_value(chosen)
        self.nothing.setText("" if entries else _("Det er ingen kurs å vise ennå."))
        self.nothing.setVisible(not entries)
        if chosen:
            self._read(self._folders[chosen])

    @Slot()
    def _on_course_chosen(self) -> None:
        folder = self._folders.get(self.choice.value())
        if folder is not None:
            self._read(folder)

    def _read(self, folder: Path) -> None:
        self._workbench.look(partial(course_at, folder), self._on_course, self._on_refused)

    def _on_refused(self, found: Problem) -> None:
        self._body.hide()
        self.nothing.setText(sentence(found))
        self.nothing.show()

    def _on_course(self, course: LiveCourse) -> None:
        before = self._course
        is_other = before is None or before.root != course.root
        self._course = course
        self._way = way_through(course)
        self._modules = [module for module in course.course.modules if not module.bank and module.sessions]
        if before is not None:
            before.close()
        if is_other:
            self.times.clear()
            self._at = -1
        self.nothing.hide()
        if not self._way:
            self._body.hide()
            return
        self._body.show()
        days = [(module.id, module.title) for module in self._modules]
        self.day.show_entries(days)
        here = self._live.page_id if self._live is not None and not is_other else ""
        known = [number for number, stop in enumerate(self._way) if stop.page_id == here]
        self._go(known[0] if known else first_day(self._modules, self._way))

    @Slot()
    def _on_day_chosen(self) -> None:
        module = next((each for each in self._modules if each.id == self.day.value()), None)
        if module is not None:
            self._on_session(module.sessions[0].id)

    @Slot(str)
    def _on_session(self, session_id: str) -> None:
        found = next((number for number, stop in enumerate(self._way) if stop.session_id == session_id), None)
        if found is not None:
            self._go(found)

    # Which page --------------------------------------------------------------------------------

    def _go(self, at: int) -> None:
        if self._course is None or not 0 <= at < len(self._way):
            return
        self._at = at
        work = partial(page_at, self._course, self._way, at)
        self._workbench.look(work, partial(self._on_page, at))

    def _on_page(self, at: int, live: LivePage) -> None:
        if at != self._at:
            return
        is_same_page = self._live is not None and (self._live.page_id, self._live.mark) == (live.page_id, live.mark)
        self._live = live
        if not is_same_page:
            self.times.stop_group()
        self.times.go_to(live.session_id)
        self.notes.show_page(live)
        self._show_day()
        self._on_tick()
        if self.room is not None and not is_same_page:
            self.room.show_page(live)
        self._show_held()
        self.title_changed.emit()

    def _show_day(self) -> None:
        assert self._live is not None
        module = module_of(self._modules, self._live.session_id)
        if module is not None:
            self.day.set_value(module.id)
            items = agenda(module)
            if tuple(row.item for row in self.agenda.rows) != items:
                self.agenda.show_items(items)

    @Slot()
    def go_on(self) -> None:
        """Do the next thing: more of the page, what it holds back, then the next page."""
        if self.room is not None and not self.room.is_blank:
            if self.room.pane.turn(True) or self.room.pane.reveal():
                return
        elif self.room is not None:
            self._blank(False)
            return
        self._go(self._at + 1)

    @Slot()
    def go_back(self) -> None:
        """Go to the page before."""
        self._go(self._at - 1)

    # The room ----------------------------------------------------------------------------------

    @Slot()
    def show_room(self) -> None:
        """Open the window the room looks at, on another screen where there is one; or close it."""
        if self.room is not None:
            self.close_room()
            return
        if self._live is None:
            return
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        self._room_theme = RoomTheme(application, paths.assets(), self._theme, ROOM_ZOOM)
        self.room = RoomWindow(self._room_theme, self._make_room)
        self.room.commanded.connect(self._on_command)
        self.room.closed.connect(self._on_room_closed)
        self.room.pane.changed.connect(self._show_held)
        self.room.pane.page_wanted.connect(self._on_page_wanted)
        self.room.show_page(self._live)
        screen = other_screen(self.window())
        self.room.open_on(screen)
        if screen is None:
            self._messages.tell(_("Fant bare én skjerm. Flytt vinduet dit rommet ser det, og trykk F11."))
        self.open_room.setText(_("Avslutt visningen"))
        # One obvious next step: while the wall is shown it is to go on.
        set_role(self.open_room, "role", "secondary")
        self.times.start()

    @Slot()
    def close_room(self) -> None:
        """Close the window the room looks at."""
        if self.room is not None:
            self.room.close()

    @Slot()
    def _on_room_closed(self) -> None:
        room, theme, self.room, self._room_theme = self.room, self._room_theme, None, None
        self.times.stop()
        self.open_room.setText(_("Vis i rommet"))
        set_role(self.open_room, "role", "primary")
        self.blank.setText(_("Blank skjerm"))
        self.notes.show_held(0)
        if room is not None and theme is not None:
            room.deleteLater()
            theme.deleteLater()

    @Slot(object)
    def _on_command(self, command: Command) -> None:
        slots = {
            Command.ON: self.go_on,
            Command.BACK: self.go_back,
            Command.BLANK: self.toggle_blank,
            Command.CLOSE: self.close_room,
            Command.TIME: self.toggle_group,
        }
        slots[command]()

    @Slot(str, int)
    def _on_page_wanted(self, file: str, line: int) -> None:
        found = self._course.page_at(file, line) if self._course is not None else None
        if found is not None:
            at = next((number for number, stop in enumerate(self._way) if stop.page_id == found[1]), None)
            if at is not None:
                self._go(at)

    @Slot()
    def toggle_blank(self) -> None:
        """Let the room see nothing, or the page again."""
        if self.room is None:
            self._messages.tell(_("Skjermen kan gjøres blank når siden vises i rommet."))
        else:
            self._blank(not self.room.is_blank)

    def _blank(self, blank: bool) -> None:
        assert self.room is not None
        self.room.blank(blank)
        self.blank.setText(_("Vis siden igjen") if blank else _("Blank skjerm"))
        announce(self, _("Skjermen i rommet er blank") if blank else _("Siden vises i rommet"))

    @Slot()
    def _show_held(self) -> None:
        self.notes.show_held(self.room.pane.held_back() if self.room is not None else 0)

    # Time --------------------------------------------------------------------------------------

    @Slot()
    def _on_start(self) -> None:
        if self.times.runs:
            self.times.stop()
        else:
            self.times.start()

    @Slot(object)
    def _on_group(self, work: GroupWork) -> None:
        if self.times.work == work:
            self.times.stop_group()
        else:
            self.times.start_group(work)

    @Slot()
    def toggle_group(self) -> None:
        """Start the time of the page's first group work, or stop the one that runs."""
        if self.times.work is not None:
            self.times.stop_group()
        elif self.notes.groups:
            self.times.start_group(self.notes.groups[0].work)

    @Slot()
    def _on_tick(self) -> None:
        if self._live is None:
            return
        used = self.times.used(self._live.session_id)
        words = self.times.group_words()
        self.clock.setText(f"{shown(used)}  ·  {words}" if words else shown(used))
        self.clock.setAccessibleName(_("Tid i økta: {time}").format(time=self.clock.text()))
        self.start.setText(_("Stopp tida") if self.times.runs else _("Start tida"))
        self.notes.show_running(self.times.work)
        seconds = [self.times.used(row.item.session_id) for row in self.agenda.rows]
        self.agenda.show_used(seconds, self._live.session_id)
        if self.room is not None:
            self.room.show_time(words, out=bool(words) and self.times.group_left() <= 0)
