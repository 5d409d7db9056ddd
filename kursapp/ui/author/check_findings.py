"""The findings of a whole course: which of them are shown, and the chosen one in full."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from kursapp.domain.course import Course
from kursapp.domain.problem import Problem
from kursapp.ui.author.finding_groups import Shown, chosen, grouped, holds, in_order
from kursapp.ui.author.findings_panel import FindingsPanel
from kursapp.ui.i18n import _
from kursapp.ui.theme import scale
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.empty import EmptyState
from kursapp.ui.widgets.menu_box import MenuBox
from kursapp.ui.widgets.text import label

_FEWER = (Shown.ERRORS, Shown.WARNINGS, Shown.REPAIRABLE)


class CheckFindings(QWidget):
    """Everything found, less what is filtered away. ``done_wanted``: nothing is left, and she goes on."""

    done_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._problems: tuple[Problem, ...] = ()
        self._course: Course | None = None
        self.shown = MenuBox([(each.value, "") for each in _FEWER], _("Hvilke funn som vises"))
        self.search = QLineEdit()
        self.search.setAccessibleName(_("Søk i funnene"))
        self.search.setPlaceholderText(_("Søk i funnene"))
        self.search.setClearButtonEnabled(True)
        self.panel = FindingsPanel(theme)
        self.none_left = EmptyState(
            _("Ingen funn"),
            _("Kurset har ingen feil eller advarsler. Det kan pakkes og deles."),
            _("Til Pakk og del"),
        )
        self.none_shown = label(_("Ingen funn passer med det du har valgt å se."), "muted")
        self._lay_out()
        self.shown.currentIndexChanged.connect(self._show)
        self.search.textChanged.connect(self._show)
        self.none_left.chosen.connect(self.done_wanted)
        self._show()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, scale.S12, 0, 0)
        column.setSpacing(scale.S8)
        self._filters = QWidget()
        column.addWidget(self._filters)
        row = QHBoxLayout(self._filters)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(scale.S12)
        row.addWidget(self.shown, 1)
        row.addWidget(self.search, 2)
        column.addWidget(self.none_left, 0, Qt.AlignmentFlag.AlignTop)
        column.addWidget(self.none_shown)
        column.addWidget(self.panel, 1)
        # The screen says how many there are, and the choice how many of each.
        self.panel.counts.hide()

    def show_problems(self, problems: Sequence[Problem], course: Course | None) -> None:
        """Show what has been found in a course; None where none could be read."""
        self._problems, self._course = tuple(problems), course
        self._name_choices()
        self._show()

    def first_focus(self) -> QWidget:
        """Return what gets the keyboard."""
        return self.panel.list if self._problems else self.none_left.action

    def _name_choices(self) -> None:
        words = {
            Shown.ALL: _("Alle funn ({n})"),
            Shown.ERRORS: _("Bare feil ({n})"),
            Shown.WARNINGS: _("Bare advarsler ({n})"),
            Shown.REPAIRABLE: _("Kan rettes i ett steg ({n})"),
        }
        for row, each in enumerate((Shown.ALL, *_FEWER)):
            count = sum(holds(found, each) for found in self._problems)
            self.shown.setItemText(row, words[each].format(n=count))

    @Slot()
    def _show(self) -> None:
        wanted = Shown(self.shown.value() or Shown.ALL)
        rows = grouped(chosen(self._problems, wanted, self.search.text()), self._course)
        self.panel.set_findings(in_order(rows), rows)
        self._filters.setVisible(bool(self._problems))
        self.none_left.setVisible(not self._problems)
        self.none_shown.setVisible(bool(self._problems) and not rows)
        self.panel.setVisible(bool(rows))
