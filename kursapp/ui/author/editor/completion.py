"""Completes what one writes: by Ctrl+Space, and by itself where only certain things can stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Slot
from PySide6.QtGui import QKeyEvent, QTextCursor

from kursapp.services.completing import LOOKED_AT, Completion, complete, may_begin, narrowed
from kursapp.services.names import Names
from kursapp.ui.actions import Actions
from kursapp.ui.author.editor.around import column_of, cursor_place, lines_around
from kursapp.ui.author.editor.offer_list import OfferList
from kursapp.ui.author.editor.places import to_document, units
from kursapp.ui.i18n import _, language
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.announce import announce

if TYPE_CHECKING:
    from kursapp.ui.author.editor.editor import MarkdownEditor

BEGINNINGS = frozenset("(#-:|![,;")
"""Letters after which the list comes by itself, where it is sure what is meant."""


class Completing(QObject):
    """Shows the list, follows what is written on, and writes what is chosen as one step to undo."""

    def __init__(self, editor: MarkdownEditor, theme: Theme, actions: Actions) -> None:
        super().__init__(editor)
        self._editor, self._code = editor, editor.code
        self._names = Names()
        self._found: Completion | None = None
        self._all = Completion(1, "", ())
        self._line = 0
        self._begins = False
        self.list = OfferList(theme, editor)
        # After the letter stands on the screen: it never waits for what might come after it.
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._offer)
        self._code.before_key.append(self.take_key)
        self._code.installEventFilter(self)
        self._code.typed.connect(self._on_typed)
        self._code.cursorPositionChanged.connect(self._on_cursor)
        self._code.verticalScrollBar().valueChanged.connect(self.close)
        self.list.taken.connect(self._take)
        actions.add(editor, "editor-complete", _("Fullfør det du skriver"), "Ctrl+Space", self.ask, _("Skrive"))

    def set_names(self, names: Names) -> None:
        """Offer the names of a course."""
        self._names = names

    @property
    def is_open(self) -> bool:
        """Say whether the list is shown."""
        return self._found is not None

    @Slot()
    def ask(self) -> None:
        """Show what can be written here, also where it is anybody's guess."""
        self._show(self._complete())
        if self._found is None:
            announce(self._code, _("Ingen forslag her"))

    @Slot()
    def close(self) -> None:
        """Put the list away."""
        self._found = None
        self.list.hide()

    def take_key(self, event: QKeyEvent) -> bool:
        """Take the keys that belong to the list while it is open, and note letters after which it may come."""
        self._begins = event.text() in BEGINNINGS and bool(event.text())
        if self._found is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        key = event.key()
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        pages = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
        if key in steps:
            self.list.step(steps[Qt.Key(key)])
            self._say()
        elif key in pages:
            self.list.page(pages[Qt.Key(key)])
            self._say()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab):
            self._take(self.list.currentRow())
        elif key == Qt.Key.Key_Escape:
            self.close()
        else:
            return False
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and self.is_open:
            QTimer.singleShot(0, self, self._place_anew)
        return super().eventFilter(watched, event)

    @Slot()
    def _place_anew(self) -> None:
        """Stay within a text that has become lower, as when findings come under it."""
        if self.is_open:
            self.list.place(cursor_place(self._code, self._editor))

    @Slot()
    def _on_typed(self) -> None:
        if self._found is not None:
            self._follow()
        if self._begins and self._found is None:
            self._soon.start()
        self._begins = False

    @Slot()
    def _on_cursor(self) -> None:
        if self._found is not None and not self._is_behind():
            self.close()

    def _is_behind(self) -> bool:
        """Say whether the cursor is still behind where the list began, on the same line."""
        found = self._found
        return found is not None and self._code.line() == self._line and column_of(self._code) >= found.start

    def _follow(self) -> None:
        found = self._found
        if found is None or not self._is_behind():
            self.close()
            return
        line = self._code.textCursor().block().text()
        wanted = line[found.start - 1 : column_of(self._code) - 1]
        begun = wanted.startswith(self._all.wanted)
        self._show(narrowed(self._all, wanted) if begun else self._complete())

    @Slot()
    def _offer(self) -> None:
        left = self._code.textCursor().block().text()[: column_of(self._code) - 1]
        found = self._complete() if may_begin(left) else None
        self._show(found if found is not None and found.is_sure else None)

    def _complete(self) -> Completion | None:
        texts, first = lines_around(self._code, LOOKED_AT)
        found = complete(
            texts,
            self._code.line(),
            column_of(self._code),
            file=self._editor.file(),
            names=self._names,
            first=first,
            language=language(),
        )
        if found is not None:
            self._all, self._line = found, self._code.line()
        return found

    def _show(self, found: Completion | None) -> None:
        self._found = found
        if found is None:
            self.list.hide()
            return
        self.list.show_offers(found.offers, cursor_place(self._code, self._editor))
        self._say()

    def _say(self) -> None:
        if self._found is not None:
            offer = self._found.offers[self.list.currentRow()]
            place = _("{n} av {total}").format(n=self.list.currentRow() + 1, total=len(self._found.offers))
            announce(self._code, ". ".join(part for part in (offer.text.strip(), offer.about, place) if part))

    @Slot(int)
    def _take(self, row: int) -> None:
        found = self._found
        if found is None or not 0 <= row < len(found.offers):
            return
        self.close()
        text = found.offers[row].text
        cursor = self._code.textCursor()
        block = cursor.block()
        cursor.setPosition(block.position() + units(block.text(), found.start - 1), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(to_document(text))
        self._code.setTextCursor(cursor)
        if text.endswith(": "):
            # A key was chosen: what it can be is the next question.
            self._soon.start()
