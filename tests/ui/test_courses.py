"""The shelf has the newest version of each course, wherever it lies."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kursapp.app.reading import Reading
from kursapp.domain.problem import Problem
from kursapp.services.install_course import Offer
from kursapp.services.open_course import OpenedCourse
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
        self.tasks = Tasks(lambda: None, lambda: Reading(tmp_path / "cache"))
        self.courses = Courses(self.tasks, (self.brought,), installed=self.installed)
        self.replaced: list[str] = []
        self.courses.replaced.connect(self.replaced.append)

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


def test_offers_nobody_took_are_gone_when_the_program_ends(shelf: Shelf, tmp_path: Path) -> None:
    """What was unpacked to be looked at is not left on the disk."""
    shelf.load()
    offer = shelf.look_at(write_kurs(write_course(tmp_path / "en"), tmp_path / "en.kurs"))
    assert isinstance(offer, Offer)
    assert offer.place.exists()
    shelf.courses.close()
    assert not list(shelf.installed.iterdir())
