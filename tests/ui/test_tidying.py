"""Reference cycles are collected on the screen's thread only."""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Iterator
from gc import freeze, unfreeze

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from kursapp.ui.tidying import LONGEST_MILLISECONDS, TICK_MILLISECONDS, Tidying

ENOUGH = 2_000
"""More new objects than Python makes before it collects of its own accord."""


class Loop:
    """Something that only collecting can take away."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture(autouse=True)
def window_leaves_out_and_puts_back(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let it be done as in the program: it is what is tried here."""
    monkeypatch.setattr(gc, "freeze", freeze)
    monkeypatch.setattr(gc, "unfreeze", unfreeze)


@pytest.fixture
def tidying(qapp: QApplication) -> Iterator[Tidying]:
    """Take over from Python, and give back."""
    made = Tidying()
    made.start()
    yield made
    made.stop()


def test_another_thread_collects_nothing(tidying: Tidying) -> None:
    """However much another thread makes, a cycle of the screen's stays until the screen's thread tidies."""
    loop = weakref.ref(Loop())
    worker = threading.Thread(target=lambda: [[] for _each in range(ENOUGH)])
    worker.start()
    worker.join()
    assert loop() is not None
    heap = [[] for _each in range(ENOUGH)]
    tidying.tidy()
    assert loop() is None
    assert len(heap) == ENOUGH


def test_old_cycles_are_collected_too(tidying: Tidying) -> None:
    """A cycle that has outlived the young generations goes when the oldest one is due."""
    loop = weakref.ref(Loop())
    gc.collect(0)
    gc.collect(1)
    for _round in range(gc.get_threshold()[2] + 1):
        for _turn in range(gc.get_threshold()[1] + 1):
            gc.collect(0)
        gc.collect(1)
    tidying.tidy()
    assert loop() is None


def test_python_collects_again_afterwards(qapp: QApplication) -> None:
    """When the threads are gone Python goes on as before."""
    tidying = Tidying()
    tidying.start()
    assert not gc.isenabled()
    tidying.stop()
    assert gc.isenabled()
    assert gc.get_freeze_count() == 0


def test_it_looks_seldom_while_nothing_happens(tidying: Tidying) -> None:
    """A window nobody touches hardly wakes the machine; once something is due it looks as often as at first."""
    timer = tidying.findChild(QTimer)
    assert timer is not None
    gc.collect()
    waits = [timer.interval()]
    while waits[-1] < LONGEST_MILLISECONDS and len(waits) < 10:
        tidying.tidy()
        waits.append(timer.interval())
    assert waits == sorted(set(waits))
    assert (waits[0], waits[-1]) == (TICK_MILLISECONDS, LONGEST_MILLISECONDS)
    tidying.tidy()
    assert timer.interval() == LONGEST_MILLISECONDS
    heap = [[] for _each in range(ENOUGH)]
    tidying.tidy()
    assert timer.interval() == TICK_MILLISECONDS
    assert len(heap) == ENOUGH
