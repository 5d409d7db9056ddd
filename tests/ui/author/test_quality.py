"""Spørsmålskvalitet: a coordinator's file opened, its advice per question, and the way to the question in the draft."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from kursapp.domain.problem import refusal
from kursapp.services.author import Author
from kursapp.services.clock import SystemClock
from kursapp.services.live_course import Looking
from kursapp.ui.author.quality import QualityScreen
from kursapp.ui.drafting.open_draft import OpenDraft
from kursapp.ui.messages import Message, Messages
from kursapp.ui.navigation import Location, Navigator, edit_id, home, question_quality
from kursapp.ui.theme.theme import Theme
from kursapp.ui.workbench import Workbench
from kursapp.worker import Worker
from tests.kept_worker import KeptWorker
from tests.small_package import write_course

LONG = 30_000
SPECIMEN = Path(__file__).parents[2] / "data" / "quality-2.json"
QUESTION = """

### Spørsmål: Når er siste dag?
<!-- id: d1-quiz-01 -->
- [ ] Mandag <!-- id: a -->
- [x] Tirsdag <!-- id: b -->
- [ ] Onsdag <!-- id: c -->
"""


class Bench:
    """An instructor with one course open, and the screen of question quality."""

    def __init__(self, qtbot: QtBot, theme: Theme, place: Path, worker: Worker) -> None:
        self.qtbot, self.place = qtbot, place
        folder = write_course(place / "kurs")
        self.file = next(iter(sorted(folder.glob("dag-1/*.md"))))
        self.file.write_text(self.file.read_text("utf-8") + QUESTION, "utf-8")
        author = Author(place / "data", SystemClock(), worker)
        self.card = author.add(folder)
        self.workbench = Workbench(lambda: author, lambda: Looking(place / "cache", worker))
        self.draft = OpenDraft(self.workbench)
        self.navigator, self.messages = Navigator(home()), Messages()
        self.told: list[Message] = []
        self.messages.shown.connect(self.told.append)
        self.went: list[Location] = []
        self.navigator.moved.connect(self.went.append)
        self.screen = QualityScreen(self.draft, self.navigator, theme, self.messages)
        qtbot.addWidget(self.screen)
        self.screen.resize(960, 700)
        self.screen.show()

    def enter(self, item: str = "") -> None:
        """Go to the screen, and wait until it shows what there is."""
        self.screen.enter(question_quality(self.card.id, item))
        self.qtbot.waitUntil(lambda: self.draft.course is not None or self.draft.refused is not None, timeout=LONG)
        self.settle()

    def settle(self) -> None:
        """Wait until everything asked for has been answered, and every row is there."""
        for _round in range(3):
            done: list[object] = []
            self.workbench.ask(lambda _author: None, done.append)
            self.workbench.look(lambda _looking: None, done.append)
            self.qtbot.waitUntil(lambda done=done: len(done) == 2, timeout=LONG)
        self.qtbot.waitUntil(lambda: not self.screen.front._left, timeout=LONG)

    def take(self, **words: object) -> Path:
        """Open a report with one question of the draft among the others, through the dialog."""
        content = json.loads(SPECIMEN.read_text("utf-8"))
        counts = (("a", "Mandag", False, 14), ("b", "Tirsdag", True, 26), ("c", "Onsdag", False, 0))
        options = [dict(zip(("id", "text", "right", "count"), one, strict=True)) for one in counts]
        content["questions"][0] |= {"text": "Når er siste dag?", "options": options, **words}
        path = self.place / "kvalitet.json"
        path.write_text(json.dumps(content), "utf-8")
        self.screen.open.click()
        dialog = self.screen.files.dialog
        assert dialog is not None
        dialog.filesSelected.emit([str(path)])
        dialog.done(1)
        self.settle()
        return path

    def words(self) -> str:
        """Return everything the screen says."""
        return "\n".join(each.text() for each in self.screen.findChildren(QLabel) if each.isVisible())

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


def test_without_a_report_the_screen_says_what_goes_here(bench: Bench) -> None:
    """Where the file comes from, that it holds no person's answers, and one action."""
    bench.enter()
    assert "Ingen quiz er åpnet ennå" in bench.words()
    assert "aldri hva en person svarte" in bench.words()
    assert bench.screen.first_focus() is bench.screen.empty.action


def test_without_a_draft_it_leads_to_the_list(bench: Bench) -> None:
    """There is no course to hold anything against."""
    bench.screen.enter(question_quality("0" * 16))
    bench.settle()
    assert "Ingen kurs er åpnet" in bench.words()


