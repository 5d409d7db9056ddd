"""Making a cohort, step by step: nothing is made before the last button."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kursapp.domain.form import Form
from kursapp.domain.problem import Problem
from kursapp.services.cohort_cards import CohortCard, CohortDraft, CourseOffer
from kursapp.ui.coordinator.new_cohort_promises import LookStep, PromisesStep
from kursapp.ui.coordinator.new_cohort_steps import FormsStep, Step, WhenStep
from kursapp.ui.coordinator.simulated import SimulatedLine
from kursapp.ui.courses import Courses
from kursapp.ui.desk import Desk
from kursapp.ui.i18n import _, language
from kursapp.ui.messages import Messages
from kursapp.ui.navigation import Location, Navigator, cohort_details, cohorts
from kursapp.ui.screen import Screen
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.announce import announce
from kursapp.ui.widgets.buttons import add_button_row, button
from kursapp.ui.widgets.empty import EmptyState
from kursapp.ui.widgets.scroll import Column
from kursapp.ui.widgets.text import label

if TYPE_CHECKING:
    from kursapp.services.coordinator import Coordinator
    from kursapp.services.open_course import OpenedCourse

NEW_COHORT_WIDTH = 680
WHEN, FORMS, PROMISES, LOOK = range(4)


class NewCohortScreen(Screen):
    """Four steps. What was answered stays when one goes elsewhere and comes again, until the cohort is made."""

    def __init__(self, desk: Desk, courses: Courses, navigator: Navigator, theme: Theme, messages: Messages) -> None:
        super().__init__()
        self._desk, self._courses, self._navigator, self._messages = desk, courses, navigator, messages
        self._theme = theme
        self._offer: CourseOffer | None = None
        self._offered = ""
        self._is_busy = False
        self._count = label("", "meta")
        self.steps: list[Step] = []
        self._number = WHEN
        self._room = QWidget()
        self._stack = QVBoxLayout(self._room)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._nothing: QWidget | None = None
        self.next = button("", "primary")
        self.back = button(_("Tilbake"))
        self.next.clicked.connect(self._on_next)
        self.back.clicked.connect(self._on_back)
        self._scrolled = Column(theme, NEW_COHORT_WIDTH, self)
        column = self._scrolled.column
        column.addWidget(SimulatedLine(theme, desk))
        column.addWidget(self._count)
        column.addWidget(self._room)
        add_button_row(column, self.next, self.back)
        column.addStretch(1)
        self._scrolled.fill(self)
        courses.changed.connect(self._on_courses)
        desk.locked.connect(self._begin_again)

    def title(self) -> str:
        return _("Lag et kull")

    def trail(self) -> tuple[tuple[str, Location], ...]:
        return ((_("Kull"), cohorts()),)

    def enter(self, location: Location) -> None:
        self._courses.load()
        self._on_courses()

    def first_focus(self) -> QWidget | None:
        return self._step.first() if self.steps else self

    @property
    def _step(self) -> Step:
        return self.steps[self._number]

    @Slot()
    def _on_courses(self) -> None:
        """Begin as soon as there is a course to make a cohort of."""
        offered = tuple((opened.course.id, opened.course.title) for opened in self._courses.shelf())
        if not self.steps and offered and self._courses.is_loaded:
            self._add(WhenStep(offered))
            self._show(WHEN)
        self._show_nothing(not self.steps)

    def _show_nothing(self, nothing: bool) -> None:
        for widget in (self._count, self._room, self.next, self.back):
            widget.setVisible(not nothing)
        if nothing and self._nothing is None:
            self._nothing = EmptyState(_("Kursene åpnes …"), _("Et kull lages av et kurs på denne maskinen."))
            self._scrolled.column.insertWidget(1, self._nothing)
        if self._nothing is not None:
            self._nothing.setVisible(nothing)

    @Slot()
    def _begin_again(self) -> None:
        self._drop(WHEN)
        self._offer, self._offered, self._is_busy = None, "", False

    # Steps -------------------------------------------------------------------------------------

    def _add(self, step: Step) -> None:
        step.hide()
        self.steps.append(step)
        self._stack.addWidget(step)

    def _drop(self, first: int) -> None:
        for step in self.steps[first:]:
            self._stack.removeWidget(step)
            step.hide()
            step.deleteLater()
        del self.steps[first:]

    def _show(self, number: int) -> None:
        self._number = number
        for index, step in enumerate(self.steps):
            step.setVisible(index == number)
        self._count.setText(_("Steg {number} av {count}").format(number=number + 1, count=LOOK + 1))
        self.next.setText(_("Lag kullet") if number == LOOK else _("Neste"))
        self.back.setText(_("Avbryt") if number == WHEN else _("Tilbake"))
        self._scrolled.verticalScrollBar().setValue(0)
        if self.isVisible():
            (self.next if number == LOOK else self._step.first()).setFocus()
            announce(self, self._count.text())

    @Slot()
    def _on_back(self) -> None:
        number = self._number
        if number == WHEN:
            self._navigator.go(cohorts())
        else:
            self._show(number - 1)

    @Slot()
    def _on_next(self) -> None:
        if self._is_busy or not self._step.is_answered():
            return
        number = self._number
        if number == WHEN:
            self._ask_for_offer()
        elif number == FORMS:
            self._show_promises()
        elif number == PROMISES:
            self._show_look()
        else:
            self._make()

    def _course(self) -> OpenedCourse:
        opened = self._courses.get(self._when.courses.value())
        assert opened is not None
        return opened

    @property
    def _when(self) -> WhenStep:
        step = self.steps[WHEN]
        assert isinstance(step, WhenStep)
        return step

    @property
    def _forms(self) -> FormsStep:
        step = self.steps[FORMS]
        assert isinstance(step, FormsStep)
        return step

    @property
    def _promises(self) -> PromisesStep:
        step = self.steps[PROMISES]
        assert isinstance(step, PromisesStep)
        return step

    def _ask_for_offer(self) -> None:
        """Read what the course has; the steps after this one are made anew when the course is another."""
        if self._offered == self._when.courses.value():
            self._show(FORMS)
            return
        self._is_busy = True
        self._desk.ask(partial(_offer, self._course()), self._show_offer, self._on_failed)

    def _show_offer(self, offer: CourseOffer) -> None:
        self._is_busy = False
        self._drop(FORMS)
        self._offer, self._offered = offer, self._when.courses.value()
        for step in (FormsStep(offer), PromisesStep(offer, language()), LookStep()):
            self._add(step)
        self._show(FORMS)

    def _show_promises(self) -> None:
        ends = self._when.ends.value()
        if not self._promises.keep_until.text() and ends is not None:
            self._desk.ask(partial(_proposed_end, ends, self._chosen_forms()), self._promises.keep_until.show_day)
        self._show(PROMISES)

    def _show_look(self) -> None:
        last = self.steps[LOOK]
        assert isinstance(last, LookStep)
        assert self._offer is not None
        draft = self._draft()
        texts = {item.id: item.text for item in self._offer.backgrounds}
        breakdowns = [texts[name] for name in draft.breakdowns]
        last.show_draft(draft, self._course().course.title, [form.title for form in self._chosen_forms()], breakdowns)
        self._show(LOOK)

    def _chosen_forms(self) -> Sequence[Form]:
        assert self._offer is not None
        chosen = set(self._forms.chosen())
        return [form for form in (*self._offer.forms, *self._offer.quizzes) if form.id in chosen]

    def _draft(self) -> CohortDraft:
        when, promises = self._when, self._promises
        starts, ends, keep_until = when.starts.value(), when.ends.value(), promises.keep_until.value()
        assert starts is not None
        assert ends is not None
        assert keep_until is not None
        return CohortDraft(
            name=when.name.text(),
            starts=starts,
            ends=ends,
            keep_until=keep_until,
            invited=when.count(),
            place=when.place.text(),
            organiser=when.organiser.text(),
            language=promises.language.value(),
            k=promises.k(),
            reason=promises.reason.text() if promises.reason.isVisibleTo(promises) else "",
            breakdowns=promises.breakdowns.values(),
            form_ids=self._forms.chosen(),
            codes=promises.codes.isChecked(),
            wants_progress=self._forms.progress.isChecked(),
        )

    def _make(self) -> None:
        self._is_busy = True
        self._desk.ask(partial(_create, self._draft(), self._course()), self._on_made, self._on_failed)

    def _on_made(self, card: CohortCard) -> None:
        self._begin_again()
        self._desk.chosen = card.id
        self._desk.tell_changed(card.id)
        self._navigator.replace(cohorts())
        self._navigator.go(cohort_details(card.id))

    def _on_failed(self, found: Problem) -> None:
        self._is_busy = False
        self._messages.problem(found)


# On the desk's thread ------------------------------------------------------------------------------


def _offer(course: OpenedCourse, coordinator: Coordinator) -> CourseOffer:
    return coordinator.offer(course)


def _proposed_end(ends: date, forms: Sequence[Form], _coordinator: Coordinator) -> date:
    from kursapp.services.create_cohort import keep_until_for

    return keep_until_for(ends, forms)


def _create(draft: CohortDraft, course: OpenedCourse, coordinator: Coordinator) -> CohortCard:
    return coordinator.create(draft, course)
