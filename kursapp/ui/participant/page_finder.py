"""Finds words on the page shown: all it says and asks, and what one has typed on it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QObject, QPoint, Qt, Slot
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from kursapp.domain.finding import Folded, folded, spans
from kursapp.ui.i18n import _
from kursapp.ui.messages import Messages
from kursapp.ui.navigation import FIND, of_spot
from kursapp.ui.participant.find_bar import FindBar
from kursapp.ui.participant.found_text import Span, Surface, surfaces
from kursapp.ui.participant.page_view import PageView
from kursapp.ui.theme.scale import S24

MOST = 1000
"""Places that are marked: of a single letter a long page may hold more, and nobody steps through them."""

LEAST_WORDS = 3
"""A passage that is not there as it was is looked for by its beginning, down to this many words."""


class FoundPlace(NamedTuple):
    """A place on the page that holds the words."""

    surface: Surface
    span: Span


class PageFinder(QObject):
    """Stands between the bar and the page: looks, marks, and brings the place that is shown into view.

    It looks anew when the page has grown or changed, so that a page is found in also while it is being built.
    """

    def __init__(self, bar: FindBar, messages: Messages, parent: QWidget) -> None:
        super().__init__(parent)
        self._bar = bar
        self._messages = messages
        self._view: PageView | None = None
        self._passage = ""
        self._wanted: tuple[PageView, str] | None = None
        self._texts: dict[str, Folded] = {}
        self._found: list[FoundPlace] = []
        self._marked: list[Surface] = []
        self._here: FoundPlace | None = None
        self._from = 0
        self._before: QWidget | None = None
        bar.typed.connect(self._on_typed)
        bar.next_wanted.connect(self.go_on)
        bar.previous_wanted.connect(self.go_back)
        bar.closed.connect(self._on_closed)

    # What the screen tells

    def take_up(self, view: PageView) -> None:
        """Listen to a page that has been made."""
        view.escaped.connect(self.forget)
        view.spot_wanted.connect(self._on_spot)
        view.entries_changed.connect(self._look_again)
        view.body.nav_changed.connect(self._look_again)

    def work_on(self, view: PageView) -> None:
        """Find on this page from now on; a passage that was wanted of it is marked and brought into view."""
        self._clear()
        self._view = view
        wanted, self._wanted = self._wanted, None
        if wanted is not None and wanted[0] is view:
            self._show_passage(wanted[1])
        elif not self._bar.isHidden():
            self._from = 0
            self._look(go=False)

    @Slot(str)
    def _on_spot(self, spot: str) -> None:
        kind, passage = of_spot(spot)
        view = self.sender()
        if kind == FIND and isinstance(view, PageView):
            self._wanted = (view, passage)

    @Slot()
    def open(self) -> None:
        """Open the bar, or choose what stands in it."""
        if self._view is None:
            return
        if self._bar.isHidden():
            self._clear()
            self._before = QApplication.focusWidget()
            self._from = self._view.verticalScrollBar().value()
        self._bar.open_bar()

    @Slot()
    def go_on(self) -> None:
        """Show the next place, from the top again after the last."""
        self._go(1)

    @Slot()
    def go_back(self) -> None:
        """Show the place before, from the bottom again before the first."""
        self._go(-1)

    @Slot()
    def forget(self) -> None:
        """Close the bar and take the marks away."""
        if self._bar.isHidden():
            self._clear()
        else:
            self._bar.close_bar()

    def here(self) -> FoundPlace | None:
        """Return the place that is shown, None where there is none."""
        return self._here

    # Looking

    @Slot(str)
    def _on_typed(self, _words: str) -> None:
        if not self._bar.isHidden():
            self._look(go=True)

    @Slot()
    def _look_again(self) -> None:
        if self._words():
            self._look(go=False)

    def _words(self) -> str:
        return self._passage if self._bar.isHidden() else self._bar.words()

    def _look(self, *, go: bool) -> None:
        """Look for the words in all that is shown; ``go``: to the first place below where one began."""
        before = self._here
        self._found = list(self._places(self._words()))
        if go:
            self._here = self._first_below()
        elif before not in self._found:
            self._here = None
        self._mark()
        if go and self._here is not None:
            self._bring(self._here)

    def _places(self, words: str) -> Iterator[FoundPlace]:
        view = self._view
        if view is None or not isValid(view) or not words.strip():
            return
        _lay_out(view)
        left = MOST
        texts: dict[str, Folded] = {}
        for surface in surfaces((view.title, view.body), view.ground.theme):
            text = surface.text()
            texts[text] = self._texts.get(text) or folded(text)
            for span in spans(texts[text], words)[:left]:
                left -= 1
                yield FoundPlace(surface, span)
        self._texts = texts

    def _first_below(self) -> FoundPlace | None:
        below = (place for place in self._found if self._top(place) >= self._from)
        return next(below, self._found[0] if self._found else None)

    def _go(self, step: int) -> None:
        if self._view is None or not self._words().strip():
            self.open()
            return
        self._look(go=False)
        if not self._found:
            return
        if self._here is not None:
            here = self._found[(self._found.index(self._here) + step) % len(self._found)]
        else:
            here = (self._first_below() if step > 0 else None) or self._found[-1]
        self._here = here
        self._mark()
        self._bring(here)

    # Showing

    def _mark(self) -> None:
        by_surface: dict[int, tuple[Surface, list[Span]]] = {}
        for place in self._found:
            by_surface.setdefault(id(place.surface.widget), (place.surface, []))[1].append(place.span)
        for surface in self._marked:
            if id(surface.widget) not in by_surface and isValid(surface.widget):
                surface.mark((), None)
        self._marked = [surface for surface, _spans in by_surface.values()]
        for surface, its in by_surface.values():
            here = self._here.span if self._here is not None and self._here.surface == surface else None
            surface.mark(its, here)
        at = self._found.index(self._here) + 1 if self._here is not None else 0
        self._bar.show_count(at, len(self._found), MOST)

    def _bring(self, place: FoundPlace) -> None:
        """Bring a place into view, if it is not there: a third down, so that what comes before it can be read."""
        view = self._view
        assert view is not None
        top, height = self._top(place), view.viewport().height()
        seen = view.verticalScrollBar().value()
        if not seen + S24 <= top <= seen + height - 2 * S24:
            self._hold(place)

    def _hold(self, place: FoundPlace) -> None:
        """Bring a place into view and keep it there while the page is still being laid out."""
        view = self._view
        assert view is not None
        view.anchor.hold_widget(place.surface.widget, partial(_down, view, place))

    def _top(self, place: FoundPlace) -> int:
        """Return how far down the page a place stands."""
        view, widget = self._view, place.surface.widget
        content = view.widget() if view is not None else None
        assert content is not None
        return widget.mapTo(content, QPoint(0, 0)).y() + place.surface.rect(place.span).top()

    # A passage one has come to

    def _show_passage(self, spot: str) -> None:
        """Mark the words of a spot, and show those that stand in its context, in the item one came for if they do."""
        view = self._view
        assert view is not None
        self._bar.close_bar()
        words, _line, context = spot.partition("\n")
        for wanted in _beginnings(words):
            self._passage = wanted
            self._found = list(self._places(wanted))
            while not self._found and view.body.build_next():
                self._found = list(self._places(wanted))
            if self._found:
                self._here = self._meant(list(self._places(context)))
                self._mark()
                self._hold(self._here)
                return
        self._passage = ""
        self._messages.note(
            _("Ordene står ikke i teksten på siden nå. De kan stå i en figur eller et svar, eller teksten er endret.")
        )

    def _meant(self, contexts: Sequence[FoundPlace]) -> FoundPlace:
        """Return which of the places found is meant: one inside its context, in the item one came for, or the first."""
        inside = [place for place in self._found if any(_is_in(place, context) for context in contexts)]
        item = self._view.came_for() if self._view is not None else None
        for places in (inside, self._found):
            for place in places:
                if item is not None and item.isAncestorOf(place.surface.widget):
                    return place
        return (inside or self._found)[0]

    # Going

    @Slot()
    def _on_closed(self) -> None:
        self._clear()
        before, self._before = self._before, None
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._view is not None and isValid(self._view):
            self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _clear(self) -> None:
        self._passage = ""
        self._found, self._here = [], None
        self._texts = {}
        for surface in self._marked:
            if isValid(surface.widget):
                surface.mark((), None)
        self._marked = []


def _down(view: PageView, place: FoundPlace) -> int:
    """Return how far down its widget the top of the view is, so that the place stands a third down."""
    return place.surface.rect(place.span).top() - view.viewport().height() // 3


def _is_in(place: FoundPlace, context: FoundPlace) -> bool:
    (start, end), (first, last) = place.span, context.span
    return place.surface == context.surface and first <= start and end <= last


def _lay_out(view: PageView) -> None:
    """Let what has been built just now be seen and have its place: a layout shows what it gets a moment later."""
    for part in view.body.parts():
        if part.widget.isHidden() and not part.widget.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide):
            part.widget.show()
    content = view.widget()
    layout = content.layout() if content is not None else None
    if layout is not None:
        layout.activate()


def _beginnings(passage: str) -> Sequence[str]:
    """Return a passage, and ever shorter beginnings of it."""
    words = passage.split()
    found = [passage]
    while len(words) * 2 // 3 >= LEAST_WORDS:
        words = words[: len(words) * 2 // 3]
        found.append(" ".join(words))
    return found
