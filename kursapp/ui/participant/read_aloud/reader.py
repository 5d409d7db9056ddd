"""Reads a page aloud, sentence by sentence, and shows which one."""

from __future__ import annotations

import enum
from collections.abc import Iterator

from PySide6.QtCore import QEvent, QObject, Signal
from shiboken6 import isValid

from kursapp.domain.sentences import said
from kursapp.ui.participant.page_view import PageView
from kursapp.ui.participant.read_aloud.passages import Passage, passages
from kursapp.ui.participant.read_aloud.voice import NORMAL, RATES, Voice
from kursapp.ui.theme.scale import S48


class Reading(enum.Enum):
    """What the reader does."""

    SILENT = "silent"
    SPEAKING = "speaking"
    PAUSED = "paused"


class Reader(QObject):
    """Goes through one page. A pause is the end of a sentence that is said again from its beginning.

    The page is followed as long as the reader's eyes are there: once the sentence said has been scrolled out of view,
    the page stands where it was scrolled to. ``failed`` when the voice says nothing more.
    """

    changed = Signal()
    failed = Signal()

    def __init__(self, voice: Voice, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._voice = voice
        self._view: PageView | None = None
        self._language = "nb"
        self._speed = NORMAL
        self._reading = Reading.SILENT
        self._rest: Iterator[Passage] = iter(())
        self._read: list[Passage] = []
        self._at = -1

    @property
    def reading(self) -> Reading:
        """What is done now."""
        return self._reading

    @property
    def passage(self) -> Passage | None:
        """What is being read, or will be after the pause."""
        return self._read[self._at] if 0 <= self._at < len(self._read) else None

    def begin(self, view: PageView, language: str) -> None:
        """Read a page from what is seen at the top of it."""
        self.stop()
        self._view, self._language = view, language
        view.installEventFilter(self)
        self._rest = passages(view, view.verticalScrollBar().value())
        self._move(1)

    def pause(self) -> None:
        """Be silent, and stay at this sentence."""
        if self._reading is Reading.SPEAKING:
            self._voice.stop()
            self._tell(Reading.PAUSED)

    def go_on(self) -> None:
        """Read on, from the beginning of the sentence."""
        if self._reading is Reading.PAUSED:
            self._say()

    def step(self, by: int) -> None:
        """Go one sentence on (1) or back (-1); at the beginning it is said again."""
        if self._reading is Reading.SILENT:
            return
        paused = self._reading is Reading.PAUSED
        self._voice.stop()
        self._move(by, silent=paused)

    def set_speed(self, speed: str) -> None:
        """Read at another of ``RATES``, from this sentence on."""
        if speed == self._speed or speed not in RATES:
            return
        self._speed = speed
        if self._reading is Reading.SPEAKING:
            self._say()

    def stop(self) -> None:
        """Read no more of this page."""
        if self._reading is Reading.SILENT:
            return
        self._voice.stop()
        self._end()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Another window in front, or none of ours on screen, is no reason to stop; another page is.
        if watched is self._view and event.type() == QEvent.Type.Hide and not event.spontaneous():
            self.stop()
        return False

    def _move(self, by: int, *, silent: bool = False) -> None:
        follows = self._is_seen()
        self._unmark()
        at = max(self._at + by, 0)
        if at == len(self._read):
            following = next(self._rest, None)
            if following is None:
                self._end()
                return
            self._read.append(following)
        self._at = at
        passage = self._read[at]
        if not isValid(passage.widget):
            # The page has been built anew under the voice.
            self._end()
            return
        passage.mark()
        if follows:
            self._show(passage)
        if silent:
            self._tell(Reading.PAUSED)
        else:
            self._say()

    def _say(self) -> None:
        passage = self.passage
        assert passage is not None
        self._tell(Reading.SPEAKING)
        self._voice.say(said(passage.sentence.text), self._language, RATES[self._speed], self._on_over)

    def _on_over(self, well: bool) -> None:
        if self._reading is not Reading.SPEAKING:
            return
        if well:
            self._move(1)
            return
        self._end()
        self.failed.emit()

    def _end(self) -> None:
        self._unmark()
        if self._view is not None and isValid(self._view):
            self._view.removeEventFilter(self)
        self._view = None
        self._rest, self._read, self._at = iter(()), [], -1
        self._tell(Reading.SILENT)

    def _tell(self, reading: Reading) -> None:
        self._reading = reading
        self.changed.emit()

    def _unmark(self) -> None:
        if self.passage is not None:
            self.passage.unmark()

    def _is_seen(self) -> bool:
        """Say whether the sentence said last is on the screen; before the first, the page is where it is to be."""
        passage, view = self.passage, self._view
        if passage is None or view is None or not isValid(passage.widget):
            return True
        ground = view.widget()
        assert ground is not None
        place, top = passage.place(ground), view.verticalScrollBar().value()
        return place.bottom() >= top and place.top() <= top + view.viewport().height()

    def _show(self, passage: Passage) -> None:
        """Scroll where a sentence does not stand whole in view, so that some of what follows is seen as well."""
        view = self._view
        assert view is not None
        ground = view.widget()
        assert ground is not None
        place, bar, high = passage.place(ground), view.verticalScrollBar(), view.viewport().height()
        if place.top() < bar.value() or place.bottom() > bar.value() + high - S48:
            bar.setValue(max(place.top() - high // 4, 0))
