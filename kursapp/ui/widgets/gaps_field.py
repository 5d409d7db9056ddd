"""A text with gaps in it: each gap is a native line or menu that stands in the running text and wraps with it."""

from __future__ import annotations

import html
from typing import Any

from PySide6.QtCore import QPoint, QRect, QSize, Slot
from PySide6.QtGui import QFontMetricsF, QResizeEvent, QTextBlock, QTextLine
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from kursapp.domain.course import Rich
from kursapp.domain.question import Gap, GapQuestion
from kursapp.domain.response import Filled, Response
from kursapp.domain.scoring import Score
from kursapp.ui.i18n import _
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.answer_field import AnswerField
from kursapp.ui.widgets.course_document import blocks
from kursapp.ui.widgets.menu_box import MenuBox
from kursapp.ui.widgets.pictures import Pictures
from kursapp.ui.widgets.rich_label import RichLabel
from kursapp.ui.widgets.verdict import Verdict, VerdictLine

GAP_HEIGHT = 36
SHORT_GAP = 132
LONG_GAP = 260
LONGEST_IN_SHORT = 14
_PLACEHOLDER = "hull:"
_FRAME = 52


class GapsField(AnswerField):
    """The text of a gap question with its gaps."""

    is_typed = True

    def __init__(self, question: GapQuestion, theme: Theme, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._question = question
        self._theme = theme
        self._showing = False
        self._marks: list[VerdictLine] = []
        self._gaps = {gap.id: self._gap(number, gap) for number, gap in enumerate(question.gaps, start=1)}
        self._text = _GapText(theme, pictures, self._gaps)
        self._text.link_activated.connect(self.link_activated)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 0, 16, 0)
        self._column.setSpacing(6)
        self._column.addWidget(self._text)
        self._write()
        theme.changed.connect(self._write)

    def gap(self, gap_id: str) -> QWidget:
        """Return the line or menu of a gap."""
        return self._gaps[gap_id]

    def response(self) -> Response | None:
        filled = tuple((gap_id, _text(widget)) for gap_id, widget in self._gaps.items() if _text(widget))
        return Filled(filled) if filled else None

    def show_response(self, response: Response | None) -> None:
        filled = dict(response.gaps) if isinstance(response, Filled) else {}
        self._showing = True
        for gap_id, widget in self._gaps.items():
            _set_text(widget, filled.get(gap_id, ""))
        self._showing = False

    def lock(self, locked: bool) -> None:
        for widget in self._gaps.values():
            if isinstance(widget, QLineEdit):
                widget.setReadOnly(locked)
            else:
                widget.setEnabled(not locked)

    def mark(self, score: Score | None, *, reveal: bool) -> None:
        for mark in self._marks:
            mark.hide()
            mark.deleteLater()
        self._marks = []
        rights = dict(score.parts) if score is not None else {}
        for number, gap in enumerate(self._question.gaps, start=1):
            _dress(self._gaps[gap.id], rights.get(gap.id))
            if score is not None and not rights.get(gap.id):
                self._tell(number, gap, reveal=reveal)

    def missing(self) -> str:
        if all(_text(widget) for widget in self._gaps.values()):
            return ""
        return _("Fyll ut hullet først.") if len(self._gaps) == 1 else _("Fyll ut alle hullene først.")

    def focus_first(self) -> None:
        widgets = list(self._gaps.values())
        next((widget for widget in widgets if not _text(widget)), widgets[0]).setFocus()

    def _tell(self, number: int, gap: Gap, *, reveal: bool) -> None:
        more = _("hull {number}").format(number=number)
        if reveal:
            key = _("riktig svar er «{answer}»").format(answer=gap.answers[0])
            more = f"{more}, {key}"
        mark = VerdictLine(Verdict.WRONG, self._theme, more)
        self._column.addWidget(mark)
        self._marks.append(mark)

    def _gap(self, number: int, gap: Gap) -> QLineEdit | MenuBox:
        name = _("Hull {number} av {count}").format(number=number, count=len(self._question.gaps))
        widget: QLineEdit | MenuBox
        if gap.menu:
            widget = MenuBox([(part, part) for part in gap.menu], name)
            widget.currentIndexChanged.connect(self._on_changed)
        else:
            widget = QLineEdit()
            widget.setAccessibleName(name)
            widget.textEdited.connect(self._on_changed)
        widget.setProperty("look", "gap")
        return widget

    @Slot()
    def _write(self) -> None:
        self._text.write(self._question, self._widths())

    def _widths(self) -> dict[str, int]:
        """Return each gap's width. Typed gaps are all as wide, so that none tells how long its answer is."""
        longest = max((len(answer) for gap in self._question.gaps for answer in gap.answers), default=0)
        typed = self._theme.px(SHORT_GAP if longest <= LONGEST_IN_SHORT else LONG_GAP)
        return {
            gap_id: widget.longest() + _FRAME if isinstance(widget, MenuBox) else typed
            for gap_id, widget in self._gaps.items()
        }

    @Slot()
    def _on_changed(self) -> None:
        if not self._showing:
            self.changed.emit()


