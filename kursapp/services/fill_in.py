"""The participant's own words and ticks: reflections, workbooks, checklists. Private, never scored or handed in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from kursapp.domain.course import Block, Checklist, Course
from kursapp.domain.product import REMOVED, TICKED, WHOLE, own_rows
from kursapp.domain.question import Column, ColumnKind, Reflection, Row, Workbook, WorkbookKind
from kursapp.domain.record import Field
from kursapp.domain.workbook_sums import row_sums
from kursapp.services.changes import Change, Changes
from kursapp.services.clock import Clock
from kursapp.services.history import History
from kursapp.storage.participant.profile_file import ProfileFile


@dataclass(frozen=True, slots=True)
class RowState:
    """A row of a workbook: its words by column id, and its computed cells as shown. ``own``: the participant's own."""

    id: str
    own: bool
    texts: Mapping[str, str]
    computed: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class WorkbookState:
    """A workbook as filled in so far. ``rows`` are the author's, then one's own; ``removed`` own rows in the bin.

    ``text`` is the words of a workbook that is one text, ``boxes`` the ticked items of one that is boxes. ``filled`` of
    ``fields`` have something in them.
    """

    rows: tuple[RowState, ...]
    text: str
    boxes: frozenset[str]
    removed: tuple[RowState, ...]
    filled: int
    fields: int
    finished_at: datetime | None

    def row(self, row_id: str) -> RowState:
        """Return a row by id; KeyError where there is none, or it is in the bin."""
        for row in self.rows:
            if row.id == row_id:
                return row
        raise KeyError(row_id)


@dataclass(frozen=True, slots=True)
class Filled:
    """A row after a cell of it was filled in, with its sums, and how many fields of the workbook are filled."""

    row: RowState
    filled: int
    changes: Changes


@dataclass(frozen=True, slots=True)
class RowAdded:
    """A row of the participant's own, still empty."""

    row: RowState
    changes: Changes


class FillIn:
    """What one participant writes into one course."""

    def __init__(self, profile: ProfileFile, course: Course, clock: Clock) -> None:
        self._profile = profile
        self._course = course
        self._clock = clock
        self.history = History(profile, course.id, clock)

    def reflect(self, reflection: Reflection, text: str) -> Changes:
        """Keep the words of a reflection as they stand."""
        before = self._parts(reflection.id).get(WHOLE, "")
        self._save(reflection, reflection.id, WHOLE, text)
        changed = Changes.of(Change.FIELDS, ids=[reflection.id])
        if bool(before.strip()) == bool(text.strip()):
            return changed
        return changed | Changes.of(Change.PROGRESS)

    def reflections(self, reflections: Iterable[Reflection]) -> dict[str, str]:
        """Return the words of some reflections by id, empty where nothing is written."""
        wanted = [reflection.id for reflection in reflections]
        kept = self._profile.fields.of_items(self._course.id, wanted)
        return {item_id: kept.get(item_id, {}).get(WHOLE, "") for item_id in wanted}

    def tick(self, checklist: Checklist, item_id: str, on: bool) -> Changes:
        """Tick a line of a checklist, or take the tick away."""
        _expect(item_id, [item.id for item in checklist.items])
        return self._save(checklist, checklist.id, item_id, TICKED if on else "")

    def ticks(self, checklists: Iterable[Checklist]) -> dict[str, frozenset[str]]:
        """Return the ticked lines of some checklists by the checklist's id."""
        wanted = [checklist.id for checklist in checklists]
        kept = self._profile.fields.of_items(self._course.id, wanted)
        return {item_id: _ticked(kept.get(item_id, {})) for item_id in wanted}

    def fill(self, workbook: Workbook, row_id: str, column_id: str, text: str) -> Filled:
        """Keep the words of one cell of a table. Any words are kept: the screen says what they should be."""
        row = self.state(workbook).row(row_id)
        _expect(column_id, [column.id for column in _columns_to_fill(workbook, row)])
        changes = self._save(workbook, workbook.id, _cell(row_id, column_id), text)
        state = self.state(workbook)
        return Filled(state.row(row_id), state.filled, changes)

    def write(self, workbook: Workbook, text: str) -> Changes:
        """Keep the words of a workbook that is one text."""
        return self._save(workbook, workbook.id, WHOLE, text)

    def check(self, workbook: Workbook, item_id: str, on: bool) -> Changes:
        """Tick a box of a workbook that is boxes, or take the tick away."""
        _expect(item_id, [item for item, _ in workbook.items])
        return self._save(workbook, workbook.id, item_id, TICKED if on else "")

    def add_row(self, workbook: Workbook) -> RowAdded:
        """Add an empty row of the participant's own. ValueError where the workbook does not grow."""
        if not workbook.growing:
            raise ValueError(f"{workbook.id} takes no rows of one's own")
        numbers = [number for number, _ in own_rows(self._parts(workbook.id))]
        row_id = f"egen-{max(numbers, default=0) + 1}"
        changes = self._save(workbook, workbook.id, row_id, "")
        return RowAdded(self.state(workbook).row(row_id), changes)

    def remove_row(self, workbook: Workbook, row_id: str) -> Changes:
        """Put a row of the participant's own into the bin, with its words."""
        _expect(row_id, [row.id for row in self.state(workbook).rows if row.own])
        return self._save(workbook, workbook.id, row_id, REMOVED)

    def restore_row(self, workbook: Workbook, row_id: str) -> Changes:
        """Take a row out of the bin, as it was."""
        _expect(row_id, [row.id for row in self.state(workbook).removed])
        return self._save(workbook, workbook.id, row_id, "")

    def empty_bin(self, workbook: Workbook) -> Changes:
        """Delete the rows in the bin and their words for good."""
        with self._profile.transaction():
            for row in self.state(workbook).removed:
                self._profile.fields.remove(self._course.id, workbook.id, row.id)
                self.history.forget_row(workbook.id, row.id)
        return Changes.of(Change.FIELDS, ids=[workbook.id])

    def finish(self, workbook: Workbook, on: bool = True) -> Changes:
        """Mark a workbook as finished, or take that back. It can be filled in further all the same."""
        if on:
            with self._profile.transaction():
                self.history.finished(workbook)
                self._profile.products.finish(self._course.id, workbook.id, self._clock.now())
        else:
            self._profile.products.reopen(self._course.id, workbook.id)
        return Changes.of(Change.FIELDS, Change.PROGRESS, ids=[workbook.id])

    def state(self, workbook: Workbook) -> WorkbookState:
        """Return a workbook as filled in so far."""
        return self.states([workbook])[workbook.id]

    def states(self, workbooks: Iterable[Workbook]) -> dict[str, WorkbookState]:
        """Return some workbooks as filled in so far, by id."""
        workbooks = tuple(workbooks)
        kept = self._profile.fields.of_items(self._course.id, [workbook.id for workbook in workbooks])
        finished = self._profile.products.finished(self._course.id)
        return {
            workbook.id: workbook_state(workbook, kept.get(workbook.id, {}), finished.get(workbook.id))
            for workbook in workbooks
        }

    def _parts(self, item_id: str) -> Mapping[str, str]:
        return self._profile.fields.of_items(self._course.id, [item_id]).get(item_id, {})

    def left(self, items: Iterable[Workbook | Reflection]) -> None:
        """Keep how these items stand as versions, for she goes elsewhere."""
        for item in items:
            self.history.left(item)

    def _save(self, item: Block, item_id: str, part: str, value: str) -> Changes:
        with self._profile.transaction():
            if isinstance(item, Workbook | Reflection):
                self.history.before(item, part, value)
            self._profile.fields.save(Field(self._course.id, item_id, part, value, self._clock.now()), item)
        return Changes.of(Change.FIELDS, ids=[item_id])


