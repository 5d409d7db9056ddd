"""The cards of Kurs: a draft, and a course one can make a version of."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout

from kursapp.domain.course import Course
from kursapp.domain.draft import DraftCard
from kursapp.ui.i18n import _, moment
from kursapp.ui.theme import scale
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.buttons import add_button_row, button
from kursapp.ui.widgets.card import Card
from kursapp.ui.widgets.path_label import PathLabel
from kursapp.ui.widgets.text import IconLabel, label


class DraftRow(Card):
    """One draft: what it is called, where it lies, and the way into it."""

    asked = Signal(str)
    forget_asked = Signal(object)

    def __init__(self, theme: Theme, card: DraftCard) -> None:
        super().__init__()
        self.card = card
        self.go_on = button(_("Rediger"), "primary")
        self.forget = button(_("Ta av lista"), "tertiary")
        for each in (self.go_on, self.forget):
            each.setAccessibleDescription(card.title)
        self.go_on.clicked.connect(self._on_go_on)
        self.forget.clicked.connect(self._on_forget)
        self.body.addWidget(label(card.title, "h2"))
        self.body.addWidget(label(facts(card), "muted"))
        self.body.addWidget(PathLabel(card.folder, "muted"))
        if card.missing:
            self._say_missing(theme)
        self.body.addSpacing(scale.S8)
        add_button_row(self.body, *(() if card.missing else (self.go_on,)), self.forget)

    def _say_missing(self, theme: Theme) -> None:
        row = QHBoxLayout()
        self.body.addLayout(row)
        row.setSpacing(scale.S8)
        row.addWidget(IconLabel(theme, "triangle-alert", "warning", 18))
        words = _("Mappa er ikke her nå. Koble til disken den ligger på, eller åpne den der den ligger nå.")
        row.addWidget(label(words), 1)

    @Slot()
    def _on_go_on(self) -> None:
        self.asked.emit(self.card.id)

    @Slot()
    def _on_forget(self) -> None:
        self.forget_asked.emit(self.card)


class CourseRow(Card):
    """A course of the shelf."""

    asked = Signal(str)

    def __init__(self, course: Course) -> None:
        super().__init__()
        self._course = course
        self.copy = button(_("Lag en utgave"))
        self.copy.setAccessibleDescription(course.title)
        self.copy.clicked.connect(self._on_copy)
        self.body.addWidget(label(course.title, "h3"))
        self.body.addWidget(label(_("Versjon {version}").format(version=course.version), "muted"))
        self.body.addSpacing(scale.S8)
        add_button_row(self.body, self.copy)

    @Slot()
    def _on_copy(self) -> None:
        self.asked.emit(self._course.id)


def facts(card: DraftCard) -> str:
    """Return what there is to know of a draft on one line."""
    version = _("Versjon {version}").format(version=card.version) if card.version else _("Uten versjon")
    return " · ".join((version, _("åpnet {when}").format(when=moment(card.opened_at))))
