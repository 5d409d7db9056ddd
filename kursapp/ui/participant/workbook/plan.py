"""The plan of one course: its steps, to be written, dated, moved and done."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from kursapp.domain.days import local_day
from kursapp.domain.plan import NewStep, PlanStep, StepStatus
from kursapp.services.changes import Change, Changes
from kursapp.services.open_course import CourseReader
from kursapp.services.plan import Plan, StepKept, StepsAdded
from kursapp.services.portfolio import Shelved, shelved
from kursapp.ui.actions import Actions
from kursapp.ui.asking import Asking
from kursapp.ui.courses import Courses
from kursapp.ui.i18n import _, n_
from kursapp.ui.messages import Messages
from kursapp.ui.navigation import Location, Navigator, library, workbook
from kursapp.ui.participant.workbook.plan_bin import PlanBin
from kursapp.ui.participant.workbook.plan_offer import PlanOffer
from kursapp.ui.participant.workbook.plan_reading import PlanState, hand_over_days, hand_over_plan, read_plan
from kursapp.ui.participant.workbook.plan_step import StepCard
from kursapp.ui.participant.workbook.taking import Make, TakingView, WriteDays
from kursapp.ui.participant.workbook.words import plan_words
from kursapp.ui.screen import Screen
from kursapp.ui.tasks import Tasks
from kursapp.ui.theme import scale
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.announce import announce
from kursapp.ui.widgets.autosave import Autosave
from kursapp.ui.widgets.buttons import add_button_row, button
from kursapp.ui.widgets.empty import EmptyState
from kursapp.ui.widgets.flow import Flow
from kursapp.ui.widgets.scroll import Column
from kursapp.ui.widgets.text import label

PLAN_WIDTH = 880
TEXT, OWNER = "text", "owner"


class PlanScreen(Screen):
    """Every change is saved at once, words when it is quiet."""

    def __init__(
        self,
        tasks: Tasks,
        courses: Courses,
        navigator: Navigator,
        theme: Theme,
        messages: Messages,
        actions: Actions,
    ) -> None:
        super().__init__()
        self._tasks, self._courses, self._navigator = tasks, courses, navigator
        self._theme, self._messages = theme, messages
        self._location = Location("plan")
        self._state: PlanState | None = None
        self._new_one = ""
        self._wants_offer = False
        self._is_entered = False
        self.cards: list[StepCard] = []
        self.offer: PlanOffer | None = None
        self._autosave = Autosave(tasks, self)
        self._autosave.due.connect(self._save_words)
        self._scroll = Column(theme, PLAN_WIDTH, self)
        self._scroll.fill(self)
        self.taking = TakingView(tasks, messages)
        self.fetch = button(_("Hent steg fra arbeidsboka"))
        self.add = button(_("Nytt steg"), "primary")
        self.bin = PlanBin()
        self.asking = Asking(self)
        self._lay_out()
        self.fetch.clicked.connect(self._on_fetch)
        self.add.clicked.connect(self._on_add)
        self.bin.restore_wanted.connect(self._restore)
        self.bin.empty_wanted.connect(self._ask_empty)
        courses.changed.connect(self._on_shelf)
        self._add_actions(actions)

    def _lay_out(self) -> None:
        column = self._scroll.column
        self._course = label("", "overline")
        self.told = label("", "lead")
        self.nothing = EmptyState(
            _("Ingen plan ennå"),
            _("Planen hører til et kurs. Begynn på et kurs, så kan du lage den her."),
            _("Se kursene"),
        )
        self.nothing.chosen.connect(self._go_to_courses)
        self.nothing.hide()
        self._all = QWidget()
        column.addWidget(self._course)
        column.addWidget(label(_("Planen din"), "h1"))
        column.addWidget(self.nothing)
        column.addWidget(self._all)
        column.addStretch(1)
        whole = QVBoxLayout(self._all)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(scale.S16)
        whole.addWidget(self.told)
        tools = Flow()
        tools.add(self.taking)
        tools.add(self.fetch)
        whole.addWidget(tools)
        self._offer_place = QVBoxLayout()
        whole.addLayout(self._offer_place)
        self._list = QVBoxLayout()
        whole.addLayout(self._list)
        self._list.setSpacing(scale.S12)
        add_button_row(whole, self.add)
        whole.addWidget(self.bin)
        private = _("Lagres mens du skriver. Bare for deg: forlater aldri maskinen.")
        whole.addWidget(label(private, "meta"))
        self._all.hide()

    def _add_actions(self, actions: Actions) -> None:
        group = _("I planen")
        actions.add(self, "step-up", _("Flytt steget opp"), "Alt+Up", self._move_up, group)
        actions.add(self, "step-down", _("Flytt steget ned"), "Alt+Down", self._move_down, group)
        actions.add(self, "step-new", _("Nytt steg i planen"), "Ctrl+Return", self._on_add, group)

    # What the window asks

    def title(self) -> str:
        return _("Planen din")

    def trail(self) -> tuple[tuple[str, Location], ...]:
        return ((_("Arbeidsbok"), workbook()),)

    def first_focus(self) -> QWidget | None:
        if not self.nothing.isHidden():
            return self.nothing.action
        if self._state is None:
            return None
        return self.cards[0].text if self.cards else self.offer.take if self.offer is not None else self.add

    def enter(self, location: Location) -> None:
        if location.course != self._location.course:
            self._state = None
            self._show_cards(())
            self._close_offer()
        self._location = location
        self._is_entered = True
        self._read()

    def leave(self) -> None:
        self._autosave.flush()

    def refresh(self, changes: Changes) -> None:
        if Change.PLAN in changes:
            self._read()

    @Slot()
    def _on_shelf(self) -> None:
        if self.isVisible():
            self._read()

    def _read(self) -> None:
        opened = self._courses.shelf()
        course_id = self._location.course

        def read_courses(_reader: CourseReader) -> tuple[Shelved, ...]:
            return tuple(shelved(each) for each in opened if course_id in ("", each.course.id))

        self._tasks.reading(read_courses, self._on_courses)

    @Slot(object)
    def _on_courses(self, shelf: tuple[Shelved, ...]) -> None:
        self._tasks.profile(partial(read_plan, self._location.course, shelf), self._on_state)

    # What is shown

    @Slot(object)
    def _on_state(self, state: PlanState | None) -> None:
        self._state = state
        self.nothing.setVisible(state is None)
        self._all.setVisible(state is not None)
        self._course.setText("" if state is None else state.title)
        self._course.setVisible(state is not None)
        if state is not None:
            self._show_state(state)
        if self._is_entered and self.isVisible():
            # All this came later than the window asked who should have the keyboard.
            focus = self.first_focus()
            if focus is not None:
                focus.setFocus(Qt.FocusReason.OtherFocusReason)
        self._is_entered = False

    def _show_state(self, state: PlanState) -> None:
        self._show_told(state)
        self._show_cards(state.steps)
        for card, step in zip(self.cards, state.steps, strict=True):
            card.show_step(step)
            card.show_day(step, state.now)
        self._show_offer(state)
        self.bin.show_steps(state.removed)
        self.taking.offer(_("Planen {course}").format(course=state.title), self._prepare, self._prepare_days)
        self.taking.setVisible(bool(state.steps))
        self._show_new_one()

    def _show_told(self, state: PlanState) -> None:
        none = _("Skriv hva du skal gjøre, hvem som eier det, og når. Begynn med ett steg som tar under en time.")
        self.told.setText(plan_words(state.steps, local_day(state.now)) if state.steps else none)

    def _show_cards(self, steps: Sequence[PlanStep]) -> None:
        """Let there be a card for each step, in order; those there are already stay, with the keyboard in them."""
        there = {card.step_id: card for card in self.cards}
        wanted = [step.id for step in steps]
        if [card.step_id for card in self.cards] == wanted:
            return
        focused = QApplication.focusWidget()
        for card in self.cards:
            self._list.removeWidget(card)
            if card.step_id not in wanted:
                card.hide()
                card.deleteLater()
        self.cards = [there.get(step.id) or self._card(step) for step in steps]
        for place, card in enumerate(self.cards, start=1):
            self._list.addWidget(card)
            card.show_place(place, len(self.cards))
        if focused is not None and any(card.isAncestorOf(focused) for card in self.cards):
            held = next(card for card in self.cards if card.isAncestorOf(focused))
            (focused if focused.isVisible() else held.text).setFocus()
            self._scroll.ensureWidgetVisible(held)

    def _card(self, step: PlanStep) -> StepCard:
        card = StepCard(self._theme, step)
        card.edited.connect(self._on_edited)
        card.settled.connect(self._autosave.flush)
        card.due_picked.connect(self._on_due)
        card.status_picked.connect(self._on_status)
        card.move_wanted.connect(self._move)
        card.remove_wanted.connect(self._on_remove)
        return card

    def _show_new_one(self) -> None:
        new, self._new_one = self._new_one, ""
        card = next((card for card in self.cards if card.step_id == new), None)
        if card is not None:
            card.text.setFocus()
            self._scroll.ensureWidgetVisible(card)

    def _show_offer(self, state: PlanState) -> None:
        wanted = bool(state.offered) and (self._wants_offer or not state.steps)
        self.fetch.setVisible(bool(state.offered) and not wanted)
        if not wanted:
            self._close_offer()
        elif self.offer is None:
            self.offer = PlanOffer(state.offered)
            self.offer.taken.connect(self._on_taken)
            self.offer.put_away.connect(self._on_not_now)
            self._offer_place.addWidget(self.offer)

    def _close_offer(self) -> None:
        if self.offer is not None:
            self._offer_place.removeWidget(self.offer)
            self.offer.hide()
            self.offer.deleteLater()
            self.offer = None

    # What a person does

    @Slot(str, str, str)
    def _on_edited(self, step_id: str, part: str, value: str) -> None:
        self._autosave.touch(f"{part}:{step_id}", value)

    @Slot(str, str)
    def _save_words(self, key: str, value: str) -> None:
        part, _colon, step_id = key.partition(":")
        if part == TEXT:
            self._save(lambda plan: plan.write(step_id, value))
        else:
            self._save(lambda plan: plan.give(step_id, value))

    @Slot(str, object)
    def _on_due(self, step_id: str, value: date | None) -> None:
        self._save(lambda plan: plan.set_due(step_id, value))

    @Slot(str, str)
    def _on_status(self, step_id: str, value: str) -> None:
        self._save(lambda plan: plan.set_status(step_id, StepStatus(value)))

    @Slot(str, int)
    def _move(self, step_id: str, by: int) -> None:
        self._autosave.flush()
        at = next(place for place, card in enumerate(self.cards) if card.step_id == step_id)
        to = at + by
        if 0 <= to < len(self.cards):
            self._save(lambda plan: plan.move(step_id, by))
            announce(
                self, _("Steget er flyttet til plass {place} av {count}.").format(place=to + 1, count=len(self.cards))
            )

    @Slot()
    def _move_up(self) -> None:
        self._move_held(-1)

    @Slot()
    def _move_down(self) -> None:
        self._move_held(1)

    def _move_held(self, by: int) -> None:
        held = next((card for card in self.cards if card.holds_keyboard()), None)
        if held is not None:
            self._move(held.step_id, by)

    @Slot(str)
    def _on_remove(self, step_id: str) -> None:
        self._autosave.flush()
        self._save(lambda plan: plan.remove(step_id))
        self._messages.undo(_("Steget er fjernet."), partial(self._restore, step_id))
        self.add.setFocus()

    @Slot(str)
    def _restore(self, step_id: str) -> None:
        self._save(lambda plan: plan.restore(step_id))

    @Slot()
    def _ask_empty(self) -> None:
        self.asking.ask(
            _("Vil du slette de fjernede stegene for godt?"),
            _("Stegene i planen blir stående. De som slettes, kan ikke hentes tilbake."),
            _("Slett stegene"),
            self._empty,
        )

    def _empty(self) -> None:
        if self._state is not None:
            course_id = self._state.course_id
            self._save(lambda plan: plan.empty_bin(course_id))
            self.add.setFocus()

    @Slot()
    def _on_add(self) -> None:
        if self._state is None:
            return
        self._autosave.flush()
        course_id = self._state.course_id
        self._tasks.save(lambda participant: participant.plan.add(course_id, NewStep()), self._on_added)

    @Slot(object)
    def _on_added(self, kept: StepKept) -> None:
        self._new_one = kept.step.id

    @Slot()
    def _on_fetch(self) -> None:
        self._wants_offer = True
        if self._state is not None:
            self._show_offer(self._state)
        if self.offer is not None:
            self.offer.take.setFocus()

    @Slot()
    def _on_not_now(self) -> None:
        self._wants_offer = False
        self._close_offer()
        self.fetch.setVisible(True)
        self.fetch.setFocus()

    @Slot(object)
    def _on_taken(self, steps: list[NewStep]) -> None:
        if self._state is None:
            return
        course_id = self._state.course_id
        self._wants_offer = False
        self._close_offer()
        self._tasks.save(lambda participant: participant.plan.add_many(course_id, steps), self._on_steps_added)

    @Slot(object)
    def _on_steps_added(self, added: StepsAdded) -> None:
        self._new_one = added.steps[0].id
        told = n_("{n} steg er lagt til i planen.", "{n} steg er lagt til i planen.", len(added.steps))
        self._messages.tell(told.format(n=len(added.steps)))

    def _save(self, change: Callable[[Plan], object]) -> None:
        self._tasks.save(lambda participant: change(participant.plan))

    @Slot()
    def _go_to_courses(self) -> None:
        self._navigator.go(library())

    # Taking it along

    def _prepare(self, then: Callable[[Make], object]) -> None:
        self._autosave.flush()
        course_id = self._location.course or (self._state.course_id if self._state is not None else "")
        self._tasks.profile(partial(read_plan, course_id, ()), partial(hand_over_plan, self._state, then))

    def _prepare_days(self, then: Callable[[WriteDays], object]) -> None:
        self._autosave.flush()
        course_id = self._location.course or (self._state.course_id if self._state is not None else "")
        self._tasks.profile(partial(read_plan, course_id, ()), partial(hand_over_days, self._state, then))
