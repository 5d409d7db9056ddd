"""The coordinator's thread: locked until it is opened, shut when it is left, and never waited for on the screen."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from kursapp.domain.problem import refusal
from kursapp.services.cohort_cards import DoorState
from kursapp.ui.desk import Desk
from kursapp.ui.watch import Watch

LONG = 10_000


class Room:
    """What is behind the door, on the thread that opened it."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.thread = threading.current_thread()
        self.closed = False
        self.backed_up = False

    def back_up(self) -> None:
        """Make today's backup."""
        self.backed_up = True

    def close(self) -> None:
        """Be left."""
        assert threading.current_thread() is self.thread
        self.closed = True


class Door:
    """A door with one passphrase."""

    def __init__(self) -> None:
        self.rooms: list[Room] = []
        self.passphrase = ""

    def state(self, *, simulated: bool = False) -> DoorState:
        """Say whether there is a passphrase yet."""
        return DoorState(bool(self.passphrase), False, simulated)

    def create(self, passphrase: str) -> Room:
        """Take the passphrase, and open."""
        self.passphrase = passphrase
        return self.open(passphrase)

    def open(self, passphrase: str) -> Room:
        """Open to the right passphrase."""
        if passphrase != self.passphrase:
            raise refusal("passphrase-wrong")
        return self._enter("real")

    def simulated(self) -> Room:
        """Open the room of made-up people."""
        return self._enter("simulated")

    def recover(self, _code: str, passphrase: str) -> Room:
        """Open, and take the new passphrase."""
        self.passphrase = passphrase
        return self._enter("real")

    def change_passphrase(self, old: str, new: str) -> None:
        """Take another passphrase."""
        if old != self.passphrase:
            raise refusal("passphrase-wrong")
        self.passphrase = new

    def _enter(self, name: str) -> Room:
        self.rooms.append(Room(name))
        return self.rooms[-1]


