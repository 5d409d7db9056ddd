"""The body of an evaluation page: the privacy page, the themes one at a time, and the look over them."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from kursapp.domain.evaluation import EvaluationItem
from kursapp.domain.evaluation_answer import EvaluationAnswer, is_given
from kursapp.domain.problem import Problem
from kursapp.services.changes import Change, Changes
from kursapp.services.evaluate import EvaluationState, Finished
from kursapp.services.hand_in import HandInState
from kursapp.services.own_plan import OwnPlan
from kursapp.services.participant import CourseDesk, PageState
from kursapp.ui.i18n import _
from kursapp.ui.participant.evaluation.plan_place import PlanPlace
from kursapp.ui.participant.evaluation.privacy import PrivacyStage
from kursapp.ui.participant.evaluation.review import ReviewStage
from kursapp.ui.participant.evaluation.theme_stage import ThemeStage
from kursapp.ui.participant.hand_in.handing_in import HandingIn
from kursapp.ui.participant.hand_in.receipt_stage import ReceiptStage
from kursapp.ui.participant.hand_in.send_stage import OutStage
from kursapp.ui.participant.page_body import NavLook
from kursapp.ui.participant.page_ground import PageGround
from kursapp.ui.participant.stage import Stage
from kursapp.ui.participant.staged_body import StagedBody
from kursapp.ui.participant.unsaved import Unsaved

SAVED = "form-saved"
PRIVACY = -1
"""The step before the first theme; the step after the last one is the look over all."""


class EvaluationBody(StagedBody):
    """A form. Every answer is saved as it is given and read back when its theme is shown."""

    def __init__(self, ground: PageGround, state: PageState, parent: QWidget | None = None) -> None:
        super().__init__(ground, state, parent)
        self._unsaved: Unsaved[EvaluationAnswer | None] = Unsaved()
        self._wanted = PRIVACY
        self.plan = self._plan_place(state.plan)
        self._handing_in = HandingIn(self)
        self._handing_in.over.connect(self._on_over)
        self._handing_in.forgotten.connect(self._on_forgotten)
        if state.evaluation is not None:
            step = _step_of(state.evaluation, ground.begin_at)
            self._wanted = _where_to_begin(state.evaluation) if step is None else step
            self._show_step(state)

    def _plan_place(self, plan: OwnPlan | None) -> PlanPlace | None:
        """Put her own plan above the stages of a follow-up's form."""
        if plan is None or self.ground.for_author:
            return None
        place = PlanPlace(plan, self.ground.theme)
        place.link_activated.connect(self.link_activated)
        self._column.addWidget(place)
        return place

    def _look_at_plan(self) -> None:
        if self.plan is not None:
            self.ask(lambda desk: desk.plan.read(), self.plan.show_plan)

    def show_stage(self, stage: Stage, nav: NavLook) -> None:
        """Let ``stage`` take the place of the one shown; the plan is not beside what is handed in."""
        super().show_stage(stage, nav)
        if self.plan is not None:
            self.plan.setVisible(not isinstance(stage, OutStage | ReceiptStage))

    def set_narrow(self, narrow: bool) -> None:
        """Pass on how much room there is."""
        super().set_narrow(narrow)
        if self.plan is not None:
            self.plan.set_narrow(narrow)

    def refresh(self, changes: Changes) -> None:
        """Show the plan as it is now."""
        if Change.PLAN in changes:
            self._look_at_plan()

    def leave(self) -> None:
        """Send what is typed; what was said of this form is no news anywhere else."""
        super().leave()
        self.ground.messages.withdraw(SAVED)

    def enter(self, target: str) -> None:
        """Show the theme of the item aimed at, and how the form stands towards the cohort now.

        The page may have been made before one joined it.
        """
        self._look_at_plan()
        step = _step_of(self.state.evaluation, target)
        if step is not None and step != self._wanted:
            self._go(step)
            return
        page = self.ground.page
        self.ask(lambda desk: desk.hand_in.state(page), self._on_cohort)

    def item(self, item_id: str) -> QWidget | None:
        """Return the view of an item of the theme shown."""
        return self.stage.views.get(item_id) if isinstance(self.stage, ThemeStage) else None

    @Slot(object)
    def _on_cohort(self, hand_in: HandInState | None) -> None:
        is_out = isinstance(self.stage, OutStage | ReceiptStage)
        if hand_in != self.state.hand_in and not is_out:
            self._go(self._wanted)

    @Slot()
    def _on_begin(self) -> None:
        self._go(0)

    @Slot(int)
    def _go(self, step: int) -> None:
        """Save what is typed, read the form behind it, and show a step of it."""
        self.leave()
        self._wanted = step
        page = self.ground.page
        self.ask(lambda desk: desk.page_state(page), self._show_step)

    @Slot(object)
    def _show_step(self, state: PageState) -> None:
        if state.evaluation is None:
            return
        self.state = state
        # What is on its way to the disk, or waits for room on it, is what the person has answered.
        answers = self._unsaved.over(state.evaluation.answers)
        given = {answer_id: answer for answer_id, answer in answers.items() if answer is not None}
        form = replace(state.evaluation, answers=given)
        if self._wanted <= PRIVACY:
            privacy = PrivacyStage(self.ground, state)
            privacy.begin_wanted.connect(self._on_begin)
            self.show_stage(privacy, NavLook.QUIET)
        elif self._wanted >= len(form.themes):
            review = ReviewStage(self.ground, state, form)
            review.step_wanted.connect(self._go)
            review.finish_wanted.connect(self._on_finish)
            review.hand_in_wanted.connect(self._on_hand_in)
            review.withdraw_wanted.connect(self._handing_in.withdraw)
            review.forget_wanted.connect(self._handing_in.forget)
            self.show_stage(review, NavLook.QUIET if review.has_next_step else NavLook.NEXT)
        else:
            theme = ThemeStage(self.ground, state, form, self._wanted)
            theme.answered.connect(self._on_answered)
            theme.step_wanted.connect(self._go)
            self.show_stage(theme, NavLook.HIDDEN)

    @Slot(str, object)
    def _on_answered(self, answer_id: str, answer: EvaluationAnswer | None) -> None:
        page = self.ground.page
        self._unsaved.send(answer_id, answer)

        def keep(desk: CourseDesk) -> Changes:
            if answer is None:
                return desk.evaluate.clear(page, answer_id)
            return desk.evaluate.answer(page, answer_id, answer)

        self.save(keep, self._on_saved, self._on_not_saved)

    @Slot(object)
    def _on_saved(self, _changes: object) -> None:
        self._unsaved.settle()
        self.say_saved()

    @Slot(object)
    def _on_not_saved(self, found: Problem) -> None:
        self._unsaved.settle()
        self.ground.messages.problem(found)

    @Slot()
    def _on_finish(self) -> None:
        page = self.ground.page
        self.save(lambda desk: desk.evaluate.finish(page), self._on_finished)

    @Slot(object)
    def _on_finished(self, finished: Finished) -> None:
        if not finished.missing:
            self._go(self._wanted)
            self.ground.messages.tell(_("Skjemaet er lagret. Du kan endre svarene når du vil."), SAVED)
        else:
            self._show_missing(finished)

    @Slot()
    def _on_hand_in(self) -> None:
        """Finish the form, and show what would be handed in. Both wait behind what is still to be saved."""
        page = self.ground.page
        self.save(lambda desk: desk.evaluate.finish(page), self._on_finished_to_hand_in)

    @Slot(object)
    def _on_finished_to_hand_in(self, finished: Finished) -> None:
        if finished.missing:
            self._show_missing(finished)
        else:
            self._handing_in.begin()

    def _show_missing(self, finished: Finished) -> None:
        if isinstance(self.stage, ReviewStage):
            self.stage.show_missing(finished.missing)

    @Slot()
    def _on_over(self) -> None:
        """Go back to the look over the form, which tells how far it is handed in."""
        self._go(self._wanted)

    @Slot()
    def _on_forgotten(self) -> None:
        self._unsaved = Unsaved()
        self._go(PRIVACY)


def _step_of(form: EvaluationState | None, item_id: str) -> int | None:
    """Return the theme an item is in; None where the form has none of this id."""
    themes = form.themes if form is not None and item_id else ()
    return next(
        (at for at, theme in enumerate(themes) if any(getattr(each, "id", "") == item_id for each in theme.blocks)),
        None,
    )


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
