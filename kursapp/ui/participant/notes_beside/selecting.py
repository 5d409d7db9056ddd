"""Words chosen in running text, by mouse or by keyboard, and marks one clicks on."""

from __future__ import annotations

from typing import Any, NamedTuple

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QTextCursor, QTextTable
from PySide6.QtWidgets import QMenu, QWidget
from shiboken6 import isValid

from kursapp.ui.participant.page_view import PageView
from kursapp.ui.widgets.prose_view import ProseView
from kursapp.ui.widgets.text_marks import TextMark

HIGHLIGHT = "highlight"
_TO_NEXT = (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_PageDown)
_TO_PREVIOUS = (Qt.Key.Key_Up, Qt.Key.Key_Left, Qt.Key.Key_PageUp)


class Selected(NamedTuple):
    """Chosen words: the text they stand in, which of the page's it is, and the characters."""

    prose: ProseView
    part: int
    start: int
    end: int


class Selecting(QObject):
    """Watches the running texts of one page.

    ``selected`` when words have been chosen, ``activated`` with the id of a mark that was clicked or entered,
    ``menu_asked`` with the menu of the right button before it opens and the mark under it or None, ``pressed`` when the
    mouse begins anew. With a caret the keyboard chooses words: arrows move it, Shift with arrows chooses, Enter is done
    (and takes the whole paragraph where nothing is chosen), Esc gives up.
    """

    selected = Signal(object)
    activated = Signal(str)
    menu_asked = Signal(object, object)
    pressed = Signal()

    def __init__(self, view: PageView) -> None:
        super().__init__(view)
        self._view = view
        self._texts: list[ProseView] = []
        self._with_caret = False
        self._by_tab = False
        self._pressed: tuple[ProseView, QPoint] | None = None
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self._on_released)

    def look(self) -> list[ProseView]:
        """Find the running texts of the page as far as it is built, watch them, and return them from the top."""
        shown = [part.widget for part in self._view.body.parts() if isinstance(part.widget, ProseView)]
        for text in shown:
            if text not in self._texts:
                text.installEventFilter(self)
                text.viewport().installEventFilter(self)
        self._texts = shown
        return shown

    def choice(self) -> Selected | None:
        """Return the words that are chosen now, None where there are none."""
        for part, text in enumerate(self._texts):
            cursor = text.textCursor()
            if cursor.hasSelection() and not (self._by_tab and _is_link_ring(text, cursor)):
                words = text.plain()
                start, end = (text.character_at(place) for place in _ends(cursor))
                chosen = words[start:end]
                start, end = end - len(chosen.lstrip()), start + len(chosen.rstrip())
                if start < end:
                    return Selected(text, part, start, end)
        return None

    def rect(self, chosen: Selected, ground: QWidget) -> QRect:
        """Return where chosen words end, in the coordinates of ``ground``: what the box stands beside."""
        cursor = QTextCursor(chosen.prose.document())
        places = []
        for character in (chosen.start, chosen.end):
            cursor.setPosition(chosen.prose.place_of(character))
            places.append(chosen.prose.cursorRect(cursor))
        whole = places[0].united(places[1])
        return QRect(chosen.prose.viewport().mapTo(ground, whole.topLeft()), whole.size())

    def let_go(self) -> None:
        """Choose nothing any more."""
        for text in self._texts:
            if isValid(text) and text.textCursor().hasSelection():
                cursor = text.textCursor()
                cursor.clearSelection()
                text.setTextCursor(cursor)

    # By keyboard

    @property
    def has_caret(self) -> bool:
        """Say whether the keyboard chooses words now."""
        return self._with_caret

    def show_caret(self) -> bool:
        """Put a caret at the top of what is seen of the text; False where nothing of it is."""
        top = self._view.verticalScrollBar().value()
        for text in self.look():
            here = text.mapTo(self._ground(), QPoint(0, 0)).y()
            if here + text.height() > top and not text.visibleRegion().isEmpty():
                self._with_caret = True
                seen = text.cursorForPosition(QPoint(text.width() // 3, max(top - here, 0) + 4))
                seen.movePosition(QTextCursor.MoveOperation.StartOfLine)
                self._enter(text, seen.position())
                return True
        return False

    @Slot()
    def hide_caret(self) -> None:
        """Take the caret away; what is chosen stays chosen."""
        if not self._with_caret:
            return
        self._with_caret = False
        for text in self._texts:
            if isValid(text):
                text.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)

    def _enter(self, text: ProseView, place: int) -> None:
        text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextBrowserInteraction | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        cursor = text.textCursor()
        cursor.setPosition(place)
        text.setTextCursor(cursor)
        text.setFocus(Qt.FocusReason.OtherFocusReason)
        self._follow(text)

    def _ground(self) -> QWidget:
        content = self._view.widget()
        assert content is not None
        return content

    def _follow(self, text: ProseView) -> None:
        """Keep the caret where it can be seen."""
        caret = text.cursorRect()
        middle = text.viewport().mapTo(self._ground(), caret.center())
        self._view.ensureVisible(middle.x(), middle.y(), 0, 2 * caret.height())

    def _on_key(self, text: ProseView, event: QKeyEvent) -> bool:
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.let_go()
            self.hide_caret()
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Menu):
            self._on_done(text)
            return True
        before = text.textCursor().position()
        text.take_key(event)
        moved = text.textCursor().position() != before
        if not moved and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._cross(text, key)
        else:
            self._follow(text)
        return True

    def _cross(self, text: ProseView, key: int) -> None:
        """Go on in the text below or above, past what stands between."""
        step = 1 if key in _TO_NEXT else -1 if key in _TO_PREVIOUS else 0
        at = self._texts.index(text) + step
        if step and 0 <= at < len(self._texts):
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
            following = self._texts[at]
            self._enter(following, 0 if step > 0 else following.document().characterCount() - 1)

    def _on_done(self, text: ProseView) -> None:
        marks = text.marks_at(text.textCursor().position(), HIGHLIGHT)
        if self.choice() is None and marks:
            self.activated.emit(marks[0].id)
            return
        if self.choice() is None:
            cursor = text.textCursor()
            cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
            _leave_out_break(cursor)
            text.setTextCursor(cursor)
        chosen = self.choice()
        if chosen is not None:
            self.selected.emit(chosen)

    # By mouse

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        self._by_tab = self._comes_by_tab(event)
        if kind is QEvent.Type.KeyPress and isinstance(watched, ProseView) and isinstance(event, QKeyEvent):
            return self._with_caret and _is_plain(event) and self._on_key(watched, event)
        text = watched.parent()
        if not isinstance(text, ProseView):
            return False
        if kind is QEvent.Type.MouseButtonRelease and isinstance(event, QMouseEvent):
            if event.button() is Qt.MouseButton.LeftButton:
                self._pressed = (text, event.position().toPoint())
                # The text decides first what the click has chosen.
                self._later.start()
        elif kind is QEvent.Type.MouseButtonPress:
            self.pressed.emit()
            self._let_go_elsewhere(text)
        elif kind is QEvent.Type.ContextMenu and isinstance(event, QContextMenuEvent):
            self._open_menu(text, event)
            return True
        return False

    def _comes_by_tab(self, event: QEvent) -> bool:
        """Say whether the keyboard goes from link to link: Qt chooses the one it is on, and nobody wants to mark it."""
        if isinstance(event, QFocusEvent) and event.type() is QEvent.Type.FocusIn:
            return event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        if isinstance(event, QKeyEvent) and event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            return True
        return self._by_tab and event.type() is not QEvent.Type.MouseButtonPress

    def _let_go_elsewhere(self, text: ProseView) -> None:
        """Words are chosen in one text at a time."""
        for other in self._texts:
            if other is not text and other.textCursor().hasSelection():
                cursor = other.textCursor()
                cursor.clearSelection()
                other.setTextCursor(cursor)

    @Slot()
    def _on_released(self) -> None:
        pressed, self._pressed = self._pressed, None
        if pressed is None or not isValid(pressed[0]) or pressed[0] not in self._texts:
            return
        text, where = pressed
        chosen = self.choice()
        if chosen is not None:
            self.selected.emit(chosen)
        elif not text.anchorAt(where):
            mark = self._mark_under(text, where)
            if mark is not None:
                self.activated.emit(mark.id)

    def _mark_under(self, text: ProseView, where: QPoint) -> TextMark | None:
        found = text.marks_at(text.cursorForPosition(where).position(), HIGHLIGHT)
        return next((mark for mark in found if text.mark_covers(mark, where)), None)

    def _open_menu(self, text: ProseView, event: QContextMenuEvent) -> None:
        menu: QMenu = text.createStandardContextMenu(event.pos())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.menu_asked.emit(menu, self._mark_under(text, event.pos()))
        menu.popup(event.globalPos())


