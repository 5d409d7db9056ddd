"""Resultater: the front page of a closed round, its themes, and each question."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kursapp.domain.form import FormItem, FormKind
from kursapp.domain.item_analysis import QuizQuality
from kursapp.domain.problem import Problem
from kursapp.domain.results import RoundResults
from kursapp.services.cohort_cards import RoundCard, RoundState
from kursapp.services.coordinator import Coordinator
from kursapp.ui.actions import Actions
from kursapp.ui.coordinator.results_front import FrontPage
from kursapp.ui.coordinator.results_item import ItemPage
from kursapp.ui.coordinator.results_picker import RoundPicker
from kursapp.ui.coordinator.results_quiz import QuizPage
from kursapp.ui.coordinator.results_states import Placeholder, no_rounds, round_open
from kursapp.ui.coordinator.results_theme import ThemePage, units_of
from kursapp.ui.coordinator.results_words import answered, theme_name
from kursapp.ui.coordinator.simulated import SimulatedLine
from kursapp.ui.desk import Desk
from kursapp.ui.i18n import _
from kursapp.ui.messages import Messages
from kursapp.ui.navigation import (
    Location,
    Navigator,
    collecting,
    comments,
    comparison,
    report,
    results_theme,
)
from kursapp.ui.navigation import results as results_at
from kursapp.ui.screen import Screen
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.buttons import add_button_row, button
from kursapp.ui.widgets.scroll import Column
from kursapp.ui.widgets.text import label

RESULTS_WIDTH = 960
THEME_PREFIX = "tema:"
"""Before a theme's name in a location: questions without a theme are a theme without a name."""
REST_MILLISECONDS = 200
"""How long one stays on a page of a round before the round is read anew: two threads of Python at once are slow."""


