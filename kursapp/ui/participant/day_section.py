"""The day one is in: its name and its sessions."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kursapp.ui.participant.course_view import CourseView
from kursapp.ui.participant.session_list import SessionList
from kursapp.ui.theme import scale
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.card import Card
from kursapp.ui.widgets.text import label


class DaySection(QWidget):
    """A heading and the rows of the module one goes on in."""

    asked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = label("", "h3")
        self.sessions = SessionList(theme)
        self.sessions.asked.connect(self.asked)
        card = Card(margin=scale.S8)
        card.body.addWidget(self.sessions)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, scale.S16, 0, 0)
        layout.setSpacing(scale.S12)
        layout.addWidget(self.heading)
        layout.addWidget(card)

    def show_view(self, view: CourseView) -> None:
        """Show the module one goes on in; nothing where the course is done."""
        module = view.next_module()
        self.setVisible(module is not None)
        if module is not None:
            self.heading.setText(module.title)
            self.sessions.show_module(module, view.progress, view.target.session_id if view.target else "")
