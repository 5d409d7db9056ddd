"""A small course of two days with a plan, a note, boxes and a reflection, in two versions, and a participant at it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kursapp.services.open_course import CourseReader, OpenedCourse
from kursapp.services.participant import Participant
from kursapp.storage.participant.profile_file import open_profile
from kursapp.ui.actions import Actions
from kursapp.ui.courses import Courses
from kursapp.ui.messages import Message, Messages
from kursapp.ui.navigation import Location, Navigator, home
from kursapp.ui.screen import Screen
from kursapp.ui.tasks import Tasks
from kursapp.ui.theme.theme import Theme
from kursapp.worker import Worker
from tests.ui.conftest import LONG
from tests.ui.participant.sitting import HandClock

COVER = """---
id: planen
versjon: {version}
språk: nb
---
# Kurset om planer

## Dag 1: Tanken
1. [Økt en](dag-1/1.md)

## Dag 2: Planen
1. [Økt to](dag-2/2.md)

## Oppfølging
<!-- åpner: 90 dager -->
1. [Økt tre](senere/3.md)
"""
FIRST = """---
id: s1
minutter: 5
---
# Økt en
Se [planen](../dag-2/2.md#wb-plan) eller [nettet](https://www.ks.no).

### Refleksjon: Hva svarer du?
<!-- id: r1 -->
Skriv litt, og se [planen](../dag-2/2.md#wb-plan).

### Arbeidsbok: Notatet
<!-- id: wb-notat -->
Skriv kort.
"""
SECOND = """---
id: s2
minutter: 5
---
# Økt to

### Arbeidsbok: Planen vår
<!-- id: wb-plan | kolonner: Innen dato -->
Roller, ikke navn.

| Mål <!-- kolonne: maal --> | Tiltak <!-- kolonne: tiltak --> | Eier <!-- kolonne: eier --> | Innen |
|---|---|---|---|
| Første mål <!-- rad: p1 --> | | | |
| Andre mål <!-- rad: p2 --> | | | |
| | | | |
"""
BOXES = """
### Arbeidsbok: Sjekken
<!-- id: wb-bokser -->
- [ ] Lest loven <!-- id: b1 -->
- [ ] Spurt barnet <!-- id: b2 -->
"""
LATER = """---
id: s3
minutter: 5
---
# Økt tre

### Arbeidsbok: Slik gikk det
<!-- id: wb-senere -->
Skriv kort.
"""
COURSE = "planen"
NOW = datetime(2026, 3, 9, 12, tzinfo=UTC)


def write(folder: Path, version: str, second: str) -> Path:
    """Write one version of the course."""
    files = {"kurs.md": COVER.format(version=version), "dag-1/1.md": FIRST, "dag-2/2.md": second, "senere/3.md": LATER}
    for file, text in files.items():
        (folder / file).parent.mkdir(parents=True, exist_ok=True)
        (folder / file).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def versions(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, OpenedCourse]]:
    """Open both versions once: ``new`` has dropped the boxes and the plan's second row."""
    place = tmp_path_factory.mktemp("planer")
    without = "\n".join(line for line in SECOND.splitlines() if "rad: p2" not in line)
    folders = {"old": write(place / "a", "1.0.0", SECOND + BOXES), "new": write(place / "b", "2.0.0", without + "\n")}
    worker = Worker()
    reader = CourseReader(worker, tmp_path_factory.mktemp("cache"))
    opened = {name: reader.open(folder) for name, folder in folders.items()}
    assert not [found for each in opened.values() for found in each.problems if found.severity.name == "ERROR"]
    yield opened
    for each in opened.values():
        each.close()
    worker.close()


def item_of(opened: OpenedCourse, item_id: str) -> Any:
    """Return an item of a course by id."""
    where = opened.page_of(item_id)
    assert where is not None
    blocks = opened.session(where[0]).page(where[1]).blocks
    return next(block for block in blocks if getattr(block, "id", "") == item_id)


class Reader:
    """A reader for whom the shelf is open already."""

    def open(self, _folder: Path) -> OpenedCourse:
        """Read nothing: the desk puts courses on the shelf itself."""
        raise AssertionError("nothing is to be opened")

    def close(self) -> None:
        """Leave the courses open: they belong to all tests."""


class Desk:
    """A participant's own screens, shown alone, over a real profile file."""

    def __init__(self, qtbot: QtBot, theme: Theme, file: Path, clock: HandClock, size: tuple[int, int]) -> None:
        self.qtbot, self.theme, self.clock, self._size = qtbot, theme, clock, size
        self.messages = Messages()
        self.heard: list[Message] = []
        self.messages.shown.connect(self.heard.append)

        def open_it() -> Participant:
            return Participant(open_profile(file, create=not file.exists()), clock)

        self.tasks = Tasks(open_it, Reader)
        self.courses = Courses(self.tasks, ())
        self.navigator = Navigator(home())
        self.went: list[Location] = []
        self.navigator.moved.connect(self.went.append)
        self.actions = Actions()
        self.tasks.start()
        self.courses.load()
        self.screens: list[Screen] = []

    def shelve(self, opened: OpenedCourse) -> None:
        """Put a course on the shelf, in the place of its other version."""
        self.courses.replace(opened)
        self.settle()

    def do(self, work: Callable[[Participant], object]) -> None:
        """Do something in the profile, and wait until the window knows."""
        self.tasks.save(work)
        self.settle()

    def ask(self, work: Callable[[Participant], object]) -> object:
        """Ask the profile something."""
        got: list[object] = []
        self.tasks.profile(work, got.append)
        self.qtbot.waitUntil(lambda: bool(got), timeout=LONG)
        return got[0]

    def show(self, kind: type[Screen], location: Location) -> Screen:
        """Show a screen at a location, as the window does."""
        parts = [self.tasks, self.courses, self.navigator, self.theme, self.messages]
        screen = kind(*parts, self.actions) if kind.__name__ == "PlanScreen" else kind(*parts)
        self.screens.append(screen)
        self.tasks.changed.connect(screen.refresh)
        screen.resize(*self._size)
        screen.show()
        screen.activateWindow()
        self.qtbot.waitUntil(screen.isActiveWindow, timeout=LONG)
        screen.enter(location)
        self.settle()
        return screen

    def settle(self) -> None:
        """Wait until all lanes have done what was asked, and the screens have shown it."""
        for _round in range(4):
            done: list[object] = []
            for lane in (self.tasks.reading, self.tasks.profile):
                lane(_nothing, done.append, done.append)
            self.qtbot.waitUntil(lambda done=done: len(done) == 2, timeout=LONG)
        QApplication.processEvents()

    def press(self, button: QPushButton) -> None:
        """Press a button, and wait for what it leads to."""
        assert button.isVisible(), button.text()
        button.click()
        self.settle()

    def focus(self) -> QWidget:
        """Return what has the keyboard."""
        focused = QApplication.focusWidget()
        assert focused is not None
        return focused

    def nameless(self, screen: Screen) -> list[QWidget]:
        """Return what takes the keyboard and has nothing to say to a screen reader."""
        stops = [each for each in screen.findChildren(QWidget) if each.isVisible() and each.focusPolicy().value & 1]
        return [each for each in stops if not (each.accessibleName() or getattr(each, "text", str)())]

    def close(self) -> None:
        """Close the screens and the file."""
        for screen in self.screens:
            screen.leave()
            screen.close()
            screen.deleteLater()
        self.tasks.close()


def _nothing(_subject: object) -> None:
    """Be a job that does nothing."""


@pytest.fixture
def desk(qtbot: QtBot, theme: Theme, tmp_path: Path, versions: dict[str, OpenedCourse]) -> Iterator[Desk]:
    """Sit down at the course's first version, which has been begun."""
    made = Desk(qtbot, theme, tmp_path / "profil.db", HandClock(NOW), (1100, 720))
    made.shelve(versions["old"])
    made.do(lambda participant: participant.on(versions["old"]).take.enrol())
    yield made
    made.close()
