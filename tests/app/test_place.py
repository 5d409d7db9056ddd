"""A data folder on a network drive is refused and the local one offered; one on a stick is waited for."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kursapp import paths
from kursapp.app.place import refused_place, use_local
from kursapp.app.program import Program
from kursapp.app.start import marker
from kursapp.demo.eyes import words
from kursapp.files import network
from kursapp.storage.profiles import ProfileList
from kursapp.ui.participant.first_start import FirstStart
from kursapp.ui.participant.home import HomeScreen
from kursapp.ui.place_screens import AwayScreen, NetworkScreen
from tests.ui.conftest import LONG, Start, steered


@pytest.fixture
def drive(own_data_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Put the data folder on a network drive, as far as the system says, and the local one beside it."""
    folder, local = own_data_folder, tmp_path / "lokal"
    folder.mkdir()
    monkeypatch.setenv(paths.VARIABLE, str(folder))
    monkeypatch.setattr(paths, "local_folder", lambda: local)
    monkeypatch.setattr(network, "linux_is_remote", lambda _mounts, place: place.is_relative_to(folder))
    monkeypatch.setattr("sys.platform", "linux")
    return folder


def loaded(qtbot: QtBot, program: Program) -> Program:
    """Wait until the window can be used."""
    qtbot.waitUntil(lambda: program.rest is not None and hasattr(program.rest, "steering"), timeout=LONG)
    return program


def test_the_local_folder_is_offered(drive: Path, start: Start, qtbot: QtBot) -> None:
    """One sentence that names both, and one press; then she begins as anybody does."""
    program = loaded(qtbot, start(name=""))
    screen = program.first_screen
    assert isinstance(screen, NetworkScreen)
    told = words(screen)
    assert f"{drive} ligger på en nettverksdisk" in told
    assert str(paths.local_folder()) in told
    assert not list(drive.iterdir())
    screen.local.setFocus()
    qtbot.keyClick(screen.local, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: isinstance(program.first_screen, FirstStart), timeout=LONG)
    assert paths.data_folder() == paths.local_folder()
    loaded(qtbot, program)
    assert not list(drive.iterdir()), "nothing is kept on the drive"


def test_one_who_says_no_leaves(drive: Path, start: Start, qtbot: QtBot) -> None:
    """The window closes and nothing was made anywhere."""
    program = loaded(qtbot, start(name=""))
    assert isinstance(program.first_screen, NetworkScreen)
    with qtbot.waitSignal(program.window.closed):
        qtbot.mouseClick(program.first_screen.leave_button, Qt.MouseButton.LeftButton)
    assert not list(drive.iterdir())
    assert not paths.local_folder().exists()


def test_one_who_has_said_yes_is_not_asked_again(drive: Path, start: Start, qtbot: QtBot) -> None:
    """The local folder is used at once, and a sentence says so."""
    ProfileList(paths.local_folder()).create("Kari", datetime.now(UTC))
    paths.local_folder().joinpath("settings.json").write_text('{"version": 1, "workspace": "participant"}')
    program = steered(qtbot, start(name=""))
    assert isinstance(program.first_screen, HomeScreen)
    assert marker() == paths.local_folder() / "window"
    told = " ".join(program.rest.steering.message_bar.texts())
    assert f"{drive} ligger på en nettverksdisk. Kursapp bruker {paths.local_folder()}" in told


def test_nothing_is_offered_where_there_is_nothing_better(drive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A local folder on the same network is no way out; and a folder on the machine is no reason to ask."""
    assert refused_place() == drive
    monkeypatch.setattr(paths, "local_folder", lambda: drive / "lokal")
    assert refused_place() is None
    monkeypatch.delenv(paths.VARIABLE)
    assert refused_place() is None


def test_the_local_folder_is_used_by_the_whole_process(drive: Path) -> None:
    """Its worker too: the variable is gone."""
    use_local()
    assert paths.VARIABLE not in os.environ
    assert paths.data_folder() == paths.local_folder()


@pytest.fixture
def stick(own_data_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep the data folder on a stick, which is taken out again with a profile on it; return where it will be."""
    ProfileList(own_data_folder).create("Kari", datetime.now(UTC))
    (own_data_folder / "settings.json").write_text('{"version": 1, "workspace": "participant"}')
    (tmp_path / "skuff").mkdir()
    own_data_folder.rename(tmp_path / "skuff" / "Kursapp")
    monkeypatch.setenv(paths.VARIABLE, str(tmp_path / "pinne" / "Kursapp"))
    return tmp_path / "pinne"


def looked_again(qtbot: QtBot, program: Program, press: QWidget) -> None:
    """Press a button by keyboard, and wait for another screen."""
    before = program.first_screen
    press.setFocus()
    qtbot.keyClick(press, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: program.first_screen is not before, timeout=LONG)
    loaded(qtbot, program)


def test_a_stick_that_is_not_put_in_is_waited_for(stick: Path, start: Start, qtbot: QtBot, tmp_path: Path) -> None:
    """Nobody is greeted as new; once it is in, everything is there as before."""
    program = loaded(qtbot, start(name=""))
    screen = program.first_screen
    assert isinstance(screen, AwayScreen)
    assert f"mappa {stick / 'Kursapp'}, og den er ikke her nå" in words(screen)
    looked_again(qtbot, program, screen.try_again)
    assert isinstance(program.first_screen, AwayScreen)
    assert not stick.exists(), "nothing is made where the stick is to be"
    (tmp_path / "skuff").rename(stick)
    looked_again(qtbot, program, program.first_screen.try_again)
    steered(qtbot, program)
    assert isinstance(program.first_screen, HomeScreen)
    assert program.rest.people.name() == "Kari"
    assert json.loads((stick / "Kursapp" / "settings.json").read_text())["workspace"] == "participant"


def test_a_folder_that_is_to_be_is_made(
    stick: Path, start: Start, qtbot: QtBot, sealed: Callable[[Path], AbstractContextManager[None]]
) -> None:
    """When she says so; where it cannot be made, the screen says why and stays."""
    program = loaded(qtbot, start(name=""))
    screen = program.first_screen
    assert isinstance(screen, AwayScreen)
    with sealed(stick.parent):
        qtbot.mouseClick(screen.make_button, Qt.MouseButton.LeftButton)
        assert "kan ikke skrives til" in words(screen)
        assert program.first_screen is screen
    looked_again(qtbot, program, screen.make_button)
    assert isinstance(program.first_screen, FirstStart)
    assert paths.data_folder().is_dir()
