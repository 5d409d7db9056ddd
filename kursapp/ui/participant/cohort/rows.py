"""What one can hand in to a cohort, a row each: forms, shared quiz answers, named progress."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kursapp.domain.form import FormKind
from kursapp.domain.record import KeptDelivery
from kursapp.services.join_cohort import CohortView
from kursapp.ui.i18n import _, moment
from kursapp.ui.navigation import Location, page, progress_file, share_quiz
from kursapp.ui.theme import scale
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.card import Card
from kursapp.ui.widgets.row_button import RowButton
from kursapp.ui.widgets.text import label

PageOf = Callable[[str], tuple[str, str] | None]
"""Where in the course a page is: its session and itself (``OpenedCourse.page_of``)."""


class PlaceRow(RowButton):
    """A row that leads to a place."""

    asked = Signal(object)

    def __init__(self, theme: Theme, text: str, location: Location, parent: QWidget | None = None) -> None:
        super().__init__(theme, text, parent=parent)
        self._location = location
        self.clicked.connect(self._ask)

    @Slot()
    def _ask(self) -> None:
        self.asked.emit(self._location)


class HandInRows(QWidget):
    """The rows, each kind under a heading of its own: they are never handed in together."""

    asked = Signal(object)

    def __init__(self, view: CohortView, page_of: PageOf, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._page_of = page_of
        self._theme = theme
        self.rows: list[PlaceRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(scale.S8)
        self._add_forms(FormKind.EVALUATION, _("Evalueringer"), "")
        self._add_forms(
            FormKind.QUIZ,
            _("Quizsvar du kan dele"),
            _("Frivillig. Svarene viser kursholderen hvilke spørsmål som bør bli bedre, og er uten navn."),
        )
        if view.mine.cohort.wants_progress:
            self._add_progress()

    def _add_forms(self, kind: FormKind, title: str, about: str) -> None:
        found = [each.form for each in self._view.mine.cohort.forms if each.form.kind is kind]
        places = [(form, self._page_of(form.id)) for form in found]
        rows = [self._row(form.id, form.title, kind, place) for form, place in places if place is not None]
        if rows:
            self._add_section(title, about, rows)

    def _row(self, form_id: str, title: str, kind: FormKind, place: tuple[str, str]) -> PlaceRow:
        goes_to = share_quiz if kind is FormKind.QUIZ else page
        row = PlaceRow(self._theme, title, goes_to(self._view.mine.cohort.course_id, *place))
        row.set_state(*_state(self._view.handed_in.get(form_id), kind))
        return row

    def _add_progress(self) -> None:
        row = PlaceRow(self._theme, _("Lag fremdriftsfil"), progress_file(self._view.mine.cohort.course_id))
        row.set_state("user", "muted", _("Med navn"))
        about = _("Kursholderen ber om den for oppmøte og kursbevis. Den lages for seg og sier ingenting om svarene.")
        self._add_section(_("Fremdrift"), about, [row])

    def _add_section(self, title: str, about: str, rows: list[PlaceRow]) -> None:
        self._column.addWidget(label(title, "h3"))
        if about:
            self._column.addWidget(label(about, "muted"))
        card = Card(margin=scale.S8)
        self._column.addWidget(card)
        for row in rows:
            row.asked.connect(self.asked)
            card.body.addWidget(row)
        self.rows += rows
        self._column.addSpacing(scale.S8)


def _state(kept: KeptDelivery | None, kind: FormKind) -> tuple[str, str, str]:
    shared = kind is FormKind.QUIZ
    if kept is not None and kept.forgotten:
        return "circle-check", "muted", _("Levert, og slettet her")
    if kept is None or kept.handed_in_at is None:
        return "circle", "muted", _("Ikke delt") if shared else _("Ikke levert")
    if kept.is_withdrawn:
        return "undo-2", "muted", _("Trukket tilbake")
    made = _("Fil laget {when}").format(when=moment(kept.handed_in_at))
    return "circle-check", "success", made
