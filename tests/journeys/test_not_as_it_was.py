"""What she comes back to is not as she left it: the course is gone, or her profile belongs to a newer program."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from kursapp import paths
from kursapp.demo.driver import Driver
from kursapp.demo.waiting import wait_until
from kursapp.storage.connection import connect_plainly
from kursapp.storage.profiles import DATABASE, ProfileList
from kursapp.ui import navigation
from kursapp.ui.participant.home import HomeScreen
from kursapp.ui.participant.library import LibraryScreen
from kursapp.ui.participant.settings_screen import SettingsScreen
from kursapp.ui.widgets.reflection_view import ReflectionView
from tests.journeys.conftest import begin
from tests.journeys.test_clock import COVER, DEADLINE, LATER

WORDS = "Merete har tavla."


@pytest.fixture
def stick(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep the only course on a stick."""
    folder = tmp_path / "pinne" / "klokkekurs"
    folder.mkdir(parents=True)
    for name, text in (("kurs.md", COVER), ("fristen.md", DEADLINE), ("senere.md", LATER)):
        (folder / name).write_text(text, "utf-8")
    monkeypatch.setattr(paths, "bundled_courses", lambda: folder.parent)
    return folder


@pytest.fixture
def kari(stranger: Driver, stick: Path) -> Driver:
    """Give somebody who has written something in it."""
    stranger.open()
    begin(stranger)
    stranger.open_course("Kurs med frister")
    stranger.push("Begynn kurset")
    stranger.write(stranger.one(ReflectionView, stranger.page).field, WORDS)
    stranger.saved()
    return stranger


def bar(kari: Driver) -> str:
    """Return what the bar above the screen says."""
    return kari.words(kari.rest.steering.message_bar)


def open_again(kari: Driver) -> None:
    """Start the program, and wait until all there is stands on the shelf."""
    kari.open()
    wait_until(lambda: kari.rest.courses.is_loaded, "the courses")
    kari.rest_a_moment()


def test_the_course_is_pulled_out_while_she_reads(kari: Driver, stick: Path) -> None:
    """What has been read of it can be read on, and what she writes is saved."""
    shutil.rmtree(stick)
    field = kari.one(ReflectionView, kari.page).field
    kari.write(field, " Også i morgen.")
    kari.saved()
    kari.next_page()
    kari.go_home()
    assert not bar(kari)
    kari.push("Fortsett")
    assert kari.one(ReflectionView, kari.page).field.text() == f"{WORDS} Også i morgen."


def test_the_course_is_not_there(kari: Driver, stick: Path) -> None:
    """Hjem says so and leads to what she wrote; a page of it does not wait for ever; and when it is back, all is."""
    kari.close()
    away = stick.parent.with_name("skuff")
    stick.parent.rename(away)
    stick.parent.mkdir()
    open_again(kari)
    assert isinstance(kari.screen, HomeScreen)
    assert "Kurset er ikke på maskinen nå" in kari.words()
    kari.push("Åpne Arbeidsbok")
    assert "Fra tidligere utgaver av kurset" in kari.words()
    kari.rest.navigator.go(navigation.page("klokkekurs", "fristen"))
    kari.rest_a_moment()
    assert isinstance(kari.screen, LibraryScreen)
    assert "Sett inn minnepinnen, eller åpne kurspakka" in bar(kari)
    kari.rest.navigator.back()
    kari.rest_a_moment()
    assert isinstance(kari.screen, HomeScreen), "back leads back, and not to where there is nothing"
    kari.close()
    stick.parent.rmdir()
    away.rename(stick.parent)
    open_again(kari)
    kari.push("Fortsett")
    assert kari.one(ReflectionView, kari.page).field.text() == WORDS


def test_a_profile_of_a_newer_program(kari: Driver) -> None:
    """Refused by name and left to the byte as it is; another profile is one press away."""
    kari.close()
    (database,) = paths.data_folder().glob(f"profiler/*/{DATABASE}")
    newer = connect_plainly(database)
    newer.execute("PRAGMA user_version=99")
    newer.close()
    before = database.read_bytes()
    open_again(kari)
    assert "«profil.db» er laget av en nyere Kursapp (utgave 99" in bar(kari)
    kari.push("Velg en annen profil", kari.rest.steering.message_bar)
    assert isinstance(kari.screen, SettingsScreen)
    kari.push("Lag en profil til")
    begin_as_another(kari)
    kari.close()
    assert database.read_bytes() == before
    assert not list(database.parent.glob("*skadet*"))
    assert len(ProfileList(paths.data_folder()).all()) == 2


def begin_as_another(kari: Driver) -> None:
    """Go through the first start once more."""
    wait_until(lambda: kari.program.rest is not None and hasattr(kari.rest, "steering"), "the first start")
    begin(kari)


@pytest.mark.skipif(sys.platform == "win32", reason="the command is started as on the others")
def test_a_command_meets_the_open_window(kari: Driver) -> None:
    """It says that Kursapp is open, changes nothing and ends with 3; afterwards it does its work."""
    command = [sys.executable, "-m", "kursapp", "backup"]
    run = subprocess.run(command, capture_output=True, text=True, check=False, env=os.environ)
    assert run.returncode == 3, run.stderr
    assert "Kursapp er åpen" in run.stderr + run.stdout
    kari.close()
    run = subprocess.run(command, capture_output=True, text=True, check=False, env=os.environ)
    assert run.returncode == 0, run.stderr
