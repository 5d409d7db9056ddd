"""The line above the screen: the way back, where one is, and whether everything is saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from kursapp.ui.i18n import _
from kursapp.ui.navigation import Location, search
from kursapp.ui.saving import SavingState
from kursapp.ui.theme import scale
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.buttons import icon_button
from kursapp.ui.widgets.early import ICON_ALONE, WORDS_BESIDE_ICON, put
from kursapp.ui.widgets.elided_label import ElidedLabel
from kursapp.ui.widgets.text import IconLabel, label, set_role

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

_LOOKS = {
    SavingState.SAVED: ("check", "muted"),
    SavingState.SAVING: ("ellipsis", "muted"),
    SavingState.FAILED: ("triangle-alert", "danger"),
}

Trail = tuple[tuple[str, Location], ...]
"""Names of the places above, the farthest first, and where each is."""

AROUND = 2 * scale.S24 + 2 * scale.S8
"""What the bar's own margins take of its width."""

AROUND_BACK = 22
"""What stands above and below the back button's icon, so that the bar is as high where there is no way back."""


FIND_FOLDS_BELOW = 820
"""The bar's width, at 100 %, below which searching is an icon without words."""


class Crumb(QPushButton):
    """A place above this one."""

    asked = Signal(object)

    def __init__(self, text: str, location: Location, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._location = location
        # Imported here, for the first paint needs the bar and no crumb.
        from PySide6.QtWidgets import QSizePolicy

        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self.setProperty("role", "crumb")
        self.setAutoDefault(True)
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
        self._trail: list[tuple[Crumb, IconLabel]] = []
        self._shown: tuple[Trail, str] = ((), "")
        self.back = icon_button(theme, "arrow-left", _("Tilbake (Alt+venstrepil)"))
        self.back.clicked.connect(self.back_asked)
        self._here = ElidedLabel("crumb")
        self.saving = SavingLine(theme)
        self.everything = icon_button(theme, "search", _("Søk i alt (Ctrl+Shift+F)"))
        self.everything.setText(_("Søk i alt"))
        self.everything.clicked.connect(self._find)
        self.everything.hide()
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(scale.S16, scale.S4, scale.S24, scale.S4)
        theme.changed.connect(self._on_theme)
        self._on_theme()
        self._layout.setSpacing(scale.S4)
        self._layout.addWidget(self.back)
        self._layout.addWidget(self._here, 1)
        self._layout.addWidget(self.everything)
        self._layout.addSpacing(scale.S8)
        self._layout.addWidget(self.saving)

    def offer_search(self, offered: bool) -> None:
        """Offer the search of everything, or do not."""
        self.everything.setVisible(offered)
        self._fit()

    @Slot()
    def _find(self) -> None:
        self.asked.emit(search())

    def show_trail(self, trail: Trail, here: str) -> None:
        """Show the places above, and the name of this one."""
        # A session's first page is called what the session is called: said once.
        above = trail[:-1] if trail and trail[-1][0] == here else trail
        if (above, here) == self._shown:
            return
        if above != self._shown[0]:
            self._build_trail(above)
        self._shown = above, here
        self._here.show_text(here)
        self._fit()

    def _build_trail(self, above: Trail) -> None:
        for widget in (widget for pair in self._trail for widget in pair):
            self._layout.removeWidget(widget)
            # Gone at once: until it is deleted it would stand beneath the new trail.
            widget.hide()
            widget.deleteLater()
        self._trail = []
        for number, (text, location) in enumerate(above):
            crumb = Crumb(text, location)
            crumb.asked.connect(self.asked)
            chevron = IconLabel(self._theme, "chevron-right", "muted", 16)
            self._layout.insertWidget(1 + 2 * number, crumb)
            self._layout.insertWidget(2 + 2 * number, chevron)
            self._trail.append((crumb, chevron))

    def minimumSizeHint(self) -> QSize:
        # What there is no room for is left out, so the bar never keeps the window wide.
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Leave out places above that there is no room for: the middle ones first, the nearest last."""
        put(self.everything, WORDS_BESIDE_ICON if self.width() >= self._theme.px(FIND_FOLDS_BELOW) else ICON_ALONE)
        room = self.width() - self.saving.sizeHint().width() - self.back.sizeHint().width() - AROUND
        if not self.everything.isHidden():
            room -= self.everything.sizeHint().width() + scale.S16
        room -= min(self._here.wanted_width(), room // 2)
        kept = list(self._trail)
        for pair in (*self._trail[1:-1], *self._trail[:1], *self._trail[1:][-1:]):
            if sum(self._width(each) for each in kept) <= room:
                break
            kept.remove(pair)
        for pair in self._trail:
            for widget in pair:
                widget.setVisible(pair in kept)

    def _width(self, pair: tuple[Crumb, IconLabel]) -> int:
        return sum(widget.sizeHint().width() + scale.S4 for widget in pair)

    @Slot()
    def _on_theme(self) -> None:
        self.setMinimumHeight(AROUND_BACK + self._theme.px(30))
