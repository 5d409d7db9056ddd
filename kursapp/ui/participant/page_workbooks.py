"""The workbooks of a page: shows what is filled in, saves each field, and lets rows come and go."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from kursapp.domain.question import Workbook
from kursapp.services.changes import Changes
from kursapp.services.fill_in import FillIn, WorkbookState
from kursapp.services.participant import PageState, Participant
from kursapp.ui.i18n import _
from kursapp.ui.participant.page_ground import PageGround
from kursapp.ui.widgets.autosave import Autosave
from kursapp.ui.widgets.workbook_view import WorkbookView

# What a save hands back: which workbook, how it stands now, and the rows it had before.
Outcome = tuple[str, WorkbookState, Changes]
_BETWEEN = "|"


class PageWorkbooks(QObject):
    """Stands between the workbooks of one page and the service that keeps them."""

    link_activated = Signal(str)

    def __init__(self, ground: PageGround, state: PageState, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ground = ground
        self._states = dict(state.workbooks)
        self._views: dict[str, WorkbookView] = {}
        self._written: dict[str, Workbook] = {}
        self._autosave = Autosave(ground.tasks, self)
        self._autosave.due.connect(self._save_due)

    def work_on(self, ground: PageGround, state: PageState) -> None:
        """Go on with the page as it has been written since."""
        self._ground, self._states = ground, dict(state.workbooks)

    def forget(self, gone: Sequence[QWidget]) -> None:
        """Have nothing more to do with the workbooks in these parts of the page."""
        self._views = {
            item_id: view
            for item_id, view in self._views.items()
            if not any(part is view or part.isAncestorOf(view) for part in gone)
        }

    def make(self, workbook: Workbook) -> WorkbookView:
        """Make the view of a workbook with what has been filled in."""
        view = WorkbookView(workbook, self._ground.theme, self._ground.pictures)
        self._views[workbook.id] = view
        state = self._states.get(workbook.id)
        if state is not None:
            _show_all(view, state)
        view.edited.connect(self._on_edited)
        view.settled.connect(self._autosave.flush)
        view.ticked.connect(self._on_ticked)
        view.row_wanted.connect(self._on_row_wanted)
        view.row_removed.connect(self._on_row_removed)
        view.finish_wanted.connect(self._on_finish_wanted)
        view.link_activated.connect(self.link_activated)
        return view

    def flush(self) -> None:
        """Save everything that is typed and not yet saved."""
        self._autosave.flush()

    def take_written(self) -> tuple[Workbook, ...]:
        """Return the workbooks that have been written in since the last asking."""
        written, self._written = tuple(self._written.values()), {}
        return written

    @Slot(str, str, str)
    def _on_edited(self, workbook_id: str, part: str, text: str) -> None:
        self._autosave.touch(f"{workbook_id}{_BETWEEN}{part}", text)

    @Slot(str, str)
    def _save_due(self, key: str, text: str) -> None:
        workbook_id, _bar, part = key.partition(_BETWEEN)
        workbook = self._views[workbook_id].workbook
        if part:
            row_id, _slash, column_id = part.partition("/")
            self._save(workbook, lambda fill: fill.fill(workbook, row_id, column_id, text).changes, self._show_sums)
        else:
            self._save(workbook, lambda fill: fill.write(workbook, text), self._show_sums)

    @Slot(str, str, bool)
    def _on_ticked(self, workbook_id: str, item_id: str, on: bool) -> None:
        workbook = self._views[workbook_id].workbook
        self._save(workbook, lambda fill: fill.check(workbook, item_id, on), self._show_sums)

    @Slot(str)
    def _on_row_wanted(self, workbook_id: str) -> None:
        workbook = self._views[workbook_id].workbook
        self._save(workbook, lambda fill: fill.add_row(workbook).changes, self._show_new_row)

    @Slot(str, str)
    def _on_row_removed(self, workbook_id: str, row_id: str) -> None:
        self._autosave.flush()
        workbook = self._views[workbook_id].workbook
        self._save(workbook, lambda fill: fill.remove_row(workbook, row_id), self._show_rows)
        self._ground.messages.undo(_("Raden er fjernet."), partial(self._restore, workbook_id, row_id))

    def _restore(self, workbook_id: str, row_id: str) -> None:
        workbook = self._views[workbook_id].workbook
        self._save(workbook, lambda fill: fill.restore_row(workbook, row_id), self._show_rows)

    @Slot(str, bool)
    def _on_finish_wanted(self, workbook_id: str, on: bool) -> None:
        self._autosave.flush()
        workbook = self._views[workbook_id].workbook
        self._save(workbook, lambda fill: fill.finish(workbook, on), self._show_sums)

    def _save(self, workbook: Workbook, change: Callable[[FillIn], Changes], then: Callable[[Outcome], object]) -> None:
        opened = self._ground.opened
        self._written[workbook.id] = workbook

        def run(participant: Participant) -> Outcome:
            fill = participant.on(opened).fill
            changes = change(fill)
            return workbook.id, fill.state(workbook), changes

        self._ground.tasks.save(run, then)

    # What is typed meanwhile stands: only what the person does not type herself is shown after a save.

    def _show_sums(self, outcome: Outcome) -> None:
        workbook_id, state, _changes = outcome
        view = self._views.get(workbook_id)
        if view is None:
            return
        self._states[workbook_id] = state
        for row in state.rows:
            view.show_texts(row.id, row.computed)
        view.show_filled(state.filled, state.fields, state.finished_at)

    def _show_rows(self, outcome: Outcome) -> None:
        workbook_id, state, _changes = outcome
        view = self._views.get(workbook_id)
        if view is None:
            return
        before = {row.id for row in self._states[workbook_id].rows}
        view.show_own_rows([row.id for row in state.rows if row.own])
        for row in state.rows:
            if row.id not in before:
                view.show_texts(row.id, row.texts)
        self._show_sums(outcome)

    def _show_new_row(self, outcome: Outcome) -> None:
        self._show_rows(outcome)
        workbook_id, state, _changes = outcome
        own = [row.id for row in state.rows if row.own]
        if own and workbook_id in self._views:
            self._views[workbook_id].focus_row(own[-1])


def _show_all(view: WorkbookView, state: WorkbookState) -> None:
    view.show_own_rows([row.id for row in state.rows if row.own])
    for row in state.rows:
        view.show_texts(row.id, {**row.texts, **row.computed})
    view.show_text(state.text)
    view.show_ticks(state.boxes)
    view.show_filled(state.filled, state.fields, state.finished_at)
