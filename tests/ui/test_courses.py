"""The shelf has the newest version of each course, wherever it lies."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kursapp.app.reading import Reading
from kursapp.domain.backup import Occasion
from kursapp.domain.problem import Problem, refusal
from kursapp.services.clock import SystemClock
from kursapp.services.install_course import Offer
from kursapp.services.open_course import OpenedCourse
from kursapp.services.participant import Participant
from kursapp.storage.backup import backups
from kursapp.storage.participant import profile_file
from kursapp.storage.participant.profile_file import open_profile
from kursapp.ui.courses import Courses
from kursapp.ui.tasks import Tasks
from tests.small_package import ID, second_pages, write_course, write_kurs
from tests.ui.conftest import LONG


class Shelf:
    """Courses that come with the program, and courses that came in packages."""

    def __init__(self, tmp_path: Path, qtbot: QtBot) -> None:
        self.brought, self.installed = tmp_path / "brought", tmp_path / "installed"
        self.brought.mkdir()
        self._qtbot = qtbot
        self.profile = tmp_path / "profil.db"
        self.tasks = Tasks(self._open_profile, lambda: Reading(tmp_path / "cache"))
        self.courses = Courses(self.tasks, (self.brought,), installed=self.installed)
        self.replaced: list[str] = []
        self.courses.replaced.connect(self.replaced.append)

    def _open_profile(self) -> Participant:
        return Participant(open_profile(self.profile, create=True), SystemClock())

    def load(self) -> None:
        """Open what is there."""
        self.tasks.start()
        self.courses.load()
        self._qtbot.waitUntil(lambda: self.courses.is_loaded, timeout=LONG)

    def look_at(self, file: Path) -> Offer | Problem:
        """Look at a package, and return what it is or why it is refused."""
        found: list[Offer | Problem] = []
        self.courses.look_at(file, found.append, found.append)
        self._qtbot.waitUntil(lambda: bool(found), timeout=LONG)
        return found[0]

    def version(self) -> str:
        """Return the version that is on the shelf."""
        opened = self.courses.get(ID)
        assert opened is not None
        return opened.course.version


@pytest.fixture
def shelf(tmp_path: Path, qtbot: QtBot) -> Iterator[Shelf]:
    """Return an empty shelf."""
    made = Shelf(tmp_path, qtbot)
    yield made
    made.tasks.close()
    made.courses.close()


@pytest.mark.parametrize(("brought", "installed", "shown"), [("1.9", "1.10", "1.10"), ("2", "1.10", "2")])
def test_the_newest_version_is_on_the_shelf(brought: str, installed: str, shown: str, shelf: Shelf) -> None:
    """The one that came with the program or the one that came in a package, and never both."""
    write_course(shelf.brought / "kurset", brought)
    write_course(shelf.installed / ID / installed, installed)
    shelf.load()
    assert shelf.version() == shown
    assert len(shelf.courses.shelf()) == 1
    assert shelf.replaced == ([ID] if shown == brought else [])


def test_a_package_is_held_against_what_came_with_the_program(shelf: Shelf, tmp_path: Path) -> None:
    """A newer one takes its place, which the screens are told before whoever installed it."""
    write_course(shelf.brought / "kurset", "1")
    shelf.load()
    offer = shelf.look_at(write_kurs(write_course(tmp_path / "to", "2", second_pages()), tmp_path / "to.kurs", "2"))
    assert isinstance(offer, Offer)
    assert (offer.earlier, shelf.version()) == ("1", "1")
    told: list[object] = []

    def then(opened: OpenedCourse) -> None:
        told.extend([opened.course.version, list(shelf.replaced)])

    shelf.courses.install(offer, then, told.append)
    shelf._qtbot.waitUntil(lambda: bool(told), timeout=LONG)
    assert told == ["2", [ID]]
    assert shelf.version() == "2"
    (kept,) = backups(shelf.profile)
    assert kept.occasion is Occasion.IMPORT


def test_a_newer_version_is_not_taken_in_without_a_backup(
    shelf: Shelf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It may score anew what was answered: where the backup fails, the course stays, and may be tried again."""

    def fail(*_words: object, **_more: object) -> None:
        raise refusal("disk-full", file="profil.db", folder=tmp_path)

    write_course(shelf.brought / "kurset", "1")
    shelf.load()
    offer = shelf.look_at(write_kurs(write_course(tmp_path / "to", "2", second_pages()), tmp_path / "to.kurs", "2"))
    assert isinstance(offer, Offer)
    monkeypatch.setattr(profile_file, "back_up", fail)
    told: list[object] = []
    shelf.courses.install(offer, told.append, told.append)
    shelf._qtbot.waitUntil(lambda: bool(told), timeout=LONG)
    assert isinstance(told[0], Problem)
    assert told[0].code == "disk-full"
    assert shelf.version() == "1"
    monkeypatch.undo()
    shelf.courses.install(offer, told.append, told.append)
    shelf._qtbot.waitUntil(lambda: len(told) == 2, timeout=LONG)
    assert shelf.version() == "2"


def test_a_new_course_needs_no_backup(shelf: Shelf, tmp_path: Path) -> None:
    """It changes nothing of what is there."""
    shelf.load()
    offer = shelf.look_at(write_kurs(write_course(tmp_path / "en"), tmp_path / "en.kurs"))
    assert isinstance(offer, Offer)
    told: list[object] = []
    shelf.courses.install(offer, told.append, told.append)
    shelf._qtbot.waitUntil(lambda: bool(told), timeout=LONG)
    assert backups(shelf.profile) == ()


def test_offers_nobody_took_are_gone_when_the_program_ends(shelf: Shelf, tmp_path: Path) -> None:
    """What was unpacked to be looked at is not left on the disk."""
    shelf.load()
    offer = shelf.look_at(write_kurs(write_course(tmp_path / "en"), tmp_path / "en.kurs"))
    assert isinstance(offer, Offer)
    assert offer.place.exists()
    shelf.courses.close()
    assert not list(shelf.installed.iterdir())
