"""Spørsmål inn og ut: question banks of other systems into the draft, and its questions out to them or on paper."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kursapp.domain.problem import Problem
from kursapp.domain.question_bank import Bank
from kursapp.services.draft import Draft
from kursapp.services.draft_exchange import DraftImport, import_into
from kursapp.services.export_questions import Exported, QuestionExport, export_questions
from kursapp.services.import_questions import read_questions
from kursapp.services.live_course import LiveCourse, Looking
from kursapp.ui.author.exchange_parts import (
    ENDINGS,
    MARKDOWN,
    PDF,
    ExportedView,
    ImportedView,
    WorkView,
    export_kinds,
)
from kursapp.ui.author.no_draft import NoDraft
from kursapp.ui.drafting.open_draft import OpenDraft
from kursapp.ui.i18n import _, n_
from kursapp.ui.messages import Messages
from kursapp.ui.navigation import Location, Navigator, drafts, edit
from kursapp.ui.picking import Picker
from kursapp.ui.screen import Screen
from kursapp.ui.theme import scale
from kursapp.ui.theme.theme import Theme
from kursapp.ui.watch import Watch
from kursapp.ui.widgets.announce import announce
from kursapp.ui.widgets.buttons import add_button_row, button
from kursapp.ui.widgets.card import Card
from kursapp.ui.widgets.described_choice import DescribedChoice
from kursapp.ui.widgets.menu_box import MenuBox
from kursapp.ui.widgets.scroll import Column
from kursapp.ui.widgets.text import label
from kursapp.ui.workbench import Workbench

EXCHANGE_WIDTH = 760
CANCELLED = frozenset({"import-cancelled", "export-cancelled"})
ALL = "*"


class ExchangeScreen(Screen):
    """One file at a time, in or out; what was found on the way stays on the screen until the next."""

    def __init__(
        self, workbench: Workbench, draft: OpenDraft, navigator: Navigator, theme: Theme, messages: Messages
    ) -> None:
        super().__init__()
        self._workbench, self._draft, self._navigator = workbench, draft, navigator
        self._theme, self._messages = theme, messages
        self._watch: Watch | None = None
        self._shown = ""
        self._parts: list[tuple[str, str]] = []
        self.files = Picker(self)
        self.nothing = NoDraft(navigator)
        self.choose = button(_("Velg fil …"), "primary")
        self.imported = ImportedView(theme)
        self.kind = DescribedChoice(_("Lagre som"), export_kinds(), QuestionExport.MOODLE_XML.value)
        self.part = MenuBox((), _("Hvor mye"))
        self.save = button(_("Lagre …"), "primary")
        self.work = WorkView()
        self.exported = ExportedView(theme)
        self._lay_out()
        self.choose.clicked.connect(self._on_choose)
        self.imported.shown_wanted.connect(self._on_show)
        self.imported.undo_wanted.connect(self._on_undo)
        self.save.clicked.connect(self._on_save)
        self.work.stopped.connect(self._on_stop)
        draft.course_changed.connect(self._show_sessions)

    def _lay_out(self) -> None:
        scroll = Column(self._theme, EXCHANGE_WIDTH, self)
        scroll.fill(self)
        scroll.column.addWidget(label(_("Spørsmål inn og ut"), "h1"))
        scroll.column.addWidget(self.nothing)
        self._all = QWidget()
        scroll.column.addWidget(self._all)
        scroll.column.addStretch(1)
        column = QVBoxLayout(self._all)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scale.S16)
        column.addWidget(self.work)
        self._into = Card()
        column.addWidget(self._into)
        self._into.body.addWidget(label(_("Hent spørsmål"), "h2"))
        words = _(
            "Spørsmål fra Moodle (GIFT eller XML) og Aiken blir vanlig kurstekst i en ny økt under «Bank». Ingenting "
            "du har skrevet, blir endret, og du kan angre."
        )
        self._into.body.addWidget(label(words))
        add_button_row(self._into.body, self.choose)
        column.addWidget(self.imported)
        self._out_of = Card()
        column.addWidget(self._out_of)
        self._out_of.body.setSpacing(scale.S12)
        self._out_of.body.addWidget(label(_("Ta ut spørsmål"), "h2"))
        self._out_of.body.addWidget(self.kind)
        much = label(_("Hvor mye"), "strong")
        much.setBuddy(self.part)
        self._out_of.body.addWidget(much)
        self._out_of.body.addWidget(self.part)
        add_button_row(self._out_of.body, self.save)
        column.addWidget(self.exported)
        self._all.hide()
        self.nothing.hide()

    def title(self) -> str:
        return _("Spørsmål inn og ut")

    def trail(self) -> tuple[tuple[str, Location], ...]:
        card = self._draft.card
        return ((card.title, drafts()),) if card is not None else ()

    def regions(self) -> tuple[QWidget, ...]:
        if self._all.isHidden():
            return (self.nothing,)
        shown = (self.work, self._into, self.imported, self._out_of, self.exported)
        return tuple(each for each in shown if not each.isHidden())

    def first_focus(self) -> QWidget | None:
        return self.nothing if self._all.isHidden() else self.choose

    def enter(self, location: Location) -> None:
        self._draft.enter(location.course, self._show, self._show_nothing)

    def _show_nothing(self) -> None:
        self._all.hide()
        self.nothing.show()

    def _show(self) -> None:
        draft_id = self._draft_id()
        if draft_id != self._shown:
            self.imported.hide()
            self.exported.hide()
        self._shown = draft_id
        self.nothing.hide()
        self._all.show()
        self._show_sessions()
        self.title_changed.emit()

    @Slot()
    def _show_sessions(self) -> None:
        course = self._draft.course
        sessions = course.course.sessions(banks=True) if course is not None else ()
        entries = [(ALL, _("Hele kurset")), *((head.id, head.title) for head in sessions)]
        if entries == self._parts:
            return
        chosen, self._parts = self.part.value() or ALL, entries
        self.part.show_entries(entries)
        self.part.set_value(chosen)
        if not self.part.value():
            self.part.set_value(ALL)

    # In ----------------------------------------------------------------------------------------

    @Slot()
    def _on_choose(self) -> None:
        if self._is_free():
            kinds = _("Spørsmål (*.gift *.xml *.txt);;Alle filer (*)")
            self.files.file(_("Hent spørsmål"), kinds, self._import)

    def _import(self, path: Path) -> None:
        course = self._draft.course
        language = course.course.language if course is not None else "nb"
        watch = self._begin(_("Henter spørsmål fra {name} …").format(name=path.name))
        # Read where courses are read: what is being written goes on being saved, however long a bank takes.
        write = partial(self._write_in, path.name, language, watch)
        self._workbench.look(partial(_read, path, watch), write, self._on_refused)

    def _write_in(self, name: str, language: str, watch: Watch, bank: Bank) -> None:
        self._draft.change(partial(_imported, bank, name, language, watch), self._on_imported, self._on_refused)

    def _on_imported(self, done: DraftImport) -> None:
        self._end()
        self.imported.show_import(done)
        announce(self, self.imported.words.text())

    @Slot(str)
    def _on_show(self, file: str) -> None:
        self._navigator.go(edit(self._draft_id(), file))

    @Slot()
    def _on_undo(self) -> None:
        self._draft.change(_undone, self._on_undone, self._messages.problem)

    def _on_undone(self, _nothing: None) -> None:
        self.imported.hide()
        self.choose.setFocus()
        self._messages.tell(_("Det som ble hentet, er tatt ut igjen."))

    # Out ---------------------------------------------------------------------------------------

    @Slot()
    def _on_save(self) -> None:
        card = self._draft.card
        if card is None or not self._is_free():
            return
        if self._draft.course is None:
            self._messages.warn(_("Kurset kan ikke leses ennå. Rett feilene i Sjekk først."))
            return
        kind = self.kind.value()
        ending = ENDINGS[kind]
        name = f"{card.course_id or 'kurs'}{'' if self.part.value() == ALL else f'-{self.part.value()}'}.{ending}"
        title = next(each.name for each in export_kinds() if each.value == kind)
        self.files.save(title, name, f"{title} (*.{ending})", partial(self._export, self._draft.course, kind))

    def _export(self, course: LiveCourse, kind: str, path: Path) -> None:
        only = () if self.part.value() in ("", ALL) else (self.part.value(),)
        wanted = QuestionExport.WORKSHEET if kind in (PDF, MARKDOWN) else QuestionExport(kind)
        watch = self._begin(_("Lagrer {name} …").format(name=path.name))
        work = partial(_exported, course, wanted, path, watch, only)
        self._workbench.look(work, partial(self._on_exported, path), self._on_refused)

    def _on_exported(self, path: Path, done: Exported) -> None:
        self._end()
        told = n_("Lagret {n} spørsmål i {path}.", "Lagret {n} spørsmål i {path}.", done.questions)
        self.exported.show_export(told.format(n=done.questions, path=path), done.problems)
        announce(self, self.exported.words.text())

    # Both --------------------------------------------------------------------------------------

    def _is_free(self) -> bool:
        if self._watch is not None:
            self._messages.tell(_("Vent til det som er i gang, er ferdig, eller avbryt det."))
        return self._watch is None

    def _begin(self, words: str) -> Watch:
        self.imported.hide()
        self.exported.hide()
        self._watch = self._workbench.watch()
        self.work.begin(words)
        return self._watch

    def _end(self) -> None:
        if self._watch is not None:
            self._watch.deleteLater()
        self._watch = None
        self.work.hide()

    def _on_refused(self, found: Problem) -> None:
        self._end()
        if found.code in CANCELLED:
            self._messages.tell(_("Avbrutt. Ingenting er endret."))
        else:
            self._messages.problem(found)

    @Slot()
    def _on_stop(self) -> None:
        if self._watch is not None:
            self._watch.cancel()

    def _draft_id(self) -> str:
        return self._draft.card.id if self._draft.card is not None else ""


# On the other threads ------------------------------------------------------------------------------


def _read(path: Path, watch: Watch, _looking: Looking) -> Bank:
    return read_questions(path, watch=watch)


def _imported(bank: Bank, name: str, language: str, watch: Watch, draft: Draft) -> DraftImport:
    return import_into(draft, bank, name, language, watch)


def _undone(draft: Draft) -> None:
    draft.structure.undo()


def _exported(
    course: LiveCourse, kind: QuestionExport, path: Path, watch: Watch, only: tuple[str, ...], _looking: Looking
) -> Exported:
    return export_questions(course, kind, path, watch, only)