def test_every_question_has_its_advice_the_most_pressing_first(bench: Bench) -> None:
    """A row each, with what to do, its numbers, and how far the total can be relied on."""
    bench.enter()
    bench.take()
    front = bench.screen.front
    assert len(front.rows) == 24
    assert "Ingen valgte C («Onsdag»): bytt ut med noe folk faktisk tror." in bench.words()
    assert "alfa 0,46 ± 0,14" in front.reliability.text()
    numbers = [row.judged.quality.item.id for row in front.rows]
    front.order.set_value("quiz")
    bench.settle()
    in_order = [row.judged.quality.item.id for row in front.rows]
    assert in_order == sorted(in_order)
    assert numbers != in_order


def test_another_course_or_version_is_told(bench: Bench) -> None:
    """The answers may be to other questions than those that stand here."""
    bench.enter()
    bench.take()
    assert "et annet kurs: «God barnevernledelse»" in bench.screen.front.difference.text()


def test_a_question_shows_what_was_chosen_and_leads_to_the_editor(bench: Bench) -> None:
    """The options with their counts, the right one said to be so; the button goes to its place in the draft."""
    bench.enter()
    bench.take()
    link = next(row.link for row in bench.screen.front.rows if row.judged.file)
    link.click()
    assert bench.went[-1] == question_quality(bench.card.id, "d1-quiz-01")
    bench.enter("d1-quiz-01")
    question = bench.screen.question
    assert question is not None
    assert question.options is not None
    assert "B. Tirsdag (riktig): 26 (65\N{NO-BREAK SPACE}%)" in question.options.accessibleDescription()
    assert bench.screen.title() == "Når er siste dag?"
    question.edit.click()
    assert bench.went[-1] == edit_id(bench.card.id, f"dag-1/{bench.file.name}", "d1-quiz-01")
    question.next.click()
    assert bench.went[-1].target == "d1-quiz-02"


def test_a_question_that_is_gone_or_changed_says_so(bench: Bench) -> None:
    """One that is not in the course has no way to it; one that reads otherwise now is said to have changed."""
    bench.enter()
    bench.take(text="Hva var siste dag?")
    bench.enter("d1-quiz-01")
    assert "er endret siden" in bench.words()
    bench.enter("d1-quiz-02")
    assert "finnes ikke i kurset" in bench.words()
    assert bench.screen.question is not None
    assert not bench.screen.question.edit.isVisible()


def test_reports_are_kept_and_can_be_taken_away_and_had_back(bench: Bench) -> None:
    """The file may be gone tomorrow; what was taken away comes back with Angre."""
    bench.enter()
    bench.take().unlink()
    bench.screen.forget.click()
    bench.settle()
    assert "Ingen quiz er åpnet ennå" in bench.words()
    undo = bench.told[-1]
    assert undo.act is not None
    undo.act()
    bench.settle()
    assert len(bench.screen.front.rows) == 24


@pytest.mark.parametrize(
    ("data", "words"),
    [(b"{", "ikke en fil med spørsmålskvalitet"), (b'{"format": "kursapp-results", "version": 1}', "resultatene")],
)
def test_another_file_is_one_sentence(bench: Bench, data: bytes, words: str) -> None:
    """And the screen is as it was."""
    bench.enter()
    path = bench.place / "x.json"
    path.write_bytes(data)
    bench.screen._take(path)
    bench.settle()
    assert words in bench.told[-1].text
    assert "Ingen quiz er åpnet ennå" in bench.words()


def test_a_course_read_anew_leaves_the_rows_alone(bench: Bench) -> None:
    """What one reads does not jump because the course was looked at; it changes when a question does."""
    bench.enter()
    bench.take()
    rows = list(bench.screen.front.rows)
    bench.draft.problems_changed.emit()
    bench.settle()
    assert bench.screen.front.rows == rows
    bench.file.write_text(bench.file.read_text("utf-8").replace("Når er siste dag?", "Hvilken dag?"), "utf-8")
    bench.draft.look_outside()
    bench.qtbot.waitUntil(lambda: bench.screen.front.rows != rows, timeout=LONG)
    assert any(row.judged.changed for row in bench.screen.front.rows)


def test_before_the_course_is_read_nothing_is_said_to_be_gone(bench: Bench) -> None:
    """A question is looked for when there is something to look in; then the way to it appears."""
    bench.enter()
    bench.take()
    checking = bench.draft._checking
    course, checking.course = checking.course, None
    bench.screen.enter(question_quality(bench.card.id, "d1-quiz-01"))
    bench.settle()
    assert "Kurset leses …" in bench.words()
    assert bench.screen.question is not None
    assert not bench.screen.question.edit.isVisible()
    bench.draft.refused = refusal("not-a-course", folder="x").problem
    bench.draft.problems_changed.emit()
    bench.settle()
    assert "Kurset kan ikke leses nå" in bench.words()
    bench.draft.refused, checking.course = None, course
    bench.draft.problems_changed.emit()
    bench.settle()
    assert "Kurset" not in bench.words()
    assert bench.screen.question.edit.isVisible()
