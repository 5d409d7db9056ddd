"""Takes the wheel of the window once it is painted: where one goes, what the keys do, what the frame says."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QWidget

from kursapp.domain.problem import Problem
from kursapp.services.changes import Changes
from kursapp.ui.actions import Keys
from kursapp.ui.focus_ring import FocusRing
from kursapp.ui.i18n import _
from kursapp.ui.main_window import MainWindow
from kursapp.ui.message_bar import MessageBar
from kursapp.ui.messages import sentence
from kursapp.ui.navigation import Location, search
from kursapp.ui.parts import Parts
from kursapp.ui.regions import focus_into, step_region
from kursapp.ui.saving import SavingState
from kursapp.ui.screen import Screen
from kursapp.ui.tasks import CLOSING_SECONDS
from kursapp.ui.theme import scale
from kursapp.ui.widgets.announce import announce
from kursapp.ui.window_place import present_place
from kursapp.ui.workspaces import COORDINATOR, PARTICIPANT, workspace, workspace_of, workspaces

Maker = Callable[[], Screen]
UNLOCK = "unlock"
"""The screen shown in place of any of the coordinator's while her safe is locked."""
UNSAVED = "unsaved"
CLOSING = "closing"


class Steering(QObject):
    """Shows the screen of the present location, and keeps the frame around it true."""

    def __init__(self, window: MainWindow, parts: Parts, makers: Mapping[str, Maker]) -> None:
        super().__init__(window)
        self._window = window
        self._parts = parts
        self._makers = makers
        self._screens: dict[str, Screen] = {}
        self._place_actions: list[QAction] = []
        self._may_lose = False
        self.message_bar = MessageBar(parts.theme, parts.messages)
        window.put_above_screen(self.message_bar)
        self.focus_ring = FocusRing(parts.theme, window)
        self._connect()
        self._add_actions()

    def _connect(self) -> None:
        window, parts = self._window, self._parts
        window.may_close = self._may_close
        window.sidebar.asked.connect(parts.navigator.go)
        window.sidebar.rebuilt.connect(self._on_rebuilt)
        window.sidebar.search_asked.connect(self.search)
        window.top_bar.asked.connect(parts.navigator.go)
        window.top_bar.back_asked.connect(parts.navigator.back)
        self._show_saving()
        parts.tasks.changed.connect(self._on_changed)
        parts.tasks.state_changed.connect(self._on_saving_state)
        parts.tasks.trouble.connect(parts.messages.problem)
        parts.tasks.unsaved.connect(self._on_unsaved)
        parts.draft.state_changed.connect(self._on_draft_state)
        parts.workbench.trouble.connect(parts.messages.problem)
        parts.desk.trouble.connect(parts.messages.problem)
        parts.desk.opened.connect(self._on_door)
        parts.desk.locked.connect(self._on_door)
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.applicationStateChanged.connect(self._on_application_state)

    def _add_actions(self) -> None:
        moving, text = _("Gå til"), _("Tekst")
        self._add("back", _("Tilbake"), "Alt+Left", self._parts.navigator.back, moving)
        self._add("forward", _("Fram igjen"), "Alt+Right", self._parts.navigator.forward, moving)
        self._on_rebuilt()
        self._add("search", _("Søk etter kurs, dag, side eller kommando"), "Ctrl+K", self.search, moving)
        self._add("region", _("Neste del av vinduet"), "F6", self.next_region, moving)
        self._add("region-back", _("Forrige del av vinduet"), "Shift+F6", self.last_region, moving)
        self._add("larger", _("Større tekst"), (QKeySequence.StandardKey.ZoomIn, "Ctrl+="), self._larger, text)
        self._add("smaller", _("Mindre tekst"), QKeySequence.StandardKey.ZoomOut, self._smaller, text)
        self._add("plain-size", _("Vanlig tekststørrelse"), "Ctrl+0", self._plain_size, text)
        self._add("quit", _("Avslutt Kursapp"), "Ctrl+Q", self._window.close, _("Programmet"))

    def _add(
        self, name: str, text: str, keys: Keys | tuple[Keys, ...], slot: Callable[[], object], group: str
    ) -> QAction:
        return self._parts.actions.add(self._window, name, text, keys, slot, group, everywhere=True)

    @Slot()
    def _on_rebuilt(self) -> None:
        """Give the places of the sidebar their keys, and the other workspaces a name to be found by."""
        for action in self._place_actions:
            self._parts.actions.remove(action)
        moving, sidebar = _("Gå til"), self._window.sidebar
        self._place_actions = []
        for number, place_button in enumerate(sidebar.buttons, 1):
            name = f"place-{place_button.place.location.screen}"
            added = self._add(name, place_button.place.text, f"Ctrl+{number}", place_button.click, moving)
            self._place_actions.append(added)
        is_hers = sidebar.workspace.id == PARTICIPANT
        self._window.top_bar.offer_search(is_hers)
        if is_hers:
            go = partial(self._parts.navigator.go, search())
            self._place_actions.append(self._add("search-all", _("Søk i alt"), "Ctrl+Shift+F", go, moving))
        for each in workspaces():
            if each.id != sidebar.workspace.id:
                words = _("Bytt til arbeidsrommet {name}").format(name=each.name)
                go = partial(self._parts.navigator.go, each.start)
                self._place_actions.append(self._add(f"workspace-{each.id}", words, "", go, moving))

    # What is shown -----------------------------------------------------------------------------

    @property
    def screen(self) -> Screen | None:
        """The screen shown now."""
        shown = self._window.stack.currentWidget()
        return shown if isinstance(shown, Screen) else None

    def take_over(self, name: str, screen: Screen) -> None:
        """Adopt a screen that was made and shown before the wheel was taken."""
        self._screens[name] = screen

    def follow(self, location: Location) -> None:
        """Show a location, and from now on every one the navigator comes to: all screens are there."""
        self._parts.navigator.moved.connect(self.show_location)
        self.show_location(location)

    @Slot(object)
    def show_location(self, location: Location) -> None:
        """Save what the present screen holds, and show the location."""
        if self.screen is not None:
            self.screen.leave()
        self._follow_workspace(location)
        screen = self._made(self._allowed(location))
        self._window.stack.setCurrentWidget(screen)
        screen.enter(location)
        self.retitle()
        first = screen.first_focus()
        if first is not None:
            focus_into(first)
        announce(self._window, screen.title())

    def _follow_workspace(self, location: Location) -> None:
        """Show the places of the workspace a screen belongs to; one that belongs to all leaves them as they are."""
        wanted, sidebar = workspace_of(location.screen), self._window.sidebar
        if wanted and wanted != sidebar.workspace.id:
            sidebar.show_workspace(workspace(wanted))
            self._parts.preferences.change(workspace=wanted)

    def _allowed(self, location: Location) -> str:
        """Return the name of the screen to show: unlocking comes before everything of the coordinator's."""
        is_hers = workspace_of(location.screen) == COORDINATOR
        return UNLOCK if is_hers and not self._parts.desk.is_open else location.screen

    @Slot()
    def _on_door(self) -> None:
        """Show what one wanted to see when the safe is opened, and the way in when it is locked."""
        here = self._parts.navigator.here
        if self.screen is not None and workspace_of(here.screen) == COORDINATOR:
            self.show_location(here)

    def _made(self, name: str) -> Screen:
        if name not in self._screens:
            self._screens[name] = self._makers[name]()
            self._screens[name].title_changed.connect(self.retitle)
            self._window.stack.addWidget(self._screens[name])
        return self._screens[name]

    @Slot()
    def retitle(self) -> None:
        """Show the present screen's title and trail; called again when they come later than the screen."""
        screen, navigator, window = self.screen, self._parts.navigator, self._window
        if screen is None:
            return
        window.sidebar.choose(navigator.here.screen)
        window.top_bar.show_trail(screen.trail(), screen.title())
        window.top_bar.back.setVisible(navigator.can_go_back)
        window.setWindowTitle(f"{screen.title()} – Kursapp" if screen.title() else "Kursapp")

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if self.screen is not None:
            self.screen.refresh(changes)

    # Saving and closing ------------------------------------------------------------------------

    @Slot(object)
    def _on_saving_state(self, state: SavingState) -> None:
        self._show_saving()
        if state is not SavingState.FAILED:
            for about in (UNSAVED, CLOSING):
                self._parts.messages.withdraw(about)

    @Slot(object)
    def _on_draft_state(self, state: SavingState) -> None:
        self._show_saving()
        if state is SavingState.SAVED:
            self._parts.messages.withdraw(CLOSING)

    def _show_saving(self) -> None:
        """Say how it stands with everything typed, a participant's answers and a draft alike: the worst is said."""
        states = (self._parts.tasks.state, self._parts.draft.state)
        worst = next(each for each in (SavingState.FAILED, SavingState.SAVING, SavingState.SAVED) if each in states)
        self._window.top_bar.saving.show_state(worst)

    @Slot(object)
    def _on_unsaved(self, found: Problem) -> None:
        self._parts.messages.warn(sentence(found), _("Prøv igjen"), self._parts.tasks.try_again, UNSAVED)

    @Slot(Qt.ApplicationState)
    def _on_application_state(self, state: Qt.ApplicationState) -> None:
        if state is not Qt.ApplicationState.ApplicationActive and self.screen is not None:
            self.screen.leave()

    def send_typed(self) -> bool:
        """Send what is typed on the present screen to be saved, without waiting for it."""
        if self.screen is not None:
            self.screen.leave()
        return True

    def _may_close(self) -> bool:
        self.send_typed()
        is_kept = self._parts.draft.keep_all(CLOSING_SECONDS)
        if not (self._parts.tasks.flush() and is_kept) and not self._may_lose:
            text = _("Kursapp er fortsatt åpen fordi noe du har skrevet, ikke er lagret ennå.")
            self._parts.messages.warn(text, _("Lukk likevel"), self._close_anyway, CLOSING)
            return False
        self._parts.preferences.change(window=present_place(self._window))
        return True

    @Slot()
    def _close_anyway(self) -> None:
        self._may_lose = True
        self._window.close()

    # By keyboard -------------------------------------------------------------------------------

    @Slot()
    def search(self) -> None:
        """Open the field that finds courses, days, pages and commands."""
        from kursapp.ui.palette import Palette

        Palette(self._parts, self._window).appear()

    @Slot()
    def next_region(self) -> None:
        """Take the keyboard to the next part of the window."""
        self.focus_ring.bring_out()
        step_region(self._regions(), 1)

    @Slot()
    def last_region(self) -> None:
        """Take the keyboard to the part before this one."""
        self.focus_ring.bring_out()
        step_region(self._regions(), -1)

    def _regions(self) -> tuple[QWidget, ...]:
        window = self._window
        inside = self.screen.regions() if self.screen is not None else ()
        return (window.sidebar, window.top_bar, self.message_bar, *inside)

    @Slot()
    def _larger(self) -> None:
        self._zoom(next((step for step in scale.ZOOM_STEPS if step > self._zoomed()), scale.ZOOM_STEPS[-1]))

    @Slot()
    def _smaller(self) -> None:
        self._zoom(next((step for step in reversed(scale.ZOOM_STEPS) if step < self._zoomed()), scale.ZOOM_STEPS[0]))

    @Slot()
    def _plain_size(self) -> None:
        self._zoom(100)

    def _zoomed(self) -> int:
        return self._parts.preferences.settings.text_zoom

    def _zoom(self, per_cent: int) -> None:
        self._parts.preferences.change(text_zoom=per_cent)
        self._parts.messages.say(_("Tekststørrelse {n} %").format(n=per_cent))
