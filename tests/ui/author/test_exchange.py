"""Spørsmål inn og ut: a bank into the draft with a report and a way back, and the questions out with their losses."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from kursapp.domain.exporting import Unwatched
from kursapp.domain.problem import KursappError, refusal
from kursapp.interchange.gift_reader import read_gift
from kursapp.services.author import Author
from kursapp.services.clock import SystemClock
from kursapp.services.draft_exchange import import_into
from kursapp.services.import_questions import read_questions
from kursapp.services.live_course import Looking
from kursapp.ui.actions import Actions
from kursapp.ui.author.exchange import ExchangeScreen
from kursapp.ui.author.outline import OutlinePane
from kursapp.ui.drafting.open_draft import OpenDraft
from kursapp.ui.messages import Message, Messages
from kursapp.ui.navigation import Location, Navigator, edit, home, question_exchange
from kursapp.ui.palette_entries import _draft_places
from kursapp.ui.theme.theme import Theme
from kursapp.ui.workbench import Workbench
from kursapp.worker import Worker
from tests.kept_worker import KeptWorker
from tests.small_package import write_course

LONG = 30_000
BANK = "::Q1::Hva heter hovedstaden? {=Oslo#Ja ~Bergen#Nei}\n\nHva? {=a =%50%b}\n\nØdelagt { uten slutt\n"


class Bench:
    """An instructor with one course open, and the screen where questions come and go."""

    def __init__(self, qtbot: QtBot, theme: Theme, place: Path, worker: Worker) -> None:
        self.qtbot, self.place = qtbot, place
        self.folder = write_course(place / "kurs")
        self.author = Author(place / "data", SystemClock(), worker)
        self.card = self.author.add(self.folder)
        self.workbench = Workbench(lambda: self.author, lambda: Looking(place / "cache", worker))
        self.draft = OpenDraft(self.workbench)
        self.navigator, self.messages = Navigator(home()), Messages()
        self.told: list[Message] = []
        self.messages.shown.connect(self.told.append)
        self.went: list[Location] = []
        self.navigator.moved.connect(self.went.append)
        self.screen = ExchangeScreen(self.workbench, self.draft, self.navigator, theme, self.messages)
        qtbot.addWidget(self.screen)
        self.screen.resize(960, 700)
        self.screen.show()

    def enter(self) -> None:
        """Go to the screen, and wait until the course has been read."""
        self.screen.enter(question_exchange(self.card.id))
        self.qtbot.waitUntil(lambda: self.draft.course is not None, timeout=LONG)
        self.settle()

    def settle(self) -> None:
        """Wait until everything asked for has been answered."""
        for _round in range(4):
            done: list[object] = []
            self.workbench.ask(lambda _author: None, done.append)
            self.workbench.look(lambda _looking: None, done.append)
            self.qtbot.waitUntil(lambda done=done: len(done) == 2, timeout=LONG)

    def take(self, data: bytes, name: str = "Min bank.gift") -> None:
        """Choose a file in the dialog."""
        path = self.place / name
        path.write_bytes(data)
        self.screen.choose.click()
        self.choose(path)

    def save(self, kind: str, name: str, session: str = "*") -> Path:
        """Save the questions as a kind of file, through the dialog."""
        self.screen.kind.choose(kind)
        self.screen.part.set_value(session)
        self.screen.save.click()
        self.choose(self.place / name)
        return self.place / name

    def choose(self, path: Path) -> None:
        """Choose a path in the dialog that is open."""
        dialog = self.screen.files.dialog
        assert dialog is not None
        dialog.filesSelected.emit([str(path)])
        dialog.done(1)
        self.settle()

    def words(self) -> str:
        """Return everything the screen says."""
        return "\n".join(each.text() for each in self.screen.findChildren(QLabel) if each.isVisible())

    def files(self) -> dict[str, bytes]:
        """Return every file of the course."""
        return {
            str(path.relative_to(self.folder)): path.read_bytes() for path in self.folder.rglob("*") if path.is_file()
        }

    def close(self) -> None:
        """End the threads."""
        self.draft.close()
        self.workbench.close(10)


@pytest.fixture
def bench(qtbot: QtBot, theme: Theme, tmp_path: Path, kept_worker: KeptWorker) -> Iterator[Bench]:
    """Give an instructor with the small course, and end her threads."""
    made = Bench(qtbot, theme, tmp_path, kept_worker)
    yield made
    made.close()


def test_a_bank_becomes_a_session_with_a_report(bench: Bench) -> None:
    """How many questions came, each thing that was odd with its line, and the way to what was written."""
    bench.enter()
    bench.take(BANK.encode())
    assert "Hentet 2 spørsmål. 1 kunne ikke leses som spørsmål" in bench.words()
    assert [each.line for each in bench.screen.imported.found.list.findings.rows] == [3, 5]  # type: ignore[union-attr]
    assert "bank/min-bank.md" in bench.files()
    assert "bank/min-bank.md" in bench.draft.files
    bench.screen.imported.open.click()
    assert bench.went[-1] == edit(bench.card.id, "bank/min-bank.md")


def test_an_import_is_taken_back_whole(bench: Bench) -> None:
    """Angre leaves every file as it was, to the byte."""
    bench.enter()
    before = bench.files()
    bench.take(BANK.encode())
    assert bench.files() != before
    bench.screen.imported.undo.click()
    bench.settle()
    assert bench.files() == before
    assert not bench.screen.imported.isVisible()


def test_what_is_typed_is_kept_where_the_cover_is_written_in(bench: Bench) -> None:
    """Unsaved words on the cover are saved before the bank is named on it."""
    bench.enter()
    texts: list[str] = []
    bench.draft.text_of("kurs.md", texts.append)
    bench.settle()
    bench.draft.edit("kurs.md", texts[0].replace("\n## ", "\nEt ord til.\n\n## ", 1))
    bench.take(BANK.encode())
    cover = bench.files()["kurs.md"].decode()
    assert "Et ord til." in cover
    assert "(bank/min-bank.md)" in cover


@pytest.mark.parametrize(
    ("data", "name", "words"),
    [
        (b"PK\x03\x04", "a.gift", "ikke en fil med spørsmål"),
        (b"<quiz><question>", "a.xml", "ødelagt XML"),
        (b"\n", "a.gift", "ingen spørsmål"),
    ],
)
def test_a_bad_file_is_one_sentence_and_changes_nothing(bench: Bench, data: bytes, name: str, words: str) -> None:
    """The course is as it was, and another file can be chosen."""
    bench.enter()
    before = bench.files()
    bench.take(data, name)
    assert words in bench.told[-1].text
    assert bench.files() == before
    assert not bench.screen.work.isVisible()


class Impatient(Unwatched):
    """Somebody who says stop at once."""

    def cancelled(self) -> bool:
        return True


def test_an_import_that_is_stopped_leaves_the_course(bench: Bench) -> None:
    """Before a byte is written."""
    before = bench.files()
    path = bench.place / "a.gift"
    path.write_text(BANK, "utf-8")
    bank = read_questions(path)
    with pytest.raises(KursappError) as caught:
        import_into(bench.author.open(bench.card.id), bank, path.name, "nb", Impatient())
    assert caught.value.problem.code == "import-cancelled"
    assert bench.files() == before


def test_stopping_is_told_and_no_problem(bench: Bench) -> None:
    """The button stops what is under way; nothing is called wrong."""
    bench.enter()
    watch = bench.screen._begin("…")
    bench.screen.choose.click()
    assert bench.screen.files.dialog is None
    bench.screen.work.stop.click()
    assert watch.cancelled()
    bench.screen._on_refused(refusal("import-cancelled").problem)
    assert bench.told[-1].text == "Avbrutt. Ingenting er endret."
    assert bench.screen._is_free()


def test_questions_are_saved_with_what_the_format_loses(bench: Bench) -> None:
    """The file is there, and each loss is told."""
    bench.enter()
    path = bench.save("gift", "ut.gift")
    questions = [item for item in read_gift(path.read_text("utf-8"), "x").items if item.id]
    assert f"Lagret {len(questions)} spørsmål" in bench.words()
    aiken = bench.save("aiken", "ut.txt")
    assert aiken.is_file()
    assert bench.screen.exported.found.isVisible()
    assert "Aiken" in str(
        bench.screen.exported.found.list.findings.data(bench.screen.exported.found.list.findings.index(0))
    )


@pytest.mark.parametrize(
    ("kind", "name", "start"), [("worksheet-pdf", "a.pdf", b"%PDF-"), ("worksheet-md", "a.md", b"# ")]
)
def test_a_worksheet_of_one_session(bench: Bench, kind: str, name: str, start: bytes) -> None:
    """As a PDF or as text, of all or of a part."""
    bench.enter()
    course = bench.draft.course
    assert course is not None
    session = next(iter(course.course.sessions()))
    assert bench.save(kind, name, session.id).read_bytes().startswith(start)


def test_a_file_that_cannot_be_written_is_told(bench: Bench) -> None:
    """A folder that is not there: one sentence, and the screen is free again."""
    bench.enter()
    bench.save("gift", "borte/ut.gift")
    assert "finnes ikke" in bench.told[-1].text
    assert bench.screen._is_free()


def test_without_a_draft_it_leads_to_the_list(bench: Bench) -> None:
    """There is no course to take questions into."""
    bench.screen.enter(question_exchange("0" * 16))
    bench.settle()
    assert "Ingen kurs er åpnet" in bench.words()


def test_ctrl_k_finds_it(bench: Bench) -> None:
    """By what it is called, and by what one may look for."""
    bench.enter()
    found = [place for place in _draft_places(bench.draft) if place[2] == question_exchange(bench.card.id)]
    assert [(name, "Moodle" in where) for name, where, _to, _at_once in found] == [("Spørsmål inn og ut", True)]


def test_the_menu_of_new_things_leads_here(qtbot: QtBot, theme: Theme) -> None:
    """Questions from a file are asked for where one makes pages and sessions."""
    pane = OutlinePane(theme, Actions())
    qtbot.addWidget(pane)
    with qtbot.waitSignal(pane.questions_wanted):
        pane.new_menu().actions()[-1].trigger()
