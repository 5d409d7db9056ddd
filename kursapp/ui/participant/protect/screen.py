"""Passordfrase: one of four things at a time, and the recovery code where one is made."""

from __future__ import annotations

from collections.abc import Callable
from types import MappingProxyType

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kursapp.ui.i18n import _
from kursapp.ui.messages import Messages
from kursapp.ui.navigation import Location, Navigator, settings
from kursapp.ui.participant.point_list import PointList
from kursapp.ui.participant.protect.code_pane import CodePane
from kursapp.ui.participant.protect.panes import ChangePane, NewCodePane, Pane, RemovePane, SetPane
from kursapp.ui.protecting import Protecting
from kursapp.ui.regions import focus_into
from kursapp.ui.screen import Screen
from kursapp.ui.theme import scale
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.scroll import Column
from kursapp.ui.widgets.text import label

SET, CHANGE, CODE, REMOVE = "", "change", "code", "remove"
_PANES: MappingProxyType[str, Callable[[Protecting], Pane]] = MappingProxyType(
    {SET: SetPane, CHANGE: ChangePane, CODE: NewCodePane, REMOVE: RemovePane}
)
PROTECT_WIDTH = 680


class PassphraseScreen(Screen):
    """Made of what the location asks for; a profile without a passphrase can only be given one."""

    def __init__(self, protecting: Protecting, navigator: Navigator, theme: Theme, messages: Messages) -> None:
        super().__init__()
        self._protecting, self._navigator, self._messages = protecting, navigator, messages
        self.pane: Pane | None = None
        self.code_pane: CodePane | None = None
        self._scroll = Column(theme, PROTECT_WIDTH, self)
        column = self._scroll.column
        column.addWidget(label(_("Passordfrase på profilen"), "h1"))
        self.points = PointList(self._facts(), theme)
        column.addWidget(self.points)
        self._room = QVBoxLayout()
        self._room.setSpacing(scale.S16)
        column.addLayout(self._room)
        column.addStretch(1)
        self._scroll.fill(self)

    def _facts(self) -> list[tuple[str, str]]:
        return [
            (
                "lock",
                _("Alt du skriver, blir låst på disken, også i sikkerhetskopiene. Andre kan se navnet på profilen."),
            ),
            (
                "info",
                _(
                    "Det som lå ulåst fra før, blir skrevet over og slettet. Noen disker beholder likevel rester en "
                    "tid. Er hele disken kryptert, er også restene vernet. Spør den som drifter maskinen."
                ),
            ),
        ]

    def title(self) -> str:
        return _("Passordfrase på profilen")

    def trail(self) -> tuple[tuple[str, Location], ...]:
        return ((_("Innstillinger"), settings()),)

    def first_focus(self) -> QWidget | None:
        if self.code_pane is not None:
            return self.code_pane.first()
        return self.pane.first() if self.pane is not None else self

    def enter(self, location: Location) -> None:
        way = (location.target or CHANGE) if self._protecting.is_protected else SET
        self._forget()
        self.points.setVisible(way == SET)
        self.pane = _PANES.get(way, ChangePane)(self._protecting)
        self.pane.done.connect(self._on_done)
        self.pane.code_made.connect(self._on_code)
        self._room.addWidget(self.pane)
        self.pane.show()
        # Laid out now, so that the line that gets the keyboard can be brought into view.
        self._scroll.bring_up_to_date()

    def leave(self) -> None:
        # Also called when another window comes in front, as when the code is being printed.
        if self._navigator.here.screen != "passphrase":
            self._forget()

    @Slot(str)
    def _on_code(self, code: str) -> None:
        """Let her write the code down before it counts."""
        assert self.pane is not None
        self.pane.hide()
        self.points.hide()
        go = _("Sett passordfrasen") if isinstance(self.pane, SetPane) else _("Ta koden i bruk")
        self.code_pane = CodePane(self._protecting, go)
        self.code_pane.shown_to_have.connect(self.pane.confirm)
        self.code_pane.left.connect(self._on_left)
        self.pane.refused.connect(self.code_pane.show_problem)
        self._room.addWidget(self.code_pane)
        self.code_pane.show()
        self.code_pane.show_code(code)
        focus_into(self.code_pane.first())

    @Slot()
    def _on_left(self) -> None:
        self._navigator.go(settings())

    @Slot(str)
    def _on_done(self, words: str) -> None:
        self._messages.tell(words)
        self._navigator.go(settings())

    def _forget(self) -> None:
        """Throw away what was typed and what was made."""
        for part in (self.pane, self.code_pane):
            if part is None:
                continue
            part.clear() if isinstance(part, Pane) else part.forget()
            self._room.removeWidget(part)
            part.hide()
            part.deleteLater()
        self.pane = self.code_pane = None
