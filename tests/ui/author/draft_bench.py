"""An open draft without the window: the course on disk, the two threads, and what the check finds in it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from pytestqt.qtbot import QtBot

from kursapp.domain.problem import Problem
from kursapp.services.author import Author
from kursapp.services.clock import SystemClock
from kursapp.services.live_course import Looking
from kursapp.ui.drafting.open_draft import OpenDraft
from kursapp.ui.messages import Message, Messages
from kursapp.ui.navigation import Location, Navigator, home
from kursapp.ui.workbench import Workbench
from kursapp.worker import Worker

LONG = 30_000


class DraftBench:
    """An instructor with one course open. ``went`` are the places she was led to, ``told`` what she was told."""

    def __init__(self, qtbot: QtBot, place: Path, worker: Worker, files: Mapping[str, str]) -> None:
        self.qtbot = qtbot
        self.folder = place / "kurs"
        for file, text in files.items():
            path = self.folder / file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        author = Author(place / "author-data", SystemClock(), worker)
        self.card = author.add(self.folder)
        self.workbench = Workbench(lambda: author, lambda: Looking(place / "cache", worker))
        self.draft = OpenDraft(self.workbench)
        self.navigator, self.messages = Navigator(home()), Messages()
        self.went: list[Location] = []
        self.told: list[Message] = []
        self.navigator.moved.connect(self.went.append)
        self.messages.shown.connect(self.told.append)

    def open(self) -> None:
        """Open the draft and wait for the first check."""
        self.draft.enter(self.card.id, _nothing, _nothing)
        self.checked()

    def checked(self) -> None:
        """Wait until what is found is of the texts as they stand."""
        self.qtbot.waitUntil(lambda: self.draft.card is not None and self.draft.is_fresh, timeout=LONG)
        self.settle()

    def settle(self) -> None:
        """Wait until everything asked for has been answered."""
        for _round in range(3):
            done: list[object] = []
            self.workbench.ask(lambda _author: None, done.append)
            self.workbench.look(lambda _looking: None, done.append)
            self.qtbot.waitUntil(lambda done=done: len(done) == 2, timeout=LONG)

    def found(self, code: str) -> Problem:
        """Return the first finding of a code."""
        return next(found for found in self.draft.problems if found.code == code)

    def text(self, file: str) -> str:
        """Return a file as it stands in the editor."""
        texts: list[str] = []
        self.draft.text_of(file, texts.append)
        self.qtbot.waitUntil(lambda: bool(texts), timeout=LONG)
        return texts[0]

    def close(self) -> None:
        """Leave the draft and end the threads."""
        self.draft.close()
        self.settle()
        self.workbench.close(10)


def _nothing() -> None:
    """Be told nothing."""
