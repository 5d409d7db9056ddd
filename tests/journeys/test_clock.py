"""The clock is wrong, is set right, and jumps: what she does is kept, and what is due comes when it should."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kursapp import paths
from kursapp.demo import eyes, hands
from kursapp.demo.answering import Answering
from kursapp.demo.driver import Driver
from kursapp.demo.eyes import Role
from kursapp.demo.waiting import wait_until
from kursapp.domain.days import local_day
from kursapp.domain.opening import waiting
from kursapp.services.clock import SystemClock
from kursapp.services.participant import Participant
from kursapp.storage.backup import backups
from kursapp.storage.inspection import look
from kursapp.storage.profiles import DATABASE
from kursapp.ui.participant.cover import CoverScreen
from kursapp.ui.participant.practice.question_stage import PracticeQuestion
from kursapp.ui.saving import SavingState
from kursapp.ui.widgets.question_view import QuestionView
from kursapp.ui.widgets.reflection_view import ReflectionView
from tests.journeys.conftest import begin

COVER = """---
id: klokkekurs
versjon: 1.0.0
språk: nb
---
# Kurs med frister

## Dag 1: Fristene
1. [Fristen](fristen.md)

## Oppfølging
<!-- id: opp | åpner: 90 dager | påminn: uke 2, 6, 12 -->
1. [Etter tre måneder](senere.md)
"""
DEADLINE = """---
id: fristen
minutter: 10
---
# Fristen
Den som har tavla, ser det før det er for sent.

### Spørsmål: Når begynner fristen?
<!-- id: sp-frist -->
- [x] Den dagen meldingen kom <!-- id: a -->
- [ ] Den dagen noen leste den <!-- id: b -->

### Refleksjon: Hvem har tavla hos deg?
<!-- id: rf-tavla -->
"""
LATER = """---
id: senere
minutter: 5
---
# Etter tre måneder
Det har gått en tid.
"""
RIGHT = datetime(2026, 3, 9, 9, 0, tzinfo=UTC)
PLACES = ("Hjem", "Kurs", "Øving", "Arbeidsbok", "Mine notater")


@dataclass
class Wall:
    """The clock on the wall, which goes on as real ones do from wherever it is set."""

    shift: timedelta

    def set(self, moment: datetime) -> None:
        """Set it. At the end of the calendar it stands still: there is no later moment."""
        self.shift = moment - datetime.now(UTC)

    def now(self) -> datetime:
        """Return the moment it shows."""
        try:
            return datetime.now(UTC) + self.shift
        except OverflowError:
            return datetime.max.replace(tzinfo=UTC)


@pytest.fixture
def wall(monkeypatch: pytest.MonkeyPatch) -> Wall:
    """Hang up a clock that the program goes by."""
    clock = Wall(timedelta())
    clock.set(RIGHT)
    monkeypatch.setattr(SystemClock, "now", lambda _clock: clock.now())
    return clock


@pytest.fixture
def zone(monkeypatch: pytest.MonkeyPatch) -> Iterator[Zone]:
    """Let the machine be taken to other places; afterwards it is where it was."""
    made = Zone(monkeypatch)
    made.go("Europe/Oslo")
    yield made
    monkeypatch.undo()
    time.tzset()


class Zone:
    """The time zone the machine is in."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._monkeypatch = monkeypatch

    def go(self, name: str) -> None:
        """Go to another zone."""
        self._monkeypatch.setenv("TZ", name)
        time.tzset()


