"""A page with a voice of the test's own, which says a sentence for as long as the test wants."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from kursapp.settings import Settings
from kursapp.ui.actions import Actions
from kursapp.ui.participant.page import PageScreen
from kursapp.ui.participant.read_aloud.attaching import ReadAloud
from kursapp.ui.participant.read_aloud.voice import Over
from kursapp.ui.preferences import Preferences
from kursapp.ui.theme.theme import Look
from tests.ui.participant.page_course import FIRST, SECOND
from tests.ui.participant.sitting import HandClock, Sitting, make_theme, write_course


@dataclass
class HandVoice:
    """Says nothing by itself; ``end`` is the end of what is being said."""

    languages: tuple[str, ...] = ("nb", "nn")
    said: list[str] = field(default_factory=list)
    rates: list[float] = field(default_factory=list)
    over: Over | None = None

    def speaks(self, language: str) -> bool:
        """Say whether it is one of its languages."""
        return language in self.languages

    def say(self, words: str, language: str, rate: float, over: Over) -> None:
        """Keep what is to be said."""
        assert self.speaks(language)
        self.said.append(words)
        self.rates.append(rate)
        self.over = over

    def stop(self) -> None:
        """Forget it."""
        self.over = None

    @property
    def is_speaking(self) -> bool:
        """Say whether something is being said."""
        return self.over is not None

    def end(self, *, well: bool = True) -> None:
        """Let what is being said come to its end."""
        over, self.over = self.over, None
        assert over is not None
        over(well)


@dataclass
class Listening:
    """The window with a page, the voice, and what reads to it."""

    sitting: Sitting
    voice: HandVoice
    actions: Actions
    saved: list[Settings] = field(default_factory=list)

    def __post_init__(self) -> None:
        screen = self.sitting.steering.screen
        assert isinstance(screen, PageScreen)
        self.screen = screen
        self.preferences = Preferences(Settings(speech="fast"), self.saved.append, self.sitting.messages)

    def attach(self, *, found: bool = True, look: bool = True) -> ReadAloud:
        """Let it look for the voice, at once or in its own time, and find it or not."""
        made = ReadAloud(
            self.screen,
            self.actions,
            self.preferences,
            self.sitting.theme,
            self.sitting.messages,
            lambda _parent: self.voice if found else None,
        )
        if look:
            made.look()
        return made

    def go(self, session: str, page: str) -> None:
        """Go to a page that is built to its end."""
        self.sitting.go(session, page)
        self.sitting.wait_for(lambda: self.sitting.view().is_built, "the whole page")
        self.sitting.settle()


@pytest.fixture(scope="session")
def read_once(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Write the course once, and give what has been read of it a place to be kept."""
    folder = tmp_path_factory.mktemp("read-aloud")
    return write_course(folder / "courses", [("en.md", FIRST), ("to.md", SECOND)]), folder / "cache"


@pytest.fixture
def listen(tmp_path: Path, read_once: tuple[Path, Path], qapp: QApplication) -> Iterator[Callable[[str], Listening]]:
    """Sit down at a page of the first session."""
    theme = make_theme(Look("light"))
    sittings: list[Sitting] = []

    def down(page: str) -> Listening:
        courses, cache = read_once
        sitting = Sitting(tmp_path / "profil.db", courses, HandClock(), theme, cache=cache)
        sittings.append(sitting)
        sitting.go("s1", page)
        made = Listening(sitting, HandVoice(), Actions())
        made.go("s1", page)
        return made

    yield down
    for sitting in sittings:
        sitting.close()
    theme.deleteLater()
