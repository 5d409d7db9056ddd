"""Every choice takes effect at once and is remembered."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kursapp.domain.problem import refusal
from kursapp.settings import Settings
from kursapp.ui.messages import Message, Messages
from kursapp.ui.navigation import Navigator, home, settings
from kursapp.ui.participant.settings_screen import People, SettingsScreen
from kursapp.ui.preferences import Preferences
from kursapp.ui.protecting import Protecting
from kursapp.ui.tasks import Tasks
from kursapp.ui.theme.theme import Theme

Show = Callable[[QWidget], QWidget]


def _nobody() -> NoReturn:
    """Open no file."""
    raise AssertionError("a file was opened")


class _Keeper:
    """Holds a profile without a passphrase."""

    key: bytes | None = None

    def name(self) -> str:
        return "Kari"

    def database(self) -> Path:
        return Path("profil.db")


class Desk:
    """A settings screen, and what it did."""

    def __init__(self, theme: Theme, show: Show) -> None:
        self.written: list[Settings] = []
        self.said: list[Message] = []
        self.name = "Kari"
        self.refuse = False
        messages = Messages()
        messages.shown.connect(self.said.append)
        self.messages = messages
        self.preferences = Preferences(Settings(workspace="participant", theme="light"), self.written.append, messages)
        self.went: list[str] = []
        people = People(lambda: self.name, self.rename, self.others, self.went.append, lambda: self.went.append("ny"))
        protecting = Protecting(Tasks(_nobody, _nobody), _Keeper())
        self.screen = SettingsScreen(self.preferences, theme, messages, people, Navigator(home()), protecting)
        self.screen.enter(settings())
        show(self.screen)

    def others(self) -> list[tuple[str, str]]:
        """Return two other profiles."""
        return [("ola-1", "Ola"), ("ola-2", "Ola (2)")]

    def rename(self, name: str) -> str:
        """Rename the profile, where it can be written."""
        if self.refuse:
            raise refusal("disk-full", file="profil.json", folder="x")
        self.name = name
        return name


@pytest.fixture
def desk(theme: Theme, show: Show) -> Desk:
    """Show the screen."""
    return Desk(theme, show)


def test_every_choice_is_written_at_once(desk: Desk, qtbot: QtBot) -> None:
    """Theme, face, language and text size."""
    screen = desk.screen
    for radio in (screen.themes.radios[2], screen.faces.radios[1], screen.languages.radios[2]):
        qtbot.mouseClick(radio, Qt.MouseButton.LeftButton, pos=radio.rect().center() - radio.rect().topLeft())
        radio.setChecked(True)
    qtbot.mouseClick(screen.zoom.larger, Qt.MouseButton.LeftButton)
    last = desk.written[-1]
    assert (last.theme, last.font, last.language, last.text_zoom) == ("dark", "atkinson", "en", 110)


def test_the_text_size_stops_at_its_ends(desk: Desk, qtbot: QtBot) -> None:
    """80 to 200 %; a press at the end changes nothing and harms nothing."""
    for _press in range(12):
        qtbot.mouseClick(desk.screen.zoom.larger, Qt.MouseButton.LeftButton)
    assert desk.preferences.settings.text_zoom == 200
    for _press in range(12):
        qtbot.mouseClick(desk.screen.zoom.smaller, Qt.MouseButton.LeftButton)
    assert desk.preferences.settings.text_zoom == 80
    assert desk.screen.zoom.words.text() == "80 %"


def test_the_screen_follows_what_the_keys_changed(desk: Desk) -> None:
    """Ctrl++ while the screen is open is seen on it."""
    desk.preferences.change(text_zoom=150, theme="contrast")
    assert desk.screen.zoom.words.text() == "150 %"
    assert desk.screen.themes.value() == "contrast"


def test_the_profile_can_be_renamed(desk: Desk, qtbot: QtBot) -> None:
    """By button or Enter; the new name is confirmed."""
    desk.screen.profile.field.setText("  Kari N ")
    qtbot.keyClick(desk.screen.profile.field, Qt.Key.Key_Return)
    assert desk.name == "Kari N"
    assert desk.said[-1].text == "Profilen heter nå «Kari N»."


def test_an_empty_name_is_told_at_the_field(desk: Desk, qtbot: QtBot) -> None:
    """Without blame, and nothing is changed."""
    profile = desk.screen.profile
    profile.field.clear()
    qtbot.mouseClick(profile.change, Qt.MouseButton.LeftButton)
    assert profile.error.isVisible()
    assert profile.field.property("state") == "error"
    assert desk.name == "Kari"
    profile.field.setText("Ola")
    qtbot.mouseClick(profile.change, Qt.MouseButton.LeftButton)
    assert not profile.error.isVisible()


def test_a_name_that_cannot_be_kept_is_one_sentence(desk: Desk, qtbot: QtBot) -> None:
    """A full disk is told, and the old name stands."""
    desk.refuse = True
    desk.screen.profile.field.setText("Ola")
    qtbot.mouseClick(desk.screen.profile.change, Qt.MouseButton.LeftButton)
    assert desk.name == "Kari"
    assert "disk" in desk.said[-1].text.lower()


def test_settings_that_cannot_be_written_still_count_and_are_told(theme: Theme) -> None:
    """A read-only folder takes no choice away while the program is open."""
    messages, said = Messages(), []
    messages.shown.connect(said.append)

    def refuse(_settings: Settings) -> None:
        raise refusal("folder-unwritable", file="settings.json", folder="x")

    preferences = Preferences(Settings(), refuse, messages)
    changed: list[frozenset[str]] = []
    preferences.changed.connect(changed.append)
    preferences.change(theme="dark")
    preferences.change(theme="dark")
    assert preferences.settings.theme == "dark"
    assert changed == [frozenset({"theme"})]
    assert len(said) == 1


def test_another_profile_is_a_press_away(desk: Desk, qtbot: QtBot) -> None:
    """Each by its label; and one can be made for somebody new. Listed anew, they stand there once."""
    desk.screen.enter(settings())
    others = desk.screen.others
    assert [each.text() for each in others.buttons] == ["Bytt til Ola", "Bytt til Ola (2)"]
    qtbot.mouseClick(others.buttons[1], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(others.add, Qt.MouseButton.LeftButton)
    assert desk.went == ["ola-2", "ny"]


def test_every_choice_has_a_name_for_the_screen_reader(desk: Desk) -> None:
    """The group and the choice."""
    names = [radio.accessibleName() for radio in desk.screen.themes.radios]
    assert names == ["Farger: Som på maskinen ellers", "Farger: Lyst", "Farger: Mørkt", "Farger: Høy kontrast"]
    assert desk.screen.zoom.larger.accessibleName() == "Større tekst"
