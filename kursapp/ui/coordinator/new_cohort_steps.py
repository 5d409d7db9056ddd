"""The first two steps of making a cohort: which course, when and where; what its participants fill in."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kursapp.domain.form import Form
from kursapp.services.cohort_cards import CourseOffer
from kursapp.ui.i18n import _
from kursapp.ui.theme import scale
from kursapp.ui.widgets.card import Card
from kursapp.ui.widgets.date_entry import DateEntry
from kursapp.ui.widgets.entry import Entry
from kursapp.ui.widgets.menu_box import MenuBox
from kursapp.ui.widgets.text import label
from kursapp.ui.widgets.tick_list import TickList, TickRow

LONGEST_NAME = 120
LONGEST_COUNT = 6


class Step(QWidget):
    """One step: a heading, a card of questions, and the say whether they are answered."""

    def __init__(self, heading: str, lead: str = "") -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(scale.S16)
        self.column.addWidget(label(heading, "h1"))
        if lead:
            self.column.addWidget(label(lead, "lead"))

    def add_card(self, *widgets: QWidget) -> Card:
        """Put what belongs together on a card."""
        card = Card()
        self.column.addWidget(card)
        card.body.setSpacing(scale.S16)
        for widget in widgets:
            card.body.addWidget(widget)
        return card

    def first(self) -> QWidget:
        """Return what gets the keyboard."""
        raise NotImplementedError

    def is_answered(self) -> bool:
        """Say whether all that must be answered is; what is missing is said at its place."""
        return True


class WhenStep(Step):
    """The course, the name, the days, the place and how many."""

    def __init__(self, courses: Sequence[tuple[str, str]]) -> None:
        super().__init__(_("Lag et kull"), _("Et kull er én gjennomføring av et kurs, med egne nøkler og egne løfter."))
        self.courses = MenuBox(courses, _("Kurs"))
        self.courses.set_value(courses[0][0])
        self.name = Entry(_("Navn på kullet"), "", _("For eksempel «Bergen, høsten 2026». Deltakerne ser navnet."))
        self.name.field.setMaxLength(LONGEST_NAME)
        self.starts = DateEntry(_("Første kursdag"), _("For eksempel 9. mars 2026."))
        self.ends = DateEntry(_("Siste kursdag"))
        self.invited = Entry(_("Hvor mange deltakere"), "", _("Svarprosenten regnes av dette tallet."))
        self.invited.field.setMaxLength(LONGEST_COUNT)
        self.place = Entry(_("Sted (valgfritt)"))
        self.organiser = Entry(_("Arrangør (valgfritt)"), "", _("Står tomt hvis det er den samme som i kurset."))
        self.add_card(label(_("Kurs"), "strong"), self.courses)
        self.add_card(self.name, self.starts, self.ends, self.invited, self.place, self.organiser)

    def first(self) -> QWidget:
        return self.name.field

    def count(self) -> int:
        """Return how many are invited, 0 where what stands there is no number."""
        text = self.invited.text()
        return int(text) if text.isascii() and text.isdigit() else 0

    def is_answered(self) -> bool:
        if not self.courses.value():
            self.courses.setFocus()
            return False
        named = bool(self.name.text())
        counted = self.count() > 0
        # The last one at fault has the keyboard, so they are asked from the bottom.
        self.invited.show_error("" if counted else _("Skriv hvor mange, med tall."))
        dated = self._are_days_right()
        self.name.show_error("" if named else _("Skriv et navn, så kjenner deltakerne igjen kullet."))
        return counted and dated and named

    def _are_days_right(self) -> bool:
        ended, started = self.ends.is_answered(), self.starts.is_answered()
        first, last = self.starts.value(), self.ends.value()
        if first is not None and last is not None and last < first:
            self.ends.show_error(_("Siste kursdag kan ikke være før den første."))
            return False
        return ended and started


class FormsStep(Step):
    """The forms of the course, the quizzes whose answers may be shared, and named progress."""

    def __init__(self, offer: CourseOffer) -> None:
        lead = _("Hvert skjema leveres for seg, og hver runde lukkes for seg.")
        super().__init__(_("Det deltakerne fyller ut"), lead)
        every = tuple(form.id for form in offer.forms)
        self.forms = TickList(_("Skjemaer"), map(_entry, offer.forms), every)
        self.forms.changed.connect(self._on_changed)
        self.add_card(self.forms)
        self.quizzes = TickList(_("Quizer som kan deles (valgfritt)"), map(_entry, offer.quizzes))
        shared = self.add_card(self.quizzes)
        words = _("Deltakeren velger selv. Dere får vite hvilke spørsmål som er gode, ikke hvem som svarte.")
        shared.body.addWidget(label(words, "muted"))
        shared.setVisible(bool(offer.quizzes))
        progress = TickRow(_("Be deltakerne om navngitt framdrift"))
        self.progress = progress.box
        named = self.add_card(progress)
        words = _("En egen fil med navn og hvor langt de er kommet, til oppmøte og kursbevis. Den har ingen svar.")
        named.body.addWidget(label(words, "muted"))

    def first(self) -> QWidget:
        return next(iter(self.forms.boxes.values()))

    def chosen(self) -> tuple[str, ...]:
        """Return the ids of the forms and quizzes the cohort has."""
        return self.forms.values() + self.quizzes.values()

    def is_answered(self) -> bool:
        missing = "" if self.forms.values() else _("Velg minst ett skjema.")
        self.forms.show_error(missing)
        return not missing

    @Slot()
    def _on_changed(self) -> None:
        self.forms.show_error("")


def _entry(form: Form) -> tuple[str, str]:
    return form.id, form.title
