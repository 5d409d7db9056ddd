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

    ``left_empty`` tells that the keyboard stood on a line that went, and there is no other.
    """

    chosen = Signal(object)
    put_off = Signal(object)
    ended = Signal(object)
    left_empty = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
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
            at = self._row_with_keyboard()
            self._make_rows(found)
            if at is not None:
                self._give_keyboard(at)
        for number, row in enumerate(self.rows):
            set_role(row.go, "role", "primary" if leads and number == 0 else "secondary")

    def _row_with_keyboard(self) -> int | None:
        focus = QApplication.focusWidget()
        held = (at for at, row in enumerate(self.rows) if focus is not None and row.isAncestorOf(focus))
        return next(held, None)

    def _give_keyboard(self, at: int) -> None:
        if self.rows:
            self.rows[min(at, len(self.rows) - 1)].go.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.left_empty.emit()

    def _make_rows(self, found: tuple[Due, ...]) -> None:
        for row in self.rows:
            self._card.body.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = tuple(DueRow(due, self._theme) for due in found)
        for row in self.rows:
            row.chosen.connect(self.chosen)
            row.put_off.connect(self.put_off)
            row.ended.connect(self.ended)
            self._card.body.addWidget(row)
            row.show()
