"""Arbeidsbok: all she has made, by course and day, with how far each thing is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import groupby

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QCheckBox, QVBoxLayout, QWidget

from kursapp.domain.portfolio import CourseWork, WorkItem
from kursapp.services.changes import Change, Changes
from kursapp.services.keepsake import workbook_keepsake
from kursapp.ui.courses import Courses
from kursapp.ui.i18n import _, language
from kursapp.ui.messages import Messages
from kursapp.ui.navigation import Location, Navigator, library, plan, workbook
from kursapp.ui.participant.workbook.reading import Desk, WorkReader
from kursapp.ui.participant.workbook.taking import Make, TakingView
from kursapp.ui.participant.workbook.words import ICONS, plan_words, state_words
from kursapp.ui.screen import Screen
from kursapp.ui.tasks import Tasks
from kursapp.ui.theme import scale
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.buttons import add_button_row, button
from kursapp.ui.widgets.card import Card
from kursapp.ui.widgets.empty import EmptyState
from kursapp.ui.widgets.row_button import RowButton
from kursapp.ui.widgets.scroll import Column
from kursapp.ui.widgets.text import label

OVERVIEW_WIDTH = 760


class ItemRow(RowButton):
    """One product or reflection one can go to."""

    asked = Signal(str, str)

    def __init__(self, theme: Theme, item: WorkItem, parent: QWidget | None = None) -> None:
        super().__init__(theme, item.title, parent=parent)
        self.item = item
        icon, token = ICONS[item.state]
        self.set_state(icon, token, state_words(item))
        self.clicked.connect(self._ask)

    @Slot()
    def _ask(self) -> None:
        self.asked.emit(self.item.course_id, self.item.item.id)


class CourseSection(QWidget):
    """One course: its plan, its files, and its days with what was made in them."""

    item_asked = Signal(str, str)
    plan_asked = Signal(str)

    def __init__(
        self, work: CourseWork, items: Iterable[WorkItem], plan_told: str, taking: TakingView, theme: Theme
    ) -> None:
        super().__init__()
        self._theme = theme
        self.work, self.taking = work, taking
        self.rows: list[ItemRow] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, scale.S16)
        self._layout.setSpacing(scale.S12)
        self._layout.addWidget(label(work.title, "h2"))
        if not work.is_here:
            gone = _("Kurset er ikke på maskinen. Det du skrev, står her.")
            self._layout.addWidget(label(gone, "muted"))
        self._layout.addWidget(self.taking)
        self._add_plan(plan_told)
        for title, found in groupby(items, key=_group):
            self._add_day(title, found)

    def _add_plan(self, told: str) -> None:
        card = Card(margin=scale.S16)
        self._layout.addWidget(card)
        card.body.addWidget(label(_("Planen din"), "h3"))
        purpose = _(
            "Steg med dato og den som eier dem, hentet fra det du har skrevet eller laget på nytt. "
            "Planen følger deg etter kurset."
        )
        card.body.addWidget(label(told or purpose, "muted"))
        self.plan_button = button(_("Åpne planen") if told else _("Lag planen"), "primary")
        self.plan_button.setAccessibleName(f"{self.plan_button.text()}: {self.work.title}")
        self.plan_button.clicked.connect(self._ask_plan)
        add_button_row(card.body, self.plan_button)

    def _add_day(self, title: str, items: Iterable[WorkItem]) -> None:
        card = Card(margin=scale.S8)
        self._layout.addWidget(card)
        heading = label(title, "strong")
        heading.setContentsMargins(scale.S12, scale.S8, scale.S12, 0)
        card.body.addWidget(heading)
        card.body.setSpacing(scale.S4)
        for item in items:
            row = ItemRow(self._theme, item)
            row.asked.connect(self.item_asked)
            card.body.addWidget(row)
            self.rows.append(row)

    @Slot()
    def _ask_plan(self) -> None:
        self.plan_asked.emit(self.work.course_id)


class WorkbookScreen(Screen):
    """Read afresh at every visit; the two boxes choose what is listed."""

    def __init__(self, tasks: Tasks, courses: Courses, navigator: Navigator, theme: Theme, messages: Messages) -> None:
        super().__init__()
        self._tasks, self._courses, self._navigator = tasks, courses, navigator
        self._theme, self._messages = theme, messages
        self._reader = WorkReader(tasks, courses, self)
        self._desk: Desk | None = None
        self._at_row = ""
        self._is_entered = False
        self.sections: list[CourseSection] = []
        self._scroll = Column(theme, OVERVIEW_WIDTH, self)
        self._scroll.fill(self)
        self.taking = TakingView(tasks, messages)
        self.taking.hide()
        self.reflections = QCheckBox(_("Vis refleksjonene også"))
        self.only_written = QCheckBox(_("Vis bare det jeg har skrevet i"))
        self._lay_out()
        self.reflections.toggled.connect(self._show)
        self.only_written.toggled.connect(self._show)
        courses.changed.connect(self._on_shelf)

    def _lay_out(self) -> None:
        column = self._scroll.column
        column.addWidget(label(_("Arbeidsbok"), "h1"))
        told = _("Alt du har laget på kursene, på ett sted. Bare for deg: forlater aldri maskinen.")
        column.addWidget(label(told, "lead"))
        self.nothing = EmptyState(
            _("Ingenting her ennå"),
            _("Arbeidsbøkene og refleksjonene fra kursene dine samles her når du har begynt på et kurs."),
            _("Se kursene"),
        )
        self.nothing.chosen.connect(self._go_to_courses)
        self.nothing.hide()
        column.addWidget(self.nothing)
        self._boxes = QWidget()
        column.addWidget(self._boxes)
        boxes = QVBoxLayout(self._boxes)
        boxes.setContentsMargins(0, 0, 0, 0)
        boxes.setSpacing(scale.S4)
        boxes.addWidget(self.reflections)
        boxes.addWidget(self.only_written)
        self._boxes.hide()
        column.addWidget(self.taking)
        self._list = QVBoxLayout()
        column.addLayout(self._list)
        self._list.setSpacing(scale.S16)
        self.no_match = label(_("Ingenting å vise med disse valgene."), "muted")
        self.no_match.hide()
        column.addWidget(self.no_match)
        column.addStretch(1)

    def title(self) -> str:
        return _("Arbeidsbok")

    def first_focus(self) -> QWidget | None:
        if not self.nothing.isHidden():
            return self.nothing.action
        row = next((row for row in self.rows() if row.item.item.id == self._at_row), None)
        return row or next((section.plan_button for section in self.sections), None)

    def rows(self) -> list[ItemRow]:
        """Return the rows shown, from the top."""
        return [row for section in self.sections for row in section.rows]

    def enter(self, location: Location) -> None:
        self._is_entered = True
        self._read()

    def refresh(self, changes: Changes) -> None:
        if any(kind in changes for kind in (Change.FIELDS, Change.PLAN, Change.ENROLMENT)):
            self._read()

    @Slot()
    def _on_shelf(self) -> None:
        if self.isVisible():
            self._read()

    def _read(self) -> None:
        self._reader.read(self._on_desk)

    @Slot(object)
    def _on_desk(self, desk: Desk) -> None:
        if self._desk is None or desk != self._desk:
            self._desk = desk
            self._show()
        if self._is_entered and self.isVisible():
            # All this came later than the window asked who should have the keyboard.
            focus = self.first_focus()
            if focus is not None:
                focus.setFocus(Qt.FocusReason.OtherFocusReason)
                self._scroll.ensureWidgetVisible(focus)
        self._is_entered = False

    @Slot()
    def _show(self) -> None:
        if self._desk is None:
            return
        focused = QApplication.focusWidget()
        had_keyboard = focused is not None and any(section.isAncestorOf(focused) for section in self.sections)
        works = self._desk.works
        for section in self.sections:
            self._list.removeWidget(section)
            section.hide()
            section.deleteLater()
        self.sections = [self._section(work) for work in works]
        for section in self.sections:
            self._list.addWidget(section)
            # A layout shows what it has been given a moment later, and what is not shown takes no keyboard.
            section.show()
        self.taking.offer(_("Arbeidsbok for alle kursene"), self._prepare_all)
        self.taking.setVisible(len(works) > 1)
        self.nothing.setVisible(not works and self._courses.is_loaded)
        self._boxes.setVisible(bool(works))
        self.no_match.setVisible(bool(works) and not self.rows())
        if had_keyboard:
            focus = self.first_focus()
            if focus is not None:
                focus.setFocus()

    def _section(self, work: CourseWork) -> CourseSection:
        assert self._desk is not None
        steps = self._desk.steps_of(work.course_id)
        taking = TakingView(self._tasks, self._messages)
        taking.offer(_("Arbeidsbok {course}").format(course=work.title), partial(self._prepare, work.course_id))
        told = plan_words(steps, self._desk.today) if steps else ""
        section = CourseSection(work, self._shown(work), told, taking, self._theme)
        section.item_asked.connect(self._go_to_item)
        section.plan_asked.connect(self._go_to_plan)
        return section

    def _prepare_all(self, then: Callable[[Make], object]) -> None:
        self._reader.read(partial(_hand_over_all, then))

    def _prepare(self, course_id: str, then: Callable[[Make], object]) -> None:
        self._reader.read(partial(_hand_over_course, course_id, then))

    def _shown(self, work: CourseWork) -> Iterator[WorkItem]:
        for item in work.items:
            written = item.has_words or item.finished_at is not None
            if (item.is_product or self.reflections.isChecked() or item.gone) and (
                written or not self.only_written.isChecked()
            ):
                yield item

    @Slot(str, str)
    def _go_to_item(self, course_id: str, item_id: str) -> None:
        self._at_row = item_id
        self._navigator.go(workbook(course_id, item_id))

    @Slot(str)
    def _go_to_plan(self, course_id: str) -> None:
        self._at_row = ""
        self._navigator.go(plan(course_id))

    @Slot()
    def _go_to_courses(self) -> None:
        self._navigator.go(library())


def _hand_over_course(course_id: str, then: Callable[[Make], object], desk: Desk) -> None:
    works = [work for work in desk.works if work.course_id == course_id]
    told = next((work.language for work in works), "") or language()
    then(partial(workbook_keepsake, works, desk.steps, desk.today, told))


def _hand_over_all(then: Callable[[Make], object], desk: Desk) -> None:
    then(partial(workbook_keepsake, desk.works, desk.steps, desk.today, language()))


def _group(item: WorkItem) -> str:
    return item.placed.module_title or _("Fra tidligere utgaver av kurset")