def _ends(cursor: QTextCursor) -> tuple[int, int]:
    """Return Qt's positions where what is chosen begins and ends, of cells those of the first and of the last."""
    table: QTextTable | None = cursor.currentTable()
    if table is None or not cursor.hasComplexSelection():
        return cursor.selectionStart(), cursor.selectionEnd()
    cells: Any = cursor.selectedTableCells()
    row, rows, column, columns = cells
    first, last = table.cellAt(row, column), table.cellAt(row + rows - 1, column + columns - 1)
    return first.firstCursorPosition().position(), last.lastCursorPosition().position()


def _leave_out_break(cursor: QTextCursor) -> None:
    """Choose the words of a paragraph without what parts it from the one before, which Qt takes along."""
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    block = cursor.document().findBlock(end)
    cursor.setPosition(max(start, block.position()))
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)


def _is_link_ring(text: ProseView, cursor: QTextCursor) -> bool:
    """Say whether what is chosen is the link that has the keyboard, which Qt chooses too."""
    return text.is_whole_link(cursor.selectionStart(), cursor.selectionEnd())


def _is_plain(event: QKeyEvent) -> bool:
    """Leave the window's own keys alone, but not those that move a caret by words, to the ends, or copy."""
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    if event.modifiers() & Qt.KeyboardModifier.AltModifier or event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
        return False
    moving = (*_TO_NEXT, *_TO_PREVIOUS, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_C, Qt.Key.Key_A)
    return not event.modifiers() & keys or event.key() in moving
