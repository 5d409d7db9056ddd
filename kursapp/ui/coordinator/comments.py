"""Kommentarer: a round's comments one by one, to tag, to take names out of, and to choose quotes from."""

from __future__ import annotations

from collections import Counter
from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from kursapp.domain.cohort import Cohort
from kursapp.domain.form import Form
from kursapp.domain.problem import Problem
from kursapp.services.cohort_cards import CommentEntry, CommentQueue, RoundCard, RoundState
from kursapp.services.coordinator import Coordinator
from kursapp.texts import results as words
from kursapp.ui.actions import Actions
from kursapp.ui.coordinator.comments_detail import CommentDetail
from kursapp.ui.coordinator.comments_list import CommentList
from kursapp.ui.coordinator.comments_state import Shelf, Sieve
from kursapp.ui.coordinator.results_picker import RoundPicker
from kursapp.ui.coordinator.results_states import Placeholder, no_rounds, round_open
from kursapp.ui.coordinator.simulated import SimulatedLine
from kursapp.ui.desk import Desk
from kursapp.ui.i18n import _, language, n_
from kursapp.ui.messages import Messages
from kursapp.ui.navigation import Location, Navigator, collecting, comments
from kursapp.ui.screen import Screen
from kursapp.ui.theme import scale
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.menu_box import MenuBox
from kursapp.ui.widgets.scroll import Column
from kursapp.ui.widgets.text import label

PAGE_WIDTH = 1200
STACKED_HEIGHT = 360
"""The least height of a comment where it stands below the queue, at 100 %."""
SIDE_BY_SIDE_FROM = 640
"""Narrower than this (at 100 %), the queue stands above the comment."""


