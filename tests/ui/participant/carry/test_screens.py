"""Every screen of moving and clearing can be used by keyboard, read aloud, and read at twice the size."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import NoReturn

import pytest
from PySide6.QtCore import QMimeData, QObject, Qt, QUrl
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from kursapp.domain.record import Profile
from kursapp.services.carry.carrier import Carrier, Places
from kursapp.services.carry.clearing import Holdings, Proof
from kursapp.services.carry.contents import CarriedCourse
from kursapp.services.carry.move_in import Arrival
from kursapp.services.carry.move_out import Moved
from kursapp.services.carry.pending import Pending
from kursapp.services.carry.take_out import TakenOut
from kursapp.services.clock import SystemClock
from kursapp.ui.carrying import Carrying
from kursapp.ui.navigation import Navigator, clear_machine, home, move_in, move_out, take_out
from kursapp.ui.participant.carry.arrival_view import ArrivalView
from kursapp.ui.participant.carry.clear_screen import ClearScreen
from kursapp.ui.participant.carry.clearing_screen import MOST_SHOWN, ClearingScreen
from kursapp.ui.participant.carry.move_in_screen import MoveInScreen
from kursapp.ui.participant.carry.move_out_screen import MoveOutScreen
from kursapp.ui.participant.carry.take_out_screen import TakeOutScreen
from kursapp.ui.participant.carry.words import size_words
from kursapp.ui.participant.dropping import files_in
from kursapp.ui.screen import Screen
from kursapp.ui.tasks import Tasks
from kursapp.ui.theme.theme import Look, Theme
from kursapp.ui.widgets.path_label import PathLabel

NOW = datetime(2026, 3, 9, 12, tzinfo=UTC)
KARI = Profile("kari-1a2b3c4d", "Kari Nordmann-Johansen fra kommunen", NOW, NOW)
LONG_PATH = Path("/home/kari/Dokumenter/Barnevern/Kurs og opplæring/2026/Til den nye maskinen/Kursapp-2026-03-09.flytt")
MANY = tuple(LONG_PATH.with_name(f"fil-{number}") for number in range(MOST_SHOWN + 3))
TITLES = ("God barnevernledelse", "Når noen sier fra: om varsling, taushet og mot i en travel hverdag")


@pytest.fixture
def carrying(qtbot: QtBot, tmp_path: Path) -> Iterator[Carrying]:
    """Give what the screens ask, on a machine with nothing on it; most answers are shown to them by hand."""
    parent = QObject()
    tasks = Tasks(Nothing, Nothing, parent)
    places = Places(tmp_path, tmp_path / "courses", tmp_path / "cache")

    def make() -> Carrier:
        return Carrier(places, no_reader, SystemClock())

    yield Carrying(tasks, make, lambda: KARI, parent)
    tasks.close()


class Nothing:
    """A file with nothing in it."""

    def close(self) -> None:
        """Be closed."""


def no_reader() -> NoReturn:
    """Be the reader where no course is installed."""
    raise AssertionError("a course was read")


def moved_out(carrying: Carrying, theme: Theme) -> Screen:
    screen = MoveOutScreen(carrying, Navigator(home()), theme)
    screen.enter(move_out())
    screen.phrase.show_made("brennevinsflaske kringkasting fenalår elefant sommerfugl vinterferie")
    screen._on_made(Moved(LONG_PATH, 230_400, TITLES))
    return screen


def asked_how(carrying: Carrying, theme: Theme) -> Screen:
    screen = MoveOutScreen(carrying, Navigator(home()), theme)
    screen.enter(move_out())
    screen.phrase.ways.choose("own")
    screen.phrase.first.show_error("Skriv minst 10 tegn.")
    return screen


def moving_in(carrying: Carrying, theme: Theme) -> Screen:
    screen = MoveInScreen(carrying, Navigator(home()), theme)
    screen.enter(move_in(str(LONG_PATH)))
    screen.pane.error.say("«Kursapp-2026-03-09.flytt» er ikke hel: slutten mangler. Kopier fila på nytt.")
    return screen


def looked_at(carrying: Carrying, theme: Theme) -> Screen:
    screen = MoveInScreen(carrying, Navigator(home()), theme)
    screen.enter(move_in(str(LONG_PATH)))
    courses = [CarriedCourse(id="a", version="1.0", title=title) for title in TITLES]
    courses.append(CarriedCourse(id="b", version="1.0", title=TITLES[1], file="kurs/1.kurs"))
    screen.pane._on_looked(Arrival(Path("finnes-ikke"), KARI, NOW, tuple(courses), KARI))
    screen.pane.asked.hide()
    return screen


def taken_out(carrying: Carrying, theme: Theme) -> Screen:
    screen = TakeOutScreen(carrying, Navigator(home()), theme)
    screen.enter(take_out())
    screen._on_made(TakenOut(LONG_PATH, ("alt.json", "arbeidsbok.md", "les-meg.md"), 1_234_567))
    return screen


def to_clear(carrying: Carrying, theme: Theme) -> Screen:
    screen = ClearScreen(carrying, Navigator(home()), theme)
    screen.enter(clear_machine())
    screen._show_holdings(Holdings(12, 4_321_000, 8))
    return screen


def cleared(carrying: Carrying, theme: Theme) -> Screen:
    screen = ClearingScreen(theme, Pending(KARI.id, KARI.name, ()))
    screen._on_proof(Proof(12, 340, 12_000_000, MANY, MANY[:1], MANY[:2]))
    return screen


Make = Callable[[Carrying, Theme], Screen]
SCREENS: tuple[Make, ...] = (moved_out, asked_how, moving_in, looked_at, taken_out, to_clear, cleared)


@pytest.mark.parametrize("name", ["Kari", "Kari Nordmann " * 5 + "på Moss ved"])
def test_two_that_live_beside_each_other_are_told_apart(qtbot: QtBot, name: str) -> None:
    """However long the name is, the day it came stands after it, and all of it is kept."""
    view = ArrivalView(Arrival(Path("finnes-ikke"), replace(KARI, name=name), NOW, (), replace(KARI, name=name)))
    qtbot.addWidget(view)
    beside = view.name_beside()
    assert beside.startswith(name[:20])
    assert " (flyttet " in beside
    assert beside.endswith(")")
    assert len(beside) <= 80


@pytest.mark.parametrize("make", SCREENS)
@pytest.mark.parametrize("zoom", [100, 200])
def test_nothing_is_wider_than_the_window(
    carrying: Carrying, theme: Theme, qtbot: QtBot, make: Make, zoom: int
) -> None:
    """In the smallest window, beside the folded sidebar, at twice the size of the text."""
    theme.wear(Look("dark", zoom))
    screen = make(carrying, theme)
    qtbot.addWidget(screen)
    screen.resize(960 - theme.px(56), 552)
    screen.show()
    area = screen.findChild(QScrollArea)
    assert area.widget().minimumSizeHint().width() <= area.viewport().width()
    theme.wear(Look("light"))


@pytest.mark.parametrize("make", SCREENS)
def test_everything_that_takes_the_keyboard_says_what_it_is(
    carrying: Carrying, theme: Theme, qtbot: QtBot, make: Make
) -> None:
    """A screen reader names each button and line; the first of them has the keyboard."""
    screen = make(carrying, theme)
    qtbot.addWidget(screen)
    screen.show()
    controls = [each for kind in (QAbstractButton, QLineEdit) for each in screen.findChildren(kind)]
    shown = [each for each in controls if each.isVisible()]
    assert shown
    assert all(each.accessibleName() or getattr(each, "text", str)() for each in shown)
    assert screen.title()
    assert isinstance(screen.first_focus(), QWidget)


def test_the_proof_lists_the_first_files_and_counts_the_rest(carrying: Carrying, theme: Theme, qtbot: QtBot) -> None:
    """A thousand paths help nobody; every kind of file has its own sentence."""
    screen = cleared(carrying, theme)
    qtbot.addWidget(screen)
    assert len(screen.findChildren(PathLabel)) == MOST_SHOWN + 1 + 2
    words = " ".join(each.text() for each in screen.findChildren(QWidget) if hasattr(each, "text"))
    assert "og 3 til" in words
    assert "lot seg ikke slette" in words
    assert "kunne ikke leses" in words


def test_a_moving_file_can_be_dropped_on_the_window() -> None:
    """As a cohort's file and a course's can."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/pinne/Kari.FLYTT"), QUrl.fromLocalFile("/pinne/brev.docx")])
    assert files_in(data) == ["/pinne/Kari.FLYTT"]


