"""One word: what it means, what it is called in other languages, and the pages that use it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from kursapp.domain.course import Course
from kursapp.domain.glossary import Headword, Meaning
from kursapp.domain.search_hit import PageRef
from kursapp.ui.i18n import _, n_
from kursapp.ui.navigation import Location, found, page, search
from kursapp.ui.theme import scale
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.buttons import button, left
from kursapp.ui.widgets.scroll import Column
from kursapp.ui.widgets.text import label

DETAIL_WIDTH = 620
SHOWN_AT_FIRST = 8


class PageLink(QPushButton):
    """A way to a page, with where it stands."""

    asked = Signal(object)

    def __init__(self, use: PageRef, to: Location) -> None:
        super().__init__(use.title)
        self._to = to
        self.setProperty("role", "tertiary")
        self.setAutoDefault(True)
        self.setAccessibleDescription(", ".join(use.trail))
        self.setToolTip(" › ".join(use.trail))
        self.clicked.connect(self._ask)

    @Slot()
    def _ask(self) -> None:
        self.asked.emit(self._to)


class Uses(QWidget):
    """The pages of one course that use a word: the first few, and the rest when they are asked for."""

    asked = Signal(object)

    def __init__(self, course: Course, term: str) -> None:
        super().__init__()
        self.course, self.term = course, term
        self.is_answered = False
        self.links: list[PageLink] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, scale.S12, 0, 0)
        self._column.setSpacing(0)
        self._told = label(_("Leser kurset …"), "muted")
        self._column.addWidget(self._told)
        self._column.addWidget(label(course.title, "meta"))
        self.more = button("", "tertiary")
        self.more.clicked.connect(self._show_more)
        self.more.hide()
        self._more = left(self.more)

    def show_uses(self, uses: Sequence[PageRef]) -> None:
        """Show these pages."""
        self.is_answered = True
        count = len(uses)
        told = n_("Brukes på {n} side", "Brukes på {n} sider", count).format(n=count)
        self._told.setText(told if uses else _("Ordet står ikke i teksten på noen side."))
        for use in uses:
            to = page(self.course.id, use.session_id, use.page_id, spot=found(self.term))
            link = PageLink(use, to)
            link.asked.connect(self.asked)
            self.links.append(link)
            self._column.addWidget(left(link))
        self._column.addWidget(self._more)
        hidden = self.links[SHOWN_AT_FIRST:]
        for link in hidden:
            link.hide()
        self.more.setVisible(bool(hidden))
        self.more.setText(_("Vis alle {n} sidene").format(n=count))

    @Slot()
    def _show_more(self) -> None:
        hidden = self.links[SHOWN_AT_FIRST:]
        for link in hidden:
            link.show()
        self.more.hide()
        hidden[0].setFocus()


class WordDetail(Column):
    """``asked`` tells where a link leads. The parts in ``uses`` wait to be told their pages."""

    asked = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, DETAIL_WIDTH)
        self.setObjectName("wordDetail")
        self.setAccessibleName(_("Forklaring"))
        self._shown: QWidget | None = None
        self.word: Headword | None = None
        self.uses: list[Uses] = []
        self.everywhere: QPushButton | None = None
        self.set_margins(scale.S32, scale.S16, scale.S32, scale.S32)
        self.column.addStretch(1)

    def show_word(self, word: Headword | None, course_id: str = "") -> None:
        """Show a word; ``course_id``: only what that course says of it."""
        if self._shown is not None:
            self._shown.hide()
            self._shown.deleteLater()
        self.word, self.uses, self.everywhere = word, [], None
        self._shown = QWidget()
        self.column.insertWidget(0, self._shown)
        column = QVBoxLayout(self._shown)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scale.S4)
        self.verticalScrollBar().setValue(0)
        if word is None:
            return
        column.addWidget(label(word.word[:1].upper() + word.word[1:], "h2"))
        for meaning in word.meanings:
            if not course_id or any(course.id == course_id for course in meaning.courses):
                self._add_meaning(column, meaning, course_id)
        self._add_everywhere(column, word.word)

    def _add_meaning(self, column: QVBoxLayout, meaning: Meaning, course_id: str) -> None:
        term = meaning.term
        column.addSpacing(scale.S8)
        column.addWidget(label(term.explanation, "lead"))
        if term.nynorsk:
            column.addWidget(label(_("Nynorsk: {word}").format(word=term.nynorsk), "muted"))
        if term.english:
            column.addWidget(label(_("Engelsk: {word}").format(word=term.english), "muted"))
        for course in meaning.courses:
            if course_id in ("", course.id):
                uses = Uses(course, term.term)
                uses.asked.connect(self.asked)
                column.addWidget(uses)
                self.uses.append(uses)

    def _add_everywhere(self, column: QVBoxLayout, word: str) -> None:
        column.addSpacing(scale.S16)
        self.everywhere = button(_("Søk etter «{words}» i alt").format(words=word))
        self.everywhere.clicked.connect(self._search)
        column.addWidget(left(self.everywhere))

    @Slot()
    def _search(self) -> None:
        if self.word is not None:
            self.asked.emit(search(self.word.word))

    def first_focus(self) -> QWidget | None:
        """Return the first thing one can do with the word."""
        links = [link for uses in self.uses for link in uses.links]
        return links[0] if links else self.everywhere
