"""It is noticed that nobody is here: by the clock that stands still in sleep, and by the sleep itself."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from kursapp.ui.idle import ASLEEP, Idleness


class Clocks:
    """Two clocks set by hand."""

    def __init__(self) -> None:
        self.wall = self.steady = 1000.0

    def pass_by(self, seconds: float, *, asleep: bool = False) -> None:
        """Let time pass; asleep only the clock on the wall goes on."""
        self.wall += seconds
        self.steady += 0 if asleep else seconds


class Noticing:
    """Somebody who looks, and how often she found that nobody was here."""

    def __init__(self) -> None:
        self.clocks = Clocks()
        self.times = 0
        self.idle = Idleness(wall=lambda: self.clocks.wall, steady=lambda: self.clocks.steady)
        self.idle.due.connect(self._on_due)

    def _on_due(self) -> None:
        self.times += 1

    def after(self, seconds: float, *, asleep: bool = False) -> int:
        """Let time pass, look, and return how often it has been told."""
        self.clocks.pass_by(seconds, asleep=asleep)
        self.idle.look()
        return self.times


@pytest.fixture
def noticing(qapp: QApplication) -> Noticing:
    """Watch for five minutes without a sign of life."""
    made = Noticing()
    made.idle.watch(5)
    yield made
    made.idle.watch(0)


def test_it_is_told_after_the_minutes_and_not_before(noticing: Noticing) -> None:
    """And again at each look, until somebody does something about it."""
    assert noticing.after(299) == 0
    assert noticing.after(1) == 1
    assert noticing.after(5) == 2


@pytest.mark.parametrize(
    "event",
    [
        QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier, "a"),
        QMouseEvent(
            QEvent.Type.MouseMove,
            QPointF(1, 1),
            QPointF(1, 1),
            Qt.MouseButton.NoButton,
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
        ),
    ],
)
def test_a_key_or_the_mouse_is_a_sign_of_life(noticing: Noticing, event: QEvent) -> None:
    """The minutes begin anew."""
    widget = QWidget()
    noticing.after(299)
    QApplication.sendEvent(widget, event)
    assert noticing.after(299) == 0
    assert noticing.after(2) == 1


def test_what_the_program_does_by_itself_is_none(noticing: Noticing) -> None:
    """A timer or a repaint is nobody."""
    noticing.after(299)
    QApplication.sendEvent(QWidget(), QEvent(QEvent.Type.UpdateRequest))
    assert noticing.after(2) == 1


def test_a_machine_that_has_slept_is_told_at_once(noticing: Noticing) -> None:
    """Who opens the lid need not be who closed it."""
    assert noticing.after(ASLEEP + 1, asleep=True) == 1


def test_nobody_looks_when_told_not_to(noticing: Noticing) -> None:
    """And events do not pass by any more."""
    noticing.idle.watch(0)
    assert not noticing.idle.is_watching
    noticing.idle.watch(15)
    assert noticing.idle.is_watching
