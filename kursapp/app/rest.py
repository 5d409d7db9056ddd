"""Everything the first paint can do without: built when the window has been on screen, on the screen's thread."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Slot

from kursapp import paths
from kursapp.app.arriving import Arriving
from kursapp.app.authoring import Authoring
from kursapp.app.locking import Locking
from kursapp.app.openers import open_door, open_nothing, open_search, open_speller, open_trial
from kursapp.app.people import PeopleHere
from kursapp.app.program import look_of
from kursapp.app.start import is_open_already, marker
from kursapp.domain.problem import refusal
from kursapp.services.clock import SystemClock
from kursapp.services.remember_start import card_for, write_start
from kursapp.ui import i18n
from kursapp.ui.absence import AbsentCourses
from kursapp.ui.actions import Actions
from kursapp.ui.author.drafts import DraftsScreen
from kursapp.ui.author.wing import screens as author_screens
from kursapp.ui.clipboard import Clipboard
from kursapp.ui.coordinator.unlock import UnlockScreen
from kursapp.ui.coordinator.wing import load as load_coordinator_screens
from kursapp.ui.coordinator.wing import screens as coordinator_screens
from kursapp.ui.courses import Courses
from kursapp.ui.desk import Desk
from kursapp.ui.drafting.news import DraftNews
from kursapp.ui.drafting.open_draft import OpenDraft
from kursapp.ui.i18n import _
from kursapp.ui.indexing import Indexing
from kursapp.ui.messages import Message, MessageKind, Messages, sentence
from kursapp.ui.navigation import (
    Navigator,
    about,
    backups,
    clear_machine,
    cover,
    move_in,
    move_out,
    passphrase,
    take_out,
)
from kursapp.ui.participant.first_start import Choices, FirstStart
from kursapp.ui.participant.home import HomeScreen
from kursapp.ui.participant.practice.keeper import PracticeKeeper
from kursapp.ui.participant.protect.unlock_screen import UnlockProfile
from kursapp.ui.participant.wing import screens as participant_screens
from kursapp.ui.parts import Parts
from kursapp.ui.preferences import Preferences
from kursapp.ui.previewing import PreviewPane, RoomPane
from kursapp.ui.qt_words import QtWords
from kursapp.ui.screen import Screen
from kursapp.ui.single import FirstWindow
from kursapp.ui.steering import UNLOCK, Maker, Steering
from kursapp.ui.tasks import CLOSING_SECONDS, Tasks
from kursapp.ui.window_place import present_place
from kursapp.ui.workbench import Workbench
from kursapp.ui.workspaces import AUTHOR, COORDINATOR, workspace

if TYPE_CHECKING:
    from kursapp.app.program import Program
    from kursapp.app.reading import Reading
    from kursapp.services.participant import Participant
    from kursapp.ui.theme.theme import Theme


class Rest(QObject):
    """The profile, the courses, and the wheel of the window."""

    steering: Steering

    def __init__(self, program: Program) -> None:
        super().__init__(program)
        self._program = program
        self._closed = False
        self._home: HomeScreen | None = None
        self._qt_words = QtWords(self)
        QCoreApplication.installTranslator(self._qt_words)
        self.messages = Messages(self)
        self.preferences = Preferences(program.settings, program.keeping(), self.messages, self)
        self.preferences.changed.connect(self._on_preferences)
        self.navigator = Navigator(workspace(program.settings.workspace).start, self)
        self.people = PeopleHere(program, self.preferences, self.messages, self)
        self.people.renamed.connect(self._greet)
        self.tasks = Tasks(self.people.open_profile, self._open_reader, self, open_search=open_search)
        self.people.watch(self.tasks)
        self.people.backups_wanted.connect(self._show_backups)
        self.desk = Desk(open_door, self, load_coordinator_screens)
        authoring = Authoring()
        self.workbench = Workbench(authoring.author, authoring.looking, self, make_speller=open_speller)
        self.draft = OpenDraft(self.workbench, self)
        self.locking = Locking(program, self.people, self.tasks, self.draft, self)
        self._news = DraftNews(self.draft, self.messages, self.navigator, self)
        self._trial = Tasks(open_trial, open_nothing, self)
        self._room = Tasks(open_trial, open_nothing, self)
        roots = () if program.tried else (paths.bundled_courses(),)
        self.courses = Courses(self.tasks, roots, self, installed=paths.installed_courses())
        self.courses.replaced.connect(self._on_replaced)
        self._clipboard = Clipboard(self.navigator, self)
        self._absent = AbsentCourses(self.courses, self.navigator, self.messages, self)
        self._indexing = Indexing(self.tasks, self.courses, self)
        self.practice = PracticeKeeper(self.tasks, self.courses, self)
        self.practice.counted.connect(self._on_practice)
        self.arriving = Arriving(program, self.people, self.navigator, self.messages, self)
        self._first_window = FirstWindow(marker(), self)
        self._first_window.raise_asked.connect(self._come_forward)
        self._first_window.file_asked.connect(self.arriving.open)

    # The wheel of the window -------------------------------------------------------------------

    def steer(self) -> None:
        """Take the wheel of the program's present window."""
        program = self._program
        parts = Parts(
            self.tasks,
            self.courses,
            self.navigator,
            program.theme,
            self.messages,
            Actions(),
            self.preferences,
            self.desk,
            self._make_preview,
            self._make_room,
            self.workbench,
            self.draft,
        )
        self.steering = Steering(program.window, parts, self._makers(parts))
        first = program.first_screen
        if program.has_place and self._gives_way():
            return
        self.arriving.let_in(parts)
        self._offer_places(parts)
        self.locking.steer(self.steering, parts)
        if isinstance(first, UnlockProfile):
            if self.people.sit_down():
                self.locking.keep_shut(first, self._let_in)
            return
        if not isinstance(first, (FirstStart, HomeScreen, DraftsScreen, UnlockScreen)):
            self._stand_alone(first)
            return
        if isinstance(first, FirstStart):
            first.finished.connect(self._begin)
            self.people.follow_first_start(first)
            return
        if not self.people.sit_down():
            return
        self._tell_news()
        # In a turn of its own: taking the wheel and settling in would together hold the screen for too long.
        QTimer.singleShot(0, self._settle)

    @Slot()
    def _let_in(self) -> None:
        """Begin where she was, or where her workspace begins: the key is found."""
        workspace_id = self._program.settings.workspace
        self._exchange(self._first_of(workspace_id))
        self.locking.let_in()
        self._tell_news()
        QTimer.singleShot(0, self._settle)

    def _exchange(self, first: Screen) -> None:
        """Put another first screen in the place of one that stands alone in the window."""
        program = self._program
        alone, program.first_screen = program.first_screen, first
        program.window.stack.addWidget(first)
        program.window.stack.setCurrentWidget(first)
        program.window.show_frame(True)
        if alone is not None:
            program.window.stack.removeWidget(alone)
            alone.deleteLater()

    def _gives_way(self) -> bool:
        """Leave the screen to a window that was opened in the same moment, if there is one."""
        if not self._first_window.is_listening and is_open_already(self._program.file_wanted):
            QTimer.singleShot(0, self._program.close_window)
            return True
        self._first_window.listen()
        return False

    def _tell_left(self, folder: Path) -> None:
        """Say that the folder that was chosen for the program is not used, and which is."""
        self.messages.note(sentence(refusal("network-folder-left", folder=folder, local=paths.data_folder()).problem))

    def _stand_alone(self, first: Screen | None) -> None:
        """Let a screen work behind which nothing of anybody is opened."""
        from kursapp.ui.participant.carry.clearing_screen import ClearingScreen
        from kursapp.ui.place_screens import AwayScreen, NetworkScreen, PlaceScreen

        if isinstance(first, ClearingScreen):
            self.people.clear_away(first)
        if isinstance(first, NetworkScreen):
            first.local_chosen.connect(self._program.begin_locally)
        elif isinstance(first, AwayScreen):
            first.again.connect(self._program.begin_anew)
            first.make.connect(self._program.make_place)
        if isinstance(first, PlaceScreen):
            first.left.connect(self._program.close_window)

    def _tell_news(self) -> None:
        """Tell what there is to tell since the start, once."""
        program = self._program
        if program.found is not None:
            self.messages.problem(program.found)
        if program.left_folder is not None:
            self._tell_left(program.left_folder)
            program.left_folder = None
        if program.news is not None:
            self.messages.shown.emit(program.news)
            program.news = None

    @Slot()
    def _settle(self) -> None:
        first = self._program.first_screen
        if first is not None and not isinstance(first, FirstStart) and not self._closed:
            self._settle_in(first)

    def _settle_in(self, first: Screen) -> None:
        """Let the first screen work, open the files, and go where a click before the wheel was taken wanted to go."""
        if isinstance(first, HomeScreen):
            self._let_home_work(first)
            self.steering.take_over("home", first)
        elif isinstance(first, DraftsScreen):
            self._let_drafts_work(first)
            self.steering.take_over("drafts", first)
        elif isinstance(first, UnlockScreen):
            first.work_with(self.desk)
            self.steering.take_over(UNLOCK, first)
        self.tasks.start()
        self.courses.load()
        self._show_tried()
        wished = self._program.window.take_wish()
        if wished is not None:
            self.navigator.go(wished)
        self.steering.follow(self.navigator.here)
        self.tasks.profile(back_up)
        self.practice.count()
        self.arriving.open_wanted()

    def _show_tried(self) -> None:
        """Put the course that is only tried on the shelf, and begin with its cover."""
        tried = self._program.tried
        if tried is None or self.courses.get(tried.course.id) is not None:
            return
        self.courses.replace(tried)
        self.navigator.replace(cover(tried.course.id))
        words = _("Du prøver kurset «{title}». Det du svarer, blir borte når du lukker vinduet.")
        self.messages.shown.emit(Message(words.format(title=tried.course.title), MessageKind.NOTE, 0))

    def _offer_places(self, parts: Parts) -> None:
        """Let what stands on Innstillinger be found by Ctrl+K as well."""
        window = self._program.window
        carried = (
            ("move-out", _("Flytt til en annen maskin"), move_out()),
            ("move-in", _("Hent fra en annen maskin"), move_in()),
            ("take-out", _("Ta ut alt mitt"), take_out()),
            ("clear", _("Tøm denne maskinen"), clear_machine()),
            ("about", _("Om Kursapp"), about()),
            ("backups", _("Sikkerhetskopier"), backups()),
        )
        for name, words, place in carried:
            go = partial(self.navigator.go, place)
            parts.actions.add(window, name, words, "", go, _("Programmet"), everywhere=True)

    @Slot(str)
    def _on_replaced(self, course_id: str) -> None:
        """Show a course's new version: every screen that may hold the old one is made anew."""
        self.navigator.replace(cover(course_id))
        QTimer.singleShot(0, self._show_anew)

    @Slot()
    def _show_anew(self) -> None:
        # The new window stands where this one does.
        self.preferences.change(window=present_place(self._program.window))
        self._program.build_again()
        self.messages.tell(_("Kurset er oppdatert. Alle svarene dine er beholdt."))

    def _makers(self, parts: Parts) -> dict[str, Maker]:
        """Return the makers of every screen, those too of which one may have been made before the first paint."""
        return {
            "home": self._make_home,
            UNLOCK: self._make_unlock,
            "drafts": self._make_drafts,
            **participant_screens(
                parts,
                self.people.for_settings(),
                self.people.carrying,
                self.people.restoring,
                self.locking.protecting,
            ),
            **author_screens(parts),
            **coordinator_screens(parts),
        }

    def _make_home(self) -> HomeScreen:
        made = HomeScreen(self._program.theme, None)
        self._let_home_work(made)
        return made

    def _let_home_work(self, screen: HomeScreen) -> None:
        self._home = screen
        screen.greet(self.people.name())
        screen.work_with(self.tasks, self.courses, self.navigator, self.messages)

    @Slot(int)
    def _on_practice(self, count: int) -> None:
        self._program.window.sidebar.show_count("practice", count)

    @Slot(str)
    def _greet(self, name: str) -> None:
        if self._home is not None:
            self._home.greet(name)

    def _make_drafts(self) -> DraftsScreen:
        made = DraftsScreen(self._program.theme)
        self._let_drafts_work(made)
        return made

    def _let_drafts_work(self, screen: DraftsScreen) -> None:
        screen.work_with(self.workbench, self.draft, self.courses, self.navigator, self.messages)

    def _make_unlock(self) -> UnlockScreen:
        made = UnlockScreen(self._program.theme)
        made.work_with(self.desk)
        return made

    def _make_preview(self) -> PreviewPane:
        from kursapp.ui.participant.preview import Preview

        self._trial.start_profile()
        return Preview(self._trial, self._program.theme, self.messages)

    def _make_room(self, theme: Theme) -> RoomPane:
        from kursapp.ui.participant.room_page import RoomPage

        self._room.start_profile()
        return RoomPage(self._room, theme, self.messages)

    @Slot()
    def _show_backups(self) -> None:
        """Show the backups in the place of a file that cannot be opened."""
        self.navigator.go(backups())

    @Slot()
    def _come_forward(self) -> None:
        """Let the window be seen: somebody has started Kursapp once more."""
        window = self._program.window
        if window.isMinimized():
            window.showNormal()
        window.raise_()
        window.activateWindow()

    # First start -------------------------------------------------------------------------------

    @Slot(object)
    def _begin(self, chosen: Choices) -> None:
        """Make the profile that was named, and go to Hjem."""
        if not self.people.take_in(chosen):
            return
        first = self._first_of(chosen.workspace)
        self._exchange(first)
        self.navigator.replace(workspace(chosen.workspace).start)
        self._settle_in(first)
        if chosen.protect:
            self.navigator.go(passphrase())

    def _first_of(self, workspace_id: str) -> Screen:
        """Make the screen a workspace begins with."""
        if workspace_id == COORDINATOR:
            return UnlockScreen(self._program.theme)
        if workspace_id == AUTHOR:
            return DraftsScreen(self._program.theme)
        return HomeScreen(self._program.theme, None)

    # The files, each opened on its own thread --------------------------------------------------

    def _open_reader(self) -> Reading:
        from kursapp.app.reading import Reading

        return Reading(paths.cache_folder())

    def close(self) -> None:
        """Remember what Hjem is to show first next time, and close the files."""
        self._closed = True
        self._clipboard.forget()
        self._first_window.close()
        self.people.carrying.close()
        self.tasks.profile(partial(remember_start, self.courses))
        self.tasks.close()
        self.locking.close()
        self.desk.close(CLOSING_SECONDS)
        self.draft.close()
        self.workbench.close(CLOSING_SECONDS)
        self._trial.close()
        self._room.close()
        self.courses.close()

    # Changes of mind ---------------------------------------------------------------------------

    @Slot(frozenset)
    def _on_preferences(self, names: frozenset[str]) -> None:
        program = self._program
        program.settings = self.preferences.settings
        program.theme.wear(look_of(program.settings))
        if isinstance(program.first_screen, FirstStart):
            program.first_screen.follow(program.settings.text_zoom)
        if "language" in names:
            i18n.use(program.settings.language, paths.locale_folder())
            QTimer.singleShot(0, program.build_again)


def back_up(participant: Participant) -> None:
    """Make today's backup where something has changed since the last."""
    participant.profile.back_up(SystemClock().now())


def remember_start(courses: Courses, participant: Participant) -> None:
    """Write down what the next first paint shows: the course used last, and where it goes on.

    Nothing of a profile under a passphrase, which is asked for first.
    """
    if participant.profile.key is not None:
        return
    from kursapp.ui.participant.course_view import read_view

    taken = next(iter(participant.courses()), None)
    opened = courses.get(taken.enrolment.course_id) if taken else None
    if opened is not None:
        view = read_view(opened, participant)
        write_start(paths.start_file(), card_for(view.course, view.progress, view.target))
