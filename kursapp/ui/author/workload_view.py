"""The time a course takes against its target, by day, session and page."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kursapp.domain.course import Course
from kursapp.services.workload import course_load
from kursapp.ui.author.load_words import course_words, rule_words
from kursapp.ui.author.workload_tree import WorkloadTree
from kursapp.ui.i18n import _
from kursapp.ui.theme import scale
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.text import label

LOW = 240
"""Logical pixels at 100 % below which the table gets all the room there is."""


class WorkloadView(QWidget):
    """``place_wanted`` asks for a file, or for a page of it, in the editor."""

    place_wanted = Signal(str, str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.whole = label("", "lead")
        self.rule = label(rule_words(), "muted")
        self.tree = WorkloadTree(theme)
        key = _("Fordelingen viser først lesing, så oppgaver. Streken er målet.")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, scale.S12, 0, 0)
        layout.setSpacing(scale.S8)
        layout.addWidget(self.whole)
        layout.addWidget(self.rule)
        layout.addWidget(self.tree, 1)
        self.key = label(key, "meta")
        layout.addWidget(self.key)
        self.setFocusProxy(self.tree)
        self.tree.place_wanted.connect(self.place_wanted)
        self.tree.bars_shown.connect(self.key.setVisible)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.rule.setVisible(self.height() >= self._theme.px(LOW))

    def show_course(self, course: Course) -> None:
        """Show what a course takes."""
        load = course_load(course)
        self.whole.setText(course_words(load))
        self.tree.show_load(load)
