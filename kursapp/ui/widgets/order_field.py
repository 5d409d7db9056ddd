"""Putting items in order: by buttons, by Alt and an arrow key, and as an extra by dragging."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kursapp.domain.question import OrderQuestion
from kursapp.domain.response import Ordered, Response
from kursapp.domain.scoring import Score
from kursapp.ui.i18n import _
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.announce import announce
from kursapp.ui.widgets.answer_field import AnswerField
from kursapp.ui.widgets.order_row import OrderRow
from kursapp.ui.widgets.pictures import Pictures
from kursapp.ui.widgets.verdict import Verdict


class OrderField(AnswerField):
    """The items of an ordering question in the order the person has put them.

    ``order`` is the order they are first shown in. Until something has been moved nothing has been answered, but the
    order shown may be answered as it stands in practice (``missing`` is always empty).
    """

    def __init__(
        self,
        question: OrderQuestion,
        theme: Theme,
        pictures: Pictures,
        *,
        order: Sequence[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._question = question
        self._first = tuple(order) or tuple(item.id for item in question.items)
        rows = {item.id: OrderRow(item, theme, pictures) for item in question.items}
        self._rows = [rows[part] for part in self._first]
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        for row in self._rows:
            self._column.addWidget(row)
            row.move_wanted.connect(self._on_move_wanted)
            row.dragged_to.connect(self._on_dragged)
            row.link_activated.connect(self.link_activated)
            row.up.installEventFilter(self)
            row.down.installEventFilter(self)
            row.lock(False)
        self._number()

    def rows(self) -> list[OrderRow]:
        """Return the items in the order they stand."""
        return list(self._rows)

    def response(self) -> Response | None:
        return Ordered(tuple(row.part_id for row in self._rows))

    def show_response(self, response: Response | None) -> None:
        wanted = response.items if isinstance(response, Ordered) else self._first
        rows = {row.part_id: row for row in self._rows}
        if set(wanted) == set(rows):
            self._arrange([rows[part] for part in wanted])

    def lock(self, locked: bool) -> None:
        for row in self._rows:
            row.lock(locked)

    def mark(self, score: Score | None, *, reveal: bool) -> None:
        rights = dict(score.parts) if score is not None else {}
        for row in self._rows:
            if score is None:
                row.mark(None)
            elif rights.get(row.part_id):
                row.mark(Verdict.RIGHT)
            else:
                row.mark(Verdict.WRONG, self._right_place(row.part_id) if reveal else "")

    def _right_place(self, part_id: str) -> str:
        ranks = {item.id: item.rank for item in self._question.items}
        first = 1 + sum(rank < ranks[part_id] for rank in ranks.values())
        last = sum(rank <= ranks[part_id] for rank in ranks.values())
        place = str(first) if first == last else f"{first}–{last}"
        return _("riktig plass er {place}").format(place=place)

    def missing(self) -> str:
        return ""

    def focus_first(self) -> None:
        self._rows[0].down.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Buttons take the arrow keys for themselves before anyone else is asked.
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._arrow(event):
            return True
        return super().eventFilter(watched, event)

    def _arrow(self, event: QKeyEvent) -> bool:
        """Move the item with Alt and an arrow key, walk between items with the arrow key alone."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        step = steps.get(Qt.Key(event.key()), 0)
        at = self._row_with_focus()
        if not step or at is None:
            return False
        if event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self._move(at, step, by_up=step < 0)
        elif 0 <= at + step < len(self._rows):
            was_up = self._rows[at].up.hasFocus()
            row = self._rows[at + step]
            (row.up if was_up else row.down).setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _row_with_focus(self) -> int | None:
        for place, row in enumerate(self._rows):
            if row.up.hasFocus() or row.down.hasFocus():
                return place
        return None

    @Slot(int)
    def _on_move_wanted(self, step: int) -> None:
        row = self.sender()
        assert isinstance(row, OrderRow)
        self._move(self._rows.index(row), step, by_up=step < 0)

    def _move(self, at: int, step: int, *, by_up: bool) -> None:
        row = self._rows[at]
        to = at + step
        if not 0 <= to < len(self._rows):
            announce(row, _("Står øverst.") if step < 0 else _("Står nederst."))
            return
        self._put(row, to)
        (row.up if by_up else row.down).setFocus(Qt.FocusReason.OtherFocusReason)
        place = _("Flyttet til plass {place} av {count}").format(place=to + 1, count=len(self._rows))
        announce(row, place)

    @Slot(int)
    def _on_dragged(self, height: int) -> None:
        row = self.sender()
        assert isinstance(row, OrderRow)
        over = sum(other.geometry().center().y() < height for other in self._rows if other is not row)
        if self._rows.index(row) != over:
            self._put(row, over)

    def _put(self, row: OrderRow, to: int) -> None:
        rows = [other for other in self._rows if other is not row]
        rows.insert(to, row)
        self._arrange(rows)
        self.changed.emit()

    def _arrange(self, rows: list[OrderRow]) -> None:
        self._rows = rows
        for place, row in enumerate(rows):
            self._column.removeWidget(row)
            self._column.insertWidget(place, row)
        # The Tab order follows what is seen.
        stops = [stop for row in rows for stop in (row.up, row.down)]
        for one, other in itertools.pairwise(stops):
            QWidget.setTabOrder(one, other)
        self._number()

    def _number(self) -> None:
        for place, row in enumerate(self._rows, start=1):
            row.set_place(place, len(self._rows))
