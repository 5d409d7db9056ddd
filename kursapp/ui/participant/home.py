"""Hjem: one card that leads on, and the day it leads into."""

from __future__ import annotations

from functools import partial
from time import localtime
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kursapp.ui.i18n import _
from kursapp.ui.navigation import Location, Navigator, certificate, cover, library, my_cohort, page, workbook
from kursapp.ui.screen import Screen
from kursapp.ui.theme import scale
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.buttons import add_button_row, button
from kursapp.ui.widgets.card import Card
from kursapp.ui.widgets.flow import Flow
from kursapp.ui.widgets.progress_row import ProgressRow
from kursapp.ui.widgets.scroll import Column
from kursapp.ui.widgets.text import label, set_role

if TYPE_CHECKING:
    from kursapp.services.changes import Changes
    from kursapp.services.open_course import OpenedCourse
    from kursapp.services.participant import Participant
    from kursapp.services.remember_start import StartCard
    from kursapp.ui.courses import Courses
    from kursapp.ui.messages import Messages
    from kursapp.ui.participant.cohort.opening import CohortOpening
    from kursapp.ui.participant.course_view import CourseView
    from kursapp.ui.participant.package.opening import PackageOpening
    from kursapp.ui.participant.today_work import TodayWork
    from kursapp.ui.tasks import Tasks

HOME_WIDTH = 760


