"""The window program, from the first paint to the last file closed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication

from kursapp import paths
from kursapp.app.place import is_local_in_use, missing_place, refused_place, use_local
from kursapp.files.settings_file import SettingsFile
from kursapp.services.carry.pending import read_pending
from kursapp.services.protected_here import is_any_protected
from kursapp.services.remember_start import forget_start, read_start
from kursapp.settings import Settings
from kursapp.ui import i18n
from kursapp.ui.main_window import MainWindow
from kursapp.ui.theme.theme import Look, Theme
from kursapp.ui.window_place import restore_window
from kursapp.ui.workspaces import AUTHOR, COORDINATOR, workspace

if TYPE_CHECKING:
    from collections.abc import Callable

    from kursapp.app.rest import Rest
    from kursapp.services.open_course import OpenedCourse
    from kursapp.ui.loading import Loading
    from kursapp.ui.messages import Message
    from kursapp.ui.navigation import Location
    from kursapp.ui.screen import Screen
    from kursapp.ui.tidying import Tidying

TO_TAKE_THE_WHEEL = (
    "kursapp.app.rest",
    "kursapp.ui.participant.day_section",
    "kursapp.ui.participant.today_work",
    "kursapp.ui.participant.page",
    "kursapp.ui.theme.document",
    "kursapp.ui.participant.notes_beside.attaching",
    "kursapp.ui.participant.read_aloud.attaching",
)
FOR_THE_FIRST_CLICKS = (
    "kursapp.ui.participant.library",
    "kursapp.ui.participant.cover",
    "kursapp.ui.participant.practice.screen",
    "kursapp.ui.palette",
    "kursapp.ui.participant.settings_screen",
    "kursapp.ui.participant.shortcuts",
    "kursapp.ui.participant.read_aloud.engine",
    "kursapp.ui.participant.quiz.body",
    "kursapp.ui.participant.evaluation.body",
)


def leave_network_drive() -> Path | None:
    """Go on in the local folder where she has said yes to it before; return the folder that was left."""
    left = refused_place()
    if left is not None and is_local_in_use():
        use_local()
        return left
    return None


def open_program(application: QApplication, file: Path | None = None, tried: OpenedCourse | None = None) -> Program:
    """Start the program with its window open, and ``file`` in it as soon as it can be.

    Where a course is ``tried``, it is the only one on the shelf, and what is shown first.
    """
    program = Program(application)
    program.file_wanted, program.tried = file, tried
    file_asked = getattr(application, "file_asked", None)
    if file_asked is not None:
        file_asked.connect(program.open_file)
    program.open_window()
    return program


def look_of(settings: Settings) -> Look:
    """Return what the settings say about the look."""
    return Look(settings.theme, settings.text_zoom, settings.font)


class Program(QObject):
    """Owns the window and what is known before there is anything else; ``rest`` comes when it is loaded.

    ``left`` is a profile that was locked, and where in it she was.
    """

    window: MainWindow

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._application = application
        self.rest: Rest | None = None
        self.file_wanted: Path | None = None
        self.tried: OpenedCourse | None = None
        self.news: Message | None = None
        self.is_cleared = False
        self.left: tuple[str, Location] | None = None
        self.first_screen: Screen | None = None
        self.has_place = True
        self.left_folder = leave_network_drive()
        self.file = SettingsFile(paths.settings_file())
        self.settings, self.found = self.file.load()
        i18n.use(self.settings.language, paths.locale_folder())
        self.theme = Theme(application, paths.assets(), look_of(self.settings))
        self.theme.dress_application()
        self._loading: Loading | None = None
        self._tidying: Tidying | None = None

    def open_window(self) -> None:
        """Show the window as it was left; the rest is loaded when it has been painted."""
        self._build_window()
        self.window.painted.connect(self._load)
        self.window.show()

    @Slot(str)
    def open_file(self, path: str) -> None:
        """Look at a file that was double-clicked; it waits where there is nobody to look at it yet."""
        if self.rest is None:
            self.file_wanted = Path(path)
        else:
            self.rest.arriving.open(path)

    def quit_when_painted(self) -> None:
        """Close the window as soon as it has been painted, for measuring how long that took."""
        self.window.painted.disconnect(self._load)
        self.window.painted.connect(self.window.close)

    @Slot()
    def close_window(self) -> None:
        """Close the window there is now."""
        self.window.close()

    @Slot()
    def build_again(self) -> None:
        """Build the window anew: the language is another, or there is no profile any more."""
        old = self.window
        self._build_window()
        self.window.show()
        self._take_wheel()
        old.closed.disconnect(self._end)
        old.close()
        old.deleteLater()

    @Slot()
    def start_again(self) -> None:
        """Close the files and begin with the profile used last, as a new start would."""
        rest, self.rest = self.rest, None
        if rest is not None:
            rest.close()
        forget_start(paths.start_file())
        self.build_again()
        if rest is not None:
            rest.deleteLater()

    @Slot()
    def begin_locally(self) -> None:
        """Begin in the local folder: the one that was chosen for the program is on a network drive."""
        use_local()
        self.begin_anew()

    @Slot()
    def make_place(self) -> None:
        """Make the folder that was chosen for the program, and begin in it."""
        from kursapp.domain.problem import KursappError
        from kursapp.files.folder import make_private_folder
        from kursapp.ui.place_screens import PlaceScreen

        try:
            make_private_folder(paths.data_folder())
        except KursappError as error:
            if isinstance(self.first_screen, PlaceScreen):
                self.first_screen.say(error.problem)
            return
        self.begin_anew()

    @Slot()
    def begin_anew(self) -> None:
        """Begin as a new start would, with what the data folder says now."""
        self.file = SettingsFile(paths.settings_file())
        self.settings, self.found = self.file.load()
        i18n.use(self.settings.language, paths.locale_folder())
        self.theme.wear(look_of(self.settings))
        self.start_again()

    def _build_window(self) -> None:
        self.window = MainWindow(self.theme, workspace(self.settings.workspace))
        self.theme.dress_window(self.window)
        first = self._make_first_screen()
        self.first_screen = first
        self.window.stack.addWidget(first)
        restore_window(self.window, self.settings.window)
        self.window.closed.connect(self._end)

    def keeping(self) -> Callable[[Settings], None]:
        """Return what writes settings down; where their folder cannot be used, nothing is made in its place."""
        return self.file.save if self.has_place else _let_go

    def _unusable_place(self) -> Screen | None:
        """Return the screen that says why the data folder cannot be used; None where it can."""
        refused, missing = refused_place(), missing_place()
        if refused is None and missing is None:
            return None
        from kursapp.ui.place_screens import AwayScreen, NetworkScreen

        if refused is not None:
            return NetworkScreen(self.theme, refused, paths.local_folder())
        assert missing is not None
        return AwayScreen(self.theme, missing)

    def _make_first_screen(self) -> Screen:
        unusable = self._unusable_place()
        self.has_place = unusable is None
        if unusable is not None:
            self.window.show_frame(False)
            return unusable
        pending = None if self.is_cleared else read_pending(paths.data_folder())
        self.is_cleared = False
        if pending is not None:
            from kursapp.ui.participant.carry.clearing_screen import ClearingScreen

            self.window.show_frame(False)
            return ClearingScreen(self.theme, pending)
        if not self.settings.workspace:
            from kursapp.ui.participant.first_start import Choices, FirstStart

            self.window.show_frame(False)
            chosen = Choices(language=self.settings.language, theme=self.settings.theme, zoom=self.settings.text_zoom)
            before = self.first_screen
            return FirstStart(self.theme, before.choices if isinstance(before, FirstStart) else chosen)
        locked = self._locked_profile()
        if locked is not None:
            from kursapp.ui.participant.protect.unlock_screen import UnlockProfile

            self.window.show_frame(False)
            return UnlockProfile(self.theme, locked)
        if self.settings.workspace == COORDINATOR:
            from kursapp.ui.coordinator.unlock import UnlockScreen

            self.window.sidebar.choose("cohorts")
            return UnlockScreen(self.theme)
        if self.settings.workspace == AUTHOR:
            from kursapp.ui.author.drafts import DraftsScreen

            self.window.sidebar.choose("drafts")
            return DraftsScreen(self.theme)
        from kursapp.ui.participant.home import HomeScreen

        self.window.sidebar.choose("home")
        home = HomeScreen(self.theme, read_start(paths.start_file()))
        home.wished.connect(self.window.wish)
        return home

    def _locked_profile(self) -> str | None:
        """Return the name of the profile that is to be unlocked first; None where none is locked."""
        if self.rest is not None and self.rest.people.key is not None:
            return None
        if not is_any_protected(paths.data_folder()):
            return None
        from kursapp.storage.profiles import ProfileList

        profiles = ProfileList(paths.data_folder())
        newest = next(iter(profiles.all()), None)
        return newest.name if newest is not None and profiles.is_locked(newest.id) else None

    @Slot()
    def _load(self) -> None:
        from kursapp.app.freed_memory import give_back_what_is_freed
        from kursapp.ui.loading import Loading
        from kursapp.ui.tidying import Tidying

        give_back_what_is_freed()
        self._tidying = Tidying(self)
        self._tidying.start()
        self.theme.wake()
        self._loading = Loading(TO_TAKE_THE_WHEEL, FOR_THE_FIRST_CLICKS, self)
        self._loading.first_loaded.connect(self._take_wheel)
        self._loading.failed.connect(self._on_not_whole)
        self._loading.start()

    @Slot(str)
    def _on_not_whole(self, missing: str) -> None:
        """Say that a part of the program is missing: without it the window can do nothing."""
        from PySide6.QtWidgets import QMessageBox

        from kursapp.domain.problem import refusal
        from kursapp.ui.messages import sentence

        words = sentence(refusal("installation-incomplete", folder=missing).problem)
        QMessageBox.critical(self.window, "Kursapp", words)
        self.window.close()

    @Slot()
    def _take_wheel(self) -> None:
        from kursapp.app.rest import Rest

        if self.rest is None:
            self.rest = Rest(self)
        self.rest.steer()

    @Slot()
    def _end(self) -> None:
        if self._loading is not None:
            self._loading.stop()
        if self.rest is not None:
            self.rest.close()
        if self._tidying is not None:
            self._tidying.stop()
        QTimer.singleShot(0, self._application.quit)


def _let_go(_settings: Settings) -> None:
    """Keep no settings."""
