"""Innstillinger: how it looks, which language it speaks, and what the profile is called."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLayoutItem, QLineEdit, QPushButton, QVBoxLayout, QWidget

from kursapp.domain.problem import KursappError
from kursapp.settings import Settings
from kursapp.ui.i18n import _
from kursapp.ui.messages import Messages
from kursapp.ui.navigation import Location, Navigator, about
from kursapp.ui.participant.cohort.opening import CohortOpening
from kursapp.ui.participant.first_start_steps import LONGEST_NAME, theme_options
from kursapp.ui.participant.package.opening import PackageOpening
from kursapp.ui.participant.protect.settings_card import PassphraseCard
from kursapp.ui.participant.settings_carry import CarryCard
from kursapp.ui.preferences import Preferences
from kursapp.ui.protecting import Protecting
from kursapp.ui.screen import Screen
from kursapp.ui.theme import scale
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.buttons import add_button_row, button
from kursapp.ui.widgets.card import Card
from kursapp.ui.widgets.choice_row import ChoiceRow
from kursapp.ui.widgets.scroll import Column
from kursapp.ui.widgets.text import label, set_role
from kursapp.ui.widgets.zoom_stepper import ZoomStepper

OWN_NAMES = (("nb", "Bokmål"), ("nn", "Nynorsk"), ("en", "English"))
SETTINGS_WIDTH = 680


class People(NamedTuple):
    """The profiles on this machine, as the screen needs them.

    ``name`` is what the open one is called and ``rename`` gives it another name, returning the one it got; ``others``
    are pairs of id and label, ``switch`` opens one of them, ``add`` goes through the first start for somebody new.
    """

    name: Callable[[], str]
    rename: Callable[[str], str]
    others: Callable[[], Sequence[tuple[str, str]]]
    switch: Callable[[str], object]
    add: Callable[[], object]


class OtherProfile(QPushButton):
    """A button that opens another profile."""

    picked = Signal(str)

    def __init__(self, profile_id: str, label_text: str) -> None:
        super().__init__(_("Bytt til {name}").format(name=label_text))
        self._id = profile_id
        self.setAutoDefault(True)
        self.clicked.connect(self._pick)

    @Slot()
    def _pick(self) -> None:
        self.picked.emit(self._id)


class OtherProfiles(Card):
    """The other profiles on the machine, and a way to make one."""

    def __init__(self, people: People) -> None:
        super().__init__()
        self._people = people
        self.buttons: list[OtherProfile] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(scale.S8)
        self.add = button(_("Lag en profil til"))
        self.add.clicked.connect(people.add)
        self.body.addWidget(label(_("Bruker flere maskinen, har hver sin profil med sitt eget arbeid."), "muted"))
        self.body.addLayout(self._list)
        add_button_row(self.body, self.add)

    def show_others(self) -> None:
        """List the profiles there are now."""
        while (item := self._list.takeAt(0)) is not None:
            discard(item)
        self.buttons = [OtherProfile(profile_id, name) for profile_id, name in self._people.others()]
        for each in self.buttons:
            each.picked.connect(self._people.switch)
            add_button_row(self._list, each)


class FileCard(Card):
    """The way to open the files one is sent."""

    def __init__(self, navigator: Navigator) -> None:
        super().__init__()
        self._opening = CohortOpening(self, navigator)
        self.open = button(_("Åpne kullfil"))
        self.open.clicked.connect(self._opening.ask)
        self._package_opening = PackageOpening(self, navigator)
        self.open_package = button(_("Åpne kurspakke"))
        self.open_package.clicked.connect(self._package_opening.ask)
        self.body.addWidget(label(_("Kullfila får du av kursholderen. Med den kan du levere evalueringene."), "muted"))
        self.body.addWidget(label(_("I en kurspakke kommer et kurs, eller en nyere utgave av et du har."), "muted"))
        add_button_row(self.body, self.open, self.open_package)


class AboutCard(Card):
    """The way to what one may want to know of the program itself."""

    def __init__(self, navigator: Navigator) -> None:
        super().__init__()
        self.open = button(_("Om Kursapp"))
        self.open.clicked.connect(partial(navigator.go, about()))
        told = _("Utgaven du har, hvor alt ligger på maskinen, loggen og lisensene.")
        self.body.addWidget(label(told, "muted"))
        add_button_row(self.body, self.open)


def discard(item: QLayoutItem) -> None:
    """Throw away what a layout held."""
    inner = item.layout()
    while inner is not None and (child := inner.takeAt(0)) is not None:
        discard(child)
    widget = item.widget()
    if widget is not None:
        widget.deleteLater()


class ProfileName(Card):
    """The profile's name, and a button that changes it."""

    def __init__(self, name: str, rename: Callable[[str], str], messages: Messages) -> None:
        super().__init__()
        self._rename = rename
        self._messages = messages
        question = label(_("Navn på profilen"), "strong")
        self.field = QLineEdit(name)
        self.field.setMaxLength(LONGEST_NAME)
        self.field.setAccessibleName(_("Navn på profilen"))
        question.setBuddy(self.field)
        self.error = label("", "error")
        self.error.hide()
        self.change = button(_("Endre navnet"))
        self.change.clicked.connect(self._on_change)
        self.field.returnPressed.connect(self._on_change)
        for widget in (question, self.field, self.error):
            self.body.addWidget(widget)
        self.body.addWidget(label(_("Navnet står bare på denne maskinen."), "muted"))
        add_button_row(self.body, self.change)

    @Slot()
    def _on_change(self) -> None:
        name = self.field.text().strip()
        set_role(self.field, "state", "" if name else "error")
        self.error.setVisible(not name)
        if not name:
            self.error.setText(_("Skriv et navn, så finner du igjen arbeidet ditt."))
            self.field.setFocus()
            return
        try:
            self.field.setText(self._rename(name))
        except KursappError as error:
            self._messages.problem(error.problem)
            return
        self._messages.tell(_("Profilen heter nå «{name}».").format(name=self.field.text()))


