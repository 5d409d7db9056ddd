"""Stepping through the parts of the window with F6."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget


def focus_into(region: QWidget) -> None:
    """Give the keyboard to a region, or to the first thing in it that takes it, and bring it into view."""
    stop = first_stop(region)
    if stop is None:
        return
    stop.setFocus(Qt.FocusReason.ShortcutFocusReason)
    bring_into_view(stop)


def bring_into_view(widget: QWidget) -> None:
    """Scroll whatever a widget is in so that it is seen."""
    around = widget.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(widget)
        around = around.parentWidget()


def focus_after_wait(region: QWidget, stood: QWidget | None) -> None:
    """Give the keyboard to what has come at last, unless one has gone elsewhere with it since it ``stood``."""
    if QApplication.focusWidget() in (stood, None):
        focus_into(region)


def first_stop(region: QWidget) -> QWidget | None:
    """Return what takes the keyboard in a region: itself or the first in tab order inside it; None: nothing does."""
    if takes_keyboard(region):
        return region
    widget = region.nextInFocusChain()
    while widget is not None and widget is not region:
        if region.isAncestorOf(widget) and takes_keyboard(widget) and widget.isVisibleTo(region):
            return widget
        widget = widget.nextInFocusChain()
    return None


def takes_keyboard(widget: QWidget) -> bool:
    """Say whether Tab stops at a widget."""
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.isEnabled()


def step_region(every: Iterable[QWidget], step: int) -> None:
    """Take the keyboard ``step`` regions on from the one it is in, around the end."""
    regions = [region for region in every if region.isVisible() and first_stop(region) is not None]
    if not regions:
        return
    focused = QApplication.focusWidget()
    inside = [
        number
        for number, region in enumerate(regions)
        if focused is not None and (focused is region or region.isAncestorOf(focused))
    ]
    start = inside[-1] if inside else -1 if step > 0 else 0
    focus_into(regions[(start + step) % len(regions)])