class Sitting:
    """A desk, its door, and what was heard."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.door = Door()
        self.desk = Desk(lambda: self.door)  # type: ignore[arg-type, return-value]
        self.troubles: list[str] = []
        self.desk.trouble.connect(lambda found: self.troubles.append(found.code))

    def heard(self, ask: Any) -> Any:
        """Ask and wait for what is said: a result, or the code of a refusal."""
        said: list[Any] = []
        ask(said.append, lambda found: said.append(found.code))
        self.qtbot.waitUntil(lambda: bool(said), timeout=LONG)
        return said[0]

    def name(self) -> Any:
        """Ask what is open."""
        return self.heard(lambda then, failed: self.desk.ask(lambda room: room.name, then, failed))

    def open(self) -> Sitting:
        """Make a safe, and open it."""
        with self.qtbot.waitSignal(self.desk.opened, timeout=LONG):
            self.desk.create("riktig")
        return self


@pytest.fixture
def sitting(qtbot: QtBot) -> Iterator[Sitting]:
    """Sit down at a locked desk."""
    made = Sitting(qtbot)
    yield made
    made.desk.close(LONG / 1000)


def test_nothing_is_read_while_it_is_locked(sitting: Sitting) -> None:
    """Before opening and after locking every question has the same answer, and the room is left at once."""
    assert sitting.name() == "coordinator-locked"
    sitting.open()
    assert sitting.name() == "real"
    assert sitting.door.rooms[0].backed_up, "what changed since the last backup has one as soon as it is opened"
    with sitting.qtbot.waitSignal(sitting.desk.locked, timeout=LONG):
        sitting.desk.lock()
    assert not sitting.desk.is_open
    assert sitting.name() == "coordinator-locked"
    assert sitting.door.rooms[0].closed


def test_a_wrong_passphrase_opens_nothing(sitting: Sitting) -> None:
    """It is refused to the one who tried, and the right one still opens: there is no lock-out."""
    sitting.open().desk.lock()
    said = sitting.heard(lambda _then, failed: sitting.desk.open("feil", failed))
    assert said == "passphrase-wrong"
    assert not sitting.desk.is_open
    with sitting.qtbot.waitSignal(sitting.desk.opened, timeout=LONG):
        sitting.desk.open("riktig")
    assert sitting.name() == "real"


def test_made_up_and_real_are_never_open_together(sitting: Sitting) -> None:
    """Opening the one leaves the other, and the cohort worked with is forgotten."""
    sitting.open().desk.chosen = "k1"
    with sitting.qtbot.waitSignal(sitting.desk.opened, timeout=LONG):
        sitting.desk.open_simulated()
    assert sitting.desk.is_simulated
    assert sitting.name() == "simulated"
    assert sitting.door.rooms[0].closed
    assert sitting.desk.chosen == ""
    with sitting.qtbot.waitSignal(sitting.desk.opened, timeout=LONG):
        sitting.desk.open("riktig")
    assert not sitting.desk.is_simulated


def test_a_lost_passphrase_is_replaced_by_the_sheet(sitting: Sitting) -> None:
    """The code opens, and the new passphrase counts from then on."""
    sitting.open().desk.lock()
    with sitting.qtbot.waitSignal(sitting.desk.opened, timeout=LONG):
        sitting.desk.recover("kode", "ny")
    assert sitting.heard(lambda then, failed: sitting.desk.change_passphrase("ny", "nyere", then, failed)) is None
    assert sitting.door.passphrase == "nyere"


def test_whether_there_is_a_safe_is_known_before_it_is_opened(sitting: Sitting) -> None:
    """The unlocking screen asks without a passphrase."""
    states: list[DoorState] = []
    sitting.desk.state(states.append)
    sitting.open().desk.state(states.append)
    sitting.qtbot.waitUntil(lambda: len(states) == 2, timeout=LONG)
    assert [state.exists for state in states] == [False, True]


def test_what_nobody_hears_is_trouble(sitting: Sitting) -> None:
    """A refusal without anybody to tell is told to all."""
    sitting.desk.ask(lambda room: room.name)
    sitting.qtbot.waitUntil(lambda: bool(sitting.troubles), timeout=LONG)
    assert sitting.troubles == ["coordinator-locked"]


def test_quitting_stops_what_is_long_and_leaves_the_room(sitting: Sitting) -> None:
    """A collecting of many files does not hold the window; what is open is closed on its own thread."""
    sitting.open()
    watch, begun = sitting.desk.watch(), threading.Event()

    def work(_room: Room) -> None:
        begun.set()
        while not watch.cancelled():
            pass

    sitting.desk.ask(work)  # type: ignore[arg-type]
    assert begun.wait(10)
    assert sitting.desk.close(LONG / 1000)
    assert sitting.door.rooms[0].closed


def test_reports_come_seldom_but_the_last_one_always(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ten thousand files are a few reports, and the bar is full at the end."""
    monkeypatch.setattr("kursapp.ui.watch.time.monotonic", lambda: 100.0)
    watch, heard = Watch(), []
    watch.progressed.connect(lambda done, total: heard.append((done, total)))
    for done in range(1, 1001):
        watch.progress(done, 1000)
    assert heard == [(1, 1000), (1000, 1000)]
    assert not watch.cancelled()
    watch.cancel()
    assert watch.cancelled()


def test_what_comes_next_is_got_ready_behind_the_first_answer(qtbot: QtBot) -> None:
    """Once, on the desk's own thread, and after what was asked first: it is never waited for."""
    order: list[str] = []
    threads: list[threading.Thread] = []

    def get_ready() -> None:
        order.append("ready")
        threads.append(threading.current_thread())

    desk = Desk(Door, None, get_ready)  # type: ignore[arg-type]
    try:
        assert order == []
        desk.state(lambda _state: order.append("state"))
        desk.state(lambda _state: order.append("again"))
        qtbot.waitUntil(lambda: order.count("again") == 1, timeout=LONG)
    finally:
        desk.close(10)
    assert sorted(order) == ["again", "ready", "state"]
    assert threads[0] is not threading.main_thread()
