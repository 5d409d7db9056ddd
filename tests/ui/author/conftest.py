"""A workbench at a small draft of one's own, with real files and a real reader."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from pytestqt.qtbot import QtBot

from kursapp import paths
from kursapp.domain.draft import DraftCard
from kursapp.domain.problem import Problem
from kursapp.services.author import Author
from kursapp.services.clock import SystemClock
from kursapp.services.live_course import Looking
from kursapp.ui.drafting.open_draft import OpenDraft
from kursapp.ui.workbench import Workbench
from tests.kept_worker import KeptWorker
from tests.ui.conftest import sweep

LONG = 30_000
"""Milliseconds to wait for something that takes a moment: generous, for the machine may be busy."""


class Desk(NamedTuple):
    """A draft at hand, and what was said about it."""

    bench: Workbench
    draft: OpenDraft
    card: DraftCard
    troubles: list[Problem]
    qtbot: QtBot

    @property
    def folder(self) -> Path:
        """The folder of the draft."""
        return self.card.folder

    def open(self) -> OpenDraft:
        """Open the draft, and wait until it is."""
        entered: list[bool] = []
        self.draft.enter(self.card.id, lambda: entered.append(True), lambda: entered.append(False))
        self.qtbot.waitUntil(lambda: bool(entered), timeout=LONG)
        assert entered == [True]
        return self.draft

    def text_of(self, file: str) -> str:
        """Return a file's text as it stands in the window."""
        found: list[str] = []
        self.draft.text_of(file, found.append)
        self.qtbot.waitUntil(lambda: bool(found), timeout=LONG)
        return found[0]

    def on_disk(self, file: str) -> str:
        """Return a file's text as it stands on the disk."""
        return (self.folder / file).read_text("utf-8")

    def settle(self) -> None:
        """Wait until the files' thread has done everything asked so far, and the screen knows."""
        done: list[object] = []
        self.bench.ask(_nothing, done.append)
        self.qtbot.waitUntil(lambda: bool(done), timeout=LONG)

    def checked(self) -> None:
        """Wait until the check is of the texts as they stand."""
        self.draft.check()
        self.qtbot.waitUntil(lambda: self.draft.is_fresh, timeout=LONG)


def _nothing(_author: Author) -> bool:
    return True


Desks = Callable[[], Desk]


@pytest.fixture
def desks(qtbot: QtBot, tmp_path: Path, kept_worker: KeptWorker) -> Iterator[Desks]:
    """Sit down at the same draft, as often as one likes: each time as a new start of the program would."""
    benches: list[Workbench] = []
    author = Author(tmp_path / "data", SystemClock())
    card = author.new(tmp_path / "kurs" / "lederkurs", "Lederkurs", paths.assets() / "nytt-kurs")
    author.close()

    def leave() -> None:
        for each in benches:
            each.close(10)
            each.deleteLater()
        benches.clear()
        sweep()

    def sit() -> Desk:
        leave()
        bench = Workbench(
            lambda: Author(tmp_path / "data", SystemClock(), kept_worker),
            lambda: Looking(tmp_path / "cache", kept_worker),
        )
        benches.append(bench)
        troubles: list[Problem] = []
        bench.trouble.connect(troubles.append)
        return Desk(bench, OpenDraft(bench, bench), card, troubles, qtbot)

    yield sit
    leave()


@pytest.fixture
def desk(desks: Desks) -> Desk:
    """Sit down at the draft once."""
    return desks()