class ResultsScreen(Screen):
    """One round at a time: which page of it is shown follows from the location."""

    def __init__(self, desk: Desk, navigator: Navigator, theme: Theme, messages: Messages, actions: Actions) -> None:
        super().__init__()
        self._desk, self._navigator, self._theme, self._messages = desk, navigator, theme, messages
        self._location = self._shown = results_at()
        self._card: RoundCard | None = None
        self._results: RoundResults | None = None
        self._quality: QuizQuality | None = None
        self.page: QWidget | None = None
        self.picker = RoundPicker(desk)
        self._resting = QTimer(self)
        self._resting.setSingleShot(True)
        self._resting.setInterval(REST_MILLISECONDS)
        self._resting.timeout.connect(self._look)
        self.head = label(_("Resultater"), "h1")
        self.under = label("", "muted")
        self.compare = button(_("Sammenlign kull"))
        self.report = button(_("Lag rapport"), "primary")
        self.nothing = Placeholder()
        self._lay_out()
        self.picker.picked.connect(self._go)
        self.nothing.chosen.connect(self._on_nothing)
        self.compare.clicked.connect(self._on_compare)
        self.report.clicked.connect(self._on_report)
        desk.changed.connect(self._on_changed)
        group = _("Resultater")
        actions.add(self, "results-next", _("Neste spørsmål"), "Alt+Down", partial(self._step, 1), group)
        actions.add(self, "results-previous", _("Forrige spørsmål"), "Alt+Up", partial(self._step, -1), group)
        theme.dress(self, "50-results")

    def _lay_out(self) -> None:
        self._scroll = Column(self._theme, RESULTS_WIDTH, self)
        column = self._scroll.column
        column.addWidget(self.head)
        column.addWidget(SimulatedLine(self._theme, self._desk))
        column.addWidget(self.picker)
        column.addWidget(self.under)
        self._place = QVBoxLayout()
        column.addLayout(self._place)
        column.addWidget(self.nothing)
        self._ways = QWidget()
        ways = QVBoxLayout(self._ways)
        ways.setContentsMargins(0, 0, 0, 0)
        add_button_row(ways, self.report, self.compare)
        column.addWidget(self._ways)
        column.addStretch(1)
        self._scroll.fill(self)
        for widget in (self._ways, self.under):
            widget.hide()

    def title(self) -> str:
        return self.head.text()

    def trail(self) -> tuple[tuple[str, Location], ...]:
        if self._results is None or isinstance(self.page, FrontPage | QuizPage):
            return ()
        cohort, form = self._results.cohort, self._results.form
        above = [(cohort.name, results_at(cohort.id, form.id))]
        if isinstance(self.page, ItemPage) and self._quality is None:
            # The page is still the one left behind while another round is read.
            theme = form.item(self._shown.target).theme
            above.append((theme_name(theme), results_theme(cohort.id, form.id, THEME_PREFIX + theme)))
        return tuple(above)

    def regions(self) -> tuple[QWidget, ...]:
        return (self.picker, self.page, self._ways) if self.page is not None else (self.picker, self.nothing)

    def first_focus(self) -> QWidget | None:
        if isinstance(self.page, ThemePage):
            return self.page.first_stop()
        return self.page if self.page is not None else self.nothing

    def enter(self, location: Location) -> None:
        self._location = location
        shown = self._results
        if shown is not None and (location.cohort, location.form) == (shown.cohort.id, shown.form.id):
            # From page to page of one round there is nothing to wait for; that it is still so is looked up afterwards.
            self._show_page()
            self._resting.start()
        else:
            self._look()

    def leave(self) -> None:
        self._resting.stop()

    @Slot()
    def _look(self) -> None:
        """Read the round of the present location."""
        self._resting.stop()
        self.picker.look_for(self._location.cohort, self._location.form, self._on_round)

    @Slot(str, str)
    def _go(self, cohort_id: str, form_id: str) -> None:
        self._navigator.go(results_at(cohort_id, form_id))

    @Slot(str)
    def _on_changed(self, cohort_id: str) -> None:
        if self.isVisible() and self._card is not None and self._card.cohort_id == cohort_id:
            self.picker.look_for(cohort_id, self._card.form_id, self._on_round)

    def _on_round(self, card: RoundCard | None) -> None:
        self._card = card
        if card is None:
            self._show_nothing(*no_rounds())
        elif card.state is RoundState.OPEN:
            self._show_nothing(*round_open(card))
        else:
            self._desk.ask(partial(_read, card), partial(self._on_results, card), self._on_refused)

    def _on_refused(self, found: Problem) -> None:
        self._show_nothing(_("Resultatene kan ikke vises nå"), "", "")
        self._messages.problem(found)

    def _on_results(self, card: RoundCard, found: tuple[RoundResults, QuizQuality | None]) -> None:
        if card is not self._card:
            return
        results, self._quality = found
        if results == self._results and self.page is not None and self._shown == self._location:
            return
        self._results = results
        self._show_page()

    def _show_nothing(self, title: str, text: str, action: str) -> None:
        self._results = self._quality = None
        self._drop_page()
        self.picker.setVisible(self._card is not None)
        self.head.setText(_("Resultater"))
        self.nothing.show_words(title, text, action)
        self.nothing.show()
        for widget in (self._ways, self.under):
            widget.hide()
        self.title_changed.emit()

    def _show_page(self) -> None:
        assert self._results is not None
        self._drop_page()
        self._shown = self._location
        self.nothing.hide()
        self.page = self._made_page(self._results)
        self._place.addWidget(self.page)
        front = isinstance(self.page, FrontPage | QuizPage)
        self.picker.setVisible(front)
        self.under.setText(answered(self._results))
        self.under.setVisible(not front)
        self._ways.setVisible(front)
        self.compare.setVisible(self._quality is None)
        self._scroll.verticalScrollBar().setValue(0)
        self.title_changed.emit()

    def _made_page(self, results: RoundResults) -> QWidget:
        place = self._location
        if any(item.id == place.target for item in results.form.items):
            return self._made_item(results, results.form.item(place.target))
        theme = place.page.removeprefix(THEME_PREFIX)
        if place.page and units_of(results, theme):
            self.head.setText(theme_name(theme))
            themed = ThemePage(self._theme, results, theme)
            themed.item_asked.connect(self._open_item)
            return themed
        self.head.setText(_("Resultater"))
        if self._quality is not None:
            quiz = QuizPage(self._theme, results, self._quality)
            quiz.item_asked.connect(self._open_item)
            return quiz
        front = FrontPage(self._theme, results)
        front.theme_asked.connect(self._open_theme)
        return front

    def _made_item(self, results: RoundResults, item: FormItem) -> ItemPage:
        every = self._quality.questions if self._quality is not None else ()
        quality = next((one for one in every if one.item.id == item.id), None)
        self.head.setText(item.text)
        page = ItemPage(self._theme, results, item, quality)
        page.item_asked.connect(self._open_item)
        page.compared.connect(self._compare_item)
        page.comments_asked.connect(self._on_comments)
        return page

    def _drop_page(self) -> None:
        if self.page is not None:
            self._place.removeWidget(self.page)
            self.page.hide()
            self.page.deleteLater()
            self.page = None

    def _step(self, step: int) -> None:
        """Go to the question before or after the one shown."""
        if isinstance(self.page, ItemPage):
            way = self.page.next if step > 0 else self.page.previous
            if way.isVisible():
                way.click()

    @Slot(str)
    def _open_theme(self, theme: str) -> None:
        if self._card is not None:
            self._navigator.go(results_theme(self._card.cohort_id, self._card.form_id, THEME_PREFIX + theme))

    @Slot(str)
    def _open_item(self, item_id: str) -> None:
        if self._card is not None:
            self._navigator.go(results_at(self._card.cohort_id, self._card.form_id, item_id))

    @Slot(str)
    def _compare_item(self, item_id: str) -> None:
        if self._card is not None:
            self._navigator.go(comparison(self._card.form_id, item_id))

    @Slot()
    def _on_compare(self) -> None:
        self._compare_item("")

    @Slot()
    def _on_report(self) -> None:
        if self._card is not None:
            self._navigator.go(report(self._card.cohort_id, self._card.form_id))

    @Slot()
    def _on_comments(self) -> None:
        if self._card is not None:
            self._navigator.go(comments(self._card.cohort_id, self._card.form_id))

    @Slot()
    def _on_nothing(self) -> None:
        self._navigator.go(collecting(self._card.cohort_id if self._card else ""))


def _read(card: RoundCard, coordinator: Coordinator) -> tuple[RoundResults, QuizQuality | None]:
    results = coordinator.results(card.cohort_id, card.form_id)
    if card.kind is not FormKind.QUIZ:
        return results, None
    return results, coordinator.quiz_quality(card.cohort_id, card.form_id)
