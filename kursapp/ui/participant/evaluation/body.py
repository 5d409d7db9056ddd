"""The body of an evaluation page: the privacy page, the themes one at a time, and the look over them."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kursapp.domain.evaluation import EvaluationItem
from kursapp.domain.evaluation_answer import EvaluationAnswer, is_given
from kursapp.services.changes import Changes
from kursapp.services.evaluate import EvaluationState, Finished
from kursapp.services.participant import CourseDesk, PageState, Participant
from kursapp.ui.i18n import _
from kursapp.ui.participant.evaluation.privacy import PrivacyStage
from kursapp.ui.participant.evaluation.review import ReviewStage
from kursapp.ui.participant.evaluation.theme_stage import ThemeStage
from kursapp.ui.participant.page_body import PageBody
from kursapp.ui.participant.page_ground import PageGround
from kursapp.ui.participant.stage import Stage

PRIVACY = -1
"""The step before the first theme; the step after the last one is the look over all."""


class EvaluationBody(PageBody):
    """A form. Every answer is saved as it is given and read back when its theme is shown."""

    def __init__(self, ground: PageGround, state: PageState, parent: QWidget | None = None) -> None:
        super().__init__(ground, state, parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._stage: Stage | None = None
        self._narrow = False
        self._wanted = PRIVACY
        form = state.evaluation
        if form is not None:
            self._wanted = _where_to_begin(form)
            self._show_step(state)

    @property
    def stage(self) -> Stage | None:
        """The stage shown now."""
        return self._stage

    def leave(self) -> None:
        """Save what is typed and not yet saved."""
        if self._stage is not None:
            self._stage.flush()

    def refresh(self, changes: Changes) -> None:
        """Show nothing anew: the form changes by its own answers only."""

    def first_focus(self) -> QWidget | None:
        """Return what gets the keyboard."""
        return self._stage.first_focus() if self._stage is not None else None

    def set_narrow(self, narrow: bool) -> None:
        """Pass on how much room there is."""
        self._narrow = narrow
        if self._stage is not None:
            self._stage.set_narrow(narrow)

    @Slot()
    def _on_begin(self) -> None:
        self._go(0)

    @Slot(int)
    def _go(self, step: int) -> None:
        """Save what is typed, read the form behind it, and show a step of it."""
        self.leave()
        self._wanted = step
        page = self.ground.page
        self.ground.tasks.profile(lambda services: self._desk(services).page_state(page), self._show_step)

    @Slot(object)
    def _show_step(self, state: PageState) -> None:
        form = state.evaluation
        if form is None:
            return
        if self._wanted <= PRIVACY:
            privacy = PrivacyStage(self.ground, form)
            privacy.begin_wanted.connect(self._on_begin)
            self._show(privacy, under_way=False)
        elif self._wanted >= len(form.themes):
            review = ReviewStage(self.ground, form)
            review.step_wanted.connect(self._go)
            review.finish_wanted.connect(self._on_finish)
            self._show(review, under_way=False)
        else:
            theme = ThemeStage(self.ground, state, self._wanted)
            theme.answered.connect(self._on_answered)
            theme.step_wanted.connect(self._go)
            theme.link_activated.connect(self.link_activated)
            self._show(theme, under_way=True)

    def _show(self, stage: Stage, *, under_way: bool) -> None:
        old, self._stage = self._stage, stage
        stage.set_narrow(self._narrow)
        self._column.addWidget(stage)
        self.nav_shown.emit(not under_way)
        if old is None:
            return
        old.hide()
        self._column.removeWidget(old)
        old.deleteLater()
        self.shown_part.emit(stage)
        focus = stage.first_focus()
        if focus is not None:
            focus.setFocus()

    @Slot(str, object)
    def _on_answered(self, answer_id: str, answer: EvaluationAnswer) -> None:
        page = self.ground.page
        self.ground.tasks.save(lambda services: self._desk(services).evaluate.answer(page, answer_id, answer))

    @Slot()
    def _on_finish(self) -> None:
        page = self.ground.page
        self.ground.tasks.save(lambda services: self._desk(services).evaluate.finish(page), self._on_finished)

    @Slot(object)
    def _on_finished(self, finished: Finished) -> None:
        if not finished.missing:
            self.ground.messages.tell(_("Evalueringen er lagret. Du kan endre den når du vil."))
            self._go(self._wanted)
        elif isinstance(self._stage, ReviewStage):
            self._stage.show_missing(finished.missing)

    def _desk(self, services: Participant) -> CourseDesk:
        return services.on(self.ground.opened)


def _where_to_begin(form: EvaluationState) -> int:
    """Return the step to show first: privacy on a new form, the look over it on a finished one, else the next theme."""
    if form.finished_at is not None:
        return len(form.themes)
    if not form.given:
        return PRIVACY
    for index, theme in enumerate(form.themes):
        items = [block for block in theme.blocks if isinstance(block, EvaluationItem)]
        if any(not is_given(item, form.answers.get(answer_id)) for item in items for answer_id in item.answer_ids()):
            return index
    return len(form.themes)
