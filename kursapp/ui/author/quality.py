"""Spørsmålskvalitet: files from coordinators, and what they say about the questions of the draft that is open."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from kursapp.domain.quality_report import JudgedQuestion, KeptReport
from kursapp.services.draft import Draft
from kursapp.services.live_course import LiveCourse
from kursapp.services.question_quality import QualityReports, judged
from kursapp.ui.author.no_draft import NoDraft
from kursapp.ui.author.quality_front import QualityFront
from kursapp.ui.author.quality_question import QualityQuestion
from kursapp.ui.author.quality_words import differences, report_name
from kursapp.ui.drafting.open_draft import OpenDraft
from kursapp.ui.i18n import _
from kursapp.ui.messages import Messages
from kursapp.ui.navigation import Location, Navigator, edit_id, question_quality
from kursapp.ui.picking import Picker
from kursapp.ui.regions import focus_after_wait
from kursapp.ui.screen import Screen
from kursapp.ui.theme import scale
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.buttons import add_button_row, button
from kursapp.ui.widgets.empty import EmptyState
from kursapp.ui.widgets.menu_box import MenuBox
from kursapp.ui.widgets.scroll import Column
from kursapp.ui.widgets.text import label

QUALITY_WIDTH = 760


class Found(NamedTuple):
    """The reports there are, the one shown (None: none), and its questions as they stand in the course.

    ``unread`` says why it is not known where they stand; empty where it is.
    """

    reports: tuple[KeptReport, ...]
    shown: KeptReport | None
    questions: tuple[JudgedQuestion, ...]
    unread: str = ""


class QualityScreen(Screen):
    """Shows a report's questions, or where the location names one, that question."""

    def __init__(self, draft: OpenDraft, navigator: Navigator, theme: Theme, messages: Messages) -> None:
        super().__init__()
        self._draft, self._navigator, self._theme, self._messages = draft, navigator, theme, messages
        self._wanted = ""
        self._chosen = ""
        self._filling = False
        self._waits = False
        self._stood: QWidget | None = None
        self._found = Found((), None, ())
        self.files = Picker(self)
        self.reports = MenuBox((), _("Quiz og kull"), _("Velg quiz"))
        self.open = button(_("Åpne fil …"))
        self.forget = button(_("Ta bort"), "tertiary")
        self.front = QualityFront(theme)
        self.question: QualityQuestion | None = None
        words = _(
            "Her ser du hvilke quizspørsmål som virker, og hvilke som bør skrives om. Koordinatoren lager fila i "
            "«Rapport og eksport», fra deltakere som har delt quizsvarene sine. Den har bare summer, aldri hva en "
            "person svarte."
        )
        self.empty = EmptyState(_("Ingen quiz er åpnet ennå"), words, _("Åpne fil …"))
        self.nothing = NoDraft(navigator)
        self._lay_out()
        self.open.clicked.connect(self._on_open)
        self.empty.chosen.connect(self._on_open)
        self.forget.clicked.connect(self._on_forget)
        self.reports.currentIndexChanged.connect(self._on_report)
        self.front.asked.connect(self._go_to)
        draft.problems_changed.connect(self._on_course)
        theme.dress(self, "50-results")

    def _lay_out(self) -> None:
        scroll = Column(self._theme, QUALITY_WIDTH, self)
        scroll.fill(self)
        self._heading = label(_("Spørsmålskvalitet"), "h1")
        scroll.column.addWidget(self._heading)
        scroll.column.addWidget(self.nothing)
        scroll.column.addWidget(self.empty)
        self._head = QWidget()
        scroll.column.addWidget(self._head)
        head = QVBoxLayout(self._head)
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(scale.S8)
        words = label(_("Quiz og kull"), "strong")
        words.setBuddy(self.reports)
        head.addWidget(words)
        head.addWidget(self.reports)
        add_button_row(head, self.open, self.forget)
        scroll.column.addWidget(self.front)
        self._place = QVBoxLayout()
        scroll.column.addLayout(self._place)
        scroll.column.addStretch(1)
        for each in (self.nothing, self.empty, self._head, self.front):
            each.hide()

    def title(self) -> str:
        if self.question is not None:
            return next(one.quality.item.text for one in self._found.questions if one.quality.item.id == self._wanted)
        return _("Spørsmålskvalitet")

    def trail(self) -> tuple[tuple[str, Location], ...]:
        return ((_("Spørsmålskvalitet"), question_quality()),) if self.question is not None else ()

    def regions(self) -> tuple[QWidget, ...]:
        if self.question is not None:
            return (self.question,)
        shown = (self.nothing, self.empty, self._head, self.front)
        return tuple(each for each in shown if not each.isHidden())

    def first_focus(self) -> QWidget | None:
        if self.question is not None:
            return self.question.edit if self._shown_question().file else self.question.next
        if not self.empty.isHidden():
            return self.empty.action
        if not self.front.isHidden() and self.front.rows:
            return self.front.rows[0].link
        return None if self.nothing.isHidden() else self.nothing

    def enter(self, location: Location) -> None:
        self._wanted = location.target
        self._waits, self._stood = self.first_focus() is None, QApplication.focusWidget()
        self._draft.enter(location.course, self._look, self._show_no_draft)

    # Looking -----------------------------------------------------------------------------------

    def _show_no_draft(self) -> None:
        self._drop_question()
        self.nothing.show()
        for each in (self.empty, self._head, self.front):
            each.hide()
        self._greet()

    def _greet(self) -> None:
        """Give the keyboard to what one came for, where it was not there at once."""
        first = self.first_focus()
        if self._waits and first is not None and self.isVisible():
            self._waits = False
            focus_after_wait(first, self._stood)

    @Slot()
    def _on_course(self) -> None:
        if self.isVisible():
            self._draft.ask(partial(_read, self._chosen, self._draft.course, self._unread()), self._on_read_anew)

    def _on_read_anew(self, found: Found) -> None:
        # Where nothing is other, what one reads and where the keyboard is are left alone.
        if found != self._found:
            self._show(found)

    def _look(self) -> None:
        self._draft.ask(partial(_read, self._chosen, self._draft.course, self._unread()), self._show)

    def _show(self, found: Found) -> None:
        self._found = found
        self.nothing.hide()
        self._drop_question()
        self.empty.setVisible(found.shown is None)
        self._show_menu(found)
        if found.shown is not None:
            self._chosen = found.shown.id
            self.front.show_report(found.shown.report, found.questions, self._difference(found.shown))
        numbers = {one.quality.item.id: number for number, one in enumerate(found.questions)}
        at = numbers.get(self._wanted)
        self._heading.setVisible(at is None)
        self._head.setVisible(found.shown is not None and at is None)
        self.front.setVisible(found.shown is not None and at is None)
        if found.shown is not None and at is not None:
            self._show_question(found, at)
        self.title_changed.emit()
        self._greet()

    def _show_menu(self, found: Found) -> None:
        self._filling = True
        self.reports.show_entries([(kept.id, report_name(kept)) for kept in found.reports])
        self.reports.set_value(found.shown.id if found.shown is not None else "")
        self._filling = False

    def _difference(self, kept: KeptReport) -> str:
        course = self._draft.course
        return differences(kept.report, course.course.id, course.course.version) if course is not None else ""

    def _show_question(self, found: Found, at: int) -> None:
        ids = [one.quality.item.id for one in found.questions]
        before, after = ids[at - 1] if at else "", ids[at + 1] if at + 1 < len(ids) else ""
        k = found.shown.report.k if found.shown is not None else 0
        self.question = QualityQuestion(self._theme, found.questions[at], k, found.unread, before, after)
        self.question.line_wanted.connect(self._on_line)
        self.question.asked.connect(self._go_to)
        self._place.addWidget(self.question)

    def _unread(self) -> str:
        """Say why it is not known where questions stand; empty where it is."""
        if self._draft.course is not None:
            return ""
        if self._draft.refused is not None:
            return _("Kurset kan ikke leses nå, så det er ikke til å si hvor spørsmålet står.")
        return _("Kurset leses …")

    def _drop_question(self) -> None:
        if self.question is not None:
            self._place.removeWidget(self.question)
            self.question.hide()
            self.question.deleteLater()
        self.question = None

    def _shown_question(self) -> JudgedQuestion:
        return next(one for one in self._found.questions if one.quality.item.id == self._wanted)

    # Going and doing ---------------------------------------------------------------------------

    @Slot(str)
    def _go_to(self, item_id: str) -> None:
        self._navigator.go(question_quality(self._draft_id(), item_id))

    @Slot(object)
    def _on_line(self, wanted: JudgedQuestion) -> None:
        self._navigator.go(edit_id(self._draft_id(), wanted.file, wanted.quality.item.id))

    def _draft_id(self) -> str:
        return self._draft.card.id if self._draft.card is not None else ""

    @Slot()
    def _on_report(self) -> None:
        if not self._filling and self.reports.value():
            self._chosen = self.reports.value()
            self._look()

    @Slot()
    def _on_open(self) -> None:
        self.files.file(_("Åpne spørsmålskvalitet"), _("Spørsmålskvalitet (*.json)"), self._take)

    def _take(self, path: Path) -> None:
        self._draft.ask(partial(_taken, path), self._on_taken, self._messages.problem)

    def _on_taken(self, kept: KeptReport) -> None:
        self._chosen = kept.id
        self._messages.tell(_("Åpnet: {name}").format(name=report_name(kept)))
        self._look()

    @Slot()
    def _on_forget(self) -> None:
        if self._found.shown is not None:
            gone = self._found.shown
            self._draft.ask(partial(_forgotten, gone.id), partial(self._on_forgotten, gone), self._messages.problem)

    def _on_forgotten(self, gone: KeptReport, data: bytes) -> None:
        self._chosen = ""
        words = _("«{name}» er tatt bort her. Fila ligger der den lå.").format(name=report_name(gone))
        self._messages.undo(words, partial(self._have_again, gone, data))
        self._look()

    def _have_again(self, gone: KeptReport, data: bytes) -> None:
        self._chosen = gone.id
        self._draft.ask(partial(_kept_again, data), self._on_had_again, self._messages.problem)

    def _on_had_again(self, _kept: KeptReport) -> None:
        self._look()


# On the files' thread ------------------------------------------------------------------------------


def _read(chosen: str, course: LiveCourse | None, unread: str, draft: Draft) -> Found:
    reports = QualityReports(draft.home).all()
    shown = next((kept for kept in reports if kept.id == chosen), reports[0] if reports else None)
    questions = judged(shown.report, course) if shown is not None else ()
    return Found(reports, shown, questions, unread)


def _taken(path: Path, draft: Draft) -> KeptReport:
    return QualityReports(draft.home).take(path)


def _forgotten(report_id: str, draft: Draft) -> bytes:
    return QualityReports(draft.home).forget(report_id)


def _kept_again(data: bytes, draft: Draft) -> KeptReport:
    return QualityReports(draft.home).keep(data, "")