class CommentsScreen(Screen):
    """The queue on the left, the comment chosen on the right; everything works by keyboard."""

    def __init__(self, desk: Desk, navigator: Navigator, theme: Theme, messages: Messages, actions: Actions) -> None:
        super().__init__()
        self._desk, self._navigator, self._theme, self._messages = desk, navigator, theme, messages
        self._round: RoundCard | None = None
        self._form: Form | None = None
        self._entries: dict[str, CommentEntry] = {}
        self._tags: set[str] = set()
        self.picker = RoundPicker(desk)
        self.sieve = MenuBox((), _("Vis"), _("Alle"))
        self.progress = label("", "muted")
        self.queue = CommentList(theme)
        self.detail = CommentDetail(theme)
        self.nothing = Placeholder()
        self._lay_out()
        self._connect()
        self._add_actions(actions)
        theme.dress(self, "50-results")

    def _lay_out(self) -> None:
        # Large text in a small window needs more height than there is: then the page scrolls, as well as its two parts.
        page = Column(self._theme, PAGE_WIDTH)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(page)
        layout = page.column
        layout.addWidget(label(_("Kommentarer"), "h1"))
        layout.addWidget(SimulatedLine(self._theme, self._desk))
        layout.addWidget(self.picker)
        # From the outside in: Qt styles all within a widget anew each time it is put into another.
        self._stack = QStackedWidget()
        layout.addWidget(self._stack, 1)
        self._both = QSplitter(Qt.Orientation.Horizontal)
        for part in (self.nothing, self._both):
            self._stack.addWidget(part)
        left = QWidget()
        for half in (left, self.detail):
            self._both.addWidget(half)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scale.S8)
        for widget in (self.sieve, self.progress, self.queue):
            column.addWidget(widget)
        self._both.setChildrenCollapsible(False)
        self._both.setStretchFactor(0, 2)
        self._both.setStretchFactor(1, 3)

    def _connect(self) -> None:
        self.picker.picked.connect(self._go)
        self.sieve.currentIndexChanged.connect(self._sift)
        self.queue.chosen.connect(self._show)
        self.detail.tagged.connect(self._on_tagged)
        self.detail.redacted.connect(self._on_redacted)
        self.detail.chosen.connect(self._on_chosen)
        self.nothing.chosen.connect(self._on_nothing)
        self._desk.changed.connect(self._on_changed)

    def _add_actions(self, actions: Actions) -> None:
        group = _("Kommentarer")
        add = partial(actions.add, self, group=group)
        add("comment-next", _("Neste kommentar"), "Alt+Down", slot=partial(self.queue.step, 1))
        add("comment-previous", _("Forrige kommentar"), "Alt+Up", slot=partial(self.queue.step, -1))
        add("comment-redact", _("Fjern det markerte"), "Ctrl+R", slot=self.detail.redact_marked)
        add("comment-restore", _("Ta fram igjen"), "Ctrl+Shift+R", slot=self.detail.restore_place)
        add("comment-quote", _("Bruk som sitat"), "Ctrl+U", slot=self.detail.toggle_quote)
        add("comment-new-tag", _("Ny merkelapp"), "Ctrl+T", slot=self.detail.tags.field.setFocus)
        for number in range(1, 10):
            text = _("Merkelapp {number}").format(number=number)
            add(f"comment-tag-{number}", text, str(number), slot=partial(self.detail.tags.press, number))

    def title(self) -> str:
        return _("Kommentarer")

    def regions(self) -> tuple[QWidget, ...]:
        return (self.picker, self.queue, self.detail) if self._entries else (self.picker, self.nothing)

    def first_focus(self) -> QWidget | None:
        return self.queue if self._entries else self.nothing

    def enter(self, location: Location) -> None:
        self.picker.look_for(location.cohort, location.form, self._on_round)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= self._theme.px(SIDE_BY_SIDE_FROM)
        self._both.setOrientation(Qt.Orientation.Horizontal if wide else Qt.Orientation.Vertical)
        self.detail.setMinimumHeight(0 if wide else self._theme.px(STACKED_HEIGHT))

    @Slot(str, str)
    def _go(self, cohort_id: str, form_id: str) -> None:
        self._navigator.go(comments(cohort_id, form_id))

    @Slot(str)
    def _on_changed(self, cohort_id: str) -> None:
        if self.isVisible() and self._round is not None and self._round.cohort_id == cohort_id:
            self.picker.look_for(cohort_id, self._round.form_id, self._on_round)

    @Slot()
    def _on_nothing(self) -> None:
        self._navigator.go(collecting(self._round.cohort_id if self._round else ""))

    def _on_round(self, card: RoundCard | None) -> None:
        self.picker.setVisible(card is not None)
        self._round = card
        if card is None:
            self._show_nothing(*no_rounds())
        elif card.state is RoundState.OPEN:
            self._show_nothing(*round_open(card))
        else:
            self._desk.ask(
                partial(_read, card.cohort_id, card.form_id), partial(self._on_queue, card), self._on_refused
            )

    def _on_refused(self, found: Problem) -> None:
        self._show_nothing(_("Kommentarene kan ikke vises nå"), "", "")
        self._messages.problem(found)

    def _on_queue(self, card: RoundCard, found: tuple[Cohort, CommentQueue]) -> None:
        if card is not self._round:
            return
        cohort, queue = found
        self._form = cohort.form(card.form_id).form
        self._entries = {entry.id: entry for entry in queue.entries}
        self._tags = set(queue.tags)
        if queue.hidden is not None:
            self._show_nothing(words.hidden(language()), words.why(queue.hidden, cohort.rules.k, language()), "")
        elif not queue.entries:
            self._show_nothing(_("Ingen kommentarer"), _("Ingen skrev noe i dette skjemaet."), "")
        else:
            # Shown first: a list that gets its width afterwards measures its rows twice.
            self._stack.setCurrentWidget(self._both)
            self._fill_sieve()
            self._sift()

    def _show_nothing(self, title: str, text: str, action: str) -> None:
        self._entries = {}
        self.nothing.show_words(title, text, action)
        self._stack.setCurrentWidget(self.nothing)

    def _fill_sieve(self) -> None:
        every = tuple(self._entries.values())
        worn = Counter(tag for entry in every for tag in entry.tags)
        shelves = ((Shelf.UNTAGGED, _("Uten merkelapp")), (Shelf.CHOSEN, _("Sitater")), (Shelf.REDACTED, _("Med […]")))
        entries = [(shelf.value, f"{text} ({sum(map(Sieve(shelf).lets_through, every))})") for shelf, text in shelves]
        entries += [(f"{Shelf.TAGGED}:{tag}", f"{tag} ({worn[tag]})") for tag in sorted(worn, key=str.casefold)]
        before = self.sieve.value()
        self.sieve.blockSignals(True)
        self.sieve.show_entries(entries)
        self.sieve.set_value(before)
        self.sieve.blockSignals(False)
        untagged = sum(not entry.tags for entry in every)
        self.progress.setText(
            n_("{n} kommentar, {left} uten merkelapp", "{n} kommentarer, {left} uten merkelapp", len(every)).format(
                n=len(every), left=untagged
            )
        )

    @Slot()
    def _sift(self) -> None:
        shelf, _colon, tag = self.sieve.value().partition(":")
        sieve = Sieve(Shelf(shelf) if shelf else Shelf.ALL, tag)
        shown = [entry for entry in self._entries.values() if sieve.lets_through(entry)]
        self.queue.show_entries(shown, self.queue.current())
        self.detail.setEnabled(bool(shown))
        if shown:
            self._show(self.queue.current())

    @Slot(str)
    def _show(self, comment_id: str) -> None:
        entry = self._entries.get(comment_id)
        if entry is None or self._form is None:
            return
        item = self._form.item(entry.item_id)
        question = " ".join(part for part in (item.heading, item.text) if part)
        self.detail.show_entry(entry, question, sorted(self._tags, key=str.casefold))

    @Slot(object)
    def _on_tagged(self, entry: CommentEntry) -> None:
        self._tags.update(entry.tags)
        self._keep(entry, partial(_tag, entry))

    @Slot(object)
    def _on_redacted(self, entry: CommentEntry) -> None:
        self._keep(entry, partial(_redact, entry))

    @Slot(object)
    def _on_chosen(self, entry: CommentEntry) -> None:
        self._keep(entry, partial(_choose, entry))

    def _keep(self, entry: CommentEntry, write: partial[None]) -> None:
        """Show at once what a comment has become, and write it; what cannot be written is read again as it was."""
        assert self._round is not None
        self._entries[entry.id] = entry
        self.queue.show_entry(entry)
        self._show(entry.id)
        self._fill_sieve()
        self._desk.ask(partial(_at, self._round.cohort_id, write), None, self._on_unwritten)

    def _on_unwritten(self, found: Problem) -> None:
        self._messages.problem(found)
        if self._round is not None:
            self.picker.look_for(self._round.cohort_id, self._round.form_id, self._on_round)


# On the collection's thread ------------------------------------------------------------------------


def _read(cohort_id: str, form_id: str, coordinator: Coordinator) -> tuple[Cohort, CommentQueue]:
    return coordinator.cohort(cohort_id), coordinator.comments(cohort_id, form_id)


def _at(cohort_id: str, write: partial[None], coordinator: Coordinator) -> None:
    write(coordinator, cohort_id)


def _tag(entry: CommentEntry, coordinator: Coordinator, cohort_id: str) -> None:
    coordinator.tag(cohort_id, entry.id, entry.tags)


def _redact(entry: CommentEntry, coordinator: Coordinator, cohort_id: str) -> None:
    coordinator.redact(cohort_id, entry.id, entry.redacted)


def _choose(entry: CommentEntry, coordinator: Coordinator, cohort_id: str) -> None:
    coordinator.choose(cohort_id, entry.id, entry.chosen)
