"""One day of a course on its cover: a row that unfolds into its sessions."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kursapp.domain.course import Module
from kursapp.domain.progress import Share
from kursapp.ui.i18n import _, day, minutes, n_
from kursapp.ui.participant.course_view import CourseView
from kursapp.ui.participant.session_list import SessionList
from kursapp.ui.theme import scale
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.card import Card
from kursapp.ui.widgets.row_button import RowButton
from kursapp.ui.widgets.text import label, set_role


class ModuleRow(Card):
    """A module: how far it is, what one learns, and its sessions when it is unfolded."""

    asked = Signal(str)

    def __init__(
        self, theme: Theme, module: Module, intro: QWidget | None, *, open_now: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, margin=scale.S8)
        self.module = module
        self.head = RowButton(theme, module.title, "chevron-right")
        self.head.clicked.connect(self._toggle)
        self.inside = QWidget()
        self.sessions = SessionList(theme)
        self.sessions.asked.connect(self.asked)
        self._fold = QVBoxLayout(self.inside)
        self._fold.setContentsMargins(0, 0, 0, scale.S8)
        self._fold.setSpacing(scale.S8)
        self._add_words(intro)
        self._fold.addWidget(self.sessions)
        self.body.addWidget(self.head)
        self.body.addWidget(self.inside)
        self._state = ""
        self._share = Share(module.id, 0.0)
        self._open = open_now
        self.inside.setVisible(open_now)

    def _add_words(self, intro: QWidget | None) -> None:
        words = QVBoxLayout()
        self._fold.addLayout(words)
        words.setContentsMargins(scale.S48, 0, scale.S16, scale.S8)
        words.setSpacing(scale.S4)
        if intro is not None:
            words.addWidget(intro)
        if self.module.goals:
            words.addWidget(label(_("Etter dette kan du"), "strong"))
            for goal in self.module.goals:
                _add_bullet(words, goal.text)

    @property
    def is_open(self) -> bool:
        """Say whether the sessions are shown."""
        return self._open

    def show_view(self, view: CourseView) -> None:
        """Show how far the module is."""
        share = view.progress.module(self.module.id)
        done = sum(view.progress.session(head.id).fill >= 1 for head in self.module.sessions)
        waiting = self.module.id in view.waiting
        self._state = self._waiting_words(view.waiting[self.module.id]) if waiting else self._words(share, done)
        self.sessions.setEnabled(not waiting)
        self._share = share
        self._show_head()
        here = view.next_module() == self.module and view.target
        self.sessions.show_module(self.module, view.progress, view.target.session_id if here and view.target else "")

    def _waiting_words(self, opens: date | None) -> str:
        if opens is not None:
            return _("Åpner {day}").format(day=day(opens))
        return _("Åpner {n} dager etter at du er ferdig").format(n=self.module.opens_after_days)

    def _words(self, share: Share, done: int) -> str:
        count = len(self.module.sessions)
        if share.fill >= 1:
            return _("Ferdig")
        if done or share.fill > 0:
            return n_("{done} av {n} økt ferdig", "{done} av {n} økter ferdig", count).format(done=done, n=count)
        length = minutes(sum(head.minutes or head.workload for head in self.module.sessions))
        return n_("{n} økt · {time}", "{n} økter · {time}", count).format(n=count, time=length)

    def _show_head(self) -> None:
        icon = "chevron-down" if self._open else "chevron-right"
        self.head.set_state(icon, "muted", self._state, strong=True)
        set_role(self.head.end, "role", "done" if self._share.fill >= 1 else "meta")
        folded = _("foldet ut") if self._open else _("foldet sammen")
        self.head.setAccessibleName(f"{self.module.title}, {self._state}, {folded}")

    @Slot()
    def _toggle(self) -> None:
        self._open = not self._open
        self.inside.setVisible(self._open)
        self._show_head()


def _add_bullet(column: QVBoxLayout, text: str) -> None:
    row = QHBoxLayout()
    column.addLayout(row)
    row.setSpacing(scale.S8)
    dot = QLabel("–")
    row.addWidget(dot, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(label(text), 1)
