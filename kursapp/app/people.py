"""The people of this machine: whose profile is open, changing to another, and the first start of somebody new."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from kursapp import paths
from kursapp.app.backups import BackupsHere
from kursapp.app.carrying import open_carrier
from kursapp.domain.problem import KursappError, Problem, refusal
from kursapp.domain.record import Profile
from kursapp.services.clock import SystemClock
from kursapp.services.profiles import OpenFile, Profiles
from kursapp.storage.profiles import ProfileList
from kursapp.ui.carrying import Carrying
from kursapp.ui.i18n import _
from kursapp.ui.messages import Message, MessageKind, Messages, sentence
from kursapp.ui.navigation import settings
from kursapp.ui.participant.first_start import Choices, FirstStart
from kursapp.ui.participant.settings_screen import People
from kursapp.ui.preferences import Preferences
from kursapp.ui.tasks import Tasks
from kursapp.ui.workspaces import PARTICIPANT

if TYPE_CHECKING:
    from kursapp.app.program import Program
    from kursapp.services.carry.carrier import Settled
    from kursapp.services.carry.pending import Pending
    from kursapp.services.participant import Participant
    from kursapp.ui.participant.carry.clearing_screen import ClearingScreen


FLYTT_FILE = ".flytt"
OF_ANOTHER = frozenset({"database-newer", "not-a-profile"})
"""What trying again does not help: the file belongs to another program, or to a newer one."""


class PeopleHere(QObject):
    """Who sits at the machine. ``renamed`` tells the open profile's new name.

    ``backups_wanted`` tells that its file cannot be used and a backup may take its place.
    """

    renamed = Signal(str)
    backups_wanted = Signal()

    def __init__(self, program: Program, preferences: Preferences, messages: Messages, parent: QObject) -> None:
        super().__init__(parent)
        self._program = program
        self._preferences = preferences
        self._messages = messages
        self._list = ProfileList(paths.data_folder())
        self._tasks: Tasks
        self.profiles = Profiles(self._list, profile_opener, SystemClock())
        self.profile: Profile | None = None
        self.key: bytes | None = None
        self._is_tidy = False

    def watch(self, tasks: Tasks) -> None:
        """Tell what becomes of the open profile's file, and offer a way out where it cannot be opened."""
        self._tasks = tasks
        # First of all: what is wrong is known to the screen of backups before anybody goes there.
        self._backups = BackupsHere(self._program, self, tasks, self._messages)
        self._backups.wanted.connect(self.backups_wanted)
        self.restoring = self._backups.restoring
        tasks.profile_broken.connect(self._on_profile_broken)
        tasks.profile_ready.connect(self._on_profile_ready)
        self.carrying = Carrying(tasks, open_carrier, self.taken, self, self.the_key)
        self.carrying.settled.connect(self._on_settled)
        self.carrying.going.connect(self._on_going)

    def taken(self) -> Profile | None:
        """Return the profile taken, if any."""
        return self.profile

    def the_key(self) -> bytes | None:
        """Return the key of the profile taken; None where it has none, or is locked."""
        return self.key

    def sit_down(self) -> bool:
        """Take the profile used last, unless one is taken already; with none there is a first start, and False."""
        if self.profile is None:
            entry = self.profiles.last_used()
            if entry is None:
                self._preferences.change(workspace="")
                QTimer.singleShot(0, self._program.build_again)
                return False
            self.profile = entry.profile
        return True

    def open_profile(self) -> Participant:
        """Open the file of the profile taken; called on its thread."""
        from kursapp.services.participant import Participant

        assert self.profile is not None
        if not self._is_tidy:
            # Once, before anything is on its way: what lies there later is in use.
            self._list.tidy()
            self._is_tidy = True
        return Participant(self.profiles.open(self.profile, key=self.key), SystemClock())

    # Changing places ---------------------------------------------------------------------------

    def for_settings(self) -> People:
        """Return what Innstillinger asks about people."""
        return People(self.name, self._rename, self._others, self._switch, self._add)

    def name(self) -> str:
        """Return what the open profile is called; nothing before there is one."""
        return self.profile.name if self.profile is not None else ""

    def _rename(self, name: str) -> str:
        """Give the profile another name and return it as it was kept. Raises KursappError as ``Profiles.rename``."""
        assert self.profile is not None
        self.profile = self.profiles.rename(self.profile, name).profile
        self.renamed.emit(self.profile.name)
        return self.profile.name

    def _others(self) -> list[tuple[str, str]]:
        """Return the profiles that are not open, as id and label."""
        mine = self.profile.id if self.profile is not None else ""
        return [(each.profile.id, each.label) for each in self.profiles.all() if each.profile.id != mine]

    def _switch(self, profile_id: str) -> None:
        """Close this profile and open another, unless something typed here is not saved yet."""
        if not self._tasks.flush():
            self._messages.warn(_("Profilen kan ikke byttes før alt du har skrevet, er lagret."), about="switching")
            return
        try:
            self._list.used(profile_id, SystemClock().now())
        except KursappError as error:
            self._messages.problem(error.problem)
            return
        QTimer.singleShot(0, self._program.start_again)

    @Slot()
    def _add(self) -> None:
        """Go through the first start once more, for somebody new."""
        self._preferences.change(workspace="")
        QTimer.singleShot(0, self._program.start_again)

    # Moving and clearing -----------------------------------------------------------------------

    @Slot(object)
    def _on_settled(self, settled: Settled) -> None:
        """Open the profile that was taken in, as a new start would."""
        self._preferences.change(workspace=PARTICIPANT)
        words = _("Profilen «{name}» er hentet hit.").format(name=settled.profile.name)
        news = Message(words, MessageKind.DONE)
        if settled.not_installed:
            lacking = _("Disse kursene kunne ikke legges inn, så åpne kurspakkene på nytt: {titles}.")
            lacking = lacking.format(titles=", ".join(settled.not_installed))
            news = Message(f"{words} {lacking}", MessageKind.PROBLEM, 0)
        self._program.news = news
        QTimer.singleShot(0, self._program.start_again)

    @Slot(object)
    def _on_going(self, _pending: Pending) -> None:
        """Close the profile that is to go: the next window clears the machine."""
        QTimer.singleShot(0, self._program.start_again)

    def clear_away(self, screen: ClearingScreen) -> None:
        """Let the screen clear the machine; nothing is open meanwhile."""
        screen.finished.connect(self._on_cleared)
        screen.work_with(self.carrying)

    @Slot()
    def _on_cleared(self) -> None:
        """Begin anew: with who is left, or from the beginning."""
        self._program.is_cleared = True
        kept = {} if self.profiles.last_used() is not None else {"workspace": ""}
        self._preferences.change(window=None, splitters={}, folded=frozenset(), last_profile="", **kept)
        QTimer.singleShot(0, self._program.build_again)

    # First start -------------------------------------------------------------------------------

    def follow_first_start(self, screen: FirstStart) -> None:
        """Show at once what is chosen there, and offer a way back where there is a profile to go back to."""
        screen.changed.connect(self._on_first_choice)
        screen.cancelled.connect(self._on_cancelled)
        screen.moving_asked.connect(self._on_moving)
        screen.allow_cancel(bool(self._list.all()))
        wanted = self._program.file_wanted
        if wanted is not None and is_flytt(wanted):
            self._program.file_wanted = None
            self.move_in(screen, str(wanted))

    def move_in(self, screen: FirstStart, path: str = "") -> None:
        """Let somebody who comes from another machine in by her file."""
        from kursapp.ui.participant.carry.move_in_pane import MoveInPane

        pane = MoveInPane(self.carrying)
        pane.left.connect(screen.show_steps)
        screen.show_instead(pane)
        pane.show_file(path)
        pane.first().setFocus()

    @Slot()
    def _on_moving(self) -> None:
        if isinstance(self._program.first_screen, FirstStart):
            self.move_in(self._program.first_screen)

    def take_in(self, chosen: Choices) -> bool:
        """Make the profile that was named; False where it cannot be made, which has been told."""
        try:
            self.profile = self.profiles.create(chosen.name).profile
        except KursappError as error:
            self._messages.problem(error.problem)
            return False
        self._preferences.change(workspace=chosen.workspace)
        return True

    @Slot(object)
    def _on_first_choice(self, chosen: Choices) -> None:
        """Show at once what is chosen on the way: the look, and the language."""
        self._preferences.change(theme=chosen.theme, text_zoom=chosen.zoom, language=chosen.language)

    @Slot()
    def _on_cancelled(self) -> None:
        """Go back to the profile used last: nobody new was to be added after all."""
        self._preferences.change(workspace=PARTICIPANT)
        QTimer.singleShot(0, self._program.start_again)

    # The open file -----------------------------------------------------------------------------

    @Slot()
    def _on_profile_ready(self) -> None:
        self._tasks.profile(is_read_only, self._tell_read_only)

    def _tell_read_only(self, read_only: bool) -> None:
        if read_only:
            self._messages.problem(refusal("profile-read-only", folder=paths.data_folder()).problem)

    @Slot(object)
    def _on_profile_broken(self, found: Problem) -> None:
        if self._backups.take_up(found):
            return
        if found.code in OF_ANOTHER:
            self._messages.warn(sentence(found), _("Velg en annen profil"), self._choose_another, found.code)
        else:
            self._messages.warn(sentence(found), _("Prøv igjen"), self._tasks.open_profile_again, found.code)

    @Slot()
    def _choose_another(self) -> None:
        if self._program.rest is not None:
            self._program.rest.navigator.go(settings())

    def database(self) -> Path:
        """Return where the database of the profile taken is, or would be."""
        assert self.profile is not None
        return self._list.database(self.profile.id)

    def make_file(self) -> None:
        """Make an empty file for the profile taken, whose own is damaged or gone. Called off the screen's thread."""
        assert self.profile is not None
        self.profiles.open(self.profile, afresh=True, key=self.key).close()


def profile_opener() -> OpenFile:
    """Import what opens a profile's database; called on the profile's thread."""
    from kursapp.storage.participant.profile_file import open_profile

    return open_profile


def is_flytt(path: Path) -> bool:
    """Say whether a file is a profile on its way, by its name."""
    return path.suffix.lower() == FLYTT_FILE


def is_read_only(participant: Participant) -> bool:
    """Say whether nothing can be saved in the open profile."""
    return participant.profile.read_only
