"""Sammenlign kull: one question at a time through all cohorts that were asked it, the earliest first."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QGridLayout, QVBoxLayout, QWidget

from kursapp.domain.comparison import Line, compare
from kursapp.domain.form import FormKind
from kursapp.domain.problem import Problem
from kursapp.services.cohort_cards import CohortCard
from kursapp.services.coordinator import Coordinator
from kursapp.ui.coordinator.compare_rows import (
    Compared,
    distribution_title,
    distributions,
    line_numbers,
    line_summary,
    measure_words,
    overview,
    trend_points,
)
from kursapp.ui.coordinator.results_figure import ResultFigure
from kursapp.ui.coordinator.results_states import Placeholder
from kursapp.ui.coordinator.simulated import SimulatedLine
from kursapp.ui.desk import Desk
from kursapp.ui.i18n import _
from kursapp.ui.messages import Messages
from kursapp.ui.navigation import Location, Navigator, collecting, comparison, results
from kursapp.ui.screen import Screen
from kursapp.ui.theme import scale
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.buttons import add_button_row, button
from kursapp.ui.widgets.card import Card
from kursapp.ui.widgets.charts import Figure
from kursapp.ui.widgets.charts_trend import TrendView
from kursapp.ui.widgets.menu_box import MenuBox
from kursapp.ui.widgets.scroll import Column
from kursapp.ui.widgets.text import label

COMPARE_WIDTH = 960
FEWEST = 2


class LinePage(QWidget):
    """One question: its share over time, and its distribution in each cohort."""

    def __init__(self, theme: Theme, compared: Compared, line: Line) -> None:
        super().__init__()
        self.trend = TrendView(theme, f"{line.item.text}. {measure_words(line)}")
        self.trend.show_points(trend_points(compared, line))
        self.figure = Figure(theme, self.trend, line.item.text)
        self.figure.show_numbers(line_numbers(compared, line), compared.source())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(scale.S16)
        card = Card()
        layout.addWidget(card)
        card.body.addWidget(label(measure_words(line), "h3"))
        summary = line_summary(compared, line)
        if summary:
            card.body.addWidget(label(summary))
        card.body.addSpacing(scale.S8)
        card.body.addWidget(self.figure)
        note = _(
            "Streken gjennom hvert punkt viser hvor usikkert tallet er (Wilsons intervall, 95 %). "
            "Overlapper strekene mye, kan forskjellen være tilfeldig. Tallene viser hva deltakerne opplever."
        )
        card.body.addWidget(label(note, "meta"))
        self.bars: ResultFigure | None = None
        picture = distributions(theme, compared, line)
        if picture is not None:
            self.bars = ResultFigure(theme, picture, compared.source())
            below = Card()
            layout.addWidget(below)
            below.body.addWidget(label(distribution_title(line), "h3"))
            below.body.addWidget(self.bars)


class CohortBoxes(QWidget):
    """Which cohorts are held side by side; ``changed`` when a person chooses others."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.boxes: dict[str, QCheckBox] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(scale.S4)
        layout.addWidget(label(_("Kull som er med"), "h3"))
        self._list = QVBoxLayout()
        layout.addLayout(self._list)

    def show_cards(self, cards: Sequence[CohortCard], left_out: set[str]) -> None:
        """Show these cohorts, all ticked but those left out before."""
        for box in self.boxes.values():
            self._list.removeWidget(box)
            box.hide()
            box.deleteLater()
        self.boxes = {}
        for card in cards:
            box = QCheckBox(card.cohort.name.replace("&", "&&"))
            box.setAccessibleName(card.cohort.name)
            box.setChecked(card.id not in left_out)
            box.clicked.connect(self.changed)
            self.boxes[card.id] = box
            self._list.addWidget(box)

    def ticked(self) -> tuple[str, ...]:
        """Return the ids of those chosen, in order."""
        return tuple(cohort_id for cohort_id, box in self.boxes.items() if box.isChecked())


