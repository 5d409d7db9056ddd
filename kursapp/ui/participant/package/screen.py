"""Kurspakka: a course in one file, looked at before it is put among the courses."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget
from shiboken6 import isValid

from kursapp.domain.problem import Problem
from kursapp.services.correct_answers import Corrected
from kursapp.services.install_course import Offer, OfferKind
from kursapp.services.open_course import OpenedCourse
from kursapp.ui.courses import Courses
from kursapp.ui.i18n import _, quoted
from kursapp.ui.messages import Messages, sentence
from kursapp.ui.navigation import Location, Navigator, cover, library
from kursapp.ui.participant.course_facts import course_facts
from kursapp.ui.participant.package.opening import PackageOpening
from kursapp.ui.participant.package.words import correction_words, update_words, version_words
from kursapp.ui.participant.stage import ButtonRow
from kursapp.ui.screen import Screen
from kursapp.ui.tasks import Tasks
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.announce import announce
from kursapp.ui.widgets.buttons import button
from kursapp.ui.widgets.empty import EmptyState
from kursapp.ui.widgets.scroll import Column
from kursapp.ui.widgets.text import label

PACKAGE_WIDTH = 680


class PackageScreen(Screen):
    """Shows what is in the package a location's ``target`` names, and what it changes, before anything is installed."""

    def __init__(self, tasks: Tasks, courses: Courses, navigator: Navigator, theme: Theme, messages: Messages) -> None:
        super().__init__()
        self._tasks, self._courses, self._navigator, self._messages = tasks, courses, navigator, messages
        self._file = ""
        self._offer: Offer | None = None
        self._looking = False
        self._is_new = False
        self.main: QPushButton | None = None
        self.corrections: QLabel | None = None
        self._opening = PackageOpening(self, navigator)
        self._scroll = Column(theme, PACKAGE_WIDTH, self)
        self._body = QWidget()
        self._scroll.column.addWidget(self._body)
        self._scroll.column.addStretch(1)
        self._scroll.fill(self)
        courses.changed.connect(self._on_shelf)

    def title(self) -> str:
        return self._offer.about.title if self._offer is not None else _("Kurspakke")

    def trail(self) -> tuple[tuple[str, Location], ...]:
        return ((_("Kurs"), library()),)

    def first_focus(self) -> QWidget | None:
        return self.main or self

    def enter(self, location: Location) -> None:
        self._forget_offer()
        self._file = location.target
        told = _("Alt i pakka kontrolleres før noe blir lagt på maskinen.")
        self._put(EmptyState(_("Kurspakka kontrolleres …"), told), None)
        self._look()

    def _look(self) -> None:
        """Look at the package once the shelf is full: only then is it known what the package is to it."""
        self._looking = not self._courses.is_loaded
        if not self._looking:
            self._courses.look_at(Path(self._file), self._show, self._on_refused)

    @Slot()
    def _on_shelf(self) -> None:
        if self._looking and self._courses.is_loaded:
            self._look()

    def _forget_offer(self) -> None:
        offer, self._offer = self._offer, None
        if offer is not None:
            self._courses.put_away(offer)

    @Slot(object)
    def _on_refused(self, found: Problem) -> None:
        """Say why the package is not used, and let another be chosen. Nothing of it is on the machine."""
        state = EmptyState(_("Kurspakka kan ikke brukes"), sentence(found), _("Velg en annen fil"))
        state.chosen.connect(self._opening.ask)
        self._put(state, state.action)
        announce(self, sentence(found))

    @Slot(object)
    def _show(self, offer: Offer) -> None:
        self._forget_offer()
        self._offer = offer
        course = offer.opened.course
        facts = (label(course_facts(course, law=True), "muted"), label(version_words(offer)))
        parts: list[QWidget] = [label(course.title, "h1"), *facts]
        if offer.kind is not OfferKind.SAME:
            parts += self._news(offer)
        parts.append(self._buttons(offer))
        self._put(_holder(*parts), self.main)
        self.title_changed.emit()
        announce(self, update_words(offer.changes) if offer.kind is OfferKind.UPDATE else course.title)

    def _news(self, offer: Offer) -> list[QWidget]:
        told: list[QWidget] = []
        if offer.kind is OfferKind.UPDATE:
            told.append(label(update_words(offer.changes), "strong"))
            unseen = _("Gamle svar vises med spørsmålet slik det var. Endrede spørsmål kan du svare på igjen.")
            told.append(label(unseen, "muted"))
            if offer.corrects:
                told.append(self._corrections(offer))
        if offer.note:
            told += [label(_("Fra kursholderen"), "h3"), label(offer.note)]
        return told

    def _corrections(self, offer: Offer) -> QWidget:
        """Make room for what the corrected keys come to, which the profile is asked for."""
        self.corrections = label("")
        self.corrections.hide()
        opened = offer.opened
        self._tasks.profile(lambda participant: participant.correct(opened).preview(), self._show_corrections)
        return self.corrections

    @Slot(object)
    def _show_corrections(self, found: Corrected) -> None:
        if self.corrections is not None and isValid(self.corrections) and found:
            self.corrections.setText(correction_words(found))
            self.corrections.show()

    def _buttons(self, offer: Offer) -> QWidget:
        if offer.kind is OfferKind.SAME:
            self.main = button(_("Til kurset"), "primary", main=True)
            self.main.clicked.connect(self._on_course)
            return _holder(label(_("Du har denne utgaven allerede."), "done"), ButtonRow(self.main))
        is_update = offer.kind is OfferKind.UPDATE
        self.main = button(_("Oppdater kurset") if is_update else _("Installer kurset"), "primary", main=True)
        self.main.clicked.connect(self._on_install)
        later = button(_("Ikke nå"), "secondary", main=True)
        later.clicked.connect(self._on_later)
        return ButtonRow(self.main, later)

    def _put(self, body: QWidget, main: QPushButton | None) -> None:
        """Show other contents where the present ones are; ``main`` is what one most likely does next."""
        self._scroll.column.replaceWidget(self._body, body)
        self._body.deleteLater()
        self._body = body
        body.show()
        self.main = main
        if main is not None and self.isVisible():
            main.setFocus()

    @Slot()
    def _on_install(self) -> None:
        offer, self._offer = self._offer, None
        if offer is not None:
            self._is_new = offer.kind is OfferKind.NEW
            told = _("Det tar et øyeblikk.")
            self._put(EmptyState(_("Kurset legges på plass …"), told), None)
            self._courses.install(offer, self._on_installed, self._on_refused)

    @Slot(object)
    def _on_installed(self, opened: OpenedCourse) -> None:
        # An update is told, and shown, where every screen is made anew for it (``Courses.replaced``).
        if self._is_new:
            self._messages.tell(_("Kurset {title} er klart.").format(title=quoted(opened.course.title)))
            self._leave_for(opened.course.id)

    @Slot()
    def _on_course(self) -> None:
        if self._offer is not None:
            course_id = self._offer.about.id
            self._forget_offer()
            self._leave_for(course_id)

    @Slot()
    def _on_later(self) -> None:
        self._forget_offer()
        if self._navigator.can_go_back:
            self._navigator.back()
        else:
            self._navigator.go(library())

    def _leave_for(self, course_id: str) -> None:
        """Go to the course; the way back does not lead to the package."""
        here = cover(course_id)
        self._navigator.replace(here)
        self._navigator.go(here)


def _holder(*parts: QWidget) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(16)
    for part in parts:
        column.addWidget(part)
    return holder
