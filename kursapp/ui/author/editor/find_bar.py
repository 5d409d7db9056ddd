"""Find and replace in the file one writes in."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QVBoxLayout, QWidget

from kursapp.domain.problem import KursappError
from kursapp.services.colouring import Above, Kind, Span
from kursapp.texts.problems import tell
from kursapp.ui.author.editor.code_edit import CodeEdit
from kursapp.ui.author.editor.places import characters, to_document
from kursapp.ui.author.editor.searching import MOST, Everywhere, Found, Query, Search
from kursapp.ui.i18n import _, language, n_
from kursapp.ui.theme import scale
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.announce import announce
from kursapp.ui.widgets.buttons import button, icon_button
from kursapp.ui.widgets.flow import Flow
from kursapp.ui.widgets.text import label, set_role

LATER_MILLISECONDS = 200
FIELD_WIDTH = 220


class _Field(QLineEdit):
    """A line as wide as a few words, whatever the size of the text."""

    def __init__(self, name: str, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName(name)
        self.setPlaceholderText(name)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(FIELD_WIDTH), super().sizeHint().height())


class FindBar(QWidget):
    """Stands above the text while one looks for something. Enter goes on, Shift+Enter back, Esc closes it."""

    everywhere_wanted = Signal(object)
    """Look for this (:class:`Everywhere`) in every file of the draft."""

    def __init__(self, theme: Theme, code: CodeEdit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._code = theme, code
        self._search: Search | None = None
        self._places: Sequence[Found] = ()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(LATER_MILLISECONDS)
        self._later.timeout.connect(self._look)
        self._make()
        code.typed.connect(self._on_typed)
        code.colours.add_layer(self._layer)
        self.hide()

    def _make(self) -> None:
        around = QHBoxLayout(self)
        around.setContentsMargins(scale.S8, scale.S8, scale.S8, scale.S8)
        column = QVBoxLayout()
        around.addLayout(column, 1)
        column.setSpacing(scale.S8)
        self._make_finding(column)
        self.second = Flow()
        column.addWidget(self.second)
        self.instead = _Field(_("Erstatt med"), self._theme)
        self.one, self.all = button(_("Erstatt")), button(_("Erstatt alle"))
        for widget in (self.instead, self.one, self.all):
            self.second.add(widget)
        self.error = label("", "error")
        column.addWidget(self.error)
        self.error.hide()
        close = icon_button(self._theme, "x", _("Lukk søket"))
        around.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        close.clicked.connect(self.close_bar)
        self.one.clicked.connect(self.replace_one)
        self.all.clicked.connect(self.replace_all)
        for field in (self.field, self.instead):
            field.installEventFilter(self)

    def _make_finding(self, column: QVBoxLayout) -> None:
        row = Flow()
        column.addWidget(row)
        self.field = _Field(_("Finn"), self._theme)
        self.case = self._choice("Aa", _("Skill mellom store og små bokstaver"))
        self.word = self._choice(_("Ord"), _("Bare hele ord"))
        self.pattern = self._choice(_("Mønster"), _("Et regulært uttrykk, i én linje om gangen"))
        back = icon_button(self._theme, "chevron-up", _("Forrige treff"))
        on = icon_button(self._theme, "chevron-down", _("Neste treff"))
        self.told = label("", "meta", wrap=False)
        self.told.hide()
        self.everywhere = button(_("I alle filer"), "tertiary")
        for part in (self.field, self.case, self.word, self.pattern, back, on, self.told, self.everywhere):
            row.add(part)
        back.clicked.connect(self.go_back)
        on.clicked.connect(self.go_on)
        self.everywhere.clicked.connect(self._on_everywhere)
        self.field.textEdited.connect(self._on_query)
        for choice in (self.case, self.word, self.pattern):
            choice.toggled.connect(self._on_query)

    def _choice(self, text: str, name: str) -> QToolButton:
        choice = QToolButton()
        choice.setText(text)
        choice.setCheckable(True)
        choice.setToolTip(name)
        choice.setAccessibleName(name)
        choice.setProperty("look", "framed")
        return choice

    def query(self) -> Query:
        """Return what is looked for."""
        return Query(self.field.text(), self.case.isChecked(), self.word.isChecked(), self.pattern.isChecked())

    @Slot()
    def open_to_find(self) -> None:
        """Open the bar at the words that are chosen in the text."""
        self._open(replacing=False)

    @Slot()
    def open_to_replace(self) -> None:
        """Open the bar with what to put instead."""
        self._open(replacing=True)

    @Slot()
    def look_everywhere(self) -> None:
        """Look for the words that are chosen in every file; where none are, ask for some."""
        chosen = self._code.textCursor().selectedText()
        self.open_to_find()
        if chosen and self.field.text() == chosen:
            self._on_everywhere()

    def _open(self, *, replacing: bool) -> None:
        chosen = self._code.textCursor().selectedText()
        if chosen and "\u2029" not in chosen:
            self.field.setText(chosen)
        self.second.setVisible(replacing or (self.isVisible() and not self.second.isHidden()))
        self.show()
        self.field.setFocus()
        self.field.selectAll()
        self._look()

    @Slot()
    def close_bar(self) -> None:
        """Close the bar, and go back to the text."""
        self.hide()
        self._search, self._places = None, ()
        self._code.colours.repaint()
        self._code.setFocus()

    @Slot()
    def go_on(self) -> None:
        """Choose the next place in the text, from the beginning again after the last."""
        self._go(1)

    @Slot()
    def go_back(self) -> None:
        """Choose the place before, from the end again before the first."""
        self._go(-1)

    def _go(self, step: int) -> None:
        if self._later.isActive() or self._search is None:
            self._look()
        if not self._places:
            return
        cursor = self._code.textCursor()
        if step > 0:
            after = [at for at, place in enumerate(self._places) if place.start >= cursor.selectionEnd()]
            at = after[0] if after else 0
        else:
            before = [at for at, place in enumerate(self._places) if place.end <= cursor.selectionStart()]
            at = before[-1] if before else len(self._places) - 1
        self._choose(at)

    def _choose(self, at: int) -> None:
        place = self._places[at]
        cursor = self._code.textCursor()
        cursor.setPosition(place.start)
        cursor.setPosition(place.end, QTextCursor.MoveMode.KeepAnchor)
        self._code.setTextCursor(cursor)
        self._code.ensureCursorVisible()
        self._tell()

    @Slot()
    def replace_one(self) -> None:
        """Put the replacement where the place chosen is, and go to the next; choose one first where none is."""
        self._look()
        cursor = self._code.textCursor()
        chosen = (cursor.selectionStart(), cursor.selectionEnd())
        place = next((one for one in self._places if (one.start, one.end) == chosen), None)
        if place is not None:
            cursor.insertText(to_document(place.instead))
            self._code.setTextCursor(cursor)
            self._look()
        self.go_on()

    @Slot()
    def replace_all(self) -> None:
        """Put the replacement everywhere, as one step to undo."""
        self._look()
        places = self._places
        cursor = QTextCursor(self._code.sheet)
        cursor.beginEditBlock()
        for place in reversed(places):
            cursor.setPosition(place.start)
            cursor.setPosition(place.end, QTextCursor.MoveMode.KeepAnchor)
            cursor.insertText(to_document(place.instead))
        cursor.endEditBlock()
        self._look()
        done = n_("{n} sted er erstattet", "{n} steder er erstattet", len(places)).format(n=len(places))
        self._say(done)

    @Slot()
    def _look(self) -> None:
        """Look for it anew, and tell how often it stands there."""
        self._later.stop()
        self._places, fault = (), ""
        try:
            self._search = Search(self.query())
            self._code.sheet.finish()
            text = self._code.sheet.toRawText().replace("\u2029", "\n")
            self._places = tuple(self._search.places(text, self.instead.text()))
        except KursappError as error:
            self._search, fault = None, str(tell(error.problem, language()))
        if fault and fault != self.error.text():
            announce(self.field, fault)
        self.error.setText(fault)
        self.error.setVisible(bool(fault))
        set_role(self.field, "state", "error" if fault else "")
        self._code.colours.repaint()
        self._tell()

    def _tell(self) -> None:
        if not self.field.text() or self._search is None:
            self.told.setText("")
            self.told.hide()
        elif not self._places:
            self._say(_("Ingen treff"))
        else:
            self._say(self._count())

    def _count(self) -> str:
        cursor = self._code.textCursor()
        chosen = (cursor.selectionStart(), cursor.selectionEnd())
        at = next((number for number, one in enumerate(self._places, 1) if (one.start, one.end) == chosen), 0)
        n = len(self._places)
        if n == MOST:
            return _("Over {n} treff").format(n=n)
        return _("{at} av {n}").format(at=at, n=n) if at else n_("{n} treff", "{n} treff", n).format(n=n)

    def _say(self, text: str) -> None:
        if text != self.told.text():
            self.told.setText(text)
            self.told.show()
            announce(self.field, text)

    @Slot()
    def _on_query(self) -> None:
        self._look()
        cursor = self._code.textCursor()
        ahead = [at for at, place in enumerate(self._places) if place.start >= cursor.selectionStart()]
        if self._places:
            self._choose(ahead[0] if ahead else 0)

    @Slot()
    def _on_typed(self) -> None:
        if self.isVisible():
            self._later.start()

    @Slot()
    def _on_everywhere(self) -> None:
        if self.field.text() and self._search is not None:
            instead = None if self.second.isHidden() else self.instead.text()
            wanted = Everywhere(self.query(), instead)
            # The list of places needs the room, and says itself what was looked for.
            self.close_bar()
            self.everywhere_wanted.emit(wanted)

    def _layer(self, text: str, _above: Above) -> Sequence[Span]:
        """Return where a line holds what is looked for."""
        if self._search is None or not self.isVisible():
            return ()
        try:
            places = tuple(self._search.places(text))
        except KursappError:
            return ()
        spans = []
        for place in places:
            start = characters(text, place.start)
            spans.append(Span(start, characters(text, place.end) - start, Kind.FOUND))
        return spans

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close from the buttons too: what a button does not want of the keys comes here."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            return self._on_key(watched, event)
        return super().eventFilter(watched, event)

    def _on_key(self, watched: QObject, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
            return True
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return False
        if watched is self.instead:
            self.replace_one()
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.go_back()
        else:
            self.go_on()
        return True
