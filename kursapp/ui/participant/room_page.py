"""A page as the room sees it: the participant's own page in large type, its questions shown when they are asked for."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from kursapp.domain.course import PageKind
from kursapp.domain.key_response import key_response
from kursapp.domain.question import Question
from kursapp.domain.scoring import feedback_for, score
from kursapp.services.live_course import LivePage
from kursapp.services.participant import PageState, Participant
from kursapp.services.trial import Trial
from kursapp.ui.messages import Messages
from kursapp.ui.participant.live_links import LiveLinks
from kursapp.ui.participant.page_ground import PageGround
from kursapp.ui.participant.page_making import view_between
from kursapp.ui.participant.page_view import PageView
from kursapp.ui.participant.preview_page import as_questions, stops_around
from kursapp.ui.previewing import RoomPane
from kursapp.ui.tasks import Tasks
from kursapp.ui.theme.scale import S64
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.pictures import Pictures
from kursapp.ui.widgets.question_view import QuestionView


class RoomPage(RoomPane):
    """Shows one page at a time. ``tasks`` has a trial profile: nothing done in the room is kept."""

    def __init__(self, tasks: Tasks, theme: Theme, messages: Messages) -> None:
        super().__init__()
        self._tasks, self._theme, self._messages = tasks, theme, messages
        self._live: LivePage | None = None
        self._view: PageView | None = None
        self._asked = 0
        self.links = LiveLinks(self)
        self.links.page_wanted.connect(self.page_wanted)
        self._pictures = Pictures(self.links.media, theme)
        self._stack = QStackedWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        theme.dress(self, "30-page", "40-flows")

    def view(self) -> PageView | None:
        """Return the page shown now, None before the first."""
        return self._view

    def show_page(self, live: LivePage) -> None:
        if self._live is None or self._live.opened.root != live.opened.root:
            self._pictures = Pictures(self.links.media, self._theme)
        self._live = live
        self.links.course = live.opened
        self._asked += 1
        page = as_questions(live.page) if live.page.kind is PageKind.QUIZ else live.page
        ground = PageGround(self._tasks, self._messages, self._theme, self._pictures, live.opened, live.session, page)
        self._tasks.profile(partial(_fresh_state, ground), partial(self._on_state, self._asked, live, ground))

    def _on_state(self, asked: int, live: LivePage, ground: PageGround, state: PageState) -> None:
        if asked != self._asked:
            return
        before, here, after = stops_around(live)
        view = view_between(here, before, after, ground, state)
        view.nav.hide()
        view.link_activated.connect(self.links.follow)
        view.body.media_wanted.connect(self.links.open_media)
        old, self._view = self._view, view
        self._stack.addWidget(view)
        view.build_all()
        for question in _questions(view):
            question.cover(True)
        self._stack.setCurrentWidget(view)
        # Until it stands in the room's window, what is on the page has measured itself by the application's letters.
        self._theme.changed.emit()
        if old is not None:
            old.leave()
            self._stack.removeWidget(old)
            old.deleteLater()
        view.setFocus()
        self.changed.emit()

    # What is held back

    def reveal(self) -> bool:
        for view in self._questions():
            if view.is_covered:
                view.cover(False)
            elif not _is_told(view):
                _tell(view)
            else:
                continue
            self._bring(view)
            self.changed.emit()
            return True
        return False

    def held_back(self) -> int:
        return sum(view.is_covered + (not _is_told(view)) for view in self._questions())

    def turn(self, forward: bool) -> bool:
        if self._view is None:
            return False
        bar = self._view.verticalScrollBar()
        before = bar.value()
        step = bar.pageStep() - S64
        bar.setValue(before + (step if forward else -step))
        return bar.value() != before

    def _questions(self) -> list[QuestionView]:
        return _questions(self._view) if self._view is not None else []

    def _bring(self, view: QuestionView) -> None:
        if self._view is not None:
            self._view.show_part(view)


def _questions(view: PageView) -> list[QuestionView]:
    """Return the questions of a page in its order, those in the scene of a case that is shown included."""
    found = [part.widget for part in view.body.parts()]
    return [
        each
        for widget in found
        for each in ([widget] if isinstance(widget, QuestionView) else widget.findChildren(QuestionView))
    ]


def _is_told(view: QuestionView) -> bool:
    """Say whether the answer is shown, by the instructor or by who answered it. A dilemma has none to show."""
    return view.is_scored or key_response(view.question) is None


def _tell(view: QuestionView) -> None:
    """Show the answer of the key, and what is said of it."""
    question: Question = view.question
    response = key_response(question)
    if response is not None:
        view.set_response(response)
        view.show_score(score(question, response), feedback_for(question, response), 0)


# On the profile's thread ---------------------------------------------------------------------------


def _fresh_state(ground: PageGround, participant: Participant) -> PageState:
    """Read the page as one who has never answered anything on it: what the last room said is not for this one."""
    assert isinstance(participant, Trial)
    participant.forget()
    return participant.on(ground.opened).page_state(ground.page)
