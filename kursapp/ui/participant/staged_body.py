"""A page body that shows one stage at a time: what a quiz and a form have in common."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from kursapp.domain.problem import Problem
from kursapp.services.participant import CourseDesk, PageState
from kursapp.ui.i18n import _
from kursapp.ui.participant.page_body import NavLook, PageBody
from kursapp.ui.participant.page_ground import PageGround
from kursapp.ui.participant.stage import Stage
from kursapp.ui.widgets.announce import announce

Ask = Callable[[CourseDesk], Any]
Then = Callable[[Any], object] | None
Failed = Callable[[Problem], object] | None


class StagedBody(PageBody):
    """Changes one stage for the next: the keyboard, the view and the screen reader go along."""

    def __init__(self, ground: PageGround, state: PageState, parent: QWidget | None = None) -> None:
        super().__init__(ground, state, parent)
        self._stage: Stage | None = None
        self._nav_look = NavLook.NEXT
        self._narrow = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    @property
    def stage(self) -> Stage | None:
        """The stage shown now."""
        return self._stage

    def nav_look(self) -> NavLook:
        """Return how Forrige and Neste stand under the stage shown."""
        return self._nav_look

    def leave(self) -> None:
        """Send what is typed and not yet sent."""
        if self._stage is not None:
            self._stage.flush()

    def first_focus(self) -> QWidget | None:
        """Return what gets the keyboard."""
        return self._stage.first_focus() if self._stage is not None else None

    def set_narrow(self, narrow: bool) -> None:
        """Pass on how much room there is."""
        self._narrow = narrow
        if self._stage is not None:
            self._stage.set_narrow(narrow)

    def show_stage(self, stage: Stage, nav: NavLook) -> None:
        """Let ``stage`` take the place of the one shown."""
        takes_keyboard = not self.ground.for_author or self._has_keyboard()
        old, self._stage = self._stage, stage
        if old is not None:
            old.hide()
            self._column.removeWidget(old)
            old.deleteLater()
        stage.link_activated.connect(self.link_activated)
        stage.link_hovered.connect(self.link_hovered)
        stage.media_wanted.connect(self.media_wanted)
        stage.set_narrow(self._narrow)
        self._column.addWidget(stage)
        # A layout shows what it gets a moment later, and what is not shown cannot have the keyboard.
        stage.show()
        self._nav_look = nav
        self.nav_changed.emit()
        if old is not None:
            self._go_along(stage, takes_keyboard=takes_keyboard)

    def _has_keyboard(self) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def _go_along(self, stage: Stage, *, takes_keyboard: bool) -> None:
        self.shown_part.emit(stage)
        focus = stage.first_focus() if takes_keyboard else None
        if focus is not None:
            focus.setFocus(Qt.FocusReason.OtherFocusReason)
        if stage.spoken() and self.isVisible():
            announce(self, stage.spoken())

    def say_saved(self) -> None:
        """Let the screen reader say that an answer is on the disk."""
        if self.isVisible():
            announce(self, _("Svaret er lagret."))

    def ask(self, fn: Ask, then: Then, failed: Failed = None) -> None:
        """Ask something of this course of the profile, which is not tried again where it fails."""
        opened = self.ground.opened
        self.ground.tasks.profile(lambda services: fn(services.on(opened)), then, failed)

    def save(self, fn: Ask, then: Then = None, failed: Failed = None) -> None:
        """Write something of this course to the profile."""
        opened = self.ground.opened
        self.ground.tasks.save(lambda services: fn(services.on(opened)), then, failed)
