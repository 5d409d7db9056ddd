"""Answers typed on a line: a number, a date, or one or more short texts."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from kursapp.domain.matching_text import matches_any
from kursapp.domain.question import DateQuestion, NumberQuestion, ShortAnswerQuestion
from kursapp.domain.response import Response, Typed
from kursapp.domain.scoring import Score
from kursapp.domain.typed import read_date, read_number
from kursapp.ui.i18n import _, quoted
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.answer_field import AnswerField
from kursapp.ui.widgets.verdict import Verdict, VerdictLine

TypedQuestion = NumberQuestion | DateQuestion | ShortAnswerQuestion
LONGEST = 200
NARROW_WIDTH = 220


class TypedField(AnswerField):
    """Lines to type on: one for a number or a date, one for each required short answer."""

    is_typed = True

    def __init__(self, question: TypedQuestion, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._question = question
        self._theme = theme
        self._showing = False
        self._marks: list[VerdictLine] = []
        self._holders: dict[QLineEdit, QWidget] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 0, 16, 0)
        self._column.setSpacing(8)
        count = len(question.answers) if isinstance(question, ShortAnswerQuestion) else 1
        self._lines = [self._line(number, count) for number in range(1, count + 1)]

    def lines(self) -> list[QLineEdit]:
        """Return the lines in order."""
        return list(self._lines)

    def response(self) -> Response | None:
        texts = tuple(line.text().strip() for line in self._lines)
        return Typed(texts) if any(texts) else None

    def show_response(self, response: Response | None) -> None:
        texts = response.texts if isinstance(response, Typed) else ()
        self._showing = True
        for number, line in enumerate(self._lines):
            line.setText(texts[number] if number < len(texts) else "")
        self._showing = False

    def lock(self, locked: bool) -> None:
        for line in self._lines:
            line.setReadOnly(locked)

    def mark(self, score: Score | None, *, reveal: bool) -> None:
        for mark in self._marks:
            mark.hide()
            mark.deleteLater()
        self._marks = []
        if score is None or len(self._lines) == 1:
            # One line alone: the question's own verdict says how it went.
            return
        for line, right in zip(self._lines, self._rights(), strict=True):
            mark = VerdictLine(Verdict.RIGHT if right else Verdict.WRONG, self._theme)
            self._column.insertWidget(self._column.indexOf(self._holders[line]) + 1, mark)
            self._marks.append(mark)
        if reveal and score.right is False:
            self._tell_key()

    def missing(self) -> str:
        texts = [line.text().strip() for line in self._lines]
        if isinstance(self._question, NumberQuestion) and read_number(texts[0], self._question.unit) is None:
            return _("Skriv et tall, for eksempel 12 eller 12,5.")
        if isinstance(self._question, DateQuestion) and read_date(texts[0]) is None:
            return _("Skriv en dato, for eksempel 9. mars 2026.")
        if not all(texts):
            return _("Skriv et svar først.") if len(texts) == 1 else _("Skriv alle svarene først.")
        return ""

    def focus_first(self) -> None:
        for line in self._lines:
            if not line.text().strip():
                line.setFocus()
                return
        self._lines[0].setFocus()

    def _line(self, number: int, count: int) -> QLineEdit:
        line = QLineEdit()
        line.setMaxLength(LONGEST)
        name = _("Svar") if count == 1 else _("Svar {number} av {count}").format(number=number, count=count)
        line.setAccessibleName(name)
        line.textEdited.connect(self._on_edited)
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(line)
        if isinstance(self._question, NumberQuestion):
            line.setMaximumWidth(self._theme.px(NARROW_WIDTH))
            row.addWidget(QLabel(self._question.unit), 1)
        elif isinstance(self._question, DateQuestion):
            line.setMaximumWidth(self._theme.px(NARROW_WIDTH))
            line.setPlaceholderText(_("dag. måned år"))
            row.addStretch(1)
        elif count > 1:
            line.setPlaceholderText(name)
        self._column.addWidget(holder)
        self._holders[line] = holder
        return line

    def _rights(self) -> list[bool]:
        """Say of each line whether it says one of the answers; two that say the same one count once."""
        assert isinstance(self._question, ShortAnswerQuestion)
        open_answers = list(self._question.answers)
        rights = []
        for line in self._lines:
            met = next((a for a in open_answers if matches_any(line.text(), a, exact=self._question.exact)), None)
            if met is not None:
                open_answers.remove(met)
            rights.append(met is not None)
        return rights

    def _tell_key(self) -> None:
        assert isinstance(self._question, ShortAnswerQuestion)
        answers = ", ".join(quoted(spellings[0]) for spellings in self._question.answers)
        mark = VerdictLine(Verdict.KEY, self._theme, answers)
        self._column.addWidget(mark)
        self._marks.append(mark)

    @Slot()
    def _on_edited(self) -> None:
        if not self._showing:
            self.changed.emit()
