"""Reading aloud on the Side screen, where there is a voice; where there is none, nobody sees that it could be."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtWidgets import QApplication

from kursapp.ui.actions import Actions
from kursapp.ui.i18n import _
from kursapp.ui.messages import Messages
from kursapp.ui.participant.page import PageScreen
from kursapp.ui.participant.read_aloud.bar import ReadAloudBar
from kursapp.ui.participant.read_aloud.qt_voice import find_voice
from kursapp.ui.participant.read_aloud.reader import Reader, Reading
from kursapp.ui.participant.read_aloud.voice import Voice
from kursapp.ui.preferences import Preferences
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.buttons import icon_button

LATER_MILLISECONDS = 600
"""After the first page is on the screen: then one looks for a voice, which some systems take a moment for."""

Find = Callable[[QObject], Voice | None]


class ReadAloud(QObject):
    """Puts a button, a key and the bar on the screen once a voice has been found."""

    def __init__(
        self,
        screen: PageScreen,
        actions: Actions,
        preferences: Preferences,
        theme: Theme,
        messages: Messages,
        find: Find = find_voice,
    ) -> None:
        super().__init__(screen)
        self._screen, self._actions, self._preferences = screen, actions, preferences
        self._theme, self._messages, self._find = theme, messages, find
        self.voice: Voice | None = None
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(LATER_MILLISECONDS)
        self._later.timeout.connect(self.look)
        screen.page_shown.connect(self._on_page)

    @Slot()
    def look(self) -> None:
        """Look for a voice, once."""
        self._later.stop()
        self._screen.page_shown.disconnect(self._on_page)
        self.voice = self._find(self)
        if self.voice is None:
            return
        self.reader = Reader(self.voice, self)
        # Before the bar hears of it: it takes the keyboard's place away when it hides.
        self.reader.changed.connect(self._on_changed)
        self.bar = ReadAloudBar(self.reader, self._theme)
        self.bar.set_speed(self._preferences.settings.speech)
        self.bar.speed_chosen.connect(self._on_speed)
        self.button = icon_button(self._theme, "volume-2", _("Les opp siden"))
        self.button.clicked.connect(self.toggle)
        self.reader.failed.connect(self._on_failed)
        self._screen.add_tool(self.button)
        self._screen.add_bar(self.bar)
        self._screen.page_shown.connect(self._show)
        group = _("Siden")
        self._action = self._actions.add(
            self._screen, "read-aloud", _("Les opp siden, eller ta en pause"), "Ctrl+Shift+L", self.toggle, group
        )
        self._show()

    @Slot()
    def toggle(self) -> None:
        """Read the page, pause, or read on."""
        view = self._screen.view()
        if self.reader.reading is not Reading.SILENT:
            self.bar.toggle()
        elif view is not None and self._speaks():
            self.reader.begin(view, self._language())
            # A page without words is read already.
            if not self.bar.isHidden():
                self.bar.pause.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_page(self) -> None:
        self._later.start()

    @Slot()
    def _show(self) -> None:
        """Offer it where the voice speaks the course's language."""
        self.button.setVisible(self._speaks())
        self._action.setEnabled(self._speaks())

    def _language(self) -> str:
        view = self._screen.view()
        return view.ground.opened.course.language if view is not None else ""

    def _speaks(self) -> bool:
        return self.voice is not None and self.voice.speaks(self._language())

    @Slot()
    def _on_changed(self) -> None:
        silent = self.reader.reading is Reading.SILENT
        view, focused = self._screen.view(), QApplication.focusWidget()
        if silent and view is not None and focused is not None and self.bar.isAncestorOf(focused):
            view.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)
        words = {
            Reading.SILENT: _("Les opp siden"),
            Reading.SPEAKING: _("Ta en pause i opplesingen"),
            Reading.PAUSED: _("Les videre"),
        }
        self.button.rename(words[self.reader.reading])

    @Slot()
    def _on_failed(self) -> None:
        self._messages.warn(_("Opplesingen stoppet: maskinens stemme svarte ikke. Prøv igjen."), about="read-aloud")

    @Slot(str)
    def _on_speed(self, speed: str) -> None:
        self._preferences.change(speech=speed)
