"""What was written in an item, to be read: field by field, and what differs between two states of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kursapp.domain.product import TICKED, FieldChange, Item, Said, said_in
from kursapp.domain.question import Workbook, WorkbookKind
from kursapp.ui.i18n import _
from kursapp.ui.theme import scale
from kursapp.ui.widgets.text import label


class SaidView(QWidget):
    """Names and words below each other; the words can be marked and copied."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(scale.S12)

    def show_said(self, said: Iterable[Said], *, ticks: bool = False) -> None:
        """Show what was written; ``ticks`` are boxes that were ticked."""
        for each in said:
            self._add(each.name, [("", _("Krysset av") if ticks and each.text == TICKED else each.text)])

    def show_item(self, item: Item, parts: Mapping[str, str], left_over: Iterable[Said] = ()) -> None:
        """Show everything that was written in an item."""
        boxes = isinstance(item, Workbook) and item.shape is WorkbookKind.BOXES
        self.show_said(said_in(item, parts), ticks=boxes)
        self.show_said(left_over)

    def show_changes(self, changes: Iterable[FieldChange]) -> None:
        """Show what was other than now, field by field."""
        for change in changes:
            then, now = change.before.strip(), change.after.strip()
            tick = then == TICKED or now == TICKED
            nothing = _("Ikke krysset av") if tick else _("Tomt")
            shown = {TICKED: _("Krysset av"), "": nothing} if tick else {"": nothing}
            self._add(change.name, [(_("Da"), shown.get(then, then)), (_("Nå"), shown.get(now, now))])

    def _add(self, name: str, texts: list[tuple[str, str]]) -> None:
        holder = QWidget()
        self._layout.addWidget(holder)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scale.S4)
        if name:
            column.addWidget(label(name, "strong"))
        for kicker, text in texts:
            if kicker:
                column.addWidget(label(kicker, "meta"))
            words = label(text)
            words.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
            words.setAccessibleName(f"{name}, {kicker}: {text}" if kicker else f"{name}: {text}" if name else text)
            column.addWidget(words)
