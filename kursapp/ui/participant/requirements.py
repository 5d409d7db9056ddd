"""What the course asks for, and what of it is met."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kursapp.domain.course import Requirement
from kursapp.domain.progress import Lack
from kursapp.ui.i18n import _, n_
from kursapp.ui.participant.course_view import CourseView
from kursapp.ui.theme import scale
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.card import Card
from kursapp.ui.widgets.row_button import RowButton
from kursapp.ui.widgets.text import label


class RequirementRow(RowButton):
    """One line of the requirements; it leads to what it still lacks."""

    asked = Signal(str)

    def __init__(self, theme: Theme, lack: Lack, parent: QWidget | None = None) -> None:
        super().__init__(theme, lack.requirement.text, parent=parent)
        self._lack = lack
        self.clicked.connect(self._ask)
        self.show_lack(lack)

    @property
    def requirement(self) -> Requirement:
        """The line of the course's requirements."""
        return self._lack.requirement

    def show_lack(self, lack: Lack) -> None:
        """Show whether it is met."""
        self._lack = lack
        if lack.is_met:
            self.set_state("circle-check", "success", _("Oppfylt"))
        elif lack.requirement.target:
            self.set_state("circle", "muted", _("Gjenstår"))
        else:
            count = len(lack.missing)
            self.set_state("circle", "muted", n_("{n} gjenstår", "{n} gjenstår", count).format(n=count))

    @Slot()
    def _ask(self) -> None:
        target = self._lack.requirement.target or next(iter(self._lack.missing), "")
        if target:
            self.asked.emit(target)


class RequirementList(QWidget):
    """The requirements of a course; takes no room where there are none."""

    asked = Signal(str)

    def __init__(self, theme: Theme, heading: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.rows: tuple[RequirementRow, ...] = ()
        self._card = Card(margin=scale.S8)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(scale.S12)
        layout.addWidget(label(heading or _("Krav i kurset"), "h3"))
        layout.addWidget(self._card)
        self.hide()

    def show_view(self, view: CourseView) -> None:
        """Show a course's requirements."""
        self.show_lacks(view.progress.requirements)

    def show_lacks(self, lacks: tuple[Lack, ...]) -> None:
        """Show these requirements."""
        if [lack.requirement for lack in lacks] != [row.requirement for row in self.rows]:
            self._make_rows(lacks)
        for row, lack in zip(self.rows, lacks, strict=True):
            row.show_lack(lack)
        self.setVisible(bool(lacks))

    def _make_rows(self, lacks: tuple[Lack, ...]) -> None:
        for row in self.rows:
            self._card.body.removeWidget(row)
            row.deleteLater()
        self.rows = tuple(RequirementRow(self._theme, lack) for lack in lacks)
        for row in self.rows:
            row.asked.connect(self.asked)
            self._card.body.addWidget(row)
