"""The mouse and the keyboard: everything goes through the window as a person's would."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QScrollArea, QWidget

from kursapp.demo.eyes import name_of
from kursapp.demo.waiting import StuckError, let_go

LineField = QLineEdit
Key = Qt.Key
Modifier = Qt.KeyboardModifier
NOTCH = 120
MOST_NOTCHES = 400
ROOM = 24


def click(widget: QWidget, at: QPoint | None = None) -> None:
    """Click the middle of a widget (or ``at`` in it), scrolled to where it can be seen. StuckError if it is covered."""
    bring_into_view(widget)
    window = widget.window()
    place = widget.mapTo(window, at if at is not None else widget.rect().center())
    hit = window.childAt(place)
    if hit is None or not (hit is widget or widget.isAncestorOf(hit)):
        raise StuckError(f"«{name_of(widget)}» cannot be clicked: {hit} is in front of it at {place.toTuple()}")
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, Modifier.NoModifier, place)
    let_go()


def lay_mouse_aside(window: QWidget) -> None:
    """Move the mouse to the window's corner, so that it rests on nothing."""
    QTest.mouseMove(window.windowHandle(), QPoint(1, 1))
    let_go()


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Modifier.NoModifier) -> None:
    """Press and let go of a key, wherever the keyboard is."""
    window = focused().window() if QApplication.focusWidget() is not None else QApplication.activeWindow()
    if window is None:
        raise StuckError("no window has the keyboard")
    QTest.keyPress(window.windowHandle(), key, modifiers)
    # What the key did may have taken that window away: the key is let go of in the one there is now.
    now = QApplication.activeWindow()
    if now is not None:
        QTest.keyRelease(now.windowHandle(), key, modifiers)
    let_go()


def type_text(text: str) -> None:
    """Type a text, letter by letter, where the keyboard is."""
    for letter in text:
        field = focused()
        key = Key.Key_Return if letter == "\n" else Key.Key_unknown
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(field, QKeyEvent(kind, key, Modifier.NoModifier, letter))
    QApplication.processEvents()


def focused() -> QWidget:
    """Return what has the keyboard. Raises StuckError when nothing has."""
    widget = QApplication.focusWidget()
    if widget is None:
        raise StuckError("nothing has the keyboard")
    return widget


def bring_into_view(widget: QWidget) -> None:
    """Turn the wheel until a widget can be seen, or as much of it as there is room for."""
    let_go()
    for area in _scroll_areas(widget):
        for _notch in range(MOST_NOTCHES):
            step = _direction(widget, area)
            if not step or not _turn_wheel(area, step):
                break


def bring_to_top(widget: QWidget, area: QScrollArea) -> None:
    """Turn the wheel until a widget stands near the top of a page, or as near as the page's length allows."""
    content = area.widget()
    if content is not None:
        let_go()
        scroll_to(area, max(widget.mapTo(content, QPoint(0, 0)).y() - ROOM, 0))


def scroll_to(area: QScrollArea, value: int) -> None:
    """Push a page, as two fingers on a touch pad do, until it stands ``value`` px from its top or at its end."""
    let_go()
    bar = area.verticalScrollBar()
    while bar.value() != value and _push(area, value - bar.value()):
        pass


def _scroll_areas(widget: QWidget) -> list[QScrollArea]:
    found = []
    parent = widget.parentWidget()
    while parent is not None:
        # What lies over an area, as a box beside some words, does not scroll with it.
        if isinstance(parent, QScrollArea) and parent.viewport().isAncestorOf(widget):
            found.append(parent)
        parent = parent.parentWidget()
    return found


def _direction(widget: QWidget, area: QScrollArea) -> int:
    """Return 1 when the widget lies below what is shown, -1 above, 0 when it can be seen."""
    viewport = area.viewport()
    top = widget.mapTo(viewport, QPoint(0, 0)).y()
    bottom = top + widget.height()
    room = min(ROOM, max((viewport.height() - widget.height()) // 2, 0))
    middle = (top + bottom) // 2
    if widget.height() + 2 * room > viewport.height():
        return (middle > viewport.height() - ROOM) - (middle < ROOM)
    return (bottom > viewport.height() - room) - (top < room)


def _turn_wheel(area: QScrollArea, step: int) -> bool:
    """Turn the wheel one notch, down for a positive ``step``; say whether that moved anything."""
    return _turn(area, step * NOTCH)


def _push(area: QScrollArea, pixels: int) -> bool:
    """Move a page some px, down for a positive number; say whether that moved anything."""
    bar = area.verticalScrollBar()
    a_notch = QApplication.wheelScrollLines() * bar.singleStep()
    return _turn(area, round(max(-bar.pageStep(), min(pixels, bar.pageStep())) * NOTCH / a_notch))


def _turn(area: QScrollArea, angle: int) -> bool:
    bar = area.verticalScrollBar()
    before = bar.value()
    place = QPointF(area.viewport().rect().center())
    event = QWheelEvent(
        place,
        QPointF(area.viewport().mapToGlobal(place.toPoint())),
        QPoint(0, 0),
        QPoint(0, -angle),
        Qt.MouseButton.NoButton,
        Modifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(area.viewport(), event)
    return bar.value() != before
