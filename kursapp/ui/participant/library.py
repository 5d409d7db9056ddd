"""The courses one can take, each as a card that leads to its cover."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kursapp.domain.problem import Problem
from kursapp.services.changes import Changes
from kursapp.services.open_course import OpenedCourse
from kursapp.ui.courses import Courses
from kursapp.ui.i18n import _
from kursapp.ui.messages import sentence
from kursapp.ui.navigation import Location, Navigator, cover
from kursapp.ui.participant.cohort.opening import CohortOpening
from kursapp.ui.participant.course_facts import course_facts
from kursapp.ui.participant.course_view import CourseView, read_view
from kursapp.ui.participant.package.opening import PackageOpening
from kursapp.ui.screen import Screen
from kursapp.ui.tasks import Tasks
from kursapp.ui.theme import scale
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.buttons import add_button_row, button
from kursapp.ui.widgets.card import Card
from kursapp.ui.widgets.empty import EmptyState
from kursapp.ui.widgets.progress_row import ProgressRow
from kursapp.ui.widgets.scroll import Column
from kursapp.ui.widgets.text import IconLabel, label

LIBRARY_WIDTH = 760


class CourseCard(Card):
    """One course: its name, what it is, how far one is in it."""

    asked = Signal(str)

    def __init__(self, theme: Theme, opened: OpenedCourse, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.course = opened.course
        self.days = ProgressRow(theme)
        self.open = button(_("Åpne kurset"), "primary")
        self.open.setAccessibleDescription(self.course.title)
        self.open.clicked.connect(self._ask)
        self.body.addWidget(label(self.course.title, "h2"))
        self.body.addWidget(label(course_facts(self.course), "muted"))
        self.body.addSpacing(scale.S8)
        self.body.addWidget(self.days)
        self.body.addSpacing(scale.S8)
        add_button_row(self.body, self.open)

    def show_view(self, view: CourseView) -> None:
        """Show how far one is."""
        self.days.show_course(view.days(), view.progress.course.fill, begun=view.begun)

    @Slot()
    def _ask(self) -> None:
        self.asked.emit(self.course.id)


class RefusedCard(Card):
    """A course that could not be opened, and what to do about it."""

    retry_asked = Signal()

    def __init__(self, theme: Theme, name: str, found: Problem, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout()
        self.body.addLayout(row)
        row.setSpacing(scale.S12)
        row.addWidget(IconLabel(theme, "triangle-alert", "danger"))
        row.addWidget(label(_("Kurset «{name}» kan ikke åpnes").format(name=name), "h3"), 1)
        self.body.addWidget(label(sentence(found)))
        self.retry = button(_("Prøv igjen"))
        self.retry.clicked.connect(self.retry_asked)
        self.body.addSpacing(scale.S8)
        add_button_row(self.body, self.retry)


class LibraryScreen(Screen):
    """The shelf."""

    def __init__(self, tasks: Tasks, courses: Courses, navigator: Navigator, theme: Theme) -> None:
        super().__init__()
        self._tasks, self._courses, self._navigator, self._theme = tasks, courses, navigator, theme
        self.cards: dict[str, CourseCard] = {}
        self._others: list[QWidget] = []
        self._scroll = Column(theme, LIBRARY_WIDTH, self)
        self._shelf = QVBoxLayout()
        self._shelf.setSpacing(scale.S16)
        self._scroll.column.addWidget(label(_("Kurs"), "h1"))
        self._scroll.column.addLayout(self._shelf)
        self._opening = CohortOpening(self, navigator)
        self.open_cohort = button(_("Åpne kullfil"), "tertiary")
        self.open_cohort.setAccessibleDescription(_("Fila du har fått av kursholderen"))
        self.open_cohort.clicked.connect(self._opening.ask)
        self._package_opening = PackageOpening(self, navigator)
        self.open_package = button(_("Åpne kurspakke"), "tertiary")
        self.open_package.setAccessibleDescription(_("Et kurs du har fått som fil"))
        self.open_package.clicked.connect(self._package_opening.ask)
        add_button_row(self._scroll.column, self.open_cohort, self.open_package)
        self._scroll.column.addStretch(1)
        self._scroll.fill(self)
        courses.changed.connect(self._show_shelf)

    def title(self) -> str:
        return _("Kurs")

    def enter(self, location: Location) -> None:
        self._show_shelf()

    def refresh(self, changes: Changes) -> None:
        self._read_views()

    def first_focus(self) -> QWidget | None:
        first = next(iter(self.cards.values()), None)
        return first.open if first is not None else self

    @Slot()
    def _show_shelf(self) -> None:
        for opened in self._courses.shelf():
            if opened.course.id not in self.cards:
                card = CourseCard(self._theme, opened)
                card.asked.connect(self._go_to)
                self.cards[opened.course.id] = card
                self._shelf.addWidget(card)
        self._show_others()
        self._read_views()

    def _show_others(self) -> None:
        """Show what stands in a course's place: why it cannot be opened, or that there is none."""
        for other in self._others:
            self._shelf.removeWidget(other)
            other.deleteLater()
        self._others = [self._refused(folder.name, found) for folder, found in self._courses.refused()]
        if not self.cards and not self._others:
            self._others = [self._nothing()]
        for other in self._others:
            self._shelf.addWidget(other)

    def _refused(self, name: str, found: Problem) -> RefusedCard:
        card = RefusedCard(self._theme, name, found)
        card.retry_asked.connect(self._courses.try_again)
        return card

    def _nothing(self) -> QWidget:
        if not self._courses.is_loaded:
            return EmptyState(_("Kursene åpnes …"), _("Første gang leses hele kurset. Etterpå går det på et øyeblikk."))
        text = _("Programmet kom uten kurs. Be den som installerte det, om å installere på nytt.")
        return EmptyState(_("Ingen kurs ennå"), text)

    def _read_views(self) -> None:
        for opened in self._courses.shelf():
            self._tasks.profile(partial(read_view, opened), self._show_view)

    def _show_view(self, view: CourseView) -> None:
        self.cards[view.course.id].show_view(view)

    @Slot(str)
    def _go_to(self, course_id: str) -> None:
        self._navigator.go(cover(course_id))