class ContinueCard(Card):
    """The way on: which page, in which course, how far one is, and one button."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent, margin=scale.S32)
        self.above = label("", "overline")
        self.heading = label("", "h2")
        self.under = label("", "muted")
        self.days = ProgressRow(theme)
        self.go_on = button(_("Fortsett"), "primary", main=True)
        for widget in (self.above, self.heading, self.under):
            self.body.addWidget(widget)
        self.body.addSpacing(scale.S8)
        self.body.addWidget(self.days)
        self.body.addSpacing(scale.S16)
        add_button_row(self.body, self.go_on)

    def show_words(self, above: str, heading: str, under: str, action: str) -> None:
        """Say what the card leads to."""
        self.above.setText(above)
        self.heading.setText(heading)
        self.under.setText(under)
        self.go_on.setText(action)


class HomeScreen(Screen):
    """Painted from what was remembered last time; filled with what is true as soon as the profile is open.

    ``wished`` carries where a press of the button wants to go before there is anybody to take one there.
    """

    wished = Signal(object)

    _tasks: Tasks
    _courses: Courses
    _navigator: Navigator
    today: TodayWork

    def __init__(self, theme: Theme, card: StartCard | None) -> None:
        super().__init__()
        self._theme = theme
        self._works = False
        self._view: CourseView | None = None
        self._opening: CohortOpening | None = None
        self._package_opening: PackageOpening | None = None
        self._leads_to: Location | None = None
        self._build()
        self.greet("")
        if card is not None:
            way_on = page(card.course_id, card.session_id, card.page_id)
            self._leads_to = way_on if card.page_id else cover(card.course_id)
            self.card.show_words(_("Fortsett der du slapp"), card.page_title, card.title, _("Fortsett"))
            self.card.days.show_days(card.days)
        else:
            self._show_nothing_yet()

    def work_with(self, tasks: Tasks, courses: Courses, navigator: Navigator, messages: Messages) -> None:
        """Take the collaborators, which come after the first paint; until then a press of the button is a wish."""
        from kursapp.ui.participant.today_work import TodayWork

        self._tasks, self._courses, self._navigator = tasks, courses, navigator
        self.today = TodayWork(self, self._today, self.open_package, tasks, courses, navigator, messages)
        self.today.read.connect(self._show_due)
        self.today.left_empty.connect(self.card.go_on.setFocus)
        self._works = True
        self.open_cohort.clicked.connect(self._on_open_cohort)
        self.open_package.clicked.connect(self._on_open_package)
        self.my_cohort.clicked.connect(self._go_to_cohort)
        self.certificate.clicked.connect(self._go_to_certificate)
        courses.changed.connect(self._on_shelf)

    def _build(self) -> None:
        self.column = Column(self._theme, HOME_WIDTH, self)
        self.greeting = label("", "h1")
        self.card = ContinueCard(self._theme)
        self._today, self.day = QWidget(), QWidget()
        self.column.column.addWidget(self.greeting)
        self.card.go_on.clicked.connect(self._go_on)
        self.column.column.addWidget(self.card)
        self.open_cohort = button(_("Åpne kullfil"), "tertiary")
        self.open_cohort.setAccessibleDescription(_("Fila du har fått av kursholderen"))
        self.my_cohort = button("", "tertiary")
        self.my_cohort.hide()
        self.open_package = button(_("Åpne kurspakke"), "tertiary")
        self.open_package.setAccessibleDescription(_("Et kurs du har fått som fil"))
        self.certificate = button(_("Kursbevis"), "tertiary")
        self.certificate.hide()
        others = Flow()
        for each in (self.my_cohort, self.certificate, self.open_cohort, self.open_package):
            others.add(each)
        self.column.column.addWidget(others)
        self.column.column.addWidget(self._today)
        self.column.column.addWidget(self.day)
        self.column.column.addStretch(1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.column)

    def greet(self, name: str) -> None:
        """Say good day to the person whose profile is open."""
        self.greeting.setText(greeting(localtime().tm_hour, name))

    def title(self) -> str:
        return _("Hjem")

    def first_focus(self) -> QWidget | None:
        return self.card.go_on

    def enter(self, location: Location) -> None:
        self._read()

    def refresh(self, changes: Changes) -> None:
        # A save that was under way when the window was made anew ends before this screen has its collaborators.
        if self._works:
            self._read()

    def _read(self) -> None:
        self._tasks.profile(_last_course, self._on_last_course)
        self.today.look()

    @Slot()
    def _on_shelf(self) -> None:
        if self.isVisible() and self._view is None:
            self._read()
        elif self.isVisible():
            self.today.look()

    def _on_last_course(self, course_id: str) -> None:
        shelf = self._courses.shelf()
        if course_id and self._courses.is_loaded and self._courses.get(course_id) is None:
            self._show_away()
        elif course_id:
            self._courses.open(course_id, self._on_course)
        elif self._courses.is_loaded and len(shelf) == 1:
            self._on_course(shelf[0])
        elif self._courses.is_loaded and shelf:
            self._show_choice()

    def _on_course(self, opened: OpenedCourse) -> None:
        from kursapp.ui.participant.course_view import read_view

        self._tasks.profile(partial(read_view, opened), self._show_view)

    def _show_nothing_yet(self) -> None:
        self.card.show_words(_("Kurs"), _("Velkommen"), _("Kurset ditt gjøres klart."), _("Se kursene"))
        self.card.days.show_days(())
        self._leads_to = library()

    def _show_away(self) -> None:
        """Say that the course used last is not here, and lead to what was written in it."""
        from kursapp.ui.absence import away_words

        away, ways = away_words()
        self.card.show_words(_("Kurs"), away, ways, _("Åpne Arbeidsbok"))
        self.card.days.show_days(())
        self._leads_to = workbook()

    def _show_choice(self) -> None:
        under = _("Du har ikke begynt på noe kurs ennå. Velg det du skal ta.")
        self.card.show_words(_("Kurs"), _("Velg et kurs"), under, _("Se kursene"))
        self.card.days.show_days(())
        self._leads_to = library()

    def _show_view(self, view: CourseView) -> None:
        self._view = view
        self.card.days.show_course(view.days(), view.progress.course.fill)
        page_head, session = view.next_page(), view.next_session()
        if page_head is None or session is None or view.is_done:
            above = _("Kurset er fullført") if view.is_done else _("Kurs")
            self.card.show_words(above, view.course.title, _("Alt du har gjort, ligger her."), _("Se kurset"))
            self._leads_to = cover(view.course.id)
        else:
            self._show_way_on(view, page_head.title, session.title)
            self._leads_to = page(view.course.id, session.id, page_head.id)
        self.my_cohort.setVisible(bool(view.cohort))
        self.my_cohort.setText(_("Kullet ditt: {name}").format(name=view.cohort))
        self.certificate.setVisible(view.begun and bool(view.course.requirements))
        self._show_day(view)
        self._show_due()

    def _show_way_on(self, view: CourseView, page_title: str, session_title: str) -> None:
        if view.begun:
            under = view.course.title if session_title == page_title else f"{view.course.title} · {session_title}"
            module = view.next_module()
            follows = module is not None and module.opens_after_days is not None
            above = _("Oppfølgingen er åpen") if follows else _("Fortsett der du slapp")
            self.card.show_words(above, page_title, under, _("Fortsett"))
        else:
            under = _("Første side: {title}").format(title=page_title)
            self.card.show_words(_("Kurset ditt"), view.course.title, under, _("Begynn kurset"))

    def _show_day(self, view: CourseView) -> None:
        from kursapp.ui.participant.day_section import DaySection

        if not isinstance(self.day, DaySection):
            section = DaySection(self._theme)
            section.asked.connect(self._go_to_session)
            self.column.column.replaceWidget(self.day, section)
            self.day.deleteLater()
            self.day = section
        self.day.show_view(view)

    @Slot()
    def _show_due(self) -> None:
        """Show what is due under the card; where the card has nothing more to do, the first of it is the way on."""
        leads = bool(self.today.due) and self._view is not None and self._view.is_done
        self.today.show(self._theme, leads=leads)
        set_role(self.card.go_on, "role", "secondary" if leads else "primary")

    @Slot()
    def _go_to_certificate(self) -> None:
        if self._view is not None:
            self._navigator.go(certificate(self._view.course.id))

    @Slot()
    def _go_on(self) -> None:
        if self._leads_to is not None and self._works:
            self._navigator.go(self._leads_to)
        elif self._leads_to is not None:
            self.wished.emit(self._leads_to)

    @Slot()
    def _go_to_cohort(self) -> None:
        if self._view is not None:
            self._navigator.go(my_cohort(self._view.course.id))

    @Slot()
    def _on_open_cohort(self) -> None:
        from kursapp.ui.participant.cohort.opening import CohortOpening

        if self._opening is None:
            self._opening = CohortOpening(self, self._navigator)
        self._opening.ask()

    @Slot()
    def _on_open_package(self) -> None:
        from kursapp.ui.participant.package.opening import PackageOpening

        if self._package_opening is None:
            self._package_opening = PackageOpening(self, self._navigator)
        self._package_opening.ask()

    @Slot(str)
    def _go_to_session(self, session_id: str) -> None:
        if self._view is not None:
            self._navigator.go(page(self._view.course.id, session_id))


def greeting(hour: int, name: str) -> str:
    """Return a greeting that fits the time of day, by name where there is one."""
    words = _("God morgen") if 5 <= hour < 10 else _("God kveld") if hour >= 18 or hour < 5 else _("God dag")
    return f"{words}, {name}" if name else words


def _last_course(participant: Participant) -> str:
    taken = participant.courses()
    return taken[0].enrolment.course_id if taken else ""
