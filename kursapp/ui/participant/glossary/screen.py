"""The Ordliste screen: what is typed is looked up at once, in all courses or one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from shiboken6 import isValid

from kursapp.domain.glossary import Headword, dictionary, looked_up
from kursapp.domain.search_hit import PageRef
from kursapp.ui.actions import Actions
from kursapp.ui.courses import Courses
from kursapp.ui.i18n import _, n_
from kursapp.ui.navigation import Location, Navigator, glossary, library
from kursapp.ui.participant.glossary.word_detail import Uses, WordDetail
from kursapp.ui.participant.glossary.word_list import WordList
from kursapp.ui.screen import Screen
from kursapp.ui.tasks import Tasks
from kursapp.ui.theme import scale
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.announce import announce
from kursapp.ui.widgets.buttons import button
from kursapp.ui.widgets.empty import EmptyState
from kursapp.ui.widgets.list_keys import ListKeys
from kursapp.ui.widgets.menu_box import MenuBox
from kursapp.ui.widgets.text import label

if TYPE_CHECKING:
    from kursapp.services.search import CourseSearch

LIST_WIDTH = 340
LEAST_DETAIL = 380
PAGE_OF_WORDS = 10
LOW = 400
"""The screen's height, at 100 %, below which its heading is left out: the bar above says it too."""
ASK_AGAIN_MILLISECONDS = 700
ASK_LATER_MILLISECONDS = 120


