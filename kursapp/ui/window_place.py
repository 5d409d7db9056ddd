"""Where the window was left, checked against the screens there are now."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow

from kursapp.settings import WindowPlace

FIRST_SIZE = QSize(1280, 800)
LEAST_SIZE = QSize(640, 480)
LEAST_SEEN = 64
"""At least so much of the window, in both directions, must be on a screen for its old place to count."""


def restore_window(window: QMainWindow, place: WindowPlace | None) -> None:
    """Put the window where it was left, or in the middle of the first screen where that place is gone."""
    window.setMinimumSize(LEAST_SIZE)
    frame = fitting_frame(place, [screen.availableGeometry() for screen in QGuiApplication.screens()])
    window.setGeometry(frame)
    if place is not None and place.maximized:
        window.setWindowState(window.windowState() | window.windowState().WindowMaximized)


def fitting_frame(place: WindowPlace | None, screens: list[QRect]) -> QRect:
    """Return a frame that can be seen: the old one moved and shrunk onto the screen it lies on most, or a first one."""
    if place is not None:
        wanted = QRect(place.x, place.y, place.width, place.height)
        seen = [(screen.intersected(wanted), screen) for screen in screens]
        seen = [(part, screen) for part, screen in seen if part.width() >= LEAST_SEEN and part.height() >= LEAST_SEEN]
        if seen:
            _part, screen = max(seen, key=lambda pair: pair[0].width() * pair[0].height())
            return _moved_onto(wanted, screen)
    first = next(iter(screens), QRect(0, 0, FIRST_SIZE.width(), FIRST_SIZE.height()))
    size = FIRST_SIZE.boundedTo(first.size())
    left = first.x() + (first.width() - size.width()) // 2
    top = first.y() + (first.height() - size.height()) // 2
    return QRect(left, top, size.width(), size.height())


def present_place(window: QMainWindow) -> WindowPlace:
    """Return where the window stands, to be remembered."""
    frame = window.normalGeometry() if window.isMaximized() else window.geometry()
    name = window.screen().name()
    return WindowPlace(frame.x(), frame.y(), frame.width(), frame.height(), window.isMaximized(), name)


def _moved_onto(frame: QRect, screen: QRect) -> QRect:
    width, height = min(frame.width(), screen.width()), min(frame.height(), screen.height())
    left = max(screen.left(), min(frame.x(), screen.right() - width + 1))
    top = max(screen.top(), min(frame.y(), screen.bottom() - height + 1))
    return QRect(left, top, width, height)