def workbook_state(workbook: Workbook, parts: Mapping[str, str], finished_at: datetime | None) -> WorkbookState:
    own = list(own_rows(parts))
    rows = [_row_state(workbook, row.id, parts, own=False) for row in workbook.rows]
    rows += [_row_state(workbook, f"egen-{number}", parts, own=True) for number, mark in own if mark != REMOVED]
    removed = [_row_state(workbook, f"egen-{number}", parts, own=True) for number, mark in own if mark == REMOVED]
    keys = list(_field_keys(workbook, rows))
    return WorkbookState(
        tuple(rows),
        parts.get(WHOLE, ""),
        _ticked(parts) & {item for item, _ in workbook.items},
        tuple(removed),
        sum(bool(parts.get(key, "").strip()) for key in keys),
        len(keys),
        finished_at,
    )


def _row_state(workbook: Workbook, row_id: str, parts: Mapping[str, str], *, own: bool) -> RowState:
    cells = ((column.id, parts.get(_cell(row_id, column.id), "")) for column in workbook.columns)
    texts = {column_id: text for column_id, text in cells if text}
    written = next((row for row in workbook.rows if row.id == row_id), None)
    return RowState(row_id, own, texts, row_sums(workbook, _fixed_texts(workbook, written) | texts))


def _fixed_texts(workbook: Workbook, row: Row | None) -> dict[str, str]:
    """Return the author's own words in a row: a number written there counts in its sums."""
    if row is None:
        return {}
    pairs = zip(workbook.columns, row.cells, strict=False)
    return {column.id: cell.text.plain for column, cell in pairs if not cell.field and not cell.none}


def _field_keys(workbook: Workbook, rows: Iterable[RowState]) -> Iterator[str]:
    """Yield the parts that can be filled in, whatever the workbook's shape."""
    match workbook.shape:
        case WorkbookKind.TEXT:
            yield WHOLE
        case WorkbookKind.BOXES:
            yield from (item for item, _ in workbook.items)
        case WorkbookKind.TABLE:
            for row in rows:
                yield from (_cell(row.id, column.id) for column in _columns_to_fill(workbook, row))


def _columns_to_fill(workbook: Workbook, row: RowState) -> list[Column]:
    written = next((other for other in workbook.rows if other.id == row.id), None)
    fields = [True] * len(workbook.columns) if written is None else [cell.field for cell in written.cells]
    return [
        column
        for column, field in zip(workbook.columns, fields, strict=False)
        if field and column.kind is not ColumnKind.COMPUTED
    ]


def _cell(row_id: str, column_id: str) -> str:
    return f"{row_id}/{column_id}"


def _ticked(parts: Mapping[str, str]) -> frozenset[str]:
    return frozenset(part for part, value in parts.items() if value == TICKED)


def _expect(wanted: str, known: Iterable[str]) -> None:
    if wanted not in set(known):
        raise KeyError(wanted)
