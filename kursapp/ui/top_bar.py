"""The line above the screen: the way back, where one is, and whether everything is saved."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from kursapp.ui.i18n import _
from kursapp.ui.navigation import Location
from kursapp.ui.saving import SavingState
from kursapp.ui.theme import scale
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.buttons import icon_button
from kursapp.ui.widgets.text import IconLabel, label, set_role

_LOOKS = {
    SavingState.SAVED: ("check", "muted"),
    SavingState.SAVING: ("ellipsis", "muted"),
    SavingState.FAILED: ("triangle-alert", "danger"),
}

AROUND_BACK = 31
"""What stands above and below the line of the back button, so that the bar is as high where there is no way back."""


class Crumb(QPushButton):
    """A place above this one."""

    asked = Signal(object)

    def __init__(self, text: str, location: Location, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._location = location
        self.setProperty("role", "crumb")
        self.setAutoDefault(False)
        self.clicked.connect(self._ask)

    @Slot()
    def _ask(self) -> None:
        self.asked.emit(self._location)


class SavingLine(QWidget):
    """ "Alt er lagret", or what is true instead."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = IconLabel(theme, "check", "muted", 16)
        self.words = label(_("Alt er lagret"), "saving", wrap=False)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(scale.S4)
        layout.addWidget(self._icon)
        layout.addWidget(self.words)

    @Slot(object)
    def show_state(self, state: SavingState) -> None:
        """Say how it stands."""
        words = {
            SavingState.SAVED: _("Alt er lagret"),
            SavingState.SAVING: _("Lagrer …"),
            SavingState.FAILED: _("Ikke lagret"),
        }
        self._icon.show_icon(*_LOOKS[state])
        self.words.setText(words[state])
        set_role(self.words, "state", state.value)
        self.setAccessibleName(words[state])


class TopBar(QFrame):
    """Back, the trail, and the saving line."""

    back_asked = Signal()
    asked = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("topbar")
        self._theme = theme
        self._trail: list[QWidget] = []
        self.back = icon_button(theme, "arrow-left", _("Tilbake (Alt+venstrepil)"))
        self.back.clicked.connect(self.back_asked)
        self._here = label("", "crumb", wrap=False)
        self._here.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.saving = SavingLine(theme)
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(scale.S16, scale.S4, scale.S24, scale.S4)
        theme.changed.connect(self._on_theme)
        self._on_theme()
        self._layout.setSpacing(scale.S4)
        self._layout.addWidget(self.back)
        self._layout.addWidget(self._here, 1)
        self._layout.addWidget(self.saving)

    def show_trail(self, trail: tuple[tuple[str, Location], ...], here: str) -> None:
        """Show the places above, and the name of this one."""
        for widget in self._trail:
            self._layout.removeWidget(widget)
            widget.deleteLater()
        self._trail = []
        for text, location in trail:
            crumb = Crumb(text, location)
            crumb.asked.connect(self.asked)
            self._insert(crumb)
            self._insert(IconLabel(self._theme, "chevron-right", "muted", 16))
        self._here.setText(here)

    @Slot()
    def _on_theme(self) -> None:
        self.setMinimumHeight(AROUND_BACK + self._theme.px(21))

    def _insert(self, widget: QWidget) -> None:
        self._layout.insertWidget(1 + len(self._trail), widget)
        self._trail.append(widget)
