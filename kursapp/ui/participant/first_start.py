"""The first start: three short steps, no account, nothing that cannot be changed later."""

from __future__ import annotations

from typing import Any, NamedTuple

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from kursapp.ui.i18n import _
from kursapp.ui.screen import Screen
from kursapp.ui.theme import scale
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.buttons import add_button_row, button
from kursapp.ui.widgets.card import Card
from kursapp.ui.widgets.choice_row import ChoiceRow
from kursapp.ui.widgets.scroll import Column
from kursapp.ui.widgets.text import label
from kursapp.ui.workspaces import AUTHOR, COORDINATOR, PARTICIPANT

START_WIDTH = 600
WELCOME, NAME, LOOK = range(3)


class Choices(NamedTuple):
    """What the first start asks about. ``protect``: a passphrase is to be set as soon as there is a profile."""

    workspace: str = PARTICIPANT
    name: str = ""
    language: str = "nb"
    theme: str = "system"
    zoom: int = 100
    protect: bool = False


class WelcomeStep(QWidget):
    """What the program is, the workspace one begins in, and the language."""

    def __init__(self, language: str, workspace: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        heading = label(_("Velkommen til Kursapp"), "h1")
        lead = label(_("Alt ligger på din egen maskin. Du trenger verken konto eller nett."), "lead")
        rooms = (
            (PARTICIPANT, _("Deltaker: jeg skal ta et kurs")),
            (AUTHOR, _("Instruktør: jeg skal lage kurs")),
            (COORDINATOR, _("Koordinator: jeg skal holde kurs")),
        )
        self.workspaces = ChoiceRow(_("Hva skal du bruke Kursapp til?"), rooms, workspace)
        own_names = (("nb", "Bokmål"), ("nn", "Nynorsk"), ("en", "English"))
        self.languages = ChoiceRow(_("Språk i programmet"), own_names, language)
        card = Card()
        card.body.addWidget(self.workspaces)
        words = _("Du kan bytte når som helst, øverst til venstre.")
        card.body.addWidget(label(words, "muted"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(scale.S16)
        for widget in (heading, lead, card, self.languages):
            layout.addWidget(widget)
        layout.addStretch(1)


class FirstStart(Screen):
    """Shown alone in the window. ``changed`` tells what is to be seen at once, ``finished`` that all is answered."""

    changed = Signal(object)
    finished = Signal(object)
    cancelled = Signal()
    moving_asked = Signal()

    def __init__(self, theme: Theme, choices: Choices) -> None:
        super().__init__()
        self._theme = theme
        self._choices = choices
        self._can_cancel = False
        self._instead: QWidget | None = None
        self._count = label("", "meta")
        self._scrolled = Column(theme, START_WIDTH, self)
        self.steps = QStackedWidget()
        self.next = button("", "primary", main=True)
        self.back = button(_("Tilbake"))
        self.back.setProperty("main", True)
        self.moving = button(_("Jeg har en flyttefil"), "tertiary", main=True)
        self.moving.clicked.connect(self.moving_asked)
        self.next.clicked.connect(self._on_next)
        self.back.clicked.connect(self._on_back)
        self._lay_out()
        welcome = WelcomeStep(choices.language, choices.workspace)
        welcome.workspaces.picked.connect(self._on_workspace)
        welcome.languages.picked.connect(self._on_language)
        self.steps.addWidget(welcome)
        self._show_step(WELCOME)

    def _lay_out(self) -> None:
        column = self._scrolled.column
        column.addStretch(1)
        column.addWidget(self._count)
        column.addWidget(self.steps)
        column.addSpacing(scale.S16)
        add_button_row(column, self.next, self.back, self.moving)
        column.addStretch(2)
        self._scrolled.fill(self)

    @property
    def choices(self) -> Choices:
        """What has been answered so far."""
        return self._choices

    def allow_cancel(self, allowed: bool) -> None:
        """Offer a way back from the first step: there is a profile to go back to."""
        self._can_cancel = allowed
        self._show_step(self.steps.currentIndex())

    def show_instead(self, widget: QWidget) -> None:
        """Show something else in place of the steps, until ``show_steps``."""
        self.show_steps()
        self._instead = widget
        for part in (self._count, self.steps, self.next, self.back, self.moving):
            part.hide()
        self._scrolled.column.insertWidget(1, widget)
        self._scrolled.verticalScrollBar().setValue(0)

    def show_steps(self) -> None:
        """Show the steps again, where one was."""
        widget, self._instead = self._instead, None
        if widget is None:
            return
        self._scrolled.column.removeWidget(widget)
        widget.hide()
        widget.deleteLater()
        for part in (self._count, self.steps, self.next):
            part.show()
        self._show_step(self.steps.currentIndex())

    def follow(self, zoom: int) -> None:
        """Take note that the text size was changed by keyboard."""
        self._choices = self._choices._replace(zoom=zoom)
        if self.steps.count() > LOOK:
            self._look.zoom.show_size(zoom)

    def title(self) -> str:
        return _("Velkommen")

    def first_focus(self) -> QWidget | None:
        return self.next

    def _show_step(self, number: int) -> None:
        self._make_steps_up_to(number)
        self.steps.setCurrentIndex(number)
        self._count.setText(_("Steg {number} av {count}").format(number=number + 1, count=3))
        self.next.setText(_("Kom i gang") if number == LOOK else _("Neste"))
        self.back.setVisible(number > WELCOME or self._can_cancel)
        self.back.setText(_("Tilbake") if number > WELCOME else _("Avbryt"))
        self.moving.setVisible(number == WELCOME)
        if self.isVisible():
            self._begin_of_step(number).setFocus()
            self._scrolled.verticalScrollBar().setValue(0)

    def _begin_of_step(self, number: int) -> QWidget:
        if number == NAME:
            return self._name.field
        return self._look.zoom.smaller if number == LOOK else self.next

    def _make_steps_up_to(self, number: int) -> None:
        """Make a step when it is reached: the first paint needs the first one only."""
        if number >= NAME and self.steps.count() == NAME:
            from kursapp.ui.participant.first_start_steps import NameStep

            self._name = NameStep(self._choices.name)
            self._name.changed.connect(self._on_name)
            self._name.entered.connect(self._on_next)
            self._name.protect.setChecked(self._choices.protect)
            self._name.protection_picked.connect(self._on_protect)
            self.steps.addWidget(self._name)
        if number >= LOOK and self.steps.count() == LOOK:
            from kursapp.ui.participant.first_start_steps import LookStep

            self._look = LookStep(self._theme, self._choices.theme, self._choices.zoom)
            self._look.theme_picked.connect(self._on_theme)
            self._look.zoom_picked.connect(self._on_zoom)
            self.steps.addWidget(self._look)

    @Slot()
    def _on_next(self) -> None:
        number = self.steps.currentIndex()
        if number == NAME and not self._name.is_answered():
            return
        if number == LOOK:
            self.finished.emit(self._choices)
        else:
            self._show_step(number + 1)

    @Slot()
    def _on_back(self) -> None:
        number = self.steps.currentIndex()
        if number == WELCOME:
            self.cancelled.emit()
        else:
            self._show_step(number - 1)

    @Slot(str)
    def _on_language(self, language: str) -> None:
        self._choose(language=language)

    @Slot(str)
    def _on_workspace(self, workspace: str) -> None:
        self._choices = self._choices._replace(workspace=workspace)

    @Slot(str)
    def _on_theme(self, theme: str) -> None:
        self._choose(theme=theme)

    @Slot(int)
    def _on_zoom(self, zoom: int) -> None:
        self._choose(zoom=zoom)

    @Slot(str)
    def _on_name(self, name: str) -> None:
        self._choices = self._choices._replace(name=name)

    @Slot(bool)
    def _on_protect(self, protect: bool) -> None:
        self._choices = self._choices._replace(protect=protect)

    def _choose(self, **values: Any) -> None:
        self._choices = self._choices._replace(**values)
        self.changed.emit(self._choices)