class _GapText(RichLabel):
    """The running text; it keeps a hole open for each gap and puts the gap's widget there."""

    def __init__(self, theme: Theme, pictures: Pictures, gaps: dict[str, QLineEdit | MenuBox]) -> None:
        super().__init__(Rich(), theme, pictures)
        self._gaps = gaps
        self._widths: dict[str, int] = {}
        self._height = GAP_HEIGHT
        for widget in gaps.values():
            widget.setParent(self)

    def write(self, question: GapQuestion, widths: dict[str, int]) -> None:
        """Set the text with a hole of ``widths`` px for each gap."""
        self._widths = widths
        self._height = self._theme.px(GAP_HEIGHT)
        # Text stands low in such a high line, and the gap of the last one reaches below it.
        self.setContentsMargins(0, 0, 0, self._height // 4)
        paragraphs = ["".join(self._piece(*piece) for piece in paragraph) for paragraph in question.paragraphs]
        self.set_rich(Rich("".join(f"<p>{text}</p>" for text in paragraphs), ""))
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _css(self) -> str:
        # Lines far enough apart that no gap reaches into the next.
        return f"{super()._css()}\np {{ line-height: {self._height + self._theme.px(8)}px; }}"

    def _piece(self, text: str, gap_id: str) -> str:
        if not gap_id:
            return text
        # One px high: the gap takes its width from the line, never its height.
        name = html.escape(f"{_PLACEHOLDER}{gap_id}", quote=True)
        return f'{text}<img src="{name}" width="{self._widths[gap_id]}" height="1">'

    def _place(self) -> None:
        document = self._as_shown()
        layout = document.documentLayout()
        capital = QFontMetricsF(document.defaultFont()).capHeight()
        for block in blocks(document):
            top_left = layout.blockBoundingRect(block).topLeft()
            for position, gap_id in _holes(block):
                line = block.layout().lineForTextPosition(position)
                if not line.isValid():
                    continue
                left = _x_of(line, position)
                middle = line.y() + line.ascent() - capital / 2
                top = top_left.y() + middle - self._height / 2
                corner = QPoint(round(top_left.x() + left), round(top))
                self._gaps[gap_id].setGeometry(QRect(corner, QSize(self._widths[gap_id], self._height)))


def _x_of(line: QTextLine, position: int) -> float:
    # Qt returns the place and the position it stands for; its stubs know the place only.
    found: Any = line.cursorToX(position)
    return float(found[0] if isinstance(found, tuple) else found)


def _holes(block: QTextBlock) -> list[tuple[int, str]]:
    """Return the holes of a paragraph: position in it, gap id."""
    found = []
    part = block.begin()
    while not part.atEnd():
        fragment = part.fragment()
        name = fragment.charFormat().toImageFormat().name()
        if name.startswith(_PLACEHOLDER):
            found.append((fragment.position() - block.position(), name.removeprefix(_PLACEHOLDER)))
        part += 1
    return found


def _text(widget: QLineEdit | MenuBox) -> str:
    return widget.value() if isinstance(widget, MenuBox) else widget.text().strip()


def _set_text(widget: QLineEdit | MenuBox, text: str) -> None:
    if isinstance(widget, MenuBox):
        widget.set_value(text)
    else:
        widget.setText(text)


def _dress(widget: QWidget, right: bool | None) -> None:
    """Let the style sheet draw the gap as right, wrong or open."""
    verdict = "" if right is None else "right" if right else "wrong"
    if widget.property("verdict") != verdict:
        widget.setProperty("verdict", verdict)
        widget.style().unpolish(widget)
        widget.style().polish(widget)
