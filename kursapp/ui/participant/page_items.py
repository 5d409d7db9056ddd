"""The items of a page: makes their views, shows what was answered before, and saves what is answered now."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from kursapp.domain.case import Case
from kursapp.domain.course import Block, Checklist, Faulty, MediaCard
from kursapp.domain.problem import Problem
from kursapp.domain.question import Question, Reflection, Workbook
from kursapp.domain.response import Certainty, Response
from kursapp.services.participant import CourseDesk, PageState
from kursapp.services.take_course import Answered, QuestionState
from kursapp.ui.participant.case_view import CaseView
from kursapp.ui.participant.page_ground import PageGround
from kursapp.ui.participant.page_workbooks import PageWorkbooks
from kursapp.ui.widgets.autosave import Autosave
from kursapp.ui.widgets.block_column import BlockColumn
from kursapp.ui.widgets.checklist_view import ChecklistView
from kursapp.ui.widgets.earlier_answer import EarlierAnswer
from kursapp.ui.widgets.faulty_box import FaultyBox
from kursapp.ui.widgets.item_card import Reach
from kursapp.ui.widgets.media_card import MediaCardView
from kursapp.ui.widgets.question_view import QuestionView
from kursapp.ui.widgets.reflection_view import ReflectionView
from kursapp.ui.widgets.workbook_view import WorkbookView

REFLECTION = "refleksjon"
DRAFT = "utkast"


class PageItems(QObject):
    """Stands between the views of one page's items and the services that keep what is answered."""

    link_activated = Signal(str)
    media_wanted = Signal(str)
    shown_part = Signal(object)

    def __init__(self, ground: PageGround, state: PageState, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ground = ground
        self._state = state
        self._views: dict[str, QWidget] = {}
        self._written: dict[str, Reflection] = {}
        self._autosave = Autosave(ground.tasks, self)
        self._autosave.due.connect(self._save_due)
        self._workbooks = PageWorkbooks(ground, state, self)
        self._workbooks.link_activated.connect(self.link_activated)

    def work_on(self, ground: PageGround, state: PageState) -> None:
        """Go on with the page as it has been written since. What is typed is sent first."""
        self.flush()
        self._ground, self._state = ground, state
        self._workbooks.work_on(ground, state)

    def forget(self, gone: Sequence[QWidget]) -> None:
        """Have nothing more to do with the views in these parts of the page."""
        self._views = {
            item_id: view
            for item_id, view in self._views.items()
            if not any(part is view or part.isAncestorOf(view) for part in gone)
        }
        self._workbooks.forget(gone)

    def view(self, item_id: str) -> QWidget | None:
        """Return the view of an item that has been made, by its id."""
        return self._views.get(item_id)

    def column(self, blocks: Sequence[Block]) -> BlockColumn:
        """Make the whole column of a scene's or an introduction's blocks."""
        column = self.open_column(blocks)
        column.build_all()
        return column

    def open_column(self, blocks: Sequence[Block]) -> BlockColumn:
        """Make a column of blocks that is still to be built part by part."""
        ground = self._ground
        law_date = ground.opened.course.law_date
        column = BlockColumn(
            blocks, self.make, ground.theme, ground.pictures, law_date=law_date, for_instructor=ground.for_author
        )
        column.link_activated.connect(self.link_activated)
        return column

    def make(self, block: Block) -> QWidget:
        """Make the view of an item, with what was answered before in it. TypeError for what is no item."""
        match block:
            case Question():
                return self._question(block)
            case Reflection():
                return self._reflection(block)
            case Workbook():
                return self._workbook(block)
            case Checklist():
                return self._checklist(block)
            case Case():
                return self._case(block)
            case MediaCard():
                return self._media(block)
            case Faulty():
                return FaultyBox(block, self._ground.opened.problems, self._ground.theme)
        raise TypeError(type(block).__name__)

    def flush(self) -> None:
        """Save everything that is typed and not yet saved."""
        self._autosave.flush()
        self._workbooks.flush()

    def leave(self) -> None:
        """Save everything, and let what was written here be a version of its own: she goes elsewhere."""
        self.flush()
        written: list[Reflection | Workbook] = [*self._written.values(), *self._workbooks.take_written()]
        self._written.clear()
        if written:
            self._save(lambda desk: desk.fill.left(written))

    # Questions

    def _question(self, question: Question) -> QuestionView:
        state = self._state.questions.get(question.id, QuestionState())
        view = QuestionView(question, self._ground.theme, self._ground.pictures, order=state.order)
        if state.asked is not None and state.response is not None and state.score is not None:
            earlier = EarlierAnswer(state.asked, state.response, state.score, view.theme, view.pictures)
            earlier.link_activated.connect(self.link_activated)
            view.add(earlier, Reach.WORDS, before=view.field)
        draft = self._state.drafts.get(question.id, "")
        if state.response is not None and state.score is not None and state.asked is None and not draft:
            view.set_response(state.response, state.certainty)
            view.show_score(state.score, state.feedback, state.tries_left)
        elif draft:
            view.set_draft(draft)
        view.answered.connect(self._on_answered)
        view.drafted.connect(self._on_drafted)
        view.retried.connect(self._on_retried)
        self._keep(question.id, view)
        return view

    @Slot(str, object, object)
    def _on_answered(self, question_id: str, response: Response, certainty: Certainty | None) -> None:
        view = self._question_view(question_id)
        question = view.question
        # The draft goes out first: answering takes it away, and it must not come back afterwards.
        self._autosave.flush()
        self._save(lambda desk: desk.take.answer(question, response, certainty), self._show_answered)

    def _show_answered(self, answered: Answered) -> None:
        if answered.question_id not in self._views:
            return
        view = self._question_view(answered.question_id)
        view.show_score(answered.score, answered.feedback, answered.tries_left)
        view.say_result()

    @Slot(str, str)
    def _on_drafted(self, question_id: str, draft: str) -> None:
        self._autosave.touch(f"{DRAFT}:{question_id}", draft)

    @Slot(str)
    def _on_retried(self, question_id: str) -> None:
        self._autosave.touch(f"{DRAFT}:{question_id}", "")

    def _question_view(self, question_id: str) -> QuestionView:
        view = self._views[question_id]
        assert isinstance(view, QuestionView)
        return view

    # Reflections and checklists

    def _reflection(self, reflection: Reflection) -> ReflectionView:
        view = ReflectionView(reflection, self._ground.theme, self._ground.pictures)
        view.set_text(self._state.reflections.get(reflection.id, ""))
        view.edited.connect(self._on_reflected)
        view.left.connect(self._autosave.flush)
        self._keep(reflection.id, view)
        return view

    @Slot(str, str)
    def _on_reflected(self, reflection_id: str, text: str) -> None:
        self._autosave.touch(f"{REFLECTION}:{reflection_id}", text)

    def _checklist(self, checklist: Checklist) -> ChecklistView:
        view = ChecklistView(checklist, self._ground.theme, self._ground.pictures)
        view.set_ticks(self._state.ticks.get(checklist.id, frozenset()))
        view.ticked.connect(self._on_ticked)
        self._keep(checklist.id, view)
        return view

    @Slot(str, str, bool)
    def _on_ticked(self, checklist_id: str, item_id: str, on: bool) -> None:
        view = self._views[checklist_id]
        assert isinstance(view, ChecklistView)
        checklist = view.checklist
        self._save(lambda desk: desk.fill.tick(checklist, item_id, on))

    # Cases

    def _case(self, case: Case) -> CaseView:
        view = CaseView(case, self._ground.theme, self._ground.pictures, self.column)
        if case.id in self._state.cases:
            view.show_state(self._state.cases[case.id])
        view.chosen.connect(self._on_chosen)
        view.undo_wanted.connect(self._on_undo_wanted)
        view.restart_wanted.connect(self._on_restart_wanted)
        view.moved.connect(self.shown_part)
        view.refused.connect(self._ground.messages.problem)
        self._keep(case.id, view)
        return view

    @Slot(str, str)
    def _on_chosen(self, case_id: str, choice_id: str) -> None:
        view = self._case_view(case_id)
        self._save(lambda desk: desk.case.choose(view.case, choice_id), view.show_state, view.refuse)

    @Slot(str)
    def _on_undo_wanted(self, case_id: str) -> None:
        view = self._case_view(case_id)
        self._save(lambda desk: desk.case.back(view.case), view.show_state, view.refuse)

    @Slot(str)
    def _on_restart_wanted(self, case_id: str) -> None:
        view = self._case_view(case_id)
        self._save(lambda desk: desk.case.start_over(view.case), view.show_state, view.refuse)

    def _case_view(self, case_id: str) -> CaseView:
        view = self._views[case_id]
        assert isinstance(view, CaseView)
        return view

    # Workbooks, sound and film

    def _workbook(self, workbook: Workbook) -> WorkbookView:
        view = self._workbooks.make(workbook)
        self._views[workbook.id] = view
        return view

    def _media(self, media: MediaCard) -> MediaCardView:
        view = MediaCardView(media, self._ground.theme)
        view.open_wanted.connect(self.media_wanted)
        return view

    # Saving

    def _keep(self, item_id: str, view: QuestionView | ReflectionView | ChecklistView | CaseView) -> None:
        view.link_activated.connect(self.link_activated)
        self._views[item_id] = view

    def _save(
        self,
        fn: Callable[[CourseDesk], Any],
        then: Callable[[Any], object] | None = None,
        failed: Callable[[Problem], object] | None = None,
    ) -> None:
        opened = self._ground.opened
        self._ground.tasks.save(lambda participant: fn(participant.on(opened)), then, failed)

    @Slot(str, str)
    def _save_due(self, key: str, value: str) -> None:
        kind, _colon, item_id = key.partition(":")
        if kind == DRAFT:
            self._save(lambda desk: desk.take.draft(item_id, value))
            return
        view = self._views[item_id]
        assert isinstance(view, ReflectionView)
        reflection = view.reflection
        self._written[item_id] = reflection
        self._save(lambda desk: desk.fill.reflect(reflection, value))