@pytest.fixture
def kari(stranger: Driver, wall: Wall, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Driver:
    """Give somebody who has begun on a short course with a part that opens after three months."""
    folder = tmp_path / "hylle" / "klokkekurs"
    folder.mkdir(parents=True)
    for name, text in (("kurs.md", COVER), ("fristen.md", DEADLINE), ("senere.md", LATER)):
        (folder / name).write_text(text, "utf-8")
    monkeypatch.setattr(paths, "bundled_courses", lambda: folder.parent)
    stranger.open()
    begin(stranger)
    stranger.open_course("Kurs med frister")
    stranger.push("Begynn kurset")
    Answering(stranger).answer(stranger.one(QuestionView, stranger.page))
    stranger.next_page()
    stranger.saved()
    return stranger


def sit_down(kari: Driver, wall: Wall, moment: datetime, word: str) -> None:
    """Start the program at a moment, write a word, look at every screen, and close it."""
    if kari._program is not None:
        kari.close()
    wall.set(moment)
    kari.open()
    wait_until(lambda: kari.rest.courses.is_loaded, "the courses")
    kari.settle()
    to_the_page(kari)
    field = kari.one(ReflectionView, kari.page).field
    kari.click(field)
    hands.press(hands.Key.Key_End, hands.Modifier.ControlModifier)
    hands.type_text(f"{word} ")
    kari.saved()
    for place in PLACES:
        kari.place(place)
    assert kari.rest.tasks.state is SavingState.SAVED
    assert not kari.words(kari.rest.steering.message_bar), "nothing is wrong but the clock"


def to_the_page(kari: Driver) -> None:
    """Go to the one page of the first day."""
    kari.find_and_go("Fristen")
    if isinstance(kari.screen, CoverScreen):
        kari.push("Fortsett")


def written(kari: Driver) -> str:
    """Return what stands in her reflection."""
    to_the_page(kari)
    return kari.one(ReflectionView, kari.page).field.text()


def due(kari: Driver) -> set[str]:
    """Return what Hjem brings up."""
    kari.go_home()
    found: list[frozenset[str]] = []
    shelf = kari.rest.courses.shelf()
    kari.rest.tasks.profile(lambda me: frozenset(one.task for one in me.today.due(shelf)), found.append)
    wait_until(lambda: bool(found), "what is due")
    return set(found[0])


def has_opened(kari: Driver) -> bool:
    """Say whether the part that waits for three months is open."""
    (opened,) = kari.rest.courses.shelf()
    found: list[bool] = []

    def read(me: Participant) -> bool:
        return not waiting(opened.course, me.on(opened).take.read_days(), local_day(me.now))

    kari.rest.tasks.profile(read, found.append)
    wait_until(lambda: bool(found), "what is open")
    return found[0]


def practised(kari: Driver) -> bool:
    """Answer what Øving puts, if it puts anything."""
    kari.place("Øving")
    kari.settle()
    if not eyes.all_with(kari.screen, Role.Button, "Begynn"):
        return False
    kari.push("Begynn")
    stage = kari.all(PracticeQuestion)[0]
    Answering(kari).answer(stage.view)
    wait_until(lambda: stage.knew_button.isVisible() or stage.next_button.isVisible(), "how it went")
    kari.click(stage.knew_button if stage.knew_button.isVisible() else stage.next_button)
    kari.saved()
    return True


WRONG = {
    "tilbake": RIGHT - timedelta(days=730),
    "begynnelsen": datetime(1970, 1, 1, 0, 0, 5, tzinfo=UTC),
    "fram": RIGHT + timedelta(days=730),
    "slutten": datetime(9999, 12, 31, 12, 0, tzinfo=UTC),
}
"""Two years back, where a clock without a battery begins, two years ahead, and the end of the calendar."""


def test_clocks_that_were_wrong_for_a_day_are_forgotten(kari: Driver, wall: Wall) -> None:
    """What is written then is kept, Øving and what opens later come on their days, and today's backup is made."""
    for word, wrong in WRONG.items():
        sit_down(kari, wall, wrong, word)
        practised(kari)
    sit_down(kari, wall, RIGHT + timedelta(days=1), "igjen")
    assert not has_opened(kari), "it is not three months yet"
    assert written(kari).split() == [*WRONG, "igjen"]
    (database,) = paths.data_folder().glob(f"profiler/*/{DATABASE}")
    made = backups(database)
    assert (RIGHT + timedelta(days=1)).date() in {each.made_at.date() for each in made}
    assert all(look(each.path).sound for each in made)
    put = 0
    for day in (2, 3, 4, 12, 40):
        wall.set(RIGHT + timedelta(days=day))
        kari.go_home()
        put += practised(kari)
    assert put >= 2, "it is not held up by a day that has not come"
    assert any(task.startswith("reminder:opp:") for task in due(kari))
    wall.set(RIGHT + timedelta(days=92))
    assert has_opened(kari)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has one zone for all programs")
def test_daylight_saving_costs_and_repeats_no_day(kari: Driver, wall: Wall, zone: Zone) -> None:
    """The hour that is not and the hour that comes twice: she writes through both, and days stay hers."""
    for evening in (datetime(2026, 3, 29, 0, 59, 50, tzinfo=UTC), datetime(2026, 10, 25, 0, 59, 50, tzinfo=UTC)):
        before = written(kari) if kari._program is not None else ""
        sit_down(kari, wall, evening, "før")
        wall.set(evening + timedelta(seconds=20))
        to_the_page(kari)
        field = kari.one(ReflectionView, kari.page).field
        kari.click(field)
        hands.press(hands.Key.Key_End, hands.Modifier.ControlModifier)
        hands.type_text("etter ")
        kari.saved()
        assert written(kari) == f"{before}før etter "
        assert local_day(wall.now()) == evening.date()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has one zone for all programs")
def test_a_journey_round_the_world_loses_nothing(kari: Driver, wall: Wall, zone: Zone) -> None:
    """East across the date line and back west: what was put off is put off for her day, and what she wrote stands."""
    words = []
    for hours, place in enumerate(("Europe/Oslo", "Pacific/Kiritimati", "Pacific/Niue", "Europe/Oslo")):
        zone.go(place)
        sit_down(kari, wall, RIGHT + timedelta(hours=3 * hours), place)
        practised(kari)
        words.append(place)
    assert written(kari).split() == words
    assert os.environ["TZ"] == "Europe/Oslo"
    wall.set(RIGHT + timedelta(days=89))
    assert not has_opened(kari)
    wall.set(RIGHT + timedelta(days=91))
    assert has_opened(kari)