class ComparisonScreen(Screen):
    """Form, question and measure are chosen in menus; the question is part of the location."""

    def __init__(self, desk: Desk, navigator: Navigator, theme: Theme, messages: Messages) -> None:
        super().__init__()
        self._desk, self._navigator, self._theme, self._messages = desk, navigator, theme, messages
        self._location = comparison()
        self._form = ""
        self._left_out: set[str] = set()
        self._compared: Compared | None = None
        self._lines: tuple[Line, ...] = ()
        self._filling = False
        self.page: LinePage | None = None
        self.overview: Figure | None = None
        self.forms = MenuBox((), _("Skjema"))
        self.items = MenuBox((), _("Spørsmål"))
        self.measures = MenuBox((), _("Det som følges"))
        self.next = button(_("Neste spørsmål"), "primary")
        self.cohorts = CohortBoxes()
        self.nothing = Placeholder()
        self._lay_out()
        self.forms.currentIndexChanged.connect(self._on_form)
        self.items.currentIndexChanged.connect(self._on_item)
        self.measures.currentIndexChanged.connect(self._on_measure)
        self.next.clicked.connect(self._on_next)
        self.cohorts.changed.connect(self._on_cohorts)
        self.nothing.chosen.connect(self._on_nothing)
        theme.dress(self, "50-results")

    def _lay_out(self) -> None:
        scroll = Column(self._theme, COMPARE_WIDTH, self)
        scroll.fill(self)
        column = scroll.column
        column.addWidget(label(_("Sammenlign kull"), "h1"))
        column.addWidget(SimulatedLine(self._theme, self._desk))
        column.addWidget(self.nothing)
        self._all = QWidget()
        column.addWidget(self._all)
        column.addStretch(1)
        inside = QVBoxLayout(self._all)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(scale.S8)
        self._choices = QWidget()
        choices = QGridLayout(self._choices)
        choices.setContentsMargins(0, 0, 0, 0)
        choices.setHorizontalSpacing(scale.S16)
        choices.setVerticalSpacing(scale.S4)
        for place, menu in enumerate((self.forms, self.items, self.measures)):
            line, side = divmod(place, 2)
            words = label(menu.accessibleName(), "strong")
            words.setBuddy(menu)
            choices.addWidget(words, 2 * line, side, 1, 1 + line)
            choices.addWidget(menu, 2 * line + 1, side, 1, 1 + line)
            choices.setColumnStretch(side, 1)
        inside.addWidget(self._choices)
        inside.addSpacing(scale.S8)
        self._place = QVBoxLayout()
        inside.addLayout(self._place)
        add_button_row(inside, self.next)
        inside.addSpacing(scale.S16)
        self._overview = Card()
        self._overview.body.addWidget(label(_("Alle spørsmål, kull for kull"), "h3"))
        note = _(
            "Andelen som er på den positive siden av skalaen, er høyere nå, eller valgte svaret. "
            "En stjerne betyr ny ordlyd fra det kullet: sammenlign ikke over den."
        )
        self._overview.body.addWidget(label(note, "meta"))
        inside.addWidget(self._overview)
        inside.addSpacing(scale.S16)
        inside.addWidget(self.cohorts)
        self._all.hide()

    def title(self) -> str:
        return _("Sammenlign kull")

    def trail(self) -> tuple[tuple[str, Location], ...]:
        return ((_("Resultater"), results(self._desk.chosen, self._form)),)

    def regions(self) -> tuple[QWidget, ...]:
        if self.page is None:
            return (self.nothing,)
        return (self._choices, self.page, self.cohorts)

    def first_focus(self) -> QWidget | None:
        return self.items if self.page is not None else self.nothing

    def enter(self, location: Location) -> None:
        self._location = location
        if self._compared is not None and location.form in ("", self._form):
            self._show_item()
            return
        self._desk.ask(_forms, self._on_forms, self._on_refused)

    def _on_forms(self, forms: dict[str, tuple[CohortCard, ...]]) -> None:
        self._form = self._location.form if self._location.form in forms else next(iter(forms), "")
        self._filling = True
        self.forms.show_entries([(form_id, _title(form_id, cards)) for form_id, cards in forms.items()])
        self.forms.set_value(self._form)
        self._filling = False
        cards = forms.get(self._form, ())
        self.cohorts.show_cards(cards, self._left_out)
        if len(cards) < FEWEST:
            self._show_nothing()
        else:
            self._read_rounds()

    def _read_rounds(self) -> None:
        ids = self.cohorts.ticked()
        self._desk.ask(
            partial(_compared, self._form, ids), partial(self._on_compared, self._form, ids), self._on_refused
        )

    def _on_compared(self, form_id: str, ids: tuple[str, ...], compared: Compared) -> None:
        if (form_id, ids) != (self._form, self.cohorts.ticked()):
            return
        self._compared = compared
        self._filling = True
        self.items.show_entries([(item.id, item.text) for item in compared.comparison.items])
        self._filling = False
        self._show_overview(compared)
        self._show_item()

    def _show_overview(self, compared: Compared) -> None:
        """Offer the table of all questions anew; it is closed until it is asked for."""
        if self.overview is not None:
            self._overview.body.removeWidget(self.overview)
            self.overview.hide()
            self.overview.deleteLater()
        self.overview = Figure(self._theme, QWidget(), _("Alle spørsmål, kull for kull"))
        self.overview.show_numbers(partial(overview, compared), compared.source())
        self._overview.body.addWidget(self.overview)

    def _on_refused(self, found: Problem) -> None:
        self._show_nothing()
        self._messages.problem(found)

    def _show_nothing(self) -> None:
        self._compared = None
        self._drop_page()
        self._all.hide()
        text = _("Når minst to kull har lukket det samme skjemaet, kan du følge svarene fra kull til kull her.")
        self.nothing.show_words(_("Ikke noe å sammenligne ennå"), text, _("Gå til innsamlingen"))
        self.nothing.show()

    def _show_item(self) -> None:
        assert self._compared is not None
        items = self._compared.comparison.items
        if not items:
            self._show_nothing()
            return
        chosen = next((item.id for item in items if item.id == self._location.target), items[0].id)
        self._lines = lines = self._compared.comparison.of_item(chosen)
        self._filling = True
        self.items.set_value(chosen)
        before = self.measures.currentIndex()
        self.measures.show_entries([(str(number), measure_words(line)) for number, line in enumerate(lines)])
        self.measures.set_value(str(before - 1) if 0 < before <= len(lines) else "0")
        self._filling = False
        self.nothing.hide()
        self._all.show()
        self._show_line()

    def _show_line(self) -> None:
        assert self._compared is not None
        line = self._lines[int(self.measures.value() or 0)]
        self._drop_page()
        self.page = LinePage(self._theme, self._compared, line)
        self._place.addWidget(self.page)

    def _drop_page(self) -> None:
        if self.page is not None:
            self._place.removeWidget(self.page)
            self.page.hide()
            self.page.deleteLater()
            self.page = None

    @Slot()
    def _on_form(self) -> None:
        if not self._filling and self.forms.value():
            self._compared = None
            self._navigator.go(comparison(self.forms.value()))

    @Slot()
    def _on_item(self) -> None:
        if not self._filling and self.items.value():
            self._navigator.go(comparison(self._form, self.items.value()))

    @Slot()
    def _on_measure(self) -> None:
        if not self._filling and self.measures.value():
            self._show_line()

    @Slot()
    def _on_next(self) -> None:
        self.items.setCurrentIndex(self.items.currentIndex() % (self.items.count() - 1) + 1)

    @Slot()
    def _on_cohorts(self) -> None:
        self._left_out = {cohort_id for cohort_id, box in self.cohorts.boxes.items() if not box.isChecked()}
        if len(self.cohorts.ticked()) < FEWEST:
            self._messages.tell(_("Velg minst to kull, så er det noe å sammenligne."))
            return
        self._read_rounds()

    @Slot()
    def _on_nothing(self) -> None:
        self._navigator.go(collecting())


def _title(form_id: str, cards: Sequence[CohortCard]) -> str:
    """Return a form's title in the latest cohort."""
    return cards[-1].cohort.form(form_id).form.title


# On the collection's thread ------------------------------------------------------------------------


def _forms(coordinator: Coordinator) -> dict[str, tuple[CohortCard, ...]]:
    """Return the evaluations that can be compared, the last of the course first, with the cohorts that closed them."""
    every = coordinator.cohorts()
    asked = [form.form for card in every for form in card.cohort.forms]
    ids = dict.fromkeys(form.id for form in reversed(asked) if form.kind is FormKind.EVALUATION)
    found = {form_id: tuple(card for card in reversed(every) if form_id in card.closed) for form_id in ids}
    return {form_id: cards for form_id, cards in found.items() if cards}


def _compared(form_id: str, cohort_ids: tuple[str, ...], coordinator: Coordinator) -> Compared:
    return Compared(compare(coordinator.comparison(form_id, cohort_ids)))
