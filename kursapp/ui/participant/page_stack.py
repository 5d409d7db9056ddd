"""The pages at hand: the one shown, the one before it, and the next, which is built while the reader reads."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from kursapp.domain.problem import Problem
from kursapp.services.participant import PageState
from kursapp.ui.participant.page_ground import PageGround
from kursapp.ui.participant.page_loader import PageLoader
from kursapp.ui.participant.page_making import make_page_view
from kursapp.ui.participant.page_trail import Stop
from kursapp.ui.participant.page_view import PageView

KEPT, MOST = 3, 6
IDLE_MILLISECONDS = 120


class PageStack(QStackedWidget):
    """Shows pages of one course. A page already at hand is shown at once; another as soon as it has been read."""

    made = Signal(object)
    shown = Signal(object)
    refused = Signal(object)

    def __init__(self, loader: PageLoader, way: list[Stop], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._loader = loader
        self._way = way
        self._views: dict[int, PageView] = {}
        self._states: dict[int, PageState] = {}
        self._wanted = -1
        self._shown_at = -1
        self._target = ""
        self._spot = ""
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(IDLE_MILLISECONDS)
        self._idle.timeout.connect(self._tidy_and_prepare)

    def show_stop(self, at: int, target: str, spot: str = "") -> None:
        """Show page ``at`` of the way, at an item if ``target`` names one, and at a ``spot`` in its words."""
        self._wanted = at
        self._target = target
        self._spot = spot
        if at in self._views:
            self._present(at)
        else:
            self._load(at)

    def view(self) -> PageView | None:
        """Return the page shown now."""
        shown = self.currentWidget()
        return shown if isinstance(shown, PageView) else None

    def at(self) -> int:
        """Return where the page shown, or on its way, is."""
        return self._wanted

    def is_next_ready(self) -> bool:
        """Say whether the next page has been built while this one was read."""
        view = self._views.get(self._wanted + 1)
        return view is not None and view.is_built

    def _load(self, at: int) -> None:
        self._loader.load(self._way[at], self._on_loaded, self._on_failed)

    def _on_loaded(self, stop: Stop, ground: PageGround, state: PageState) -> None:
        at = self._way.index(stop)
        if at in self._views:
            return
        view = make_page_view(self._way, at, ground, state)
        self._views[at] = view
        self._states[at] = state
        self.made.emit(view)
        self.addWidget(view)
        if at == self._wanted:
            self._present(at)
        else:
            view.prepare(self.size())

    def _present(self, at: int) -> None:
        view = self._views[at]
        # Not whether it is the current one: the first page put in an empty stack is that before it has been shown.
        position = view.position() if view.was_shown else self._states[at].position
        self._shown_at = at
        self.setCurrentWidget(view)
        view.build_first()
        view.enter(self._target, position, self._spot)
        if len(self._views) > MOST:
            # One who turns page after page gives no time to tidy in.
            self._forget_distant()
        self.shown.emit(view)
        self._idle.start()

    @Slot()
    def _tidy_and_prepare(self) -> None:
        """Do what the page shown need not wait for: taking a page apart takes as long as showing one."""
        self._forget_distant()
        self._prepare_next()

    def _forget_distant(self) -> None:
        """Keep the pages nearest to the one shown."""
        at = self._shown_at
        distant = sorted(self._views, key=lambda place: abs(place - at))[KEPT:]
        for place in distant:
            view = self._views.pop(place)
            self._states.pop(place)
            view.leave()
            self.removeWidget(view)
            view.deleteLater()

    def _prepare_next(self) -> None:
        """Read the next page while there is nothing else to do."""
        at = self._wanted + 1
        if at < len(self._way) and at not in self._views:
            self._load(at)

    def _on_failed(self, stop: Stop, found: Problem) -> None:
        # A page that is only prepared may fail in silence: it is asked for again when it is wanted.
        if self._way.index(stop) == self._wanted:
            self._wanted = self._shown_at
            self.refused.emit(found)
