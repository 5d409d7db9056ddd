"""What an attempt came to, at a glance: the verdict, the points against the pass mark, and what to make of it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from kursapp.domain.course import Rich
from kursapp.services.quiz_state import QuizOutcome
from kursapp.ui.i18n import _
from kursapp.ui.participant.page_ground import PageGround
from kursapp.ui.participant.quiz import words
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.item_card import ItemCard, Reach
from kursapp.ui.widgets.rich_label import RichLabel
from kursapp.ui.widgets.text import IconLabel, label

BAR = 12
MARK = 4


class ResultCard(ItemCard):
    """The card on top of an outcome."""

    def __init__(self, ground: PageGround, outcome: QuizOutcome, parent: QWidget | None = None) -> None:
        super().__init__(ground.theme, ground.pictures, parent)
        got = outcome.result
        quiz = ground.page.quiz
        mark = quiz.pass_percent if quiz is not None else 0
        said = _("{verdict}: {percent} prosent").format(verdict=words.verdict(outcome), percent=got.percent)
        self.setAccessibleName(f"{said}, {words.points(outcome)}")
        self.add(self._head(said, passed=got.passed), Reach.WORDS)
        self.add(ResultBar(got.percent, mark, ground.theme, passed=got.passed), Reach.WORDS)
        line = _("{points}. Du består med {mark} prosent.").format(points=words.points(outcome), mark=mark)
        self.add(label(line, "muted"), Reach.WORDS)
        if outcome.timed_out:
            self.add(label(_("Tiden gikk ut. Det du hadde svart, teller.")), Reach.WORDS)
        if got.band is not None:
            self.add(self._told(got.band.text), Reach.WORDS)

    def _head(self, said: str, *, passed: bool) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        icon, token = ("circle-check", "success") if passed else ("circle-dot", "accent")
        row.addWidget(IconLabel(self.theme, icon, token, 28), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(label(said, "h2"), 1)
        return holder

    def _told(self, text: Rich) -> RichLabel:
        told = RichLabel(text, self.theme, self.pictures)
        told.link_activated.connect(self.link_activated)
        return told


class ResultBar(QWidget):
    """The share as a bar with a line at the pass mark. A decoration: the words beside it say the same."""

    def __init__(self, percent: int, mark: int, theme: Theme, *, passed: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._percent, self._mark, self._passed = percent, mark, passed
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._repaint)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(120), BAR + 2 * MARK)

    def minimumSizeHint(self) -> QSize:
        return QSize(40, BAR + 2 * MARK)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        bar = QRectF(0.5, MARK + 0.5, self.width() - 1, BAR - 1)
        painter.setPen(QPen(self._theme.color("border"), 1))
        painter.setBrush(self._theme.color("surface"))
        painter.drawRoundedRect(bar, BAR / 2, BAR / 2)
        if self._percent:
            painter.setBrush(self._theme.color("success" if self._passed else "accent"))
            width = max(bar.width() * self._percent / 100, BAR)
            painter.drawRoundedRect(QRectF(bar.left(), bar.top(), width, bar.height()), BAR / 2, BAR / 2)
        painter.setPen(QPen(self._theme.color("text"), 2))
        at = bar.left() + bar.width() * self._mark / 100
        painter.drawLine(QPointF(at, 0), QPointF(at, self.height()))
        painter.end()

    @Slot()
    def _repaint(self) -> None:
        self.update()
