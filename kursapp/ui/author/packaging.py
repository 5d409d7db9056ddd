"""Pakk og del: the draft as one file, with its version, what is new, and which keys it corrects."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from kursapp.domain.problem import Problem
from kursapp.domain.versions import is_newer, is_version
from kursapp.services.clock import SystemClock
from kursapp.services.draft import Draft
from kursapp.services.open_course import CourseReader
from kursapp.services.pack_course import Packed
from kursapp.services.pack_history import PackHistory
from kursapp.services.plan_package import PackPlan, pack_planned, plan_package
from kursapp.services.set_version import set_version
from kursapp.ui.author.no_draft import NoDraft
from kursapp.ui.author.packaging_parts import ChangesView, CorrectionsView, HistoryView, PackedView, ReadyView
from kursapp.ui.drafting.open_draft import OpenDraft
from kursapp.ui.i18n import _
from kursapp.ui.messages import Messages
from kursapp.ui.navigation import Location, Navigator, draft_check, drafts, question_exchange
from kursapp.ui.picking import Picker
from kursapp.ui.regions import focus_after_wait
from kursapp.ui.screen import Screen
from kursapp.ui.tasks import Tasks
from kursapp.ui.theme import scale
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.announce import announce
from kursapp.ui.widgets.buttons import add_button_row, button
from kursapp.ui.widgets.card import Card
from kursapp.ui.widgets.empty import EmptyState
from kursapp.ui.widgets.entry import Entry
from kursapp.ui.widgets.saved_text import SavedText
from kursapp.ui.widgets.scroll import Column
from kursapp.ui.widgets.text import label

PACKAGING_WIDTH = 760


class PackagingScreen(Screen):
    """Looks at the draft that is open as it stands on the disk, and packs it where it is asked to."""

    def __init__(self, draft: OpenDraft, tasks: Tasks, navigator: Navigator, theme: Theme, messages: Messages) -> None:
        super().__init__()
        self._draft, self._tasks, self._navigator = draft, tasks, navigator
        self._theme, self._messages = theme, messages
        self._plan: PackPlan | None = None
        self._history: PackHistory | None = None
        self._is_packing = False
        self._stood: QWidget | None = None
        self.files = Picker(self)
        self.ready = ReadyView(theme)
        self.version = Entry(
            _("Versjon"), hint=_("Tre tall med punktum mellom, som 1.2.0. Deltakerne får bare det som er nyere.")
        )
        self.note = SavedText(theme, name=_("Melding til deltakerne"), lines=3)
        self.changes = ChangesView()
        self.corrections = CorrectionsView()
        self.pack = button(_("Lag kurspakke …"), "primary")
        self.done = PackedView()
        self.history = HistoryView()
        self.exchange = button(_("Spørsmål inn og ut …"), "tertiary")
        self.nothing = NoDraft(navigator)
        self.waiting = EmptyState(_("Kurset leses …"), _("Det sammenlignes med det du pakket sist."))
        self._lay_out()
        self.ready.check_wanted.connect(self._on_check)
        self.ready.ids_wanted.connect(self._on_ids)
        self.pack.clicked.connect(self._on_pack)
        self.version.entered.connect(self._on_pack)
        self.done.copied.connect(self._on_copy)
        self.exchange.clicked.connect(self._on_exchange)
        draft.opened.connect(self._on_opened)
        draft.problems_changed.connect(self._on_problems)

    def _lay_out(self) -> None:
        scroll = Column(self._theme, PACKAGING_WIDTH, self)
        scroll.fill(self)
        self._heading = label(_("Pakk og del"), "h1")
        scroll.column.addWidget(self._heading)
        scroll.column.addWidget(self.nothing)
        scroll.column.addWidget(self.waiting)
        self.waiting.hide()
        self._all = QWidget()
        scroll.column.addWidget(self._all)
        scroll.column.addStretch(1)
        column = QVBoxLayout(self._all)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scale.S16)
        column.addWidget(self.ready)
        self._form = Card()
        column.addWidget(self._form)
        self._form.body.setSpacing(scale.S16)
        self._form.body.addWidget(self.changes)
        self._form.body.addWidget(self.version)
        note = QVBoxLayout()
        self._form.body.addLayout(note)
        note.setSpacing(scale.S4)
        asked = label(_("Melding til deltakerne"), "strong")
        asked.setBuddy(self.note)
        note.addWidget(asked)
        note.addWidget(
            label(_("Valgfritt. De ser den før de oppdaterer: hva er nytt, og hva betyr det for dem?"), "muted")
        )
        note.addWidget(self.note)
        self._form.body.addWidget(self.corrections)
        add_button_row(self._form.body, self.pack)
        column.addWidget(self.done)
        column.addWidget(self.history)
        add_button_row(column, self.exchange)
        self._all.hide()
        self.nothing.hide()

    def title(self) -> str:
        return _("Pakk og del")

    def trail(self) -> tuple[tuple[str, Location], ...]:
        card = self._draft.card
        return ((card.title, drafts()),) if card is not None else ()

    def regions(self) -> tuple[QWidget, ...]:
        return (self.ready, self._form, self.history) if self._plan is not None else (self.nothing,)

    def first_focus(self) -> QWidget | None:
        if self._plan is not None:
            return self.version.field
        return None if self.nothing.isHidden() else self.nothing

    def enter(self, location: Location) -> None:
        self.done.hide()
        self._stood = QApplication.focusWidget()
        self._draft.enter(location.course, self._look, self._show_nothing)

    @Slot()
    def _on_exchange(self) -> None:
        card = self._draft.card
        self._navigator.go(question_exchange(card.id if card is not None else ""))

    @Slot()
    def _on_opened(self) -> None:
        """Begin anew with another draft."""
        self._plan = None
        self.note.set_text("")
        self._all.hide()

    # Looking -----------------------------------------------------------------------------------

    def _show_nothing(self) -> None:
        self._plan = None
        self._all.hide()
        self.waiting.hide()
        self.nothing.show()
        focus_after_wait(self.nothing, self._stood)

    @Slot()
    def _on_problems(self) -> None:
        if self.isVisible() and not self._is_packing:
            self._look()

    def _look(self) -> None:
        """Read the draft as it stands on the disk, once what is typed is there."""
        self.nothing.hide()
        self.waiting.setVisible(self._all.isHidden())
        self._draft.change(_where_it_is, self._on_where)

    def _on_where(self, where: tuple[Path, Path]) -> None:
        folder, home = where
        self._history = PackHistory(home)
        self._tasks.reading(partial(_planned, folder, self._history), self._show, self._on_refused)

    def _on_refused(self, found: Problem) -> None:
        """Say why there is no course to pack; it is mended in Rediger."""
        self._plan = None
        self.ready.show_refused(found)
        self.waiting.hide()
        self._form.hide()
        self.history.hide()
        self._all.show()

    def _show(self, plan: PackPlan) -> None:
        again = self._plan is not None and self._plan.suggested == plan.suggested
        self._plan = plan
        self.ready.show_plan(plan, self._missing_ids())
        self.changes.show_plan(plan)
        self.corrections.show_plan(plan)
        self.history.show_plan(plan)
        if not again:
            self.version.field.setText(plan.suggested)
            self.version.show_error("")
        waited = not self.waiting.isHidden()
        self.waiting.hide()
        self._form.show()
        self._all.show()
        self.title_changed.emit()
        if waited and self.isVisible():
            focus_after_wait(self.version.field, self._stood)

    def _missing_ids(self) -> tuple[Problem, ...]:
        return tuple(found for found in self._draft.problems if found.code == "no-id")

    # Packing -----------------------------------------------------------------------------------

    @Slot()
    def _on_pack(self) -> None:
        card, plan = self._draft.card, self._plan
        if card is None or plan is None or self._is_packing:
            return
        version = self.version.text()
        if not is_version(version):
            self.version.show_error(_("Skriv tall med punktum mellom, som 1.2.0."))
        elif plan.last is not None and plan.changes and not is_newer(version, plan.last.version):
            told = _("Du har alt pakket {version}, og kurset er endret siden. Skriv en nyere versjon.")
            self.version.show_error(told.format(version=plan.last.version))
        elif plan.errors or self._missing_ids():
            self.ready.call()
        else:
            name = f"{card.course_id}-{version}.kurs"
            kind = _("Kurspakke (*.kurs)")
            self.files.save(_("Lag kurspakke"), name, kind, partial(self._write_version, version))

    def _write_version(self, version: str, target: Path) -> None:
        course = self._draft.course
        language = course.course.language if course is not None else "nb"
        cover = next((file for file in self._draft.files if file.casefold() in ("kurs.md", "course.md")), "kurs.md")
        self._is_packing = True
        self.done.begin(target)
        write = partial(_with_version, cover, version, language)
        self._draft.change(write, partial(self._write, target), self._on_unwritten)

    def _write(self, target: Path, folder: Path) -> None:
        assert self._history is not None
        work = partial(_packed, folder, target, self.note.text(), self.corrections.chosen(), self._history)
        self._tasks.reading(work, self._on_written, self._on_unwritten)

    def _on_written(self, packed: Packed) -> None:
        self._is_packing = False
        self.note.set_text("")
        self.done.show_packed(packed)
        announce(self, self.done.words.text())
        self._look()

    def _on_unwritten(self, found: Problem) -> None:
        self._is_packing = False
        self.done.hide()
        self._messages.problem(found)

    # Going elsewhere ---------------------------------------------------------------------------

    @Slot()
    def _on_check(self) -> None:
        if self._draft.card is not None:
            self._navigator.go(draft_check(self._draft.card.id))

    @Slot()
    def _on_ids(self) -> None:
        self._draft.repair(*self._missing_ids())

    @Slot(str)
    def _on_copy(self, path: str) -> None:
        QGuiApplication.clipboard().setText(path)
        self._messages.tell(_("Stien er kopiert."))


# On the files' and the reading thread --------------------------------------------------------------


def _where_it_is(draft: Draft) -> tuple[Path, Path]:
    return draft.folder, draft.home


def _planned(folder: Path, history: PackHistory, reader: CourseReader) -> PackPlan:
    opened = reader.open(folder)
    try:
        return plan_package(opened, history)
    finally:
        opened.close()


def _with_version(cover: str, version: str, language: str, draft: Draft) -> Path:
    set_version(draft, cover, version, language)
    return draft.folder


def _packed(
    folder: Path, target: Path, words: str, corrections: tuple[str, ...], history: PackHistory, reader: CourseReader
) -> Packed:
    return pack_planned(reader, folder, target, words, corrections, history, SystemClock().now())
