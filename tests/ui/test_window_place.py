"""A window is always where it can be seen."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect

from kursapp.settings import WindowPlace
from kursapp.ui.window_place import FIRST_SIZE, fitting_frame

_NUMBERS = st.integers(-5000, 5000)
_PLACES = st.builds(WindowPlace, _NUMBERS, _NUMBERS, st.integers(1, 5000), st.integers(1, 5000))
_SCREENS = st.lists(
    st.builds(QRect, _NUMBERS, _NUMBERS, st.integers(800, 4000), st.integers(600, 3000)), min_size=1, max_size=3
)


@given(st.none() | _PLACES, _SCREENS)
def test_the_frame_lies_wholly_on_a_screen(place: WindowPlace | None, screens: list[QRect]) -> None:
    """Wherever it was left and whatever screens there are now."""
    frame = fitting_frame(place, screens)
    assert any(screen.contains(frame) for screen in screens)


def test_a_place_on_a_present_screen_is_kept() -> None:
    """The window comes back where it was left, to the pixel."""
    place = WindowPlace(1500, 100, 1000, 700)
    frame = fitting_frame(place, [QRect(0, 0, 1366, 768), QRect(1366, 0, 1920, 1080)])
    assert frame == QRect(1500, 100, 1000, 700)


def test_a_place_on_a_screen_that_is_gone_begins_anew() -> None:
    """An unplugged screen takes no window with it."""
    frame = fitting_frame(WindowPlace(3000, 100, 1000, 700), [QRect(0, 0, 1920, 1080)])
    assert frame.size() == FIRST_SIZE
    assert frame.center() == QRect(0, 0, 1920, 1080).center()


def test_a_small_screen_is_filled() -> None:
    """At 960 by 600 the window is as large as the screen."""
    assert fitting_frame(None, [QRect(0, 0, 960, 600)]) == QRect(0, 0, 960, 600)
