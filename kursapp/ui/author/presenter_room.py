"""The window the room looks at: the page in large type, a blank screen, and the time of group work."""

from __future__ import annotations

import enum

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeySequence, QPainter, QPaintEvent, QResizeEvent, QScreen, QShortcut
from PySide6.QtWidgets import QApplication, QLabel, QStackedWidget, QVBoxLayout, QWidget

from kursapp.services.live_course import LivePage
from kursapp.ui.i18n import _
from kursapp.ui.previewing import MakeRoom, RoomPane
from kursapp.ui.theme import scale
from kursapp.ui.theme.room import STEP, RoomTheme
from kursapp.ui.widgets.text import label, set_role


class Command(enum.Enum):
    """What a key of the instructor's, or of her clicker, asks for."""

    ON = "on"
    BACK = "back"
    BLANK = "blank"
    CLOSE = "close"
    TIME = "time"


KEYS: dict[Command, tuple[str, ...]] = {
    Command.ON: ("Right", "PgDown", "Space"),
    Command.BACK: ("Left", "PgUp"),
    Command.BLANK: ("B", "."),
    Command.CLOSE: ("Esc",),
    Command.TIME: ("T",),
}
"""Clickers send the page keys, and a full stop or B for a blank screen."""


class Dark(QWidget):
    """Nothing to look at, in every theme."""

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), Qt.GlobalColor.black)


class RoomWindow(QWidget):
    """Shows what the room is to see. ``commanded`` carries what its keys ask for, ``closed`` that it is gone."""

    commanded = Signal(object)
    closed = Signal()

    def __init__(self, theme: RoomTheme, make_room: MakeRoom) -> None:
        super().__init__()
        self._theme = theme
        self.setWindowTitle(_("Kursapp i rommet"))
        theme.dress_room(self)
        self.pane: RoomPane = make_room(theme)
        self._dark = Dark()
        self._dark.setAccessibleName(_("Skjermen er blank"))
        self._stack = QStackedWidget()
        self._stack.addWidget(self.pane)
        self._stack.addWidget(self._dark)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)
        self._time = label("", "room-time", wrap=False, parent=self)
        self._time.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._time.hide()
        theme.dress(self._time, "60-room")
        theme.changed.connect(self._place_time)
        for command, keys in KEYS.items():
            for key in keys:
                self._add_key(key, command)
        self._shortcut("F11").activated.connect(self.toggle_full)
        self._shortcut("Ctrl++").activated.connect(self._larger)
        self._shortcut("Ctrl+-").activated.connect(self._smaller)

    @property
    def is_blank(self) -> bool:
        """Say whether the room sees nothing."""
        return self._stack.currentWidget() is self._dark

    def show_page(self, live: LivePage) -> None:
        """Show a page; a blank screen stays blank until it is asked for."""
        self.pane.show_page(live)

    def blank(self, blank: bool) -> None:
        """Let the room see nothing, or the page again."""
        self._stack.setCurrentWidget(self._dark if blank else self.pane)

    def show_time(self, words: str, *, out: bool = False) -> None:
        """Show how much time is left of group work; nothing where there are no words."""
        self._time.setText(words)
        set_role(self._time, "out", out)
        self._time.setVisible(bool(words))
        self._place_time()

    def time_shown(self) -> QLabel:
        """Return where the time stands."""
        return self._time

    def open_on(self, screen: QScreen | None) -> None:
        """Fill another screen than the instructor's, or be a window beside hers where there is no other."""
        if screen is None:
            self.resize(1280, 720)
            self.show()
        else:
            self.setGeometry(screen.geometry())
            self.showFullScreen()
        self.raise_()

    @Slot()
    def toggle_full(self) -> None:
        """Fill the screen, or be a window again."""
        if self.isFullScreen():
            self.showNormal()
        else:
            self.showFullScreen()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_time()

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()

    def _add_key(self, key: str, command: Command) -> None:
        shortcut = self._shortcut(key)
        shortcut.setProperty("command", command.value)
        shortcut.activated.connect(self._on_key)

    def _shortcut(self, key: str) -> QShortcut:
        return QShortcut(QKeySequence(key), self)

    @Slot()
    def _on_key(self) -> None:
        self.commanded.emit(Command(self.sender().property("command")))

    @Slot()
    def _larger(self) -> None:
        self._theme.zoom(self._theme.look.zoom + STEP)

    @Slot()
    def _smaller(self) -> None:
        self._theme.zoom(self._theme.look.zoom - STEP)

    @Slot()
    def _place_time(self) -> None:
        """Keep the time in the corner at the bottom, over the page."""
        self._time.adjustSize()
        margin = self._theme.px(scale.S16)
        self._time.move(self.width() - self._time.width() - margin, self.height() - self._time.height() - margin)
        self._time.raise_()


def other_screen(window: QWidget) -> QScreen | None:
    """Return a screen the window does not stand on; None where there is only one."""
    return next((each for each in QApplication.screens() if each is not window.screen()), None)
