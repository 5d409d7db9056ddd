"""Drives the real program: opens it, finds its way in it, closes it, and opens it again."""

from __future__ import annotations

import gc
from typing import TypeVar

from PySide6.QtCore import QSize, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from kursapp.demo import eyes, hands
from kursapp.demo.eyes import Role
from kursapp.demo.running import OpenProgram, Rest, Running
from kursapp.demo.waiting import StuckError, is_soon, let_go, wait_until
from kursapp.ui.i18n import _
from kursapp.ui.main_window import MainWindow
from kursapp.ui.participant.page import PageScreen
from kursapp.ui.participant.page_view import PageView
from kursapp.ui.saving import SavingState
from kursapp.ui.screen import Screen

W = TypeVar("W", bound=QWidget)
LAPTOP = QSize(1366, 768)
ROUNDS = 3
"""What one thread answers may ask the other for something, and that again the first."""


class Driver:
    """One person at the program, sitting after sitting."""

    def __init__(self, application: QApplication, open_program: OpenProgram, size: QSize = LAPTOP) -> None:
        self._application = application
        self._open_program = open_program
        self._size = size
        self._program: Running | None = None

    # The program

    @property
    def program(self) -> Running:
        """The program, open."""
        if self._program is None:
            raise StuckError("the program is not open")
        return self._program

    @property
    def rest(self) -> Rest:
        """What the program built after its first paint."""
        rest = self.program.rest
        if rest is None:
            raise StuckError("the program is not loaded")
        return rest

    @property
    def window(self) -> MainWindow:
        """The window there is now; another language makes another one."""
        return self.program.window

    def open(self) -> None:
        """Start the program and wait until it can be used."""
        program = self._open_program(self._application)
        self._program = program
        program.window.resize(self._size)
        program.window.activateWindow()
        wait_until(lambda: program.rest is not None, "the loaded program")
        wait_until(program.window.isActiveWindow, "the window in front")
        self.settle()

    def close(self) -> None:
        """Close the window, as a lid closing does, whatever is half done. Nothing is waited for first."""
        program = self.program
        window = program.window
        if not window.close():
            raise StuckError("the window would not close")
        self._program = None
        let_go()
        window.deleteLater()
        program.deleteLater()
        let_go()
        # What is left of the old window goes here and now, not on a thread of the next one.
        del window, program
        gc.collect()

    def give_up(self) -> None:
        """Close the program if it is open, wherever it is: whatever happened, no thread is left behind."""
        if self._program is not None:
            self.close()

    def restart(self) -> None:
        """Close the program in the middle of whatever is going on, and start it again."""
        self.close()
        self.open()

    def resize(self, width: int, height: int) -> None:
        """Give the window another size."""
        self._size = QSize(width, height)
        self.window.resize(self._size)
        self.settle()

    def settle(self) -> None:
        """Wait until the program has done all it was asked to do, and the window shows it."""
        let_go()
        if not self._is_at_work():
            return
        for _round in range(ROUNDS):
            answered: list[object] = []
            self.rest.tasks.profile(_nothing, answered.append, answered.append)
            self.rest.tasks.reading(_nothing, answered.append, answered.append)
            if self.rest.desk.is_open:
                self.rest.desk.ask(_nothing, answered.append, answered.append)
            writes = self.rest.draft.card is not None
            if writes:
                self.rest.workbench.ask(_nothing, answered.append, answered.append)
                self.rest.workbench.look(_nothing, answered.append, answered.append)
            threads = 2 + self.rest.desk.is_open + 2 * writes
            wait_until(lambda done=answered, all_=threads: len(done) >= all_, "the threads")  # type: ignore[misc]
            let_go()

    def come_to_front(self) -> None:
        """Go on in the window: without a screen nothing gives it the keyboard back when a list or a dialog is gone."""
        self.settle()
        self.window.activateWindow()
        wait_until(self.window.isActiveWindow, "the window in front")

    def saved(self) -> None:
        """Wait until the status line says that all is saved."""
        wait_until(lambda: self.rest.tasks.state is SavingState.SAVED, "all saved")
        wait_until(lambda: self.rest.draft.state is SavingState.SAVED, "the draft saved")
        self.settle()

    def rest_a_moment(self) -> None:
        """Wait until the window has done what it puts off for a moment, as an outline that follows its page."""
        self.settle()
        wait_until(lambda: not any(map(is_soon, self.window.findChildren(QTimer))), "the window at rest")
        let_go()

    def _is_at_work(self) -> bool:
        """Say whether the threads work: not before the first start has ended."""
        return self.program.rest is not None and self.window.sidebar.isVisible()

    # Seeing

    @property
    def screen(self) -> Screen:
        """The screen shown now."""
        shown = self.window.stack.currentWidget()
        if not isinstance(shown, Screen):
            raise StuckError("no screen")
        return shown

    @property
    def page(self) -> PageView:
        """The course page shown now, when all of it is there."""
        wait_until(self._page_is_there, "the page")
        screen = self.screen
        assert isinstance(screen, PageScreen)
        view = screen.view()
        assert view is not None
        return view

    def _page_is_there(self) -> bool:
        screen = self.window.stack.currentWidget()
        if not isinstance(screen, PageScreen) or (view := screen.view()) is None or not view.is_built:
            return False
        here = self.rest.navigator.here
        ground = view.ground
        return here.session in ("", ground.session.id) and here.page in ("", ground.page.id)

    def words(self, root: QWidget | None = None) -> str:
        """Return all that is said on the screen (or in ``root``)."""
        return eyes.words(root or self.screen)

    def all(self, kind: type[W], root: QWidget | None = None) -> list[W]:
        """Return everything shown of a class of widgets."""
        return [widget for widget in eyes.shown(root or self.screen) if isinstance(widget, kind)]

    def one(self, kind: type[W], root: QWidget | None = None) -> W:
        """Return the one thing shown of a class of widgets."""
        found = self.all(kind, root)
        if len(found) != 1:
            raise StuckError(f"{len(found)} × {kind.__name__}")
        return found[0]

    def button(self, name: str, root: QWidget | None = None) -> QWidget:
        """Return the one button whose name is, or begins with, ``name``."""
        return eyes.find(root or self.screen, Role.Button, name)

    # Doing

    def click(self, widget: QWidget) -> None:
        """Click something and wait for what it leads to."""
        hands.click(widget)
        self.settle()
        if QApplication.activeWindow() is None:
            self.come_to_front()

    def push(self, name: str, root: QWidget | None = None) -> None:
        """Click a button by its name, and wait for what it leads to."""
        self.click(self.button(name, root))

    def choose(self, name: str, root: QWidget | None = None) -> None:
        """Click a radio button by its name, and wait for what it leads to."""
        self.click(eyes.find(root or self.screen, Role.RadioButton, name))

    def key(self, key: hands.Key, modifiers: hands.Modifier = hands.Modifier.NoModifier) -> None:
        """Press a key and wait for what it leads to."""
        hands.press(key, modifiers)
        self.settle()

    def write(self, field: QWidget, text: str) -> None:
        """Click in a field and type; what is typed is not waited for."""
        if not field.hasFocus():
            self.click(field)
        hands.type_text(text)

    def dismiss_message(self) -> None:
        """Put away what the program tells above the screen, if it tells anything."""
        bar = self.rest.steering.message_bar
        for close in eyes.all_with(bar, Role.Button, _("Lukk meldingen")):
            self.click(close)

    # Ways

    def place(self, name: str) -> None:
        """Go to a place of the sidebar by its name."""
        self.click(eyes.find(self.window.sidebar, Role.Button, name))

    def open_course(self, title: str) -> None:
        """Go to the cover of a course by its card on the shelf."""
        self.place(_("Kurs"))
        doors = eyes.all_with(self.screen, Role.Button, _("Åpne kurset"))
        # Every card has a button of this name; which course it opens, a screen reader tells after it.
        wanted = [door for door in doors if door.accessibleDescription() == title]
        if len(wanted) != 1:
            raise StuckError(f"{len(wanted)} × the course «{title}»")
        self.click(wanted[0])

    def find_and_go(self, searched: str) -> None:
        """Go somewhere by Ctrl+K: type, and take the first that is found."""
        self.key(hands.Key.Key_K, hands.Modifier.ControlModifier)
        hands.type_text(searched)
        self.key(hands.Key.Key_Return)

    def next_page(self) -> None:
        """Turn to the next page by its button."""
        self.click(self.page.nav.next_button)

    def go_home(self) -> None:
        """Go to Hjem."""
        self.place(_("Hjem"))


def _nothing(_subject: object) -> None:
    """Be waited for."""
