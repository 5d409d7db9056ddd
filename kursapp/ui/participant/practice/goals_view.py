"""How far one has come with each learning goal: the first answers beside those given now."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from kursapp.domain.goal_progress import GoalProgress
from kursapp.ui.i18n import n_
from kursapp.ui.participant.practice.words import goal_counts, goal_reach
from kursapp.ui.theme import scale
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.text import label

BAR_WIDTH, BAR_HEIGHT = 160, 12


class ShareBar(QWidget):
    """A bar filled so far. Its number stands beside it in words, so the picture has no name of its own."""

    def __init__(self, theme: Theme, share: float, token: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._share, self._token = theme, share, token
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._fit)
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(BAR_WIDTH), self._theme.px(BAR_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.fillRect(QRectF(box.left(), box.top(), box.width() * self._share, box.height()), self._colour())
        painter.setPen(QPen(self._theme.color("border"), 1))
        painter.drawRect(box)
        painter.end()

    def _colour(self) -> object:
        return self._theme.color(self._token)

    @Slot()
    def _fit(self) -> None:
        self.setFixedSize(self.sizeHint())
        self.update()


class GoalRow(QWidget):
    """One goal: its words, two bars with their counts, and what they are built on."""

    def __init__(self, theme: Theme, progress: GoalProgress, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        before, now = goal_counts(progress)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, scale.S8, 0, scale.S8)
        grid.setHorizontalSpacing(scale.S12)
        grid.setVerticalSpacing(scale.S4)
        grid.setColumnStretch(1, 1)
        self.name = label(progress.goal.text, "strong")
        grid.addWidget(self.name, 0, 0, 1, 2)
        for row, (count, words, token) in enumerate(
            ((progress.first, before, "muted"), (progress.now, now, "primary")), 1
        ):
            grid.addWidget(ShareBar(theme, count / progress.of if progress.of else 0.0, token), row, 0)
            grid.addWidget(label(words), row, 1)
        grid.addWidget(label(goal_reach(progress), "meta"), 3, 0, 1, 2)


class GoalsView(QWidget):
    """The goals of each course that have anything to tell."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown: tuple[tuple[str, tuple[GoalProgress, ...]], ...] = ()
        self.rows: list[GoalRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_goals(self, courses: Sequence[tuple[str, tuple[GoalProgress, ...]]]) -> None:
        """Show the goals of each course, called by its title; nothing is built anew where nothing is another."""
        told = tuple((title, goals) for title, goals in courses if any(goal.of for goal in goals))
        if told == self._shown:
            return
        self._shown = told
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.rows = []
        for title, goals in told:
            self._add_course(title if len(told) > 1 else "", goals)

    @property
    def is_empty(self) -> bool:
        """Say whether there is nothing to tell yet."""
        return not self._shown

    def _add_course(self, title: str, goals: Sequence[GoalProgress]) -> None:
        if title:
            self._column.addWidget(label(title, "muted"))
        for goal in goals:
            if goal.of:
                row = GoalRow(self._theme, goal)
                self._column.addWidget(row)
                self.rows.append(row)
        waiting = sum(not goal.of for goal in goals)
        if waiting:
            words = n_("{n} mål til har for få svar ennå.", "{n} mål til har for få svar ennå.", waiting)
            self._column.addWidget(label(words.format(n=waiting), "meta"))