class GlossaryScreen(Screen):
    """The words at the left and one of them at the right; where there is no room for both, one at a time."""

    def __init__(self, tasks: Tasks, courses: Courses, navigator: Navigator, theme: Theme, actions: Actions) -> None:
        super().__init__()
        self._tasks, self._courses, self._navigator, self._theme = tasks, courses, navigator, theme
        self._words: tuple[Headword, ...] = ()
        self._wanted = ""
        self._came_for_word = False
        self._shown: tuple[Headword | None, str] = (None, "")
        self._is_reading = False
        self.field = QLineEdit()
        self.course = MenuBox((), _("Kurs"), _("Alle kurs"))
        self.told = label("", "muted")
        self.list = WordList(theme)
        self.detail = WordDetail(theme)
        self.back = button(_("Tilbake til ordene"), "tertiary")
        self.empty = EmptyState(
            _("Ingen ord ennå"),
            _("Her står ordene kursene dine forklarer. Ingen av kursene på maskinen har ordliste."),
            _("Se kursene"),
        )
        self._asking = QTimer(self)
        self._asking.setSingleShot(True)
        self._asking.timeout.connect(self._ask_uses)
        self._lay_out()
        self._connect()
        theme.dress(self, "35-search")
        group = _("Ordliste")
        actions.add(self, "glossary-find", _("Slå opp et ord"), QKeySequence.StandardKey.Find, self._to_field, group)

    # What the window asks

    def title(self) -> str:
        return _("Ordliste")

    def enter(self, location: Location) -> None:
        if location.course or location.target:
            self.field.clear()
        self._wanted = location.target
        self._came_for_word = bool(location.target)
        self._show_courses(location.course)
        self._read_words()

    def regions(self) -> tuple[QWidget, ...]:
        return (self._head, self.list, self.detail)

    def first_focus(self) -> QWidget | None:
        if not self._came_for_word:
            return self.field
        return self.back if self.list.isHidden() else self.list

    # The words

    @Slot()
    def _read_words(self) -> None:
        """Take the words of the courses there are now."""
        self._words = dictionary(opened.course for opened in self._courses.shelf())
        self._show_courses(self.course.value())
        self._show_words()

    def _show_courses(self, chosen: str) -> None:
        having = [opened.course for opened in self._courses.shelf() if opened.course.glossary]
        self.course.blockSignals(True)
        self.course.show_entries([(course.id, course.title) for course in having])
        self.course.set_value(chosen)
        self.course.blockSignals(False)
        self.course.setVisible(len(having) > 1)

    @Slot()
    def _show_words(self) -> None:
        """Show what fits what is typed."""
        of_course = [word for word in self._words if self._is_in_course(word)]
        found = looked_up(of_course, self.field.text())
        sought = bool(self.field.text().strip())
        here = self.list.word()
        keep = self._wanted or ("" if sought or here is None else here.word)
        self.list.show_words(found, keep, under_letters=not sought)
        if self._wanted and self._words:
            self._is_reading = self.list.words.row_of(self._wanted) >= 0
            self._wanted = ""
        self._show_word(self.list.word())
        self._tell(len(found), sought=sought)
        has_words = bool(self._words)
        self.empty.setVisible(not has_words and self._courses.is_loaded)
        for part in (self.field, self.told, self._body):
            part.setVisible(has_words)
        self._fold()

    def _is_in_course(self, word: Headword) -> bool:
        wanted = self.course.value()
        return not wanted or any(each.id == wanted for meaning in word.meanings for each in meaning.courses)

    def _tell(self, count: int, *, sought: bool) -> None:
        told = n_("{n} ord", "{n} ord", count).format(n=count)
        if not count and sought:
            told = _("Ingen ord passer. Prøv et kortere ord, eller søk i alt med Ctrl+Shift+F.")
        if told != self.told.text():
            self.told.setText(told)
            if sought:
                announce(self.field, told)

    @Slot(object)
    def _show_word(self, word: Headword | None) -> None:
        course_id = self.course.value()
        if (word, course_id) != self._shown:
            self._shown = word, course_id
            self.detail.show_word(word, course_id)
            self._asking.start(ASK_LATER_MILLISECONDS)

    # Where a word is used

    @Slot()
    def _ask_uses(self) -> None:
        for uses in self.detail.uses:
            if not uses.is_answered:
                ask = partial(_uses_of, uses.course.id, uses.term)
                self._tasks.searching(ask, partial(self._on_uses, uses))

    def _on_uses(self, uses: Uses, answer: tuple[tuple[PageRef, ...], bool]) -> None:
        found, is_building = answer
        if not isValid(self) or not isValid(uses) or uses.is_answered:
            return
        if is_building:
            # The course is still being read for the first time: what it has now is not all.
            self._asking.start(ASK_AGAIN_MILLISECONDS)
            return
        uses.show_uses(found)

    # Going about

    @Slot()
    def _on_opened(self) -> None:
        """Read about the word chosen: the keyboard goes along."""
        self._is_reading = True
        self._fold()
        first = self.detail.first_focus()
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_back(self) -> None:
        self._is_reading = False
        self._fold()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _to_field(self) -> None:
        self._is_reading = False
        self._fold()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    @Slot()
    def _on_typed(self) -> None:
        self._wanted = ""
        self._is_reading = False
        self._show_words()

    @Slot()
    def _on_course(self) -> None:
        self._navigator.replace(glossary(self.course.value()))
        self._show_words()

    @Slot()
    def _to_courses(self) -> None:
        self._navigator.go(library())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and (self._is_reading or self.detail.isAncestorOf(self.focusWidget())):
            self._on_back()
        elif event.key() == Qt.Key.Key_Escape and self.field.text():
            self.field.clear()
            self._to_field()
        else:
            super().keyPressEvent(event)

    @Slot(int)
    def _on_step(self, rows: int) -> None:
        self.list.step(rows)
        word = self.list.word()
        if word is not None:
            announce(self.list, f"{word.word}: {word.meanings[0].term.explanation}")

    @Slot()
    def _on_taken(self) -> None:
        if self.list.word() is not None:
            self._on_opened()

    # The frame

    def _lay_out(self) -> None:
        self.field.setPlaceholderText(_("Slå opp et ord"))
        self.field.setAccessibleName(_("Slå opp et ord, også på nynorsk og engelsk"))
        self._head = QWidget()
        head = QVBoxLayout(self._head)
        head.setContentsMargins(scale.S32, scale.S24, scale.S32, scale.S12)
        head.setSpacing(scale.S12)
        self._heading = label(_("Ordliste"), "h1")
        head.addWidget(self._heading)
        row = QHBoxLayout()
        head.addLayout(row)
        row.setSpacing(scale.S12)
        row.addWidget(self.field, 3)
        row.addWidget(self.course, 2)
        row.addStretch(1)
        head.addWidget(self.told)
        self._reading = QWidget()
        reading = QVBoxLayout(self._reading)
        reading.setContentsMargins(0, 0, 0, 0)
        reading.setSpacing(0)
        reading.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        reading.addWidget(self.detail, 1)
        self._body = QWidget()
        body = QHBoxLayout(self._body)
        body.setContentsMargins(scale.S32 - scale.S16, 0, 0, 0)
        body.setSpacing(0)
        body.addWidget(self.list)
        body.addWidget(self._reading, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self._body, 1)
        self.empty.setContentsMargins(scale.S32, 0, scale.S32, 0)
        column.addWidget(self.empty, 0, Qt.AlignmentFlag.AlignTop)

    def _connect(self) -> None:
        keys = ListKeys(self.field, PAGE_OF_WORDS)
        keys.stepped.connect(self._on_step)
        keys.taken.connect(self._on_taken)
        self.field.textChanged.connect(self._on_typed)
        self.course.currentIndexChanged.connect(self._on_course)
        self.list.picked.connect(self._show_word)
        self.list.opened.connect(self._on_opened)
        self.detail.asked.connect(self._navigator.go)
        self.back.clicked.connect(self._on_back)
        self.empty.chosen.connect(self._to_courses)
        self._courses.changed.connect(self._read_words)
        self._theme.changed.connect(self._fold)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    @Slot()
    def _fold(self) -> None:
        """Show words and explanation beside each other, or one at a time where there is no room for both."""
        px = self._theme.px
        roomy = self.width() >= px(LIST_WIDTH) + px(LEAST_DETAIL)
        self.list.setMaximumWidth(px(LIST_WIDTH) if roomy else self.width())
        self.list.setMinimumWidth(px(LIST_WIDTH) if roomy else 0)
        self.list.setVisible(roomy or not self._is_reading)
        self._reading.setVisible(roomy or self._is_reading)
        self.back.setVisible(not roomy)
        self._heading.setVisible(self.height() >= px(LOW))


def _uses_of(course_id: str, term: str, index: CourseSearch) -> tuple[tuple[PageRef, ...], bool]:
    """Ask the index, on its own thread, and say whether it is still being made."""
    return index.uses(course_id, term), index.is_building
