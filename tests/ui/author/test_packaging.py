"""Pakk og del: what stands in the way, what is new, which keys are corrected, and a package participants can open."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from kursapp.content.change_note import read_change_note
from kursapp.content.package import unpack
from kursapp.services.author import Author
from kursapp.services.clock import SystemClock
from kursapp.services.live_course import Looking
from kursapp.services.open_course import CourseReader
from kursapp.ui.author.packaging import PackagingScreen
from kursapp.ui.drafting.open_draft import OpenDraft
from kursapp.ui.messages import Messages
from kursapp.ui.navigation import Location, Navigator, draft_check, draft_package, home
from kursapp.ui.tasks import Tasks
from kursapp.ui.theme.theme import Theme
from kursapp.ui.workbench import Workbench
from kursapp.worker import Worker
from tests.kept_worker import KeptWorker
from tests.small_package import ID, TITLE, write_course

LONG = 30_000


class Bench:
    """An instructor with one course open, and the screen she packs it on."""

    def __init__(self, qtbot: QtBot, theme: Theme, place: Path, worker: Worker) -> None:
        self.qtbot, self.place = qtbot, place
        self.folder = write_course(place / "kurs")
        author = Author(place / "data", SystemClock(), worker)
        self.card = author.add(self.folder)
        self.tasks = Tasks(lambda: pytest.fail("a profile was opened"), lambda: CourseReader(worker, place / "cache"))
        self.tasks._reader.start()
        self.workbench = Workbench(lambda: author, lambda: Looking(place / "cache", worker))
        self.draft = OpenDraft(self.workbench)
        self.messages, self.navigator = Messages(), Navigator(home())
        self.went: list[Location] = []
        self.navigator.moved.connect(self.went.append)
        self.screen = PackagingScreen(self.draft, self.tasks, self.navigator, theme, self.messages)
        qtbot.addWidget(self.screen)
        self.screen.resize(960, 700)
        self.screen.show()

    def enter(self) -> None:
        """Go to the screen, and wait until it has looked at the course."""
        self.screen.enter(draft_package(self.card.id))
        self.qtbot.waitUntil(lambda: self.draft.course is not None or self.draft.refused is not None, timeout=LONG)
        self.settle()

    def settle(self) -> None:
        """Wait until everything asked for has been answered."""
        for _round in range(4):
            done: list[object] = []
            self.tasks.reading(lambda _reader: None, done.append)
            self.workbench.ask(lambda _author: None, done.append)
            self.workbench.look(lambda _looking: None, done.append)
            self.qtbot.waitUntil(lambda done=done: len(done) == 3, timeout=LONG)

    def words(self) -> str:
        """Return everything the screen says."""
        return "\n".join(each.text() for each in self.screen.findChildren(QLabel) if each.isVisible())

    def pack(self, version: str = "", note: str = "") -> Path:
        """Pack to a file, and return it."""
        if version:
            self.screen.version.field.setText(version)
        self.screen.note.set_text(note)
        self.screen.pack.click()
        dialog = self.screen.files.dialog
        assert dialog is not None, self.words()
        target = self.place / f"ut-{self.screen.version.text()}.kurs"
        dialog.filesSelected.emit([str(target)])
        dialog.done(1)
        self.qtbot.waitUntil(lambda: "Lagret:" in self.words(), timeout=LONG)
        self.settle()
        return target

    def says(self, words: str) -> None:
        """Wait until the screen says something."""
        self.qtbot.waitUntil(lambda: words in self.words(), timeout=LONG)

    def change(self, old: str, new: str, file: str = "dag-1/svaret.md") -> None:
        """Change a file in another program, and come back to the screen."""
        path = self.folder / file
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new), "utf-8")
        self.draft.look_outside()
        self.settle()
        self.enter()

    def close(self) -> None:
        """End the threads."""
        self.draft.close()
        self.workbench.close(10)
        self.tasks.close(10)


@pytest.fixture
def bench(qtbot: QtBot, theme: Theme, tmp_path: Path, kept_worker: KeptWorker) -> Iterator[Bench]:
    """Give an instructor with the small course, and end her threads."""
    made = Bench(qtbot, theme, tmp_path, kept_worker)
    yield made
    made.close()


def test_a_course_is_packed_for_the_first_time(bench: Bench, tmp_path: Path) -> None:
    """Ready, with its own version; the file holds the course, the note is in it, and the history remembers it."""
    bench.enter()
    bench.says("Kurset er klart. Sjekken har ingen funn.")
    assert "Første pakke av kurset" in bench.words()
    assert bench.screen.version.text() == "1.0.0"
    file = bench.pack(note="Velkommen.")
    (tmp_path / "ut").mkdir()
    about = unpack(file, tmp_path / "ut")
    assert (about.id, about.version, about.note, about.title) == (ID, "1.0.0", "Velkommen.", TITLE)
    bench.says("Velkommen.")
    assert "Pakket før" in bench.words()
    bench.says("Ingenting deltakerne ser, er endret.")


def test_the_next_version_tells_what_is_other(bench: Bench, tmp_path: Path) -> None:
    """Pages by name, a version that says so and is written into the cover, and the key that was wrong."""
    bench.enter()
    bench.pack()
    bench.change("Takk for", "Tusen takk for")
    bench.says("1 side endret")
    assert "Hva du sier" in bench.words()
    bench.qtbot.waitUntil(lambda: bench.screen.version.text() == "1.0.1", timeout=LONG)
    bench.change("- [x] Hva", "- [ ] Hva")
    bench.change("- [ ] Hvem", "- [x] Hvem")
    bench.qtbot.waitUntil(lambda: bench.screen.version.text() == "1.1.0", timeout=LONG)
    bench.says("Fasiten er endret")
    box = bench.screen.corrections.list.boxes["sp-forst"]
    assert not box.isChecked()
    box.click()
    file = bench.pack(note="Vi tok feil.")
    (tmp_path / "ut").mkdir()
    about = unpack(file, tmp_path / "ut")
    note = read_change_note(about.note)
    assert (about.version, note.words, note.corrections) == ("1.1.0", "Vi tok feil.", ("sp-forst",))
    assert "versjon: 1.1.0" in (bench.folder / "kurs.md").read_text("utf-8")
    bench.says("Rettet: sp-forst")


def test_a_version_that_is_not_newer_is_asked_for_again(bench: Bench) -> None:
    """At the line, before anything is written."""
    bench.enter()
    bench.pack()
    bench.change("Takk for", "Tusen takk for")
    for version, told in (("1.0.0", "Du har alt pakket 1.0.0"), ("ny", "Skriv tall med punktum mellom")):
        bench.screen.version.field.setText(version)
        bench.screen.pack.click()
        assert bench.screen.files.dialog is None
        assert told in bench.screen.version.error.text()


def test_errors_stand_in_the_way(bench: Bench) -> None:
    """Nothing is packed, and the way to the check is one press away."""
    bench.change("- [x] Hva", "- [ ] Hva")
    bench.says("Kurset har 1 feil og kan ikke pakkes ennå.")
    bench.screen.pack.click()
    assert bench.screen.files.dialog is None
    bench.screen.ready.check.click()
    assert bench.went[-1] == draft_check(bench.card.id)


def test_ids_that_are_missing_are_written_on_the_way(bench: Bench) -> None:
    """One press writes them into the file; then the course can be packed."""
    bench.change("\n## Hva du skriver ned\n<!-- id: side-d -->\n", "\n## Hva du skriver ned\n")
    bench.says("1 id mangler.")
    bench.screen.pack.click()
    assert bench.screen.files.dialog is None
    bench.screen.ready.ids.click()
    bench.says("Kurset er klart")
    assert "<!-- id: svaret-hva-du-skriver-ned -->" in (bench.folder / "dag-1/svaret.md").read_text("utf-8")
    assert bench.pack().exists()


def test_a_course_that_cannot_be_read_says_why(bench: Bench) -> None:
    """The cover is gone."""
    bench.enter()
    (bench.folder / "kurs.md").unlink()
    bench.draft.look_outside()
    bench.settle()
    bench.enter()
    bench.says("Kurset kan ikke leses")
    assert not bench.screen.pack.isVisible()


def test_a_place_that_cannot_be_written_to(bench: Bench) -> None:
    """One sentence; nothing is remembered, and the version stands in the cover for the next try."""
    bench.enter()
    told: list[str] = []
    bench.messages.shown.connect(lambda message: told.append(message.text))
    bench.screen.pack.click()
    bench.screen.files.dialog.filesSelected.emit([str(bench.place / "finnes-ikke" / "a.kurs")])
    bench.screen.files.dialog.done(1)
    bench.qtbot.waitUntil(lambda: bool(told), timeout=LONG)
    assert "finnes-ikke" in told[0]
    assert "Pakket før" not in bench.words()


def test_the_keyboard_is_never_on_what_is_not_shown(bench: Bench) -> None:
    """While the course is read nothing is pointed at; then the version is."""
    assert bench.screen.first_focus() is None
    bench.enter()
    bench.qtbot.waitUntil(lambda: bench.screen.first_focus() is bench.screen.version.field, timeout=LONG)
    assert bench.screen.version.field.isVisible()
