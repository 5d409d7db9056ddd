"""A round of Øving: today's questions one after another, each kept as soon as it is answered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kursapp.domain.course import Session
from kursapp.domain.page_items import questions_of
from kursapp.domain.problem import Problem
from kursapp.domain.question import Question
from kursapp.domain.response import Response
from kursapp.domain.review import ReviewCard
from kursapp.services.changes import Changes
from kursapp.services.open_course import CourseReader, OpenedCourse
from kursapp.services.participant import Participant
from kursapp.services.review import Repeated, shown_parts
from kursapp.ui.i18n import _
from kursapp.ui.messages import Messages
from kursapp.ui.participant.page_ground import PageGround
from kursapp.ui.participant.practice.done_stage import DoneStage
from kursapp.ui.participant.practice.question_stage import PracticeQuestion
from kursapp.ui.tasks import Tasks
from kursapp.ui.theme import scale
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.announce import announce
from kursapp.ui.widgets.item_card import GUTTER
from kursapp.ui.widgets.pictures import Pictures


@dataclass(frozen=True, slots=True)
class Asked:
    """What the profile puts: the cards in order, what was begun of them, whether there are more, and the day."""

    cards: tuple[ReviewCard, ...]
    drafts: Mapping[tuple[str, str], str]
    has_more: bool
    today: date


@dataclass(frozen=True, slots=True)
class Put:
    """A question as it is now, with where it stands."""

    card: ReviewCard
    question: Question
    session: Session


class Round(QWidget):
    """Shows one question at a time. ``over``: she wants to stop; ``page_wanted`` carries the card whose page to read.

    ``stage_shown`` tells that another stage is shown.
    """

    over = Signal()
    page_wanted = Signal(object)
    link_activated = Signal(str, str)
    stage_shown = Signal()

    def __init__(
        self, tasks: Tasks, messages: Messages, theme: Theme, courses: Sequence[OpenedCourse], extra: int
    ) -> None:
        super().__init__()
        self._tasks, self._messages, self._theme = tasks, messages, theme
        self._courses = {opened.course.id: opened for opened in courses}
        self._pictures = {name: Pictures(opened.media, theme) for name, opened in self._courses.items()}
        self._asked: Asked | None = None
        self._put: tuple[Put, ...] = ()
        self._index = self._answered = self._right = 0
        self._log = 0
        self.stage: PracticeQuestion | None = None
        self.done: DoneStage | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        theme.changed.connect(self._fit)
        tasks.profile(partial(_ask, frozenset(self._courses), extra), self._on_asked)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @Slot()
    def _fit(self) -> None:
        """Use narrow gutters where there is less room than a line of reading wants."""
        if self.stage is not None:
            self.stage.set_narrow(self.width() < self._theme.px(scale.READING_WIDTH) + 2 * GUTTER - scale.S48)

    def leave(self) -> None:
        """Send what is typed and not yet sent."""
        if self.stage is not None:
            self.stage.flush()

    def first_focus(self) -> QWidget | None:
        """Return what gets the keyboard."""
        if self.stage is not None:
            return self.stage.first_focus()
        return self.done.overview if self.done is not None else None

    # What is fetched

    @Slot(object)
    def _on_asked(self, asked: Asked) -> None:
        self._asked = asked
        self._tasks.reading(partial(_questions, asked.cards, self._courses), self._on_questions)

    @Slot(object)
    def _on_questions(self, found: tuple[Put, ...]) -> None:
        self._put = found
        self._show()

    # What is shown

    def _show(self) -> None:
        if self._index >= len(self._put):
            self._show_done()
            return
        assert self._asked is not None
        put = self._put[self._index]
        card = put.card
        opened = self._courses[card.course_id]
        page = put.session.page(card.page_id)
        pictures = self._pictures[card.course_id]
        ground = PageGround(self._tasks, self._messages, self._theme, pictures, opened, put.session, page)
        draft = self._asked.drafts.get((card.course_id, card.item_id), "")
        order = shown_parts(card, put.question)
        stage = PracticeQuestion(ground, card, put.question, order, self._index, len(self._put), draft)
        stage.answered.connect(self._on_answered)
        stage.drafted.connect(self._on_drafted)
        stage.judged.connect(self._on_judged)
        stage.next_wanted.connect(self._go_on)
        stage.stop_wanted.connect(self.over)
        stage.page_wanted.connect(self._on_page)
        stage.link_activated.connect(self._on_link)
        self.stage = stage
        self._take_place(stage, stage.spoken())

    def _show_done(self) -> None:
        self.stage = None
        has_more = self._asked is not None and self._asked.has_more
        self.done = DoneStage(self._answered, self._right, more=has_more)
        self.done.overview_wanted.connect(self.over)
        self.done.more_wanted.connect(self._on_more)
        self._take_place(self.done, self.done.words.text())

    def _take_place(self, stage: QWidget, spoken: str) -> None:
        while (item := self._column.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        self._column.addWidget(stage)
        self._fit()
        # A layout shows what it gets a moment later, and what is not shown cannot have the keyboard.
        stage.show()
        self.stage_shown.emit()
        focus = self.first_focus()
        if focus is not None:
            focus.setFocus(Qt.FocusReason.OtherFocusReason)
        if self.isVisible():
            announce(self, spoken)

    # What happens

    @Slot(object)
    def _on_answered(self, response: Response) -> None:
        put, stage = self._put[self._index], self.stage
        assert stage is not None
        stage.view.setEnabled(False)
        self._tasks.save(partial(_answer, put, response), partial(self._on_repeated, stage), self._on_failed)

    def _on_repeated(self, stage: PracticeQuestion, got: Repeated) -> None:
        if stage is not self.stage or self._asked is None:
            return
        self._log = got.log
        self._answered += 1
        self._right += bool(got.score.right)
        stage.view.setEnabled(True)
        stage.show_repeated(got, self._asked.today)
        announce(self, _("Svaret er lagret."))

    @Slot(object)
    def _on_failed(self, found: Problem) -> None:
        self._messages.problem(found)
        if self.stage is not None:
            self.stage.show_unanswered()

    @Slot(str, str)
    def _on_drafted(self, item_id: str, text: str) -> None:
        self._tasks.save(partial(_draft, self._put[self._index].card.course_id, item_id, text))

    @Slot(bool)
    def _on_judged(self, knew: bool) -> None:
        self._tasks.save(partial(_judge, self._log, knew))
        self._go_on()

    @Slot()
    def _go_on(self) -> None:
        self._index += 1
        self._show()

    @Slot()
    def _on_page(self) -> None:
        self.page_wanted.emit(self._put[self._index].card)

    @Slot(str)
    def _on_link(self, href: str) -> None:
        self.link_activated.emit(self._put[self._index].card.course_id, href)

    @Slot(int)
    def _on_more(self, extra: int) -> None:
        self._index = self._answered = self._right = 0
        self._tasks.profile(partial(_ask, frozenset(self._courses), extra), self._on_asked)


# On the lanes' threads -----------------------------------------------------------------------------


def _ask(course_ids: frozenset[str], extra: int, participant: Participant) -> Asked:
    review = participant.review
    cards = tuple(card for card in review.queue(extra) if card.course_id in course_ids)
    overview = review.overview()
    return Asked(cards, review.drafts(cards), overview.more > extra, overview.today)


def _questions(
    cards: Sequence[ReviewCard], courses: Mapping[str, OpenedCourse], _reader: CourseReader
) -> tuple[Put, ...]:
    """Return the cards' questions as they are now; one that is not where its card says is left out of this round."""
    found = []
    for card in cards:
        opened = courses[card.course_id]
        if opened.page_of(card.item_id) != (card.session_id, card.page_id):
            continue
        session = opened.session(card.session_id)
        questions = {question.id: question for question in questions_of(session.page(card.page_id))}
        if card.item_id in questions:
            found.append(Put(card, questions[card.item_id], session))
    return tuple(found)


def _answer(put: Put, response: Response, participant: Participant) -> Repeated:
    return participant.review.answer(put.card.course_id, put.question, response)


def _judge(log: int, knew: bool, participant: Participant) -> Changes:
    return participant.review.judge(log, knew)


def _draft(course_id: str, item_id: str, text: str, participant: Participant) -> Changes:
    return participant.review.draft(course_id, item_id, text)
