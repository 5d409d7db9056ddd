"""A workbook: the participant's own product, filled in here and kept on this laptop."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kursapp.domain.course import Rich
from kursapp.domain.question import Workbook, WorkbookKind
from kursapp.ui import i18n
from kursapp.ui.i18n import _
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.announce import announce
from kursapp.ui.widgets.buttons import button, left
from kursapp.ui.widgets.check_row import CheckRow
from kursapp.ui.widgets.item_card import ItemCard, Reach
from kursapp.ui.widgets.note_box import EXAMPLE, NoteBox
from kursapp.ui.widgets.pictures import Pictures
from kursapp.ui.widgets.reflection_view import privacy_words
from kursapp.ui.widgets.saved_text import SavedText
from kursapp.ui.widgets.text import label
from kursapp.ui.widgets.workbook_table import WorkbookTable


class WorkbookView(ItemCard):
    """A product of one of three shapes. ``edited``'s part is ``row/column`` in a table and empty in one text.

    What it shows is set from outside; every signal names the workbook first.
    """

    edited = Signal(str, str, str)
    settled = Signal(str)
    ticked = Signal(str, str, bool)
    row_wanted = Signal(str)
    row_removed = Signal(str, str)
    finish_wanted = Signal(str, bool)

    def __init__(self, workbook: Workbook, theme: Theme, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(theme, pictures, parent)
        self.workbook = workbook
        self._finished = False
        heading = workbook.heading or Rich(plain=workbook.title)
        self.add_head(_("Arbeidsbok"), heading, workbook.stem)
        self.table: WorkbookTable | None = None
        self.text: SavedText | None = None
        self.ticks: list[CheckRow] = []
        self.example_button = button(_("Vis eksempel"), "secondary")
        self._offer_example()
        self._make_body(heading.plain)
        self._status = label("", "meta")
        self.finish_button = button(_("Merk som ferdig"), "secondary")
        self.finish_button.clicked.connect(self._on_finish)
        self._add_foot()

    # What stands in it

    def show_texts(self, row_id: str, texts: Mapping[str, str]) -> None:
        """Show what stands in one row of the table."""
        if self.table is not None:
            self.table.show_texts(row_id, texts)

    def show_text(self, text: str) -> None:
        """Show what was written in a workbook of one text."""
        if self.text is not None:
            self.text.set_text(text)

    def show_ticks(self, ticked: Collection[str]) -> None:
        """Show what was ticked in a workbook of boxes."""
        for row in self.ticks:
            row.set_ticked(row.item_id in ticked)

    def show_own_rows(self, row_ids: Collection[str]) -> None:
        """Let the table have exactly these rows of the participant's own, besides the author's."""
        if self.table is None:
            return
        authors = {row.id for row in self.workbook.rows}
        for row_id in [row_id for row_id in self.table.row_ids() if row_id not in authors]:
            if row_id not in row_ids:
                self.table.remove_row(row_id)
        for row_id in row_ids:
            if row_id not in self.table.row_ids():
                self.table.add_row(row_id)

    def show_filled(self, filled: int, fields: int, finished_at: datetime | None) -> None:
        """Say how much is filled in, and whether the participant has called it finished."""
        self._finished = finished_at is not None
        words = _("{filled} av {fields} felt fylt ut").format(filled=filled, fields=fields) if fields > 1 else ""
        if finished_at is not None:
            words = _("Merket som ferdig {day}").format(day=i18n.day(finished_at))
        self._status.setText(words)
        self._status.setVisible(bool(words))
        self.finish_button.setText(_("Ikke ferdig likevel") if self._finished else _("Merk som ferdig"))

    def width_wanted(self) -> int:
        return 0 if self.table is None else self.table.width_wanted() + 2 * Reach.WIDE.inset(narrow=False)

    def focus_first(self) -> None:
        """Put the keyboard where filling in begins."""
        if self.table is not None:
            self.table.focus_first()
        elif self.text is not None:
            self.text.setFocus()
        elif self.ticks:
            self.ticks[0].box.setFocus()

    def focus_row(self, row_id: str) -> None:
        """Put the keyboard in the first field of a row."""
        if self.table is not None and row_id in self.table.row_ids():
            self.table.field(row_id, self.workbook.columns[0].id).focus_first()

    # Making it

    def _offer_example(self) -> None:
        """Let one see what a filled-in one may look like, before one begins or when one is stuck."""
        self._example_row = left(self.example_button)
        self.example_button.clicked.connect(self._show_example)
        self.add(self._example_row, Reach.WORDS)
        self._example_row.setVisible(bool(self.workbook.example))

    @Slot()
    def _show_example(self) -> None:
        box = NoteBox(_("Slik kan det se ut"), (self.workbook.example,), self.theme, self.pictures, EXAMPLE)
        box.link_activated.connect(self.link_activated)
        self.add(box, Reach.BOX, before=self._example_row)
        self._example_row.hide()
        announce(self, box.accessibleName())

    def _make_body(self, name: str) -> None:
        match self.workbook.shape:
            case WorkbookKind.TABLE:
                self._add_table()
            case WorkbookKind.BOXES:
                self._add_boxes()
            case WorkbookKind.TEXT:
                self._add_text(name)

    def _add_table(self) -> None:
        self.table = WorkbookTable(self.workbook, self.theme, self.pictures)
        self.table.edited.connect(self._on_cell_edited)
        self.table.settled.connect(self._on_settled)
        self.table.remove_wanted.connect(self._on_remove_wanted)
        self.table.link_activated.connect(self.link_activated)
        self.add(self.table, Reach.WIDE)
        if self.workbook.growing:
            more = button(_("Legg til en rad"), "tertiary")
            more.setIcon(self.theme.icon("plus", "primary"))
            more.clicked.connect(self._on_row_wanted)
            self.add(left(more), Reach.WIDE)

    def _add_boxes(self) -> None:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for item_id, text in self.workbook.items:
            row = CheckRow(item_id, text, self.theme, self.pictures)
            row.ticked.connect(self._on_ticked)
            row.link_activated.connect(self.link_activated)
            column.addWidget(row)
            self.ticks.append(row)
        self.add(holder, Reach.WORDS)

    def _add_text(self, name: str) -> None:
        self.text = SavedText(self.theme, name=name, lines=8, placeholder=_("Skriv her"))
        self.text.edited.connect(self._on_text_edited)
        self.text.left.connect(self._on_settled)
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.text)
        self.add(holder, Reach.WORDS)

    def _add_foot(self) -> None:
        foot = QWidget()
        row = QHBoxLayout(foot)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self.finish_button)
        row.addWidget(self._status, 1)
        self.add(label(privacy_words(), "meta"), Reach.WORDS)
        self.add(foot, Reach.WORDS)

    # What a person does

    @Slot(str, str, str)
    def _on_cell_edited(self, row_id: str, column_id: str, text: str) -> None:
        self.edited.emit(self.workbook.id, f"{row_id}/{column_id}", text)

    @Slot(str)
    def _on_text_edited(self, text: str) -> None:
        self.edited.emit(self.workbook.id, "", text)

    @Slot()
    def _on_settled(self) -> None:
        self.settled.emit(self.workbook.id)

    @Slot(str, bool)
    def _on_ticked(self, item_id: str, on: bool) -> None:
        self.ticked.emit(self.workbook.id, item_id, on)

    @Slot()
    def _on_row_wanted(self) -> None:
        self.row_wanted.emit(self.workbook.id)

    @Slot(str)
    def _on_remove_wanted(self, row_id: str) -> None:
        self.row_removed.emit(self.workbook.id, row_id)

    @Slot()
    def _on_finish(self) -> None:
        self.finish_wanted.emit(self.workbook.id, not self._finished)
