"""Where one is on a page, told so that it can be found again: tomorrow, in another window size, in larger type."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QScrollArea, QWidget

from kursapp.domain.record import Position
from kursapp.ui.participant.page_body import PageBody
from kursapp.ui.widgets.block_column import Part
from kursapp.ui.widgets.saved_text import SavedText


def place_at_top(scroll: QScrollArea, body: PageBody) -> Position:
    """Return what stands at the top of the view."""
    top = scroll.verticalScrollBar().value()
    for shown in reversed(body.parts()):
        start = top_of(scroll, shown)
        if start <= top:
            return Position(shown.block, (top - start) / max(shown.widget.height(), 1))
    return Position()


def with_focus(place: Position, body: PageBody, item_ids: Sequence[str]) -> Position:
    """Return a place with the field of the page the keyboard is in; as it was where it is in none."""
    item, part, caret = _focus_in(body, item_ids)
    return replace(place, item=item, part=part, caret=caret) if item else place


def scroll_to(scroll: QScrollArea, body: PageBody, position: Position) -> bool:
    """Bring a place back to the top of the view; False where the body is not built so far yet."""
    if position.block == 0 and position.offset == 0:
        scroll.verticalScrollBar().setValue(0)
        return True
    parts = body.parts()
    at = next((part for part in reversed(parts) if part.block <= position.block), None)
    if at is None:
        return False
    height = at.widget.height() if at.block == position.block else 0
    scroll.verticalScrollBar().setValue(round(top_of(scroll, at) + position.offset * height))
    return True


def focus_again(body: PageBody, position: Position) -> QWidget | None:
    """Give the keyboard back to the field it was in, with its caret; None where there was none."""
    view = body.item(position.item) if position.item else None
    if view is None:
        return None
    stops = _stops(view)
    number = int(position.part) if position.part.isdigit() else 0
    if number >= len(stops):
        return None
    field = stops[number]
    if isinstance(field, SavedText):
        field.set_caret(position.caret)
    elif isinstance(field, QLineEdit):
        field.setCursorPosition(position.caret)
    return field


def _focus_in(body: PageBody, item_ids: Sequence[str]) -> tuple[str, str, int]:
    focused = QApplication.focusWidget()
    if focused is None or not body.isAncestorOf(focused):
        return "", "", 0
    for item_id in item_ids:
        view = body.item(item_id)
        if view is not None and view.isAncestorOf(focused):
            stops = _stops(view)
            number = stops.index(focused) if focused in stops else 0
            return item_id, str(number), _caret(focused)
    return "", "", 0


def _caret(field: QWidget) -> int:
    if isinstance(field, SavedText):
        return field.caret()
    return field.cursorPosition() if isinstance(field, QLineEdit) else 0


def keep_order(page: QWidget, body: PageBody, last: Sequence[QWidget]) -> None:
    """Let the keyboard go down a page as it is read, also where parts of it were made after those below them."""
    stops = [stop for part in body.parts() for stop in _in_chain(part.widget)]
    for stop, following in pairwise((page, *stops, *last)):
        QWidget.setTabOrder(stop, following)


def _in_chain(part: QWidget) -> list[QWidget]:
    """Return what takes the keyboard in a part, in the order it goes there."""
    found, at = [], part.nextInFocusChain()
    while at is not None and (at is part or part.isAncestorOf(at)):
        if at.focusPolicy() & Qt.FocusPolicy.TabFocus:
            found.append(at)
        if at is part:
            break
        at = at.nextInFocusChain()
    return ([part] if part.focusPolicy() & Qt.FocusPolicy.TabFocus and part not in found else []) + found


def _stops(view: QWidget) -> list[QWidget]:
    """Return what takes the keyboard inside an item, in the order it was made."""
    return [child for child in view.findChildren(QWidget) if child.focusPolicy() & Qt.FocusPolicy.TabFocus]


def top_of(scroll: QScrollArea, part: Part) -> int:
    """Return how far down the page a part begins, in px."""
    content = scroll.widget()
    assert content is not None
    return part.widget.mapTo(content, QPoint(0, 0)).y()
