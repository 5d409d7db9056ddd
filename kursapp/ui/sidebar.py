"""The places of the workspace, always at hand on the left, and the way to another workspace."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from kursapp.ui.i18n import _
from kursapp.ui.theme import scale
from kursapp.ui.theme.sheet import LINE
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.text import label, set_role
from kursapp.ui.workspaces import Place, Workspace

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

AROUND_PLACES = 84
"""What the sidebar's margins and the wordmark take of its height, in px."""


class PlaceButton(QPushButton):
    """One place: an icon and its name, or the icon alone where the window is narrow."""

    asked = Signal(object)

    def __init__(self, theme: Theme, place: Place, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.place = place
        self._theme = theme
        self._folded = False
        self._count = 0
        self.setProperty("role", "place")
        self.setAutoDefault(True)
        self._number = number
        self._call(place.text)
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
        self._folded = folded
        number = f"  ({self._count})" if self._count else ""
        self.setText("" if folded else "  " + self.place.text + number)

    def show_count(self, count: int) -> None:
        """Say how many wait there; nothing is said of none."""
        self._count = count
        name = self.place.text
        self._call(_("{name}, {n} i dag").format(name=name, n=count) if count else name)
        self.fold(self._folded)

    def _call(self, name: str) -> None:
        self.setAccessibleName(name)
        self.setToolTip(_("{name} (Ctrl+{number})").format(name=name, number=self._number))

    @Slot()
    def _ask(self) -> None:
        self.asked.emit(self.place.location)

    @Slot()
    def _draw(self) -> None:
        side = self._theme.px(20)
        self.setIconSize(QSize(side, side))
        if self._theme.draws:
            self.setIcon(self._theme.icon(self.place.icon, "on_primary_subtle" if self.is_chosen else "muted"))


class WorkspaceButton(QPushButton):
    """Says which workspace one is in; a press lists them all."""

    asked = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._workspace: Workspace | None = None
        self._folded = False
        self.setProperty("role", "workspace")
        self.setAutoDefault(True)
        self.clicked.connect(self._list)
        theme.changed.connect(self._draw)

    def show_workspace(self, workspace: Workspace) -> None:
        """Say which it is."""
        self._workspace = workspace
        words = _("Arbeidsrom: {name}. Bytt arbeidsrom").format(name=workspace.name)
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.fold(self._folded)
        self._draw()

    def fold(self, folded: bool) -> None:
        """Show the icon alone, or with its name."""
        self._folded = folded
        name = self._workspace.name if self._workspace is not None else ""
        self.setText("" if folded else "  " + name + "  ▾")

    @Slot()
    def _list(self) -> None:
        # Made when it is first asked for: the first paint needs no menu.
        from kursapp.ui.workspace_menu import WorkspaceMenu

        menu = WorkspaceMenu(self._theme, self._workspace.id if self._workspace is not None else "", self)
        menu.chosen.connect(self.asked)
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    @Slot()
    def _draw(self) -> None:
        side = self._theme.px(20)
        self.setIconSize(QSize(side, side))
        if self._theme.draws and self._workspace is not None:
            self.setIcon(self._theme.icon(self._workspace.icon, "primary"))


class Sidebar(QFrame):
    """The list of places, with the way to other workspaces and to search at the top.

    ``asked`` tells where somebody wants to go; ``rebuilt`` that the places are others.
    """

    asked = Signal(object)
    search_asked = Signal()
    rebuilt = Signal()

    def __init__(self, theme: Theme, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sidebar")
        self.setAccessibleName(_("Steder"))
        self._theme = theme
        self._folded = False
        self._counts: dict[str, int] = {}
        self._wordmark = label("Kursapp", wrap=False)
        self._wordmark.setObjectName("wordmark")
        self.switch = WorkspaceButton(theme)
        self.switch.asked.connect(self.asked)
        self._find = QPushButton()
        self._find.setProperty("role", "find")
        self._find.setAutoDefault(True)
        self._find.setAccessibleName(_("Søk etter kurs, dager, sider og kommandoer"))
        self._find.setToolTip(_("Søk (Ctrl+K)"))
        self._find.clicked.connect(self.search_asked)
        self._upper, self._lower = QVBoxLayout(), QVBoxLayout()
        self.buttons: tuple[PlaceButton, ...] = ()
        self._lay_out()
        theme.changed.connect(self._on_theme)
        self.show_workspace(workspace)
        self.fold(False)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(scale.S12, scale.S16, scale.S12, scale.S16)
        layout.setSpacing(scale.S4)
        self._wordmark.setContentsMargins(scale.S12, 0, 0, 0)
        layout.addWidget(self._wordmark)
        layout.addSpacing(scale.S8)
        layout.addWidget(self.switch)
        layout.addSpacing(scale.S8)
        layout.addWidget(self._find)
        layout.addSpacing(scale.S12)
        layout.addLayout(self._upper)
        layout.addStretch(1)
        layout.addLayout(self._lower)
        for part in (self._upper, self._lower):
            part.setSpacing(scale.S4)

    @property
    def workspace(self) -> Workspace:
        """The workspace whose places are shown."""
        return self._workspace

    def show_workspace(self, workspace: Workspace) -> None:
        """Show the places of a workspace."""
        for old in self.buttons:
            old.hide()
            old.deleteLater()
        self._workspace = workspace
        self.switch.show_workspace(workspace)
        self.buttons = tuple(PlaceButton(self._theme, place, n) for n, place in enumerate(workspace.places, 1))
        for place_button in self.buttons:
            (self._lower if place_button.place.at_bottom else self._upper).addWidget(place_button)
            place_button.asked.connect(self.asked)
            place_button.fold(self._folded)
            place_button.show_count(self._counts.get(place_button.place.location.screen, 0))
        self._tighten()
        self.rebuilt.emit()

    @property
    def folded(self) -> bool:
        """Say whether only icons are shown."""
        return self._folded

    def fold(self, folded: bool) -> None:
        """Show icons alone, or icons and names."""
        self._folded = folded
        self._wordmark.setVisible(not folded)
        self.switch.fold(folded)
        for place_button in self.buttons:
            place_button.fold(folded)
        self._on_theme()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tighten()

    def _tighten(self) -> None:
        """Let the places stand closer where the window is too low for the size of the text."""
        if not self._theme.draws:
            return
        row = scale.ROW - LINE + self._theme.px(LINE)
        count = len(self.buttons)
        tight = (count + 2) * row + count * scale.S4 + AROUND_PLACES > self.height()
        for place_button in self.buttons:
            set_role(place_button, "tight", tight)

    def show_count(self, screen: str, count: int) -> None:
        """Say beside the place of a screen how many wait there."""
        self._counts[screen] = count
        for place_button in self.buttons:
            if place_button.place.location.screen == screen:
                place_button.show_count(count)

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
        self._tighten()
        wide = max(scale.SIDEBAR_WIDTH, self._theme.px(200))
        self.setFixedWidth(max(scale.SIDEBAR_ICONS_WIDTH, self._theme.px(56)) if self._folded else wide)
