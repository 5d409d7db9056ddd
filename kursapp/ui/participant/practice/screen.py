"""Øving: the overview, and the round one goes through from it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from kursapp.domain.review import ReviewCard
from kursapp.services.changes import Change, Changes
from kursapp.services.open_course import OpenedCourse
from kursapp.services.participant import Participant
from kursapp.ui.courses import Courses
from kursapp.ui.i18n import _
from kursapp.ui.messages import Messages
from kursapp.ui.navigation import Location, Navigator, library, page, practice, practice_round
from kursapp.ui.participant.page_links import Leaving
from kursapp.ui.participant.page_terms import PageTerms
from kursapp.ui.participant.practice.case_rows import CaseDue
from kursapp.ui.participant.practice.overview import PracticeOverview, PracticeView
from kursapp.ui.participant.practice.round import Round
from kursapp.ui.screen import Screen
from kursapp.ui.tasks import Tasks
from kursapp.ui.theme import scale
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.item_card import GUTTER
from kursapp.ui.widgets.scroll import Column

COURSE_SCHEME = "kurs"


class PracticeScreen(Screen):
    """Shows the overview, or where its location says so a round."""

    def __init__(self, tasks: Tasks, courses: Courses, navigator: Navigator, theme: Theme, messages: Messages) -> None:
        super().__init__()
        self._tasks, self._courses, self._navigator = tasks, courses, navigator
        self._theme, self._messages = theme, messages
        self._leaving = Leaving(self)
        self._terms: dict[str, PageTerms] = {}
        self.round: Round | None = None
        self._has_view = False
        self._scroll = Column(theme, scale.READING_WIDTH + 2 * GUTTER, self)
        self._scroll.fill(self)
        theme.dress(self, "30-page", "40-flows")
        self.overview = PracticeOverview(theme)
        self._scroll.column.addWidget(self.overview)
        self.overview.courses_wanted.connect(self._on_courses)
        self.overview.today.begin_wanted.connect(self._on_begin)
        self.overview.today.resume_wanted.connect(self._on_resume)
        self.overview.setup.set_up.connect(self._on_set_up)
        self.overview.setup.pause_wanted.connect(self._on_pause)
        self.overview.setup.resume_wanted.connect(self._on_resume)
        self.overview.cases.open_wanted.connect(self._on_page)
        self.overview.cases.later_wanted.connect(self._on_later)
        courses.changed.connect(self._on_shelf)

    def title(self) -> str:
        return _("Øving")

    def first_focus(self) -> QWidget | None:
        shown = self.round if self.round is not None else self.overview
        return shown.first_focus() or self

    def enter(self, location: Location) -> None:
        self._end_round()
        self._scroll.verticalScrollBar().setValue(0)
        if location.page:
            self._begin_round(int(location.target) if location.target.isdecimal() else 0)
        else:
            self._has_view = False
            self._read()

    def leave(self) -> None:
        if self.round is not None:
            self.round.leave()

    def refresh(self, changes: Changes) -> None:
        if Change.REVIEW in changes and self.round is None:
            self._read()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and any(terms.dismiss() for terms in self._terms.values()):
            return
        if event.key() == Qt.Key.Key_Escape and self.round is not None:
            self._on_over()
            return
        super().keyPressEvent(event)

    # The overview

    def _read(self) -> None:
        self._tasks.profile(partial(_read, self._courses.shelf()), self._show_view)

    @Slot(object)
    def _show_view(self, view: PracticeView) -> None:
        if self.round is not None:
            return
        self.overview.show_view(view)
        if not self._has_view and self.isVisible():
            self._has_view = True
            first = self.overview.first_focus()
            if first is not None:
                first.setFocus(Qt.FocusReason.OtherFocusReason)
            self._to_top()

    @Slot()
    def _on_shelf(self) -> None:
        if self.isVisible() and self.round is None:
            self._read()

    @Slot()
    def _on_courses(self) -> None:
        self._navigator.go(library())

    @Slot(int, int, bool)
    def _on_set_up(self, new: int, reviews: int, cases: bool) -> None:
        self._tasks.save(partial(_set_up, new, reviews, cases))

    @Slot()
    def _on_pause(self) -> None:
        self._tasks.save(_pause)

    @Slot()
    def _on_resume(self) -> None:
        self._tasks.save(_resume)

    @Slot(object)
    def _on_later(self, card: ReviewCard) -> None:
        self._tasks.save(partial(_later, card))

    # The round

    @Slot(int)
    def _on_begin(self, extra: int) -> None:
        self._navigator.go(practice_round(extra))

    def _begin_round(self, extra: int) -> None:
        self.overview.hide()
        self.round = Round(self._tasks, self._messages, self._theme, self._courses.shelf(), extra)
        self.round.over.connect(self._on_over)
        self.round.page_wanted.connect(self._on_page)
        self.round.link_activated.connect(self._on_link)
        self.round.stage_shown.connect(self._to_top)
        self._scroll.column.addWidget(self.round, 0, Qt.AlignmentFlag.AlignTop)

    def _end_round(self) -> None:
        if self.round is not None:
            self.round.leave()
            self._scroll.column.removeWidget(self.round)
            self.round.hide()
            self.round.deleteLater()
            self.round = None
        self.overview.show()

    @Slot()
    def _on_over(self) -> None:
        self._navigator.replace(practice())
        self._navigator.go(practice())

    @Slot()
    def _to_top(self) -> None:
        self._scroll.verticalScrollBar().setValue(0)

    @Slot(object)
    def _on_page(self, card: ReviewCard) -> None:
        self._navigator.go(page(card.course_id, card.session_id, card.page_id, card.item_id))

    @Slot(str, str)
    def _on_link(self, course_id: str, href: str) -> None:
        """Follow a link in a question: a term explains itself, a page is gone to, anything else is asked about."""
        opened = self._courses.get(course_id)
        if opened is None:
            return
        if course_id not in self._terms:
            self._terms[course_id] = PageTerms(opened.course, self._theme, self._scroll.widget() or self)
        if self._terms[course_id].open(href):
            return
        scheme, _colon, rest = href.partition(":")
        if scheme != COURSE_SCHEME:
            self._leaving.ask_about_link(href)
            return
        session_id, _mark, target = rest.partition("#")
        where = opened.page_of(target or session_id)
        if where is not None:
            self._navigator.go(page(course_id, *where, target))


# On the profile's thread ---------------------------------------------------------------------------


def _read(shelf: Sequence[OpenedCourse], participant: Participant) -> PracticeView:
    review = participant.review
    overview = review.overview()
    courses = {opened.course.id: opened for opened in shelf}
    goals = tuple((opened.course.title, review.goals(opened.course)) for opened in shelf)
    return PracticeView(overview, tuple(_cases(overview.cases, courses)), goals)


def _cases(cards: Iterable[ReviewCard], courses: dict[str, OpenedCourse]) -> Iterable[CaseDue]:
    for card in cards:
        opened = courses.get(card.course_id)
        if opened is None:
            continue
        heads = (page_head for page_head in opened.course.session_head(card.session_id).pages)
        titles = (item.title for page_head in heads for item in page_head.items if item.id == card.item_id)
        yield CaseDue(card, next(titles, card.item_id), opened.course.title)


def _set_up(new: int, reviews: int, cases: bool, participant: Participant) -> Changes:
    return participant.review.set_up(new, reviews, cases=cases)


def _pause(participant: Participant) -> Changes:
    return participant.review.pause()


def _resume(participant: Participant) -> Changes:
    return participant.review.resume()


def _later(card: ReviewCard, participant: Participant) -> Changes:
    return participant.review.put_off_case(card.course_id, card.item_id)
