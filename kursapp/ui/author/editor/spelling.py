"""Marks words that may be misspelt on the lines one sees, and offers others in the menu of the right button.

Nothing is marked while it is being typed, and nothing at all where the machine has no dictionary.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtGui import QAction, QTextCursor
from PySide6.QtWidgets import QMenu
from shiboken6 import isValid

from kursapp.domain.problem import Problem
from kursapp.services.colouring import Above, Kind, Span
from kursapp.services.names import Names
from kursapp.services.prose_words import Word, words_in
from kursapp.ui.author.editor.places import characters, to_document, units
from kursapp.ui.i18n import _
from kursapp.ui.messages import Messages
from kursapp.ui.workbench import Workbench

if TYPE_CHECKING:
    from kursapp.services.spelling import Speller
    from kursapp.ui.author.editor.editor import MarkdownEditor

QUIET_MILLISECONDS = 250
"""After scrolling or writing, before words are looked up."""

MOST_KNOWN = 20_000
"""Words remembered; beyond them one begins anew."""

MOST_SUGGESTIONS = 6


class Spelling(QObject):
    """Looks words up as they come on screen, each once. The answers colour the text again."""

    def __init__(self, editor: MarkdownEditor, workbench: Workbench, messages: Messages) -> None:
        super().__init__(editor)
        self._editor, self._code = editor, editor.code
        self._workbench, self._messages = workbench, messages
        self._names = Names()
        self._is_right: dict[str, bool] = {}
        self._turn = 0
        self._is_asking = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(QUIET_MILLISECONDS)
        self._soon.timeout.connect(self.look)
        self._code.colours.add_layer(self._layer)
        self._code.add_menu(self.add_to_menu)
        self._code.typed.connect(self._soon.start)
        self._code.cursorPositionChanged.connect(self._soon.start)
        self._code.verticalScrollBar().valueChanged.connect(self._soon.start)

    def set_names(self, names: Names) -> None:
        """Spell in the language of a course, whose terms are right."""
        if (names.language, names.terms) != (self._names.language, self._names.terms):
            self._forget()
        self._names = names
        self._soon.start()

    def misspelt(self, text: str, above: Above) -> Iterator[Word]:
        """Yield the words of a line that are known to be wrong."""
        if not is_code(above):
            yield from (word for word in words_in(text) if self._is_right.get(word.text) is False)

    def _layer(self, text: str, above: Above) -> Sequence[Span]:
        return [Span(word.start, len(word.text), Kind.MISSPELT) for word in self.misspelt(text, above)]

    @Slot()
    def look(self) -> None:
        """Look up the words on screen that are not known yet; one question at a time."""
        if self._is_asking or not self._code.isVisible():
            return
        unknown = tuple(dict.fromkeys(self._unknown()))
        if not unknown:
            return
        self._is_asking = True
        terms = tuple(term.name for term in self._names.terms)
        work = partial(_wrong, self._names.language, unknown, terms)
        self._workbench.spell(work, partial(self._on_wrong, self._turn, unknown), self._on_failed)

    def _unknown(self) -> Iterator[str]:
        here = self._code.textCursor()
        for block, _box in self._code.lines_on_screen():
            text = block.text()
            if is_code(self._code.sheet.above(block.blockNumber())):
                continue
            at = characters(text, here.positionInBlock()) if block == here.block() else -1
            for word in words_in(text):
                # The word the cursor is at the end of may not be finished.
                if word.text not in self._is_right and word.start + len(word.text) != at:
                    yield word.text

    def _on_wrong(self, turn: int, asked: Sequence[str], wrong: frozenset[str]) -> None:
        self._is_asking = False
        if turn != self._turn:
            self._soon.start()
            return
        if len(self._is_right) > MOST_KNOWN:
            self._is_right.clear()
        self._is_right.update((word, word not in wrong) for word in asked)
        if wrong:
            self._code.colours.repaint()
        # Those of the lines that were scrolled to meanwhile.
        self._soon.start()

    def _on_failed(self, found: Problem) -> None:
        self._is_asking = False
        self._forget()
        self._messages.problem(found)

    def _forget(self) -> None:
        self._turn += 1
        self._is_right.clear()
        self._code.colours.repaint()
        self._soon.start()

    def unknown_in(self, texts: Iterable[str]) -> tuple[str, ...]:
        """Return the words of lines that have not been looked up yet."""
        words = dict.fromkeys(word.text for text in texts for word in words_in(text))
        return tuple(word for word in words if word not in self._is_right)

    def look_up(self, words: Sequence[str], then: Callable[[], object]) -> None:
        """Look words up and call ``then``; where there is nothing to look them up in, that is told instead."""
        terms = tuple(term.name for term in self._names.terms)
        work = partial(_wrong_if_any, self._names.language, words, terms)
        self._workbench.spell(work, partial(self._on_looked_up, words, then), self._messages.problem)

    def _on_looked_up(self, asked: Sequence[str], then: Callable[[], object], wrong: frozenset[str]) -> None:
        self._is_right.update((word, word not in wrong) for word in asked)
        self._code.colours.repaint()
        then()

    # The menu ----------------------------------------------------------------------------------

    def add_to_menu(self, menu: QMenu, at: QTextCursor) -> None:
        """Put what may have been meant at the top of a menu, for the misspelt word that was clicked."""
        found = self._word_at(at)
        if found is None:
            return
        place, word = found
        searching = menu.addAction(_("Leter etter forslag …"))
        searching.setEnabled(False)
        menu.addAction(_("Legg «{word}» i ordlista mi").format(word=word), partial(self._add, word))
        work = partial(_suggestions, self._names.language, word)
        self._workbench.spell(work, partial(self._show_suggestions, menu, searching, place), self._messages.problem)

    def _word_at(self, at: QTextCursor) -> tuple[QTextCursor, str] | None:
        """Return the misspelt word at a place, chosen by a cursor."""
        block, text = at.block(), at.block().text()
        here = characters(text, at.positionInBlock())
        for word in self.misspelt(text, self._code.sheet.above(block.blockNumber())):
            if word.start <= here <= word.start + len(word.text):
                chosen = QTextCursor(block)
                chosen.setPosition(block.position() + units(text, word.start))
                end = block.position() + units(text, word.start + len(word.text))
                chosen.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
                return chosen, word.text
        return None

    def _show_suggestions(self, menu: QMenu, searching: QAction, place: QTextCursor, found: Iterable[str]) -> None:
        if not isValid(menu) or not isValid(searching):
            return
        suggestions = tuple(found)[:MOST_SUGGESTIONS]
        for suggestion in suggestions:
            action = QAction(suggestion, menu)
            font = action.font()
            font.setBold(True)
            action.setFont(font)
            action.triggered.connect(partial(self._replace, place, suggestion))
            menu.insertAction(searching, action)
        if suggestions:
            menu.removeAction(searching)
        else:
            searching.setText(_("Ingen forslag"))

    def _replace(self, place: QTextCursor, word: str, _checked: bool = False) -> None:
        if place.document() is self._code.sheet:
            place.insertText(to_document(word))

    def _add(self, word: str) -> None:
        self._workbench.spell(partial(_add, word), partial(self._on_added, word), self._messages.problem)

    def _on_added(self, word: str, _nothing: None) -> None:
        self._forget()
        self._messages.tell(_("«{word}» står i ordlista di").format(word=word))


def is_code(above: Above) -> bool:
    """Say whether a line's words are not the participants': code, front matter, the inside of a comment."""
    return above.front or bool(above.fence) or above.comment


# On the thread that looks words up -----------------------------------------------------------------


def _wrong(language: str, words: Sequence[str], terms: Sequence[str], speller: Speller) -> frozenset[str]:
    return speller.wrong(language, words, terms)


def _wrong_if_any(language: str, words: Sequence[str], terms: Sequence[str], speller: Speller) -> frozenset[str]:
    speller.need_dictionary(language)
    return speller.wrong(language, words, terms)


def _suggestions(language: str, word: str, speller: Speller) -> tuple[str, ...]:
    return speller.suggestions(language, word)


def _add(word: str, speller: Speller) -> None:
    speller.add(word)