@pytest.mark.parametrize(
    ("size", "words"),
    [
        (0, "0 byte"),
        (999, "999 byte"),
        (1_499, "1 kB"),
        (230_400, "230 kB"),
        (3_450_000, "3,5 MB"),
        (2 * 10**9, "2 GB"),
    ],
)
def test_sizes_are_written_as_people_read_them(size: int, words: str) -> None:
    """In steps of a thousand, as systems show them."""
    assert size_words(size).replace("\u00a0", " ") == words


@pytest.mark.parametrize(
    ("make", "names"),
    [
        (to_clear, ["Flytt til en annen maskin", "Ta ut alt mitt", "Navnet på profilen", "Slett alt og tøm maskinen"]),
        (moving_in, ["Velg en annen fil", "Passordfrasen til fila", "Passordfrasen til fila: Vis det jeg skriver"]),
        (looked_at, ["Hva vil du gjøre?: Behold begge", "Hent profilen hit", "Avbryt"]),
    ],
)
def test_tab_goes_through_a_screen_as_it_is_read(
    carrying: Carrying, theme: Theme, qtbot: QtBot, make: Make, names: list[str]
) -> None:
    """From the top down, past nothing that cannot be used."""
    screen = make(carrying, theme)
    qtbot.addWidget(screen)
    screen.show()
    found: list[str] = []
    widget = screen.nextInFocusChain()
    while widget is not screen:
        takes = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.isVisible()
        if takes and isinstance(widget, QAbstractButton | QLineEdit):
            found.append(widget.accessibleName() or getattr(widget, "text", str)())
        widget = widget.nextInFocusChain()
    places = [found.index(name) for name in names]
    assert places == sorted(places), found


def test_clearing_begins_at_the_top_with_the_keyboard_on_no_button(
    carrying: Carrying, theme: Theme, qtbot: QtBot
) -> None:
    """What goes is read first, on a low window and at the second visit too."""
    screen = to_clear(carrying, theme)
    qtbot.addWidget(screen)
    screen.resize(700, 300)
    screen.show()
    first = screen.first_focus()
    assert isinstance(first, QScrollArea)
    assert first.accessibleName() == "Tøm denne maskinen"
    bar = first.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0, timeout=30_000)
    bar.setValue(bar.maximum())
    screen.enter(clear_machine())
    assert bar.value() == 0


def test_when_all_is_taken_out_there_is_one_main_button(carrying: Carrying, theme: Theme, qtbot: QtBot) -> None:
    """To go on; to take it out once more one comes anew."""
    screen = taken_out(carrying, theme)
    assert isinstance(screen, TakeOutScreen)
    qtbot.addWidget(screen)
    screen.buttons.hide()
    screen.show()
    screen._on_made(TakenOut(LONG_PATH, ("alt.json",), 1_234))
    assert screen.finish.isVisible()
    assert not screen.make.isVisible()
    screen.enter(take_out())
    assert screen.make.isVisible()
    assert not screen.done.isVisible()