class SettingsScreen(Screen):
    """Every choice takes effect at once and is remembered."""

    def __init__(
        self,
        preferences: Preferences,
        theme: Theme,
        messages: Messages,
        people: People,
        navigator: Navigator,
        protecting: Protecting,
    ) -> None:
        super().__init__()
        self._preferences = preferences
        self._theme = theme
        settings = preferences.settings
        self.zoom = ZoomStepper(theme, settings.text_zoom)
        self.themes = ChoiceRow(_("Farger"), theme_options(), settings.theme)
        faces = (("source-sans", "Source Sans 3"), ("atkinson", _("Atkinson Hyperlegible, laget for svaksynte")))
        self.faces = ChoiceRow(_("Skrift"), faces, settings.font)
        self.languages = ChoiceRow(_("Språk i programmet"), OWN_NAMES, settings.language)
        self._people = people
        self.profile = ProfileName(people.name(), people.rename, messages)
        self.others = OtherProfiles(people)
        self.cohort = FileCard(navigator)
        self.passphrase = PassphraseCard(protecting, preferences, navigator)
        self.carry = CarryCard(navigator)
        self.about = AboutCard(navigator)
        self.zoom.changed.connect(self._on_zoom)
        self.themes.picked.connect(self._on_theme)
        self.faces.picked.connect(self._on_face)
        self.languages.picked.connect(self._on_language)
        preferences.changed.connect(self._on_changed)
        self._lay_out()

    def _lay_out(self) -> None:
        scrolled = Column(self._theme, SETTINGS_WIDTH, self)
        column = scrolled.column
        column.addWidget(label(_("Innstillinger"), "h1"))
        for heading, widgets in (
            (_("Utseende"), (self.zoom, self.themes, self.faces)),
            (_("Språk"), (self.languages,)),
        ):
            card = Card()
            card.body.setSpacing(scale.S24)
            for widget in widgets:
                card.body.addWidget(widget)
            self._add_section(column, heading, card)
        self._add_section(column, _("Profil"), self.profile)
        column.addWidget(self.others)
        self._add_section(column, _("Passordfrase"), self.passphrase)
        self._add_section(column, _("Kull"), self.cohort)
        self._add_section(column, _("Det som er ditt"), self.carry)
        self._add_section(column, _("Programmet"), self.about)
        column.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scrolled)

    def _add_section(self, column: QVBoxLayout, heading: str, card: QWidget) -> None:
        column.addSpacing(scale.S8)
        column.addWidget(label(heading, "h3"))
        column.addWidget(card)

    def title(self) -> str:
        return _("Innstillinger")

    def first_focus(self) -> QWidget | None:
        return self.zoom.smaller

    def enter(self, location: Location) -> None:
        self.profile.field.setText(self._people.name())
        self.others.show_others()
        self.passphrase.show_state()

    @Slot(int)
    def _on_zoom(self, per_cent: int) -> None:
        self._preferences.change(text_zoom=per_cent)

    @Slot(str)
    def _on_theme(self, theme: str) -> None:
        self._preferences.change(theme=theme)

    @Slot(str)
    def _on_face(self, face: str) -> None:
        self._preferences.change(font=face)

    @Slot(str)
    def _on_language(self, language: str) -> None:
        self._preferences.change(language=language)

    @Slot(frozenset)
    def _on_changed(self, _names: frozenset[str]) -> None:
        settings: Settings = self._preferences.settings
        self.zoom.show_size(settings.text_zoom)
        self.themes.choose(settings.theme)
        self.faces.choose(settings.font)
