"""Earlier texts of a file: by day and time, what has changed since, and the way back to one of them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, timedelta
from itertools import groupby

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from kursapp.domain.days import local_day
from kursapp.domain.draft import DiffLine, Side, SnapshotHead, SnapshotReason
from kursapp.domain.problem import Problem
from kursapp.services.clock import SystemClock
from kursapp.ui.author.difference import LEAST_HEIGHT, WIDEST, Difference
from kursapp.ui.i18n import _, day, moment, n_
from kursapp.ui.messages import sentence
from kursapp.ui.theme import scale
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.buttons import add_button_row, button
from kursapp.ui.widgets.empty import EmptyState
from kursapp.ui.widgets.menu_box import MenuBox
from kursapp.ui.widgets.scroll import Column
from kursapp.ui.widgets.text import label

SIDE_BY_SIDE = 760
"""Logical pixels at 100 % from which the list and the text stand beside each other."""

_HEAD = Qt.ItemDataRole.UserRole


class SnapshotList(QListWidget):
    """When a file was kept, the latest first, under the days."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._heads: tuple[SnapshotHead, ...] = ()
        self.setAccessibleName(_("Tidligere versjoner"))
        self.setWordWrap(True)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.currentItemChanged.connect(self._on_current)
        theme.changed.connect(self._draw)

    def show_heads(self, heads: Sequence[SnapshotHead]) -> None:
        """Show other snapshots; the one chosen before stays so, otherwise the latest is. ``chosen`` tells which."""
        before = self.current()
        self._heads = tuple(heads)
        self._fill(before if before in self._heads else next(iter(self._heads), None))
        self._on_current()

    def current(self) -> SnapshotHead | None:
        """Return the snapshot chosen."""
        head = self.item(self.currentRow()).data(_HEAD) if self.currentRow() >= 0 else None
        return head if isinstance(head, SnapshotHead) else None

    @Slot()
    def _draw(self) -> None:
        self._fill(self.current())

    def _fill(self, wanted: SnapshotHead | None) -> None:
        self.blockSignals(True)
        self.clear()
        for on, heads in groupby(self._heads, key=_local_day):
            self._add_day(day_words(on))
            for head in heads:
                self._add(head)
                if head == wanted:
                    self.setCurrentRow(self.count() - 1)
        self.blockSignals(False)

    def _add_day(self, words: str) -> None:
        item = QListWidgetItem(words)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        item.setFont(self._theme.font(scale.META, scale.SEMIBOLD))
        item.setForeground(self._theme.color("muted"))
        self.addItem(item)

    def _add(self, head: SnapshotHead) -> None:
        local = head.when.astimezone()
        reason = reason_words(head.reason)
        time = f"{local:%H.%M}"
        item = QListWidgetItem(f"{time}\n{reason}" if reason else time)
        item.setToolTip(reason)
        item.setData(_HEAD, head)
        spoken = ", ".join(part for part in (moment(head.when), reason) if part)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
        self.addItem(item)

    @Slot()
    def _on_current(self) -> None:
        head = self.current()
        if head is not None:
            self.chosen.emit(head)


