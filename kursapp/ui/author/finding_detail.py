"""One finding in full: what is the matter, what to do, why it matters, and the repair where one step is enough."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kursapp.domain.problem import Problem
from kursapp.services.repairing import alike
from kursapp.ui.author.finding_words import ICONS, place_words, reason, severity_word, told
from kursapp.ui.i18n import _
from kursapp.ui.theme import scale
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.buttons import button
from kursapp.ui.widgets.flow import Flow
from kursapp.ui.widgets.text import IconLabel, label


class FindingDetail(QWidget):
    """The finding and what can be done about it; each signal carries the finding."""

    repair_wanted = Signal(object)
    repair_alike_wanted = Signal(object)
    line_wanted = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, goes_to_line: bool = True) -> None:
        super().__init__(parent)
        self._found: Problem | None = None
        self._is_brief = False
        self.mark = IconLabel(theme, "circle-x", "danger", 16)
        self.place = label("", "meta")
        self.message = label("", "strong")
        self.remedy = label()
        self.outcome_title = label(_("Slik blir det"), "meta")
        self.outcome = label("", "source")
        self.why_title = label(_("Hvorfor det betyr noe"), "meta")
        self.why = label("", "muted")
        self.repair = button(_("Rett opp"), "primary")
        self.repair_alike = button("")
        self.go = button(_("Gå til linja"), "tertiary")
        self.ask_why = button(_("Hvorfor"), "tertiary")
        self.ask_why.setCheckable(True)
        self.ask_why.setAccessibleName(self.why_title.text())
        self._goes = goes_to_line
        self._theme = theme
        self._lay_out()
        self.show_outcome(())
        self._dress()
        theme.changed.connect(self._dress)
        self.repair.clicked.connect(self._on_repair)
        self.repair_alike.clicked.connect(self._on_repair_alike)
        self.go.clicked.connect(self._on_go)
        self.ask_why.toggled.connect(self._arrange)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(scale.S12, scale.S8, scale.S12, scale.S8)
        column.setSpacing(scale.S4)
        head = QHBoxLayout()
        column.addLayout(head)
        head.setSpacing(scale.S8)
        head.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self.place, 1)
        column.addWidget(self.message)
        column.addWidget(self.remedy)
        column.addWidget(self.outcome_title)
        column.addWidget(self.outcome)
        column.addSpacing(scale.S4)
        buttons = Flow()
        column.addWidget(buttons)
        for each in (self.repair, self.repair_alike, self.go, self.ask_why):
            buttons.add(each)
        column.addSpacing(scale.S4)
        column.addWidget(self.why_title)
        column.addWidget(self.why)
        column.addStretch(1)

    @property
    def found(self) -> Problem | None:
        """Return the finding shown."""
        return self._found

    def show_finding(self, found: Problem, among: Sequence[Problem] = ()) -> None:
        """Show a finding; ``among`` are all there are, of which those alike can be repaired with it."""
        if found != self._found:
            self.ask_why.setChecked(False)
            self.show_outcome(())
        self._found = found
        words = told(found)
        self.mark.show_icon(*ICONS[found.severity])
        self.place.setText(f"{severity_word(found)} · {place_words(found)}")
        self.message.setText(words.message)
        self.remedy.setText(words.remedy)
        self.why.setText(reason(found))
        self._arrange()
        self._show_buttons(found, among)

    def set_brief(self, brief: bool) -> None:
        """Leave out what a list beside it says already, and why it matters, where there is little room."""
        self._is_brief = brief
        self._arrange()

    @Slot()
    def _arrange(self) -> None:
        for each in (self.mark, self.place, self.message):
            each.setVisible(not self._is_brief)
        self.remedy.setVisible(bool(self.remedy.text()))
        has_why = bool(self.why.text())
        for each in (self.why_title, self.why):
            each.setVisible(has_why and (not self._is_brief or self.ask_why.isChecked()))
        self.ask_why.setVisible(has_why and self._is_brief)
        for each in (self.outcome_title, self.outcome):
            each.setVisible(bool(self.outcome.text()) and not self._is_brief)

    def show_outcome(self, lines: Sequence[str]) -> None:
        """Show the lines a repair changes as they become; none hides them."""
        self.outcome.setText("\n".join(lines))
        self._arrange()

    def _show_buttons(self, found: Problem, among: Sequence[Problem]) -> None:
        many = len(alike(among, found))
        self.repair.setVisible(found.fixable)
        self.repair_alike.setText(_("Rett opp alle {n} like").format(n=many))
        self.repair_alike.setVisible(found.fixable and many > 1)
        self.go.setVisible(self._goes and bool(found.file))

    @Slot()
    def _dress(self) -> None:
        self.outcome.setFont(self._theme.mono(scale.META))

    @Slot()
    def _on_repair(self) -> None:
        self.repair_wanted.emit(self._found)

    @Slot()
    def _on_repair_alike(self) -> None:
        self.repair_alike_wanted.emit(self._found)

    @Slot()
    def _on_go(self) -> None:
        self.line_wanted.emit(self._found)
