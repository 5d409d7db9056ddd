"""Run as a program: an instructor writes in the real window, and how long what she waits for took, in ms.

``DRAFT``: the id of the draft she writes in. The data folder is KURSAPP_DATA.
"""

from __future__ import annotations

import json
import sys
import time
from typing import TYPE_CHECKING, cast

from benchmarks.scale import of

if TYPE_CHECKING:
    from benchmarks.in_window import Driven
    from kursapp.ui.author.edit import EditScreen
    from kursapp.ui.participant.preview import Preview

STILL_SECONDS = 1.5
WIDTH, HEIGHT = 1600, 900
TIMES = of(8, 2)
KEYS = of(240, 12)
KEY_SECONDS = 0.045
"""From one key to the next of somebody who writes fast: eleven keys to the preview's pause, none to the check's."""
WORDS = "Barnets mening skal fram, og det skal stå hvordan den er vektlagt. "

# What is needed is imported where it is needed: a worker started from here imports this module again.


def run(draft_id: str) -> dict[str, float]:
    """Open the window, write in a session of the flagship and in one of 1 MB; return what ``author`` judges."""
    from benchmarks.author import BIG, SMALL
    from benchmarks.flagship import FLAGSHIP
    from benchmarks.in_window import Driven

    driven = Driven()
    driven.course(FLAGSHIP)
    # Wide enough for the text and the page side by side.
    driven.program.window.resize(WIDTH, HEIGHT)
    told: dict[str, float] = {}
    for file, name in ((SMALL, "flagship"), (BIG, "1 MB")):
        writing = Writing(driven, draft_id, file)
        told[f"preview after a pause, {name}"] = writing.preview()
        told[f"check after an edit, {name}"] = writing.check()
        told[f"key to glyph, p95, {name}"], told[f"key, the screen's own work, p95, {name}"] = writing.keys()
    driven.close()
    return told


class Writing:
    """One file open in Rediger, with the cursor in the middle of it."""

    def __init__(self, driven: Driven, draft_id: str, file: str) -> None:
        from kursapp.ui.navigation import edit

        self._driven = driven
        self._file = file
        driven.navigator.go(edit(draft_id, file, 1))
        driven.wait_for(lambda: driven.navigator.here.screen == "edit", "Rediger")
        self._screen = cast("EditScreen", driven.rest.steering.screen)
        self._preview = cast("Preview", self._screen.preview)
        self._code = self._screen.editor.code
        driven.wait_for(lambda: self._code.sheet.is_whole and self._is_at_rest(), file)
        self._go_to_words()
        driven.wait_for(self._is_at_rest, "the page")
        driven.work_for(STILL_SECONDS)

    def preview(self) -> float:
        """Return how long it takes from the end of the pause after a key until the page with it is on the screen."""
        times = []
        for number in range(TIMES):
            before = self._preview.shown
            self._type(f"Ny{number} ")
            start = self._paused()
            self._driven.wait_for(lambda before=before: self._preview.shown is not before, "the page")
            times.append(time.perf_counter() - start)
            self._driven.wait_for(self._is_at_rest, "the check")
        return sorted(times)[len(times) // 2] * 1000

    def check(self) -> float:
        """Return how long the whole course takes to be looked at after an edit, as the instructor's thread does it."""
        from functools import partial

        draft, workbench = self._driven.rest.draft, self._driven.rest.workbench
        folder, text = draft.folder, self._screen.editor.text()
        assert folder is not None
        times: list[float] = []
        for number in range(TIMES):
            edited = text.replace("Ny0", f"Ny{number + 100}")
            workbench.look(partial(_timed, folder, {self._file: edited}), times.append)
            self._driven.wait_for(lambda number=number: len(times) > number, "the look")
        return sorted(times)[len(times) // 2] * 1000

    def keys(self) -> tuple[float, float]:
        """Return what a key takes until its glyph is painted while she writes on: 95th percentiles.

        First by the wall clock, then of processor on the screen's thread, which is the same on a busy machine.
        """
        from benchmarks.measure import percentile

        times, works = [], []
        for number in range(KEYS):
            # Now and then she stops to think: the preview is built, and the course looked at, under the keys after it.
            self._driven.work_for(0.7 if number % 24 == 0 else 0.2 if number % 8 == 0 else KEY_SECONDS)
            begun = time.thread_time()
            times.append(self._key(WORDS[number % len(WORDS)]))
            works.append((time.thread_time() - begun) * 1000)
        if "-v" in sys.argv:
            print(self._file, [round(one) for one in sorted(times)[-24:]], file=sys.stderr)
            print(self._file, [round(one) for one in sorted(works)[-24:]], file=sys.stderr)
        return percentile(times, 95), percentile(works, 95)

    def _key(self, letter: str) -> float:
        from PySide6.QtCore import QEvent, Qt
        from PySide6.QtGui import QKeyEvent
        from PySide6.QtWidgets import QApplication

        from benchmarks.in_window import Paint

        painted = Paint(self._code.viewport())
        start = time.perf_counter()
        key = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, letter)
        QApplication.postEvent(self._code, key)
        while not painted.seen:
            QApplication.processEvents()
        took = (time.perf_counter() - start) * 1000
        self._code.viewport().removeEventFilter(painted)
        return took

    def _type(self, words: str) -> None:
        for letter in words:
            self._key(letter)

    def _paused(self) -> float:
        """Wait until the editor says that one has stopped writing, and return when that was."""
        heard: list[float] = []
        self._screen.editor.paused.connect(lambda: heard.append(time.perf_counter()))
        self._driven.wait_for(lambda: heard, "the pause")
        return heard[0]

    def _go_to_words(self) -> None:
        """Put the cursor before a word of running text, in the middle of the file."""
        lines = self._screen.editor.text().split("\n")
        middle = len(lines) // 2
        plain = (at for at in range(middle, len(lines)) if lines[at][:1].isalpha() and len(lines[at]) > 60)
        self._screen.editor.go_to(next(plain) + 1)

    def _is_at_rest(self) -> bool:
        return self._preview.is_settled and self._preview.view() is not None and self._driven.rest.draft.is_fresh


def _timed(folder: object, texts: dict[str, str], looking: object) -> float:
    from pathlib import Path

    from kursapp.services.live_course import Looking

    assert isinstance(looking, Looking)
    assert isinstance(folder, Path)
    start = time.perf_counter()
    looking.course(folder, texts)
    return time.perf_counter() - start


if __name__ == "__main__":
    print(json.dumps(run(sys.argv[1])))