class SnapshotsPane(QWidget):
    """Shows what a file said earlier. ``file_wanted`` asks for the snapshots of another file.

    ``picked(SnapshotHead)`` asks for its comparison with the text there is now (``show_difference``, old against
    new), ``restore_wanted(SnapshotHead)`` for having it back.
    """

    file_wanted = Signal(str)
    picked = Signal(object)
    restore_wanted = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._file = ""
        self._deleted: frozenset[str] = frozenset()
        self.files = MenuBox((), _("Fil"), _("Velg fil …"))
        self.list = SnapshotList(theme)
        self.when = label("", "h3")
        self.reason = label("", "muted")
        self.difference = Difference(theme)
        self.whole = QCheckBox(_("Vis hele den tidligere teksten"))
        self.text = QPlainTextEdit()
        self.restore = button("", "primary")
        self.trouble = label("", "error")
        words = _("Mens du skriver, tar Kursapp vare på teksten hvert femte minutt, og alltid før store endringer.")
        self.empty = EmptyState(_("Ingen tidligere tekster av denne fila"), words)
        self._lay_out()
        self._connect()
        theme.changed.connect(self._on_theme)
        self._on_theme()
        self.show_snapshots("", ())

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scale.S12)
        row = QHBoxLayout()
        column.addLayout(row)
        row.setSpacing(scale.S8)
        name = label(_("Fil"), "strong", wrap=False)
        name.setBuddy(self.files)
        row.addWidget(name)
        row.addWidget(self.files, 1)
        self._head = row
        column.addWidget(self.empty)
        self._split = QSplitter(Qt.Orientation.Horizontal)
        column.addWidget(self._split, 1)
        self._split.setChildrenCollapsible(False)
        self._split.addWidget(self.list)
        self._split.addWidget(self._side())
        self._split.setStretchFactor(0, 1)
        self._split.setStretchFactor(1, 3)

    def _side(self) -> QWidget:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scale.S8)
        part = Column(self._theme, WIDEST)
        part.set_margins(scale.S16, 0, 0, 0)
        part.column.setSpacing(scale.S8)
        for widget in (self.when, self.reason, self.trouble, self.whole):
            part.column.addWidget(widget)
        part.column.addWidget(self.difference, 1)
        part.column.addWidget(self.text, 1)
        column.addWidget(part, 1)
        self.text.setReadOnly(True)
        self.text.setAccessibleName(_("Den tidligere teksten"))
        foot = QVBoxLayout()
        column.addLayout(foot)
        foot.setContentsMargins(scale.S16, 0, 0, 0)
        add_button_row(foot, self.restore)
        return side

    def _connect(self) -> None:
        self.files.activated.connect(self._on_file)
        self.list.chosen.connect(self._on_chosen)
        self.whole.toggled.connect(self._on_whole)
        self.restore.clicked.connect(self._on_restore)

    def add_to_head(self, widget: QWidget) -> None:
        """Put something beside the choice of file."""
        self._head.addWidget(widget)

    def show_files(self, files: Collection[str], deleted: Collection[str] = ()) -> None:
        """Offer the files of which there are snapshots; ``deleted`` are those no longer in the course."""
        self._deleted = frozenset(deleted)
        entries = [(file, _("{file} (slettet)").format(file=file) if file in deleted else file) for file in files]
        self.files.show_entries(entries)
        self.files.set_value(self._file)

    def show_snapshots(self, file: str, heads: Sequence[SnapshotHead]) -> None:
        """Show the snapshots of a file, the latest first; the latest is picked."""
        self._file = file
        self.files.set_value(file)
        gone = file in self._deleted
        self.restore.setText(_("Hent tilbake fila") if gone else _("Hent tilbake denne teksten"))
        self.empty.setVisible(not heads)
        self._split.setVisible(bool(heads))
        self.list.show_heads(heads)

    def show_difference(self, head: SnapshotHead, lines: Sequence[DiffLine]) -> None:
        """Show what has changed from a snapshot to the text there is now, unless another is chosen meanwhile."""
        if head != self.list.current():
            return
        self._show_trouble("")
        self.difference.show_lines(lines, change_words(lines))
        self.text.setPlainText("\n".join(line.text for line in lines if line.side is not Side.NEW))

    def show_problem(self, found: Problem) -> None:
        """Say why the chosen one cannot be shown."""
        self._show_trouble(sentence(found))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= self._theme.px(SIDE_BY_SIDE)
        self._split.setOrientation(Qt.Orientation.Horizontal if wide else Qt.Orientation.Vertical)

    def _show_trouble(self, words: str) -> None:
        self.trouble.setText(words)
        self.trouble.setVisible(bool(words))
        self.restore.setVisible(not words)
        self.whole.setVisible(not words)
        self.difference.setVisible(not words and not self.whole.isChecked())
        self.text.setVisible(not words and self.whole.isChecked())

    @Slot()
    def _on_theme(self) -> None:
        self.text.setMinimumHeight(self._theme.px(LEAST_HEIGHT))
        self.list.setMinimumHeight(self._theme.px(LEAST_HEIGHT) // 2)

    @Slot()
    def _on_file(self) -> None:
        if self.files.value() and self.files.value() != self._file:
            self.file_wanted.emit(self.files.value())

    @Slot(object)
    def _on_chosen(self, head: SnapshotHead) -> None:
        self.when.setText(moment(head.when))
        reason = reason_words(head.reason)
        self.reason.setText(reason[:1].upper() + reason[1:])
        self.reason.setVisible(bool(reason))
        self.picked.emit(head)

    @Slot(bool)
    def _on_whole(self, _checked: bool) -> None:
        self._show_trouble(self.trouble.text())

    @Slot()
    def _on_restore(self) -> None:
        head = self.list.current()
        if head is not None:
            self.restore_wanted.emit(head)


def reason_words(reason: SnapshotReason) -> str:
    """Return why a text was kept; empty for what is kept in the course of writing."""
    return {
        SnapshotReason.WRITING: "",
        SnapshotReason.BEFORE: _("før en større endring"),
        SnapshotReason.RESTORE: _("før en tekst ble hentet tilbake"),
        SnapshotReason.CLASH: _("din tekst da fila ble endret to steder"),
        SnapshotReason.OUTSIDE: _("endret i et annet program"),
    }[reason]


def change_words(lines: Sequence[DiffLine]) -> str:
    """Return what has changed since in words."""
    came = sum(line.side is Side.NEW for line in lines)
    went = sum(line.side is Side.OLD for line in lines)
    if not came and not went:
        return _("Fila sier det samme nå.")
    added = n_("{n} linje er kommet til", "{n} linjer er kommet til", came).format(n=came)
    removed = n_("{n} linje er tatt bort", "{n} linjer er tatt bort", went).format(n=went)
    return f"+ {added} · − {removed}"


def day_words(on: date, today: date | None = None) -> str:
    """Return a day as one speaks of it: today, yesterday, or its date."""
    now = today or local_day(SystemClock().now())
    if on == now:
        return _("I dag")
    return _("I går") if on == now - timedelta(days=1) else day(on)


def _local_day(head: SnapshotHead) -> date:
    return local_day(head.when)
