"""Kursbevis: what is lacking until the course's own rules are met, and then the paper."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from kursapp.domain.certificate import Certificate, CertificateState, CertificateWords
from kursapp.domain.problem import Problem
from kursapp.services.changes import Change, Changes
from kursapp.services.open_course import OpenedCourse
from kursapp.services.participant import Participant
from kursapp.ui.courses import Courses
from kursapp.ui.file_names import file_name
from kursapp.ui.i18n import _
from kursapp.ui.messages import sentence
from kursapp.ui.navigation import Location, Navigator, cover, library, page
from kursapp.ui.participant.certificate.form import CertificateForm
from kursapp.ui.participant.certificate.lacking import Lacking
from kursapp.ui.picking import Picker
from kursapp.ui.screen import Screen
from kursapp.ui.tasks import Tasks
from kursapp.ui.theme import scale
from kursapp.ui.theme.theme import Theme
from kursapp.ui.watch import Watch
from kursapp.ui.widgets.announce import announce
from kursapp.ui.widgets.autosave import Autosave
from kursapp.ui.widgets.empty import EmptyState
from kursapp.ui.widgets.scroll import Column
from kursapp.ui.widgets.text import label

CERTIFICATE_WIDTH = 680
FOLLOWED = (Change.PROGRESS, Change.ANSWERS, Change.FIELDS, Change.QUIZ)
WORDS = "words"


class CertificateScreen(Screen):
    """The certificate of the course its location names. ``name`` tells what the open profile is called."""

    def __init__(
        self, tasks: Tasks, courses: Courses, navigator: Navigator, theme: Theme, name: Callable[[], str]
    ) -> None:
        super().__init__()
        self._tasks, self._courses, self._navigator, self._theme, self._name = tasks, courses, navigator, theme, name
        self._course_id = ""
        self._opened: OpenedCourse | None = None
        self._state: CertificateState | None = None
        self._watch: Watch | None = None
        self._told: QWidget | None = None
        self._picker = Picker(self)
        self._autosave = Autosave(tasks, self)
        self._autosave.due.connect(self._save)
        self._scroll = Column(theme, CERTIFICATE_WIDTH, self)
        self._scroll.fill(self)
        self._scroll.verticalScrollBar().rangeChanged.connect(self._see_told)
        column = self._scroll.column
        column.setSpacing(scale.S8)
        column.addWidget(label(_("Kursbevis"), "h1"))
        self._about = label("", "muted")
        column.addWidget(self._about)
        column.addSpacing(scale.S8)
        self.body: QWidget = QWidget()
        column.addWidget(self.body)
        column.addStretch(1)

    def title(self) -> str:
        return _("Kursbevis")

    def trail(self) -> tuple[tuple[str, Location], ...]:
        if self._opened is None:
            return ((_("Kurs"), library()),)
        course = self._opened.course
        return ((_("Kurs"), library()), (course.title, cover(course.id)))

    def first_focus(self) -> QWidget | None:
        if isinstance(self.body, CertificateForm):
            return self.body.name.field
        if isinstance(self.body, Lacking):
            return self.body.main
        return self.body.action if isinstance(self.body, EmptyState) else self

    def enter(self, location: Location) -> None:
        self._course_id = location.course
        self._state = None
        self._courses.open(location.course, self._on_opened)

    def leave(self) -> None:
        self._autosave.flush()

    def refresh(self, changes: Changes) -> None:
        if any(kind in changes for kind in FOLLOWED):
            self._read()

    def _on_opened(self, opened: OpenedCourse) -> None:
        if opened.course.id == self._course_id:
            self._opened = opened
            self._about.setText(opened.course.title)
            self.title_changed.emit()
            self._read()

    def _read(self) -> None:
        if self._opened is not None:
            self._tasks.profile(partial(_state_of, self._opened), partial(self._show, self._opened))

    def _show(self, opened: OpenedCourse, state: CertificateState) -> None:
        before = self._state
        if opened.course.id != self._course_id or (before is not None and before.lacks == state.lacks):
            # What is being typed stays as it is.
            return
        self._state = state
        self._put(self._body_for(opened, state))

    def _body_for(self, opened: OpenedCourse, state: CertificateState) -> QWidget:
        if not state.has_rules:
            told = _("Kurset sier ikke hva et kursbevis krever. Spør arrangøren hvordan du får bekreftet at du deltok.")
            empty = EmptyState(_("Det er ikke noe kursbevis i dette kurset"), told, _("Til kurset"))
            empty.chosen.connect(self._to_course)
            return empty
        if not state.is_met:
            lacking = Lacking(state, self._theme)
            lacking.asked.connect(self._go_to)
            return lacking
        form = CertificateForm(opened.course, state, self._name(), self._theme)
        form.changed.connect(self._on_changed)
        form.wanted.connect(self._on_wanted)
        form.stopped.connect(self._on_stopped)
        return form

    def _put(self, body: QWidget) -> None:
        old, self.body, self._told = self.body, body, None
        self._scroll.column.replaceWidget(old, body)
        old.hide()
        old.deleteLater()
        focus = self.first_focus()
        if self.isVisible() and focus is not None:
            focus.setFocus()

    @Slot()
    def _to_course(self) -> None:
        self._navigator.go(cover(self._course_id))

    @Slot(str)
    def _go_to(self, target_id: str) -> None:
        found = self._opened.page_of(target_id) if self._opened else None
        if found is not None:
            session_id, page_id = found
            self._navigator.go(page(self._course_id, session_id, page_id, "" if target_id == page_id else target_id))

    @Slot()
    def _on_changed(self) -> None:
        self._told = None
        self._autosave.touch(WORDS, "")

    @Slot()
    def _save(self) -> None:
        if self._opened is not None and isinstance(self.body, CertificateForm):
            self._tasks.save(partial(_write, self._opened, self.body.words()))

    @Slot()
    def _on_wanted(self) -> None:
        """Ask where the file is to be; what is typed is saved first."""
        self._told = None
        if self._watch is None and self._opened is not None:
            self._autosave.flush()
            self._save()
            name = file_name(f"{_('Kursbevis')} {self._opened.course.title}", ".pdf")
            self._picker.save(_("Lagre kursbeviset"), name, _("PDF (*.pdf)"), self._on_path)

    def _on_path(self, path: Path) -> None:
        if self._opened is not None and self._watch is None:
            self._watch = self._tasks.watch()
            if isinstance(self.body, CertificateForm):
                self.body.show_making(making=True)
            self._tasks.profile(partial(_certificate, self._opened), partial(self._make, path), self._on_failed)

    def _make(self, path: Path, certificate: Certificate) -> None:
        if self._watch is not None:
            self._tasks.making(partial(_make, certificate, path, self._watch), self._on_made, self._on_failed)

    @Slot(object)
    def _on_made(self, path: Path) -> None:
        self._end()
        if isinstance(self.body, CertificateForm):
            self.body.show_done(path)
            self._tell(self.body.file, self.body.done.text())
        if self._opened is not None:
            self._tasks.save(partial(_made, self._opened))

    @Slot(object)
    def _on_failed(self, found: Problem) -> None:
        self._end()
        if isinstance(self.body, CertificateForm):
            self.body.show_error(sentence(found))
            self._tell(self.body.error, sentence(found))

    @Slot()
    def _on_stopped(self) -> None:
        if self._watch is not None:
            self._watch.cancel()

    def _end(self) -> None:
        if self._watch is not None:
            self._watch.deleteLater()
        self._watch = None
        if isinstance(self.body, CertificateForm):
            self.body.show_making(making=False)

    @Slot()
    def _see_told(self) -> None:
        """Let what is told at the button be seen, which is below what was seen before."""
        if self._told is not None:
            self._scroll.ensureWidgetVisible(self._told, 0, scale.S24)

    def _tell(self, told: QWidget, words: str) -> None:
        # It has its place when it has been laid out: then the column is longer.
        self._told = told
        self._see_told()
        announce(self, words)


def _state_of(opened: OpenedCourse, participant: Participant) -> CertificateState:
    return participant.on(opened).certificate.state()


def _write(opened: OpenedCourse, words: CertificateWords, participant: Participant) -> Changes:
    return participant.on(opened).certificate.write(words)


def _certificate(opened: OpenedCourse, participant: Participant) -> Certificate:
    return participant.on(opened).certificate.certificate()


def _made(opened: OpenedCourse, participant: Participant) -> Changes:
    return participant.on(opened).certificate.made()


def _make(certificate: Certificate, path: Path, watch: Watch) -> Path:
    """Write the file, on the lane where files are made."""
    from kursapp.services.course_certificate import write_certificate

    return write_certificate(certificate, path, watch)
