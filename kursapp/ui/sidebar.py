"""The places of the workspace, always at hand on the left."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from kursapp.ui.i18n import _
from kursapp.ui.navigation import Location, home, library, settings, shortcuts
from kursapp.ui.theme import scale
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.text import label, set_role


class Place(NamedTuple):
    """An entry of the sidebar; ``covers`` names the screens during which it is the chosen one."""

    text: str
    icon: str
    location: Location
    covers: tuple[str, ...]
    at_bottom: bool = False


def participant_places() -> tuple[Place, ...]:
    """Return the participant's places, in the order of Ctrl+1 and on."""
    return (
        Place(_("Hjem"), "house", home(), ("home",)),
        Place(_("Kurs"), "book-open", library(), ("library", "cover", "page")),
        Place(_("Innstillinger"), "settings", settings(), ("settings",), at_bottom=True),
        Place(_("Hurtigtaster"), "keyboard", shortcuts(), ("shortcuts",), at_bottom=True),
    )


class PlaceButton(QPushButton):
    """One place: an icon and its name, or the icon alone where the window is narrow."""

    asked = Signal(object)

    def __init__(self, theme: Theme, place: Place, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.place = place
        self._theme = theme
        self.setProperty("role", "place")
        self.setAutoDefault(True)
        self.setAccessibleName(place.text)
        self.setToolTip(_("{name} (Ctrl+{number})").format(name=place.text, number=number))
        self.clicked.connect(self._ask)
        theme.changed.connect(self._draw)
        self._draw()

    @property
    def is_chosen(self) -> bool:
        """Say whether this is where one is."""
        return bool(self.property("chosen"))

    def choose(self, chosen: bool) -> None:
        """Show whether this is where one is. No check box, for a screen reader would call it one."""
        if chosen == self.is_chosen:
            return
        self.setAccessibleDescription(_("Du er her") if chosen else "")
        if self._theme.draws:
            set_role(self, "chosen", chosen)
        else:
            # Not dressed yet: dressing anew would load Qt's style class before the first paint.
            self.setProperty("chosen", chosen)
        self._draw()

    def fold(self, folded: bool) -> None:
        """Show the icon alone, or with its name."""
        self.setText("" if folded else "  " + self.place.text)

    @Slot()
    def _ask(self) -> None:
        self.asked.emit(self.place.location)

    @Slot()
    def _draw(self) -> None:
        side = self._theme.px(20)
        self.setIconSize(QSize(side, side))
        if self._theme.draws:
            self.setIcon(self._theme.icon(self.place.icon, "on_primary_subtle" if self.is_chosen else "muted"))


class Sidebar(QFrame):
    """The list of places, with the way to search at the top."""

    asked = Signal(object)
    search_asked = Signal()

    def __init__(self, theme: Theme, places: tuple[Place, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sidebar")
        self.setAccessibleName(_("Steder"))
        self._theme = theme
        self._folded = False
        self._wordmark = label("Kursapp", wrap=False)
        self._wordmark.setObjectName("wordmark")
        self._find = QPushButton()
        self._find.setProperty("role", "find")
        self._find.setAutoDefault(True)
        self._find.setAccessibleName(_("Søk etter kurs, dager, sider og kommandoer"))
        self._find.setToolTip(_("Søk (Ctrl+K)"))
        self._find.clicked.connect(self.search_asked)
        self.buttons = tuple(PlaceButton(theme, place, number) for number, place in enumerate(places, 1))
        self._lay_out()
        theme.changed.connect(self._on_theme)
        self.fold(False)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(scale.S12, scale.S16, scale.S12, scale.S16)
        layout.setSpacing(scale.S4)
        self._wordmark.setContentsMargins(scale.S12, 0, 0, 0)
        layout.addWidget(self._wordmark)
        layout.addSpacing(scale.S12)
        layout.addWidget(self._find)
        layout.addSpacing(scale.S12)
        for place_button in self.buttons:
            if not place_button.place.at_bottom:
                layout.addWidget(place_button)
        layout.addStretch(1)
        for place_button in self.buttons:
            if place_button.place.at_bottom:
                layout.addWidget(place_button)
            place_button.asked.connect(self.asked)

    @property
    def folded(self) -> bool:
        """Say whether only icons are shown."""
        return self._folded

    def fold(self, folded: bool) -> None:
        """Show icons alone, or icons and names."""
        self._folded = folded
        self._wordmark.setVisible(not folded)
        for place_button in self.buttons:
            place_button.fold(folded)
        self._on_theme()

    def choose(self, screen: str) -> None:
        """Mark the place that covers ``screen``."""
        for place_button in self.buttons:
            place_button.choose(screen in place_button.place.covers)

    @Slot()
    def _on_theme(self) -> None:
        side = self._theme.px(18)
        self._find.setIconSize(QSize(side, side))
        if self._theme.draws:
            self._find.setIcon(self._theme.icon("search", "muted", 18))
        self._find.setText("" if self._folded else "  " + _("Søk") + "   Ctrl K")
        wide = max(scale.SIDEBAR_WIDTH, self._theme.px(200))
        self.setFixedWidth(max(scale.SIDEBAR_ICONS_WIDTH, self._theme.px(56)) if self._folded else wide)
