"""A course's cover: what it is, the way on, and a row for each day."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kursapp.domain.course import Module, Rich
from kursapp.services.changes import Changes
from kursapp.services.open_course import OpenedCourse
from kursapp.ui.courses import Courses
from kursapp.ui.i18n import _
from kursapp.ui.navigation import Location, Navigator, certificate, glossary, library, my_cohort, page
from kursapp.ui.participant.changed_list import ChangedList
from kursapp.ui.participant.course_facts import course_facts
from kursapp.ui.participant.course_view import CourseView, read_view
from kursapp.ui.participant.module_row import ModuleRow
from kursapp.ui.participant.page_links import Leaving
from kursapp.ui.participant.requirements import RequirementList
from kursapp.ui.screen import Screen
from kursapp.ui.tasks import Tasks
from kursapp.ui.theme import scale
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.buttons import add_button_row, button
from kursapp.ui.widgets.empty import EmptyState
from kursapp.ui.widgets.flow import Flow
from kursapp.ui.widgets.pictures import Pictures
from kursapp.ui.widgets.progress_row import ProgressRow
from kursapp.ui.widgets.rich_label import RichLabel
from kursapp.ui.widgets.scroll import Column
from kursapp.ui.widgets.text import label, set_role

COVER_WIDTH = 760


class CoverScreen(Screen):
    """Where every course begins."""

    def __init__(self, tasks: Tasks, courses: Courses, navigator: Navigator, theme: Theme) -> None:
        super().__init__()
        self._tasks, self._courses, self._navigator, self._theme = tasks, courses, navigator, theme
        self._course_id = ""
        self._view: CourseView | None = None
        self._leaving = Leaving(self)
        self.rows: tuple[ModuleRow, ...] = ()
        self._build()

    def _build(self) -> None:
        self._heading = label("", "title")
        self._facts = label("", "muted")
        self._welcome, self._about = QVBoxLayout(), QVBoxLayout()
        self.go_on = button(_("Fortsett"), "primary", main=True)
        self.go_on.clicked.connect(self._go_on)
        self._leads_to = label("", "muted")
        self.cohort = button("", "tertiary")
        self.cohort.clicked.connect(self._go_to_cohort)
        self.cohort.hide()
        self.certificate = button(_("Kursbevis"), "tertiary")
        self.certificate.clicked.connect(self._go_to_certificate)
        self.glossary = button(_("Ordliste"), "tertiary")
        self.glossary.clicked.connect(self._go_to_glossary)
        self.days = ProgressRow(self._theme, large=True)
        self._modules = QVBoxLayout()
        self._modules.setSpacing(scale.S12)
        self.changed = ChangedList(self._theme)
        self.changed.asked.connect(self._go_to_target)
        self._requirements = RequirementList(self._theme)
        self._requirements.asked.connect(self._go_to_target)
        self._known = QWidget()
        self._waiting = EmptyState(
            _("Kurset åpnes …"), _("Første gang leses hele kurset. Etterpå går det på et øyeblikk.")
        )
        self._scroll = Column(self._theme, COVER_WIDTH, self)
        self._scroll.column.addWidget(self._waiting)
        self._scroll.column.addWidget(self._known)
        self._scroll.column.addStretch(1)
        column = QVBoxLayout(self._known)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scale.S8)
        column.addWidget(self._heading)
        column.addWidget(self._facts)
        column.addSpacing(scale.S16)
        column.addWidget(self.days)
        column.addSpacing(scale.S16)
        add_button_row(column, self.go_on)
        column.addWidget(self._leads_to)
        others = Flow()
        others.add(self.cohort)
        others.add(self.certificate)
        others.add(self.glossary)
        column.addWidget(others)
        column.addSpacing(scale.S24)
        column.addWidget(self.changed)
        column.addLayout(self._welcome)
        column.addLayout(self._modules)
        column.addSpacing(scale.S16)
        column.addWidget(self._requirements)
        column.addSpacing(scale.S16)
        column.addLayout(self._about)
        self._known.hide()
        self._scroll.fill(self)

    def title(self) -> str:
        return self._view.course.title if self._view else _("Kurs")

    def trail(self) -> tuple[tuple[str, Location], ...]:
        return ((_("Kurs"), library()),)

    def first_focus(self) -> QWidget | None:
        return self.go_on

    def enter(self, location: Location) -> None:
        if location.course != self._course_id:
            self._course_id = location.course
            self._view = None
            self._known.hide()
            self._waiting.show()
            self._scroll.verticalScrollBar().setValue(0)
        self._courses.open(location.course, self._on_opened)

    def refresh(self, changes: Changes) -> None:
        self._courses.open(self._course_id, self._on_opened)

    def _on_opened(self, opened: OpenedCourse) -> None:
        self._tasks.profile(partial(read_view, opened), self._show_view)

    def _show_view(self, view: CourseView) -> None:
        if view.course.id != self._course_id:
            return
        first_time = self._view is None
        self._view = view
        if first_time:
            self._show_course(view)
            self._waiting.hide()
            self._known.show()
            self.go_on.setFocus()
            self.title_changed.emit()
        self.days.show_course(view.days(), view.progress.course.fill, begun=view.begun)
        self.cohort.setVisible(bool(view.cohort))
        self.glossary.setVisible(bool(view.course.glossary))
        self.cohort.setText(_("Kullet ditt: {name}").format(name=view.cohort))
        self._show_way_on(view)
        self.changed.show_view(view)
        for row in self.rows:
            row.show_view(view)
        self._requirements.show_view(view)
        self._show_certificate(view)

    def _show_certificate(self, view: CourseView) -> None:
        """Offer the certificate: as the way on where all there is to do is done and it can be made."""
        lacks = view.progress.requirements
        is_met = bool(lacks) and all(lack.is_met for lack in lacks)
        self.certificate.setVisible(view.begun)
        self.certificate.setText(_("Lag kursbeviset") if is_met else _("Kursbevis"))
        leads = is_met and self.go_on.isHidden()
        set_role(self.certificate, "role", "primary" if leads else "secondary" if is_met else "tertiary")

    def _show_course(self, view: CourseView) -> None:
        course = view.course
        self._heading.setText(course.title)
        self._facts.setText(course_facts(course, law=True))
        pictures = Pictures(view.opened.media, self._theme)
        self._clear()
        self._show_intro(course.intro, pictures, begun=view.begun)
        here = view.next_module()
        shown = [module for module in course.modules if not module.bank and module.sessions]
        self.rows = tuple(self._row(module, pictures, open_now=module == here) for module in shown)
        for row in self.rows:
            row.asked.connect(self._go_to_session)
            self._modules.addWidget(row)

    def _clear(self) -> None:
        """Take away what belongs to another course."""
        for layout in (self._welcome, self._modules, self._about):
            while (item := layout.takeAt(0)) is not None:
                widget = item.widget()
                if widget is not None:
                    widget.deleteLater()

    def _show_intro(self, intro: Rich, pictures: Pictures, *, begun: bool) -> None:
        """Let the course say what it is: before the days to one who is new, after them to one who knows it."""
        words = self._rich(intro, pictures, scale.READING)
        if begun:
            self._about.addWidget(label(_("Om kurset"), "h3"))
            self._about.addSpacing(scale.S8)
            self._about.addWidget(words)
        else:
            self._welcome.addWidget(words)
            self._welcome.addSpacing(scale.S16)

    def _row(self, module: Module, pictures: Pictures, *, open_now: bool) -> ModuleRow:
        intro = self._rich(module.intro, pictures, scale.BODY) if module.intro else None
        return ModuleRow(self._theme, module, intro, open_now=open_now)

    def _rich(self, text: Rich, pictures: Pictures, px: int) -> RichLabel:
        made = RichLabel(text, self._theme, pictures, px=px)
        made.link_activated.connect(self._follow)
        return made

    def _show_way_on(self, view: CourseView) -> None:
        page_head = view.next_page()
        self.go_on.setText(_("Fortsett") if view.begun else _("Begynn kurset"))
        self.go_on.setVisible(page_head is not None and not view.is_done)
        self._leads_to.setText("")
        if view.is_done:
            self._leads_to.setText(_("Du har gjort alt i kurset."))
        elif page_head is not None:
            template = _("Du slapp på «{title}».") if view.begun else _("Første side er «{title}».")
            self._leads_to.setText(template.format(title=page_head.title))

    @Slot()
    def _go_on(self) -> None:
        if self._view is not None and self._view.target is not None:
            target = self._view.target
            self._navigator.go(page(self._course_id, target.session_id, target.page_id))

    @Slot()
    def _go_to_cohort(self) -> None:
        self._navigator.go(my_cohort(self._course_id))

    @Slot()
    def _go_to_glossary(self) -> None:
        self._navigator.go(glossary(self._course_id))

    @Slot()
    def _go_to_certificate(self) -> None:
        self._navigator.go(certificate(self._course_id))

    @Slot(str)
    def _follow(self, href: str) -> None:
        scheme, _colon, rest = href.partition(":")
        if scheme == "kurs":
            session_id, _hash, target_id = rest.partition("#")
            self._go_to_target(target_id or session_id)
        else:
            self._leaving.ask_about_link(href)

    @Slot(str)
    def _go_to_session(self, session_id: str) -> None:
        self._navigator.go(page(self._course_id, session_id))

    @Slot(str)
    def _go_to_target(self, target_id: str) -> None:
        found = self._view.opened.page_of(target_id) if self._view else None
        if found is not None:
            session_id, page_id = found
            target = "" if target_id == page_id else target_id
            self._navigator.go(page(self._course_id, session_id, page_id, target))
