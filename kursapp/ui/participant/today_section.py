"""«I dag»: what is due, each line with a way to it and a way to put it off."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from kursapp.domain.follow_up import Due
from kursapp.ui.i18n import _
from kursapp.ui.participant.today_words import words_of
from kursapp.ui.theme import scale
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.buttons import button
from kursapp.ui.widgets.card import Card
from kursapp.ui.widgets.flow import Flow
from kursapp.ui.widgets.text import IconLabel, label, set_role


class DueRow(QWidget):
    """One thing that is due."""

    chosen = Signal(object)
    put_off = Signal(object)
    ended = Signal(object)

    def __init__(self, due: Due, theme: Theme) -> None:
        super().__init__()
        self.due = due
        icon, title, under, action = words_of(due)
        row = QHBoxLayout(self)
        row.setContentsMargins(scale.S12, scale.S12, scale.S12, scale.S12)
        row.setSpacing(scale.S12)
        row.addWidget(IconLabel(theme, icon, "primary"), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        row.addLayout(column, 1)
        column.setSpacing(scale.S4)
        column.addWidget(label(title, "strong"))
        column.addWidget(label(under, "muted"))
        buttons = Flow()
        column.addSpacing(scale.S4)
        column.addWidget(buttons)
        self.go = button(action)
        self.tomorrow = button(_("Minn meg i morgen"), "tertiary")
        self.end = button(_("Ikke vis mer"), "tertiary")
        for each in (self.go, self.tomorrow, self.end):
            # A list of buttons that all say the same is no list to a screen reader.
            each.setAccessibleName(f"{each.text()}: {title}")
            buttons.add(each)
        self.end.setVisible(due.can_end)
        self.go.clicked.connect(self._on_go)
        self.tomorrow.clicked.connect(self._on_tomorrow)
        self.end.clicked.connect(self._on_end)

    @Slot()
    def _on_go(self) -> None:
        self.chosen.emit(self.due)

    @Slot()
    def _on_tomorrow(self) -> None:
        self.put_off.emit(self.due)

    @Slot()
    def _on_end(self) -> None:
        self.ended.emit(self.due)


class TodaySection(QWidget):
    """A heading and a line for each thing that is due.

    The keyboard comes to it from ``after``. ``left_empty`` tells that the keyboard stood on a line that went, and that
    there is no other.
    """

    chosen = Signal(object)
    put_off = Signal(object)
    ended = Signal(object)
    left_empty = Signal()

    def __init__(self, theme: Theme, after: QWidget | None = None) -> None:
        super().__init__()
        self._theme, self._after = theme, after
        self.rows: tuple[DueRow, ...] = ()
        self._card = Card(margin=scale.S8)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, scale.S16, 0, 0)
        layout.setSpacing(scale.S12)
        layout.addWidget(label(_("I dag"), "h3"))
        layout.addWidget(self._card)

    def show_due(self, found: tuple[Due, ...], *, leads: bool) -> None:
        """Show what is due; ``leads``: there is nothing more obvious to do, so its first button is the main one."""
        if found != tuple(row.due for row in self.rows):
            before, held = self.rows, self._row_with_keyboard()
            self._make_rows(found)
            if held is not None and held not in self.rows:
                self._give_keyboard(before.index(held))
        for number, row in enumerate(self.rows):
            set_role(row.go, "role", "primary" if leads and number == 0 else "secondary")

    def _row_with_keyboard(self) -> DueRow | None:
        focus = QApplication.focusWidget()
        return next((row for row in self.rows if focus is not None and row.isAncestorOf(focus)), None)

    def _give_keyboard(self, at: int) -> None:
        if self.rows:
            self.rows[min(at, len(self.rows) - 1)].go.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.left_empty.emit()

    def _make_rows(self, found: tuple[Due, ...]) -> None:
        """Show these lines; those that were there stay as they are."""
        kept = {row.due: row for row in self.rows if row.due in found}
        for row in self.rows:
            self._card.body.removeWidget(row)
            if row.due not in kept:
                row.hide()
                row.deleteLater()
        self.rows = tuple(kept.get(due) or self._row(due) for due in found)
        for row in self.rows:
            self._card.body.addWidget(row)
            row.show()
        self._lead_keyboard()

    def _row(self, due: Due) -> DueRow:
        row = DueRow(due, self._theme)
        row.chosen.connect(self.chosen)
        row.put_off.connect(self.put_off)
        row.ended.connect(self.ended)
        return row

    def _lead_keyboard(self) -> None:
        """Let Tab come to the lines in their order: Qt puts what is made later last of all in the window."""
        before = self._after
        for row in self.rows:
            for each in (row.go, row.tomorrow, row.end):
                if before is not None:
                    QWidget.setTabOrder(before, each)
                before = each
