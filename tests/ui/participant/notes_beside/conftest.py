"""A page one can mark in, in the real window on a real profile file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kursapp.domain.annotation import Anchor, Annotation
from kursapp.services.annotate import NotedPage
from kursapp.ui.messages import Message
from kursapp.ui.participant.notes_beside.attaching import NotesBeside
from kursapp.ui.participant.notes_beside.marking import Marking
from kursapp.ui.participant.notes_beside.page_notes import PageNotes
from kursapp.ui.participant.notes_beside.pane import NotesPane
from kursapp.ui.participant.page import PageScreen
from kursapp.ui.parts import Parts
from kursapp.ui.theme.theme import Look
from kursapp.ui.widgets.prose_view import ProseView
from tests.ui.participant import sitting as sitting_module
from tests.ui.participant.sitting import HandClock, Sitting, make_theme, write_course

LONG = "\n\n".join(f"Avsnitt {number}. " + "Dette er en setning som fyller linjen. " * 6 for number in range(30))
SESSION = f"""---
id: s1
minutter: 10
---
# Økt

## Frister
<!-- id: frister -->
En melding skal gjennomgås snarest 😀, og senest innen én uke. Se [loven](https://www.ks.no/barnevern).

> [!VIKTIG]
> Fristen står i loven.

| Hva | Når |
|---|---|
| Undersøkelse | tre måneder |

Fra høyre: שלום עולם. Frister er frister.

### Refleksjon: Hva tenker du?
<!-- id: r1 -->
Skriv litt.

### Videre
Etter spørsmålet står dette.

## Lang
<!-- id: lang -->
{LONG}

## Siste
<!-- id: siste -->
Slutt.
"""

TERMS = "# Begreper\n\n| Begrep | Forklaring |\n|---|---|\n| melding | Det som kommer inn. |\n"


@dataclass
class AtPage:
    """The window with a page one can mark in, and hands that mark in it."""

    sitting: Sitting
    beside: NotesBeside
    heard: list[Message] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.sitting.messages.shown.connect(self.heard.append)

    @property
    def marking(self) -> Marking:
        """What marks in the page shown."""
        found = self.beside.marking()
        assert found is not None
        return found

    @property
    def notes(self) -> PageNotes:
        """What is noted on the page shown."""
        found = self.beside.notes()
        assert found is not None
        return found

    @property
    def pane(self) -> NotesPane:
        """The notes beside the page."""
        return self.beside.pane

    def go(self, page: str, target: str = "") -> None:
        """Go to a page that is built to its end, and whose notes have been read."""
        self.sitting.go("s1", page, target)
        self.sitting.wait_for(lambda: self.sitting.view().is_built and self.notes.is_read, "the whole page")
        self.settle()

    def settle(self) -> None:
        """Wait until what was written has been read again and is shown."""
        self.sitting.settle()
        self.sitting.settle()

    def texts(self) -> list[ProseView]:
        """Return the running texts of the page."""
        return self.notes.texts()

    def select(self, words: str, nth: int = 0) -> ProseView:
        """Choose words in the ``nth`` text of the page as a mouse does: press, move, let go."""
        text = self.texts()[nth]
        start = text.plain().index(words)
        cursor = text.textCursor()
        cursor.setPosition(text.place_of(start))
        cursor.setPosition(text.place_of(start + len(words)), cursor.MoveMode.KeepAnchor)
        text.setFocus()
        # Qt itself chooses while the mouse moves; beginning and letting go are what the program answers to.
        QTest.mousePress(text.viewport(), Qt.MouseButton.LeftButton)
        text.setTextCursor(cursor)
        QTest.mouseRelease(text.viewport(), Qt.MouseButton.LeftButton, pos=text.cursorRect().center())
        self.settle()
        return text

    def click(self, words: str) -> None:
        """Click on words in the first text."""
        text = self.texts()[0]
        cursor = text.textCursor()
        cursor.setPosition(text.place_of(text.plain().index(words)))
        rect = text.cursorRect(cursor)
        QTest.mouseClick(text.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(rect.right() + 6, rect.center().y()))
        self.settle()

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the keyboard is."""
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key, modifier)
        self.settle()

    def kept(self) -> list[Annotation]:
        """Return what the profile has of this course, without the bin."""
        return list(self.sitting.profile_asks(lambda participant: participant.notes.all()))

    def put(self, words: str, colour: str = "yellow", note: str = "") -> Annotation:
        """Have words of the first text highlighted already."""
        text = self.texts()[0].plain()
        start = text.index(words)
        return self.keep(Anchor.of(text, start, start + len(words)), colour, note)

    def keep(self, anchor: Anchor, colour: str = "yellow", note: str = "") -> Annotation:
        """Have something highlighted already, wherever it stands, and wait until the page shows it."""
        page = self.notes.page
        made: Annotation = self.sitting.profile_asks(
            lambda participant: participant.notes.highlight(page, anchor, colour, note)
        ).annotation
        self.notes.read()
        self.settle()
        return made

    def keep_many(self, count: int) -> None:
        """Have as many words of the first text highlighted."""
        text, page = self.texts()[0].plain(), self.notes.page
        anchors = [Anchor.of(text, at * 3, at * 3 + 2) for at in range(count)]
        self.sitting.profile_asks(
            lambda participant: [participant.notes.highlight(page, anchor).annotation for anchor in anchors]
        )
        self.notes.read()
        self.settle()

    def note(self, words: str) -> Annotation:
        """Have a note to the page already."""
        page: NotedPage = self.notes.page
        made: Annotation = self.sitting.profile_asks(lambda participant: participant.notes.note(page, words)).annotation
        self.notes.read()
        self.settle()
        return made

    def marked(self) -> list[tuple[str, str]]:
        """Return the marked words of the page with their looks."""
        return [
            (text.plain()[mark.start : mark.end], mark.look)
            for text in self.texts()
            for mark in text.marks("highlight")
        ]


SitBeside = Callable[..., AtPage]


@pytest.fixture
def sit_beside(tmp_path: Path, qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[SitBeside]:
    """Sit down at a page; again is a restart."""
    made: list[NotesBeside] = []
    sittings: list[Sitting] = []

    def screen(parts: Parts) -> PageScreen:
        page = PageScreen(parts.tasks, parts.courses, parts.navigator, parts.theme, parts.messages, parts.actions)
        made.append(NotesBeside(page, parts.tasks, parts.navigator, parts.theme, parts.messages, parts.actions))
        return page

    def down(page: str = "frister", *, size: tuple[int, int] = (1366, 768), session: str = SESSION) -> AtPage:
        for before in sittings:
            before.close()
        courses = tmp_path / "courses"
        if courses.exists():
            (courses / "lite" / "en.md").write_text(session, encoding="utf-8")
        else:
            write_course(courses, [("en.md", session)])
            (courses / "lite" / "begreper.md").write_text(TERMS, encoding="utf-8")
        sitting = Sitting(tmp_path / "profil.db", courses, HandClock(), make_theme(Look("light")), size)
        sittings.append(sitting)
        sitting.go("s1", page)
        at = AtPage(sitting, made[-1])
        at.go(page)
        return at

    monkeypatch.setattr(sitting_module, "_page_screen", screen)
    yield down
    for sitting in sittings:
        sitting.close()


@pytest.fixture
def at(sit_beside: SitBeside) -> AtPage:
    """Sit down at the page of deadlines."""
    return sit_beside()
