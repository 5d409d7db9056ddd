"""What became of the files: a count for every state, and the names and reasons of those one may have to see to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from kursapp.domain.submission import FileOutcome, FileState
from kursapp.ui.coordinator.collecting_words import LOOKS, TROUBLE, state_meaning, state_name
from kursapp.ui.i18n import _, n_, number
from kursapp.ui.messages import sentence
from kursapp.ui.theme import scale
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.announce import announce
from kursapp.ui.widgets.buttons import add_button_row, button
from kursapp.ui.widgets.card import Card
from kursapp.ui.widgets.text import IconLabel, label

MOST_NAMED = 200
"""Files named one by one; more than that nobody reads, and their number is said instead."""


class Report(Card):
    """Counts first; names only of what is not as it should be, for a name says who has handed in."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._outcomes: tuple[FileOutcome, ...] = ()
        self.heading = label("", "h3")
        self._rows = QWidget()
        self._names = QWidget()
        self.more = button(_("Vis filene det gjelder"))
        self.more.clicked.connect(self._on_more)
        self.body.addWidget(self.heading)
        self._counts_room = QVBoxLayout()
        self.body.addLayout(self._counts_room)
        add_button_row(self.body, self.more)
        self._names_room = QVBoxLayout()
        self.body.addLayout(self._names_room)
        self.hide()

    def texts(self) -> dict[str, int]:
        """Return the states shown and how many files of each."""
        return {state_name(state): count for state, count in Counter(one.state for one in self._outcomes).items()}

    def show_outcomes(self, outcomes: Sequence[FileOutcome], *, cancelled: bool = False) -> None:
        """Show what became of these files."""
        self._outcomes = tuple(outcomes)
        count = n_("{n} fil er lest", "{n} filer er lest", len(outcomes)).format(n=number(len(outcomes)))
        if cancelled:
            count = _("Stoppet. {files}. Ta inn resten når det passer, ingenting telles to ganger.").format(files=count)
        self.heading.setText(count)
        self._show_counts()
        self._clear_names()
        troubled = any(one.state in TROUBLE for one in self._outcomes)
        self.more.setVisible(troubled)
        self.more.setText(_("Vis filene det gjelder"))
        self.show()
        announce(self, ", ".join([count, *(f"{name}: {number(n)}" for name, n in self.texts().items())]))

    def _show_counts(self) -> None:
        self._counts_room.removeWidget(self._rows)
        self._rows.hide()
        self._rows.deleteLater()
        self._rows = QWidget()
        self._counts_room.addWidget(self._rows)
        grid = QGridLayout(self._rows)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(scale.S12)
        grid.setColumnStretch(3, 1)
        counts = Counter(one.state for one in self._outcomes)
        for row, state in enumerate(state for state in FileState if counts[state]):
            icon, colour = LOOKS[state]
            count = label(number(counts[state]), "strong", wrap=False)
            count.setAccessibleName(f"{state_name(state)}: {number(counts[state])}")
            grid.addWidget(IconLabel(self._theme, icon, colour), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(count, row, 1, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
            grid.addWidget(label(state_name(state), "strong", wrap=False), row, 2, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(label(state_meaning(state), "muted"), row, 3, Qt.AlignmentFlag.AlignTop)

    def _clear_names(self) -> None:
        self._names_room.removeWidget(self._names)
        self._names.hide()
        self._names.deleteLater()
        self._names = QWidget()
        self._names_room.addWidget(self._names)
        self._names.hide()

    @Slot()
    def _on_more(self) -> None:
        if not self._names.isHidden():
            self._clear_names()
            self.more.setText(_("Vis filene det gjelder"))
            return
        column = QVBoxLayout(self._names)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scale.S4)
        troubled = [one for one in self._outcomes if one.state in TROUBLE]
        for one in troubled[:MOST_NAMED]:
            words = label(f"{one.name}: {_why(one)}")
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            column.addWidget(words)
        if len(troubled) > MOST_NAMED:
            more = _("og {n} til.").format(n=number(len(troubled) - MOST_NAMED))
            column.addWidget(label(more, "muted"))
        self._names.show()
        self.more.setText(_("Skjul filene"))


def _why(outcome: FileOutcome) -> str:
    return sentence(outcome.why) if outcome.why is not None else state_meaning(outcome.state)
