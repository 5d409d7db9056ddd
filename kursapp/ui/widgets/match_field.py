"""Matching and sorting: a menu of the right-hand answers beside each left-hand text."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel, QVBoxLayout, QWidget

from kursapp.domain.question import MatchLeft, MatchQuestion
from kursapp.domain.response import Matched, Response
from kursapp.domain.scoring import Score
from kursapp.ui.i18n import _
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.answer_field import AnswerField
from kursapp.ui.widgets.menu_box import MenuBox
from kursapp.ui.widgets.pictures import Pictures
from kursapp.ui.widgets.rich_label import RichLabel
from kursapp.ui.widgets.verdict import Verdict, VerdictLine

# Right-hand texts longer than this stand below the left-hand one, where a menu has the whole width.
LONGEST_BESIDE = 26


class MatchField(AnswerField):
    """A row for each left cell. An answer may be used many times; some may fit nowhere."""

    def __init__(
        self,
        question: MatchQuestion,
        theme: Theme,
        pictures: Pictures,
        *,
        order: Sequence[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._question = question
        self._theme = theme
        self._showing = False
        rights = {right.id: right.text.plain for right in question.rights}
        shown = tuple(order) or tuple(rights)
        entries = [(part, rights[part]) for part in shown]
        self._stacked = max((len(text) for text in rights.values()), default=0) > LONGEST_BESIDE
        self._rows = [_MatchRow(left, entries, theme, pictures, self) for left in question.lefts]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for row in self._rows:
            column.addWidget(row)
            row.menu.currentIndexChanged.connect(self._on_picked)
            row.label.link_activated.connect(self.link_activated)
            row.set_stacked(self._stacked)

    def menus(self) -> list[MenuBox]:
        """Return the menus in the order of the left cells."""
        return [row.menu for row in self._rows]

    def response(self) -> Response | None:
        pairs = tuple((row.part_id, row.menu.value()) for row in self._rows if row.menu.value())
        return Matched(pairs) if pairs else None

    def show_response(self, response: Response | None) -> None:
        pairs = dict(response.pairs) if isinstance(response, Matched) else {}
        self._showing = True
        for row in self._rows:
            row.menu.set_value(pairs.get(row.part_id, ""))
        self._showing = False

    def lock(self, locked: bool) -> None:
        for row in self._rows:
            row.menu.setEnabled(not locked)

    def mark(self, score: Score | None, *, reveal: bool) -> None:
        rights = dict(score.parts) if score is not None else {}
        words = {right.id: right.text.plain for right in self._question.rights}
        for row, left in zip(self._rows, self._question.lefts, strict=True):
            if score is None:
                row.mark(None, "")
            elif rights.get(left.id):
                row.mark(Verdict.RIGHT, "")
            else:
                key = _("riktig svar er «{answer}»").format(answer=words[left.right_id])
                row.mark(Verdict.WRONG, key if reveal else "")

    def missing(self) -> str:
        if all(row.menu.value() for row in self._rows):
            return ""
        return _("Velg et svar til hver rad først.")

    def focus_first(self) -> None:
        for row in self._rows:
            if not row.menu.value():
                row.menu.setFocus()
                return
        self._rows[0].menu.setFocus()

    def set_narrow(self, narrow: bool) -> None:
        for row in self._rows:
            row.set_stacked(narrow or self._stacked)

    @Slot()
    def _on_picked(self) -> None:
        if not self._showing:
            self.changed.emit()


class _MatchRow(QFrame):
    """A left cell and the menu of what it may belong to."""

    def __init__(
        self,
        left: MatchLeft,
        entries: Sequence[tuple[str, str]],
        theme: Theme,
        pictures: Pictures,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setProperty("look", "row")
        self.part_id = left.id
        self._theme = theme
        self.label = RichLabel(left.text, theme, pictures, px=16)
        self.menu = MenuBox(entries, _("Svar til: {text}").format(text=left.text.plain))
        self._line: QLabel | VerdictLine | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 8, 12, 8)
        self._column.setSpacing(6)
        self._beside = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._column.addLayout(self._beside)
        self._beside.setSpacing(12)
        self._beside.addWidget(self.label, 1)
        self._beside.addWidget(self.menu, 1)

    def set_stacked(self, stacked: bool) -> None:
        """Put the menu below the text, or beside it."""
        directions = QBoxLayout.Direction
        self._beside.setDirection(directions.TopToBottom if stacked else directions.LeftToRight)
        self._beside.setSpacing(6 if stacked else 12)
        self._beside.setAlignment(self.menu, Qt.AlignmentFlag(0) if stacked else Qt.AlignmentFlag.AlignVCenter)

    def mark(self, verdict: Verdict | None, more: str) -> None:
        """Say whether the row is right; None takes it away."""
        if self._line is not None:
            self._line.hide()
            self._line.deleteLater()
        self._line = None
        if verdict is not None:
            self._line = VerdictLine(verdict, self._theme, more)
            self._column.addWidget(self._line)
