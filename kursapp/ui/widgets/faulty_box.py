"""A part of a page that could not be read: what is wrong, where, and the text as it was written."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kursapp.domain.course import Faulty
from kursapp.domain.problem import Problem
from kursapp.ui.i18n import _
from kursapp.ui.messages import sentence
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.card import Card
from kursapp.ui.widgets.text import IconLabel, label

MOST_TOLD = 10
"""Of many faults in one block the first are told; the check tells all."""
LONGEST_SOURCE = 2_000
"""Characters of the text as it was written: enough to find it in its file."""


def problems_of(faulty: Faulty, problems: Sequence[Problem]) -> list[Problem]:
    """Return the problems of a course that made this block faulty."""
    place = faulty.place
    return [
        found
        for found in problems
        if found.file == place.file and place.first <= found.line <= place.last and found.code in faulty.codes
    ]


class FaultyBox(Card):
    """Stands where the block would have stood. The rest of the page is as usual."""

    def __init__(
        self, faulty: Faulty, problems: Sequence[Problem], theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, look="faulty")
        title = _("Kan ikke vises: {title}").format(title=faulty.title) if faulty.title else _("Kan ikke vises")
        self.setAccessibleName(title)
        head = QHBoxLayout()
        self.body.addLayout(head)
        head.setSpacing(8)
        head.addWidget(IconLabel(theme, "triangle-alert", "warning"), 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(label(title, "strong"), 1)
        for found in problems_of(faulty, problems)[:MOST_TOLD]:
            words = _("{file}, linje {line}: {problem}")
            self.body.addWidget(label(words.format(file=found.file, line=found.line, problem=sentence(found))))
        if faulty.source:
            self._show_source(faulty.source)

    def _show_source(self, written: str) -> None:
        self.body.addWidget(label(_("Resten av siden er som vanlig. Slik er teksten skrevet:"), "meta"))
        shown = written if len(written) <= LONGEST_SOURCE else f"{written[:LONGEST_SOURCE]} …"
        source = label(shown)
        source.setObjectName("source")
        source.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.body.addWidget(source)
