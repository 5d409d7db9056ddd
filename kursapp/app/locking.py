"""Locking the open profile and letting her in again: by Ctrl+L, by itself after a while, and at the start."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication

from kursapp import paths
from kursapp.services.remember_start import forget_start
from kursapp.ui.i18n import _
from kursapp.ui.idle import Idleness
from kursapp.ui.navigation import passphrase
from kursapp.ui.protecting import Protecting
from kursapp.ui.tasks import CLOSING_SECONDS
from kursapp.ui.window_place import present_place

if TYPE_CHECKING:
    from kursapp.app.people import PeopleHere
    from kursapp.app.program import Program
    from kursapp.ui.drafting.open_draft import OpenDraft
    from kursapp.ui.participant.protect.unlock_screen import UnlockProfile
    from kursapp.ui.parts import Parts
    from kursapp.ui.steering import Steering
    from kursapp.ui.tasks import Tasks

LOCKING = "locking"
WHILE_LOCKED = frozenset({"larger", "smaller", "plain-size", "quit"})
"""Actions that say nothing about what is locked."""


class Locking(QObject):
    """Holds the door of the profile taken; its key is with ``people`` as long as it is open, and nowhere else."""

    def __init__(self, program: Program, people: PeopleHere, tasks: Tasks, draft: OpenDraft, parent: QObject) -> None:
        super().__init__(parent)
        self._program, self._people, self._tasks, self._draft = program, people, tasks, draft
        self._steering: Steering | None = None
        self._parts: Parts
        self.protecting = Protecting(tasks, people, self)
        self.protecting.changed.connect(self._on_changed)
        self.protecting.lock_wanted.connect(self.lock)
        self.idleness = Idleness(self)
        self.idleness.due.connect(self._on_due)

    def steer(self, steering: Steering, parts: Parts) -> None:
        """Take the window there is now."""
        self._steering, self._parts = steering, parts
        window, group = self._program.window, _("Programmet")
        parts.actions.add(window, "lock", _("Lås profilen"), "Ctrl+L", self.lock, group, everywhere=True)
        go = _To(parts)
        parts.actions.add(window, "passphrase", _("Passordfrase på profilen"), "", go.go, group, everywhere=True)
        parts.preferences.changed.connect(self._on_preferences)
        self.watch()

    def keep_shut(self, screen: UnlockProfile, then: Callable[[], object]) -> None:
        """Let nothing be done before the key is found; ``then`` is called when it is."""
        self._parts.actions.allow_only(WHILE_LOCKED)
        self.protecting.opened.connect(then)
        screen.work_with(self.protecting, self._people.for_settings())

    def let_in(self) -> None:
        """Let everything be done again, and begin to notice when nobody is here; go back to where she was."""
        self._parts.actions.allow_only(None)
        left, self._program.left = self._program.left, None
        profile = self._people.profile
        if left is not None and profile is not None and left[0] == profile.id:
            self._parts.navigator.replace(left[1])
        self.watch()

    def watch(self) -> None:
        """Notice that nobody is here where there is something to lock."""
        is_protected = self.protecting.is_protected
        self.idleness.watch(self._parts.preferences.settings.lock_after if is_protected else 0)

    def close(self) -> None:
        """Let go of the key, and look no more."""
        self.idleness.watch(0)
        self._people.key = None

    @Slot()
    def lock(self) -> None:
        """Save what is typed, close the file and let go of its key; where that cannot be, stay and say why."""
        messages, profile = self._parts.messages, self._people.profile
        if profile is None:
            # Somebody new is on her way in: there is nothing of anybody open.
            return
        if not self.protecting.is_protected:
            words = _("Profilen har ingen passordfrase, så det er ingenting å låse.")
            messages.warn(words, _("Sett en passordfrase"), _To(self._parts).go, LOCKING)
            return
        if not self._is_saved():
            messages.warn(_("Profilen låses når alt du har skrevet, er lagret."), about=LOCKING)
            return
        self._program.left = (profile.id, self._parts.navigator.here)
        self._parts.preferences.change(window=present_place(self._program.window))
        self.idleness.watch(0)
        QTimer.singleShot(0, self._program.start_again)

    def _is_saved(self) -> bool:
        if self._steering is not None:
            self._steering.send_typed()
        is_kept = self._draft.keep_all(CLOSING_SECONDS)
        return self._tasks.flush() and is_kept

    @Slot()
    def _on_due(self) -> None:
        if not (is_presenting() or self._is_read_aloud()):
            self.lock()

    @Slot()
    def _on_changed(self) -> None:
        """Let what Hjem was to show first be forgotten with the rest that was in clear."""
        if self.protecting.is_protected:
            forget_start(paths.start_file())
        self.watch()

    @Slot(frozenset)
    def _on_preferences(self, names: frozenset[str]) -> None:
        if "lock_after" in names:
            self.watch()

    def _is_read_aloud(self) -> bool:
        """Say whether a page is being read to her: she is here, though she touches nothing."""
        from kursapp.ui.participant.read_aloud.reader import Reader, Reading

        readers = self._program.window.findChildren(Reader)
        return any(each.reading is Reading.SPEAKING for each in readers)


class _To:
    """The way to the screen of the passphrase."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    def go(self) -> None:
        self._parts.navigator.go(passphrase())


def is_presenting() -> bool:
    """Say whether a course is being shown to a room: nobody locks a lecturer out in the middle of a sentence."""
    from kursapp.ui.author.presenter_room import RoomWindow

    return any(isinstance(each, RoomWindow) and each.isVisible() for each in QApplication.topLevelWidgets())
