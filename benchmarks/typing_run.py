"""Run as a program: types in the editor in a session of 1 MB, and prints how long each kind of key took, in ms."""

from __future__ import annotations

import json
import sys
import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from benchmarks.generated_course import session_text
from benchmarks.in_window import Paint, Pulse
from benchmarks.measure import percentile
from benchmarks.scale import of
from kursapp import paths
from kursapp.app.start import STYLE
from kursapp.domain.problem import Severity, problem
from kursapp.ui.theme.theme import Look, Theme

if TYPE_CHECKING:
    from kursapp.ui.author.editor.editor import MarkdownEditor

BYTES = of(1_000_000, 100_000)
WORDS = "Barnets mening skal fram, og det skal stå hvordan den er vektlagt. "
FINDING_EVERY = 25
"""Lines from one finding to the next: far more than anybody leaves standing."""
TIMES = 4


def megabyte() -> str:
    """Return a session as long as a file may be."""
    text = session_text(1, pages=750, paragraphs=3)
    return text.encode()[:BYTES].decode(errors="ignore").rpartition("\n")[0] + "\n"


def key_to_glyph(code: QPlainTextEdit, letters: str) -> list[float]:
    """Type letters where the cursor stands; return of each how long it took until the text was painted, in ms.

    Between two letters everything else that waits is done, as when a person types.
    """
    times = []
    for letter in letters:
        QApplication.processEvents()
        painted = Paint(code.viewport())
        while not painted.seen:
            QApplication.processEvents()
        painted.seen = False
        start = time.perf_counter()
        key = Qt.Key.Key_Return if letter == "\n" else Qt.Key.Key_unknown
        QApplication.sendEvent(code, QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, letter))
        while not painted.seen:
            QApplication.processEvents()
        times.append((time.perf_counter() - start) * 1000)
        code.viewport().removeEventFilter(painted)
    return times


def run() -> dict[str, float]:
    """Open, type in the middle, in a heading, and what opens a fence over all that follows; return the figures."""
    from kursapp.ui.actions import Actions
    from kursapp.ui.author.editor.editor import MarkdownEditor

    application = QApplication(["kursapp", *STYLE])
    theme = Theme(application, paths.assets(), Look("light"))
    theme.dress_application()
    theme.wake()
    editor = MarkdownEditor(theme, Actions())
    editor.resize(700, 760)
    editor.show()
    QApplication.processEvents()
    told = {"open 1 MB: longest stall": _open(editor)}
    lines = editor.code.blockCount()
    editor.set_findings(
        problem("no-id", "a.md", line, severity=Severity.WARNING) for line in range(1, lines, FINDING_EVERY)
    )
    _go(editor, lines // 2)
    told["a letter in 1 MB, p95"] = percentile(key_to_glyph(editor.code, WORDS * TIMES), 95)
    _go(editor, 12)
    told["a letter near the beginning of 1 MB, p95"] = percentile(key_to_glyph(editor.code, WORDS * TIMES), 95)
    told["a new line in 1 MB, p95"] = percentile(key_to_glyph(editor.code, "\n" * 40), 95)
    told["what opens and closes a fence in 1 MB, p95"] = percentile(key_to_glyph(editor.code, "\n```" * 10), 95)
    if "-v" in sys.argv:
        print(told, file=sys.stderr)
    return told


def _open(editor: MarkdownEditor) -> float:
    text, pulse = megabyte(), Pulse()
    pulse.start()
    editor.open("a.md", text)
    while not editor.code.sheet.is_whole:
        QApplication.processEvents()
    pulse.stop()
    return pulse.longest()


def _go(editor: MarkdownEditor, line: int) -> None:
    editor.go_to(line)
    QApplication.processEvents()


if __name__ == "__main__":
    print(json.dumps(run()))
