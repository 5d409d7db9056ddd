"""What was found in the files of the draft, and putting something else there in all of them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import groupby

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal, Slot
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QTreeView, QVBoxLayout, QWidget

from kursapp.domain.problem import Problem
from kursapp.services.replace_everywhere import take_back
from kursapp.ui.author.editor.searching import Everywhere
from kursapp.ui.author.find_everywhere_work import MOST, Hit, look_everywhere, put_everywhere
from kursapp.ui.drafting.open_draft import OpenDraft
from kursapp.ui.i18n import _, n_, quoted
from kursapp.ui.messages import Messages, sentence
from kursapp.ui.theme import scale
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.announce import announce
from kursapp.ui.widgets.buttons import button, icon_button, left
from kursapp.ui.widgets.text import label, set_role

HIT = Qt.ItemDataRole.UserRole + 1
HEIGHT = 176
"""Logical pixels at 100 % that the list would like: four rows."""


class FindEverywhere(QWidget):
    """Lists the places by file; Enter or a click goes there (``place_wanted``: file, line, column). Hidden until used.

    Replacing changes all files or none, and *Angre* takes it back.
    """

    place_wanted = Signal(str, int, int)
    closed = Signal()

    def __init__(self, draft: OpenDraft, theme: Theme, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft, self._messages = draft, messages
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._wanted: Everywhere | None = None
        self._hits: tuple[Hit, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(scale.S12, scale.S8, scale.S8, scale.S8)
        column.setSpacing(scale.S8)
        head = QHBoxLayout()
        column.addLayout(head)
        self.told = label("", "strong")
        close = icon_button(theme, "x", _("Lukk treffene"))
        head.addWidget(self.told, 1)
        head.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        self._rows = QStandardItemModel(self)
        self.list = _Places(theme, self._rows)
        column.addWidget(self.list, 1)
        self.all = button("")
        self._all_row = left(self.all)
        column.addWidget(self._all_row)
        self.list.activated.connect(self._on_row)
        self.list.clicked.connect(self._on_row)
        self.all.clicked.connect(self._replace)
        close.clicked.connect(self.close_panel)
        draft.opened.connect(self.close_panel)
        self.hide()

    @Slot(object)
    def look_for(self, wanted: Everywhere) -> None:
        """Look for something in every file, what was typed a moment ago included."""
        self._wanted = wanted
        self._draft.flush()
        self._draft.ask(partial(look_everywhere, wanted), partial(self._show, wanted), partial(self._refused, wanted))

    @Slot()
    def close_panel(self) -> None:
        """Put the list away."""
        self._wanted = None
        self.hide()
        self.closed.emit()

    def _show(self, wanted: Everywhere, hits: Sequence[Hit]) -> None:
        if wanted is not self._wanted:
            return
        self._hits = tuple(hits)
        self._rows.clear()
        for file, places in groupby(self._hits, key=_file_of):
            self._rows.appendRow(_file_row(file, list(places)))
        self.list.expandAll()
        self.list.setVisible(bool(hits))
        self._all_row.setVisible(bool(hits) and wanted.instead is not None)
        self.all.setText(_("Erstatt i alle filene"))
        self._tell(self._words(wanted), failed=False)
        self.show()
        if hits:
            self.list.setCurrentIndex(self._rows.index(0, 0, self._rows.index(0, 0)))
            self.list.setFocus()

    def _words(self, wanted: Everywhere) -> str:
        words, files = quoted(wanted.query.text), len({hit.file for hit in self._hits})
        if not self._hits:
            return _("{words} står ikke i noen fil.").format(words=words)
        if len(self._hits) == MOST:
            return _("{words} står over {n} steder. De første vises.").format(words=words, n=MOST)
        places = n_("{n} sted", "{n} steder", len(self._hits)).format(n=len(self._hits))
        return n_("{words} står {places} i {n} fil.", "{words} står {places} i {n} filer.", files).format(
            words=words, places=places, n=files
        )

    def _tell(self, text: str, *, failed: bool) -> None:
        self.told.setText(text)
        set_role(self.told, "role", "error" if failed else "strong")
        announce(self, text)

    def _refused(self, wanted: Everywhere, found: Problem) -> None:
        if wanted is self._wanted:
            self._hits = ()
            self._rows.clear()
            self.list.hide()
            self._all_row.hide()
            self._tell(sentence(found), failed=True)
            self.show()

    @Slot(QModelIndex)
    def _on_row(self, index: QModelIndex) -> None:
        hit = index.data(HIT)
        if isinstance(hit, Hit):
            self.place_wanted.emit(hit.file, hit.line, hit.column)

    @Slot()
    def _replace(self) -> None:
        wanted = self._wanted
        if wanted is not None:
            self._draft.change(
                partial(put_everywhere, wanted), partial(self._on_replaced, wanted), partial(self._refused, wanted)
            )

    def _on_replaced(self, wanted: Everywhere, files: tuple[str, ...]) -> None:
        said = n_("{words} er erstattet i {n} fil.", "{words} er erstattet i {n} filer.", len(files))
        self.close_panel()
        self._messages.undo(said.format(words=quoted(wanted.query.text), n=len(files)), self._take_back)

    def _take_back(self) -> None:
        self._draft.change(take_back)


class _Places(QTreeView):
    """Files, and under each the places in it."""

    def __init__(self, theme: Theme, rows: QStandardItemModel) -> None:
        super().__init__()
        self._theme = theme
        self.setModel(rows)
        self.setHeaderHidden(True)
        self.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        self.setRootIsDecorated(False)
        self.setIndentation(scale.S16)
        self.setAccessibleName(_("Treff i alle filer"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._theme.px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self._theme.px(HEIGHT) // 2)


def _file_of(hit: Hit) -> str:
    return hit.file


def _file_row(file: str, hits: list[Hit]) -> QStandardItem:
    words = n_("{file}, {n} treff", "{file}, {n} treff", len(hits)).format(file=file, n=len(hits))
    row = QStandardItem(words)
    font = row.font()
    font.setBold(True)
    row.setFont(font)
    row.setSelectable(False)
    for hit in hits:
        child = QStandardItem(_("{line}: {words}").format(line=hit.line, words=hit.words))
        child.setData(hit, HIT)
        child.setData(hit.words, Qt.ItemDataRole.ToolTipRole)
        row.appendRow(child)
    return row
