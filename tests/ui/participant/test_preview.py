"""The preview: the participant's own page of a draft, answered and thrown away."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QRadioButton, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from kursapp.services.clock import SystemClock
from kursapp.services.live_course import Looking
from kursapp.services.trial import Trial
from kursapp.ui.messages import Messages
from kursapp.ui.participant.page_view import PageView
from kursapp.ui.participant.preview import Preview
from kursapp.ui.participant.quiz.body import QuizBody
from kursapp.ui.participant.quiz.start import StartStage
from kursapp.ui.tasks import Tasks
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.faulty_box import FaultyBox
from kursapp.ui.widgets.question_view import QuestionView
from tests.ui.conftest import LONG

COVER = "---\nid: k\nversjon: 1.0.0\n---\n# K\n## Dag 1\n- [A](a.md)\n- [B](b.md)\n"
QUESTION = """### Spørsmål: {title}
<!-- id: {id} -->
- [x] Ja <!-- id: {id}-a -->
  > Riktig.
- [ ] Nei <!-- id: {id}-b -->
  > Feil.

"""
A = (
    "---\nid: a\n---\n# A\n## Én\n<!-- id: a-en -->\nTeksten på side én.\n\n> [!KURSLEDER]\n> Bruk ti minutter.\n\n"
    + QUESTION.format(title="Hva først?", id="q1")
    + "## To\n<!-- id: a-to -->\nSide to, se [B](b.md).\n\n"
    + "## Quiz: Prøv deg\n<!-- id: a-quiz | forsøk: 2 -->\n"
    + QUESTION.format(title="Den ene?", id="z1")
    + QUESTION.format(title="Den andre?", id="z2")
)
B = "---\nid: b\n---\n# B\n## Bare én\n<!-- id: b-en -->\nTekst.\n"


class Desk(NamedTuple):
    """A preview on the screen, and what looks at the draft for it."""

    preview: Preview
    looking: Looking
    folder: Path
    qtbot: QtBot

    def show(self, line: int = 5, file: str = "a.md", **texts: str) -> PageView:
        """Show the page at a line, with the texts as they are in the editor, and wait until it is there."""
        live = self.looking.page(self.folder, {f"{name}.md": text for name, text in texts.items()}, file, line)
        assert live is not None
        self.preview.show_page(live)
        self.settle()
        view = self.preview.view()
        assert view is not None
        assert view.ground.page.id == live.page_id
        return view

    def settle(self) -> None:
        """Wait until the page asked for is shown, and what was answered is kept."""
        self.qtbot.waitUntil(lambda: self.preview.is_settled, timeout=LONG)
        self.preview.tasks.flush()
        self.qtbot.wait(1)


@pytest.fixture(scope="module")
def looking(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Looking]:
    """Look at drafts as the program does."""
    made = Looking(tmp_path_factory.mktemp("cache"))
    yield made
    made.close()


@pytest.fixture
def desk(qtbot: QtBot, theme: Theme, tmp_path: Path, looking: Looking) -> Iterator[Desk]:
    """Write a draft, and put a preview of it on the screen."""
    folder = tmp_path / "kurs"
    folder.mkdir()
    for name, text in (("kurs.md", COVER), ("a.md", A), ("b.md", B)):
        (folder / name).write_text(text, encoding="utf-8")
    tasks = Tasks(lambda: Trial(SystemClock()), _nothing)
    tasks.start_profile()
    preview = Preview(tasks, theme, Messages())
    preview.resize(560, 600)
    preview.show()
    yield Desk(preview, looking, folder, qtbot)
    tasks.close()
    preview.close()
    preview.deleteLater()


def _nothing() -> Any:
    raise AssertionError("nothing is read here")


def words(within: QWidget) -> str:
    """Return all the words shown, those of documents too."""
    shown = [each for each in within.findChildren(QWidget) if each.isVisible()]
    found = [each.text() or each.accessibleName() for each in shown if isinstance(each, QLabel)]
    return "\n".join([*found, *(each.toPlainText() for each in shown if isinstance(each, QTextEdit))])


def question(view: PageView, item_id: str) -> QuestionView:
    """Return the view of a question on the page."""
    found = view.body.item(item_id)
    assert isinstance(found, QuestionView)
    return found


def answer(desk: Desk, view: PageView, item_id: str, number: int = 1) -> None:
    """Answer a question as a participant does, and wait for what it leads to."""
    shown = question(view, item_id)
    shown.pick(number)
    QTest.mouseClick(next(b for b in shown.findChildren(QPushButton) if b.isVisible()), Qt.MouseButton.LeftButton)
    desk.settle()


def test_the_page_at_the_line_is_shown_as_participants_see_it(desk: Desk) -> None:
    """The very widgets of the participant's page, with what is meant for the instructor besides."""
    view = desk.show(5)
    assert "Teksten på side én." in words(view)
    assert "Bruk ti minutter." in words(view)
    assert question(view, "q1").findChildren(QRadioButton)


def test_only_what_is_new_on_the_page_is_built(desk: Desk) -> None:
    """The words around a question are exchanged, and the question stands; a new title makes a new page."""
    view = desk.show(5)
    asked = question(view, "q1")
    assert desk.show(8, a=A.replace("## Én", "\n\n## Én").replace("side én.", "side én. <!-- husk -->")) is view
    assert desk.show(5, a=A.replace("side én.", "side én, omskrevet.")) is view
    assert "side én, omskrevet." in words(view)
    assert "Teksten på side én." not in words(view)
    assert question(view, "q1") is asked
    assert desk.show(5, a=A.replace("Hva først?", "Hva sist?")) is view
    assert question(view, "q1") is not asked
    assert question(view, "q1").question.title == "Hva sist?"
    assert desk.show(5, a=A.replace("## Én", "## Ett")) is not view


def test_what_comes_and_goes_on_the_page_is_answered_as_all_else(desk: Desk) -> None:
    """A question written above another stands above it, for the eye and for the keyboard; taken away, it is gone."""
    new = QUESTION.format(title="Aller først?", id="q0")
    more = A.replace("### Spørsmål: Hva først?", new + "### Spørsmål: Hva først?")
    view = desk.show(12)
    asked = question(view, "q1")
    assert desk.show(12, a=more) is view
    assert question(view, "q1") is asked
    assert question(view, "q0").y() < asked.y()
    assert [part for part, _ in groupby(stops_of(view), lambda stop: part_of(view, stop))] == ["", "q0", "q1", ""]
    answer(desk, view, "q0")
    assert question(view, "q0").response() is not None
    assert desk.show(12) is view
    assert view.body.item("q0") is None
    assert question(view, "q1") is asked


def stops_of(view: PageView) -> list[QWidget]:
    """Return what takes the keyboard on a page, in the order Tab goes there."""
    stops, at = list[QWidget](), view.nextInFocusChain()
    while at is not None and at is not view:
        if at.focusPolicy() & Qt.FocusPolicy.TabFocus and view.isAncestorOf(at):
            stops.append(at)
        at = at.nextInFocusChain()
    return stops


def part_of(view: PageView, stop: QWidget) -> str:
    """Return the question something is in; empty where it is in none."""
    return next((name for name in ("q0", "q1") if question(view, name).isAncestorOf(stop)), "")


def test_a_page_much_of_which_is_new_is_built_behind_the_one_shown(desk: Desk) -> None:
    """The screen never waits for a long page that has been pasted in."""
    view = desk.show(12)
    pasted = "".join(QUESTION.format(title=f"Nummer {n}?", id=f"p{n}") for n in range(5))
    later = desk.show(12, a=A.replace("### Spørsmål: Hva først?", pasted + "### Spørsmål: Hva først?"))
    assert later is not view
    assert question(later, "p4").isVisible()


def test_answers_and_place_stay_where_the_item_is_as_it_was(desk: Desk) -> None:
    """Words beside it change, and the answered question stands answered; another question begins anew."""
    view = desk.show(12)
    answer(desk, view, "q1")
    again = desk.show(12, a=A.replace("Teksten på side én.", "Annen tekst."))
    assert "Annen tekst." in words(again)
    assert question(again, "q1").response() is not None
    assert "Riktig." in words(question(again, "q1"))
    changed = desk.show(12, a=A.replace("Hva først?", "Hva aller først?"))
    assert question(changed, "q1").response() is None
    assert "Riktig." not in words(question(changed, "q1"))


def test_half_an_answer_is_kept_while_the_text_beside_it_is_written(desk: Desk) -> None:
    """What is chosen and not sent is still chosen in the page that takes the place of this one."""
    question(desk.show(12), "q1").pick(2)
    again = desk.show(12, a=A.replace("Teksten på side én.", "Annen tekst."))
    assert [button.isChecked() for button in question(again, "q1").findChildren(QRadioButton)] == [False, True]


def test_answers_can_be_thrown_away(desk: Desk) -> None:
    """The page is then as for one who comes to it for the first time."""
    answer(desk, desk.show(12), "q1")
    QTest.mouseClick(desk.preview.forget_button, Qt.MouseButton.LeftButton)
    desk.settle()
    view = desk.preview.view()
    assert view is not None
    assert question(view, "q1").response() is None


def test_a_quiz_shows_the_questions_being_written_and_can_be_taken(desk: Desk) -> None:
    """Its author sees what she writes; one button away it is the quiz participants take, with a fresh attempt."""
    line = A[: A.index("## Quiz")].count("\n") + 1
    view = desk.show(line)
    assert question(view, "z1").isVisible()
    assert question(view, "z2").isVisible()
    QTest.mouseClick(desk.preview.quiz_button, Qt.MouseButton.LeftButton)
    desk.settle()
    view = desk.preview.view()
    assert isinstance(view.body if view else None, QuizBody)
    assert desk.preview.quiz_button.text() == "Vis alle spørsmålene"
    press(desk, "Begynn")
    desk.qtbot.waitUntil(lambda: "Spørsmål 1 av 2" in words(desk.preview), timeout=LONG)
    view = desk.show(line, a=A.replace("Den ene?", "Den aller første?"))
    assert isinstance(view.body.stage if isinstance(view.body, QuizBody) else None, StartStage)
    press(desk, "Begynn")
    desk.qtbot.waitUntil(lambda: "Spørsmål 1 av 2" in words(desk.preview), timeout=LONG)
    assert not desk.show(5).body.isHidden()
    assert desk.preview.quiz_button.isHidden()


def press(desk: Desk, text: str) -> None:
    """Press the visible button whose words begin like this, and wait for what it leads to."""
    (found,) = (b for b in desk.preview.findChildren(QPushButton) if b.isVisible() and b.text().startswith(text))
    QTest.mouseClick(found, Qt.MouseButton.LeftButton)
    desk.settle()


def test_next_and_previous_say_where_the_editor_should_go(desk: Desk) -> None:
    """Within the file to the page's heading, and on into the next session."""
    went: list[tuple[str, int]] = []
    desk.preview.page_wanted.connect(lambda file, line: went.append((file, line)))
    to, quiz = (A[: A.index(heading)].count("\n") + 1 for heading in ("## To", "## Quiz"))
    press_after(desk, to, "Neste: ")
    press_after(desk, to, "Forrige: Én")
    press_after(desk, quiz, "Neste økt: B")
    assert went == [("a.md", quiz), ("a.md", 5), ("b.md", 5)]


def press_after(desk: Desk, line: int, text: str) -> None:
    """Show a page, and press a button at its foot."""
    desk.show(line)
    press(desk, text)


def test_a_link_in_the_course_says_where_the_editor_should_go(desk: Desk) -> None:
    """A page of another file by its place there; a link out of the program is asked about as everywhere."""
    went: list[tuple[str, int]] = []
    desk.preview.page_wanted.connect(lambda file, line: went.append((file, line)))
    view = desk.show(A[: A.index("## To")].count("\n") + 1)
    view.link_activated.emit("kurs:b#b-en")
    view.link_activated.emit("kurs:b#finnes-ikke")
    view.link_activated.emit("https://ks.no/")
    assert went == [("b.md", 5)]
    assert desk.preview.links.leaving.question is not None
    desk.preview.links.leaving.question.reject()


def test_the_line_being_written_is_kept_in_view(desk: Desk) -> None:
    """Far down a long page too; while somebody answers there, nothing moves under her hands."""
    long = "---\nid: a\n---\n# A\n## Lang\n<!-- id: lang -->\n" + "Et langt avsnitt med mange ord i.\n\n" * 120
    long += QUESTION.format(title="Nederst?", id="q9") + "Siste ord.\n"
    last = long.count("\n")
    view = desk.show(6, a=long)
    assert view.verticalScrollBar().value() == 0
    view = desk.show(last - 3, a=long)
    asked = question(view, "q9")
    desk.qtbot.waitUntil(lambda: asked.visibleRegion().boundingRect().height() == asked.height(), timeout=LONG)
    place = view.verticalScrollBar().value()
    desk.show(last - 4, a=long)
    assert view.verticalScrollBar().value() == place
    desk.preview.activateWindow()
    question(view, "q9").findChildren(QRadioButton)[0].setFocus()
    desk.show(6, a=long)
    assert view.verticalScrollBar().value() == place


def test_the_keyboard_stays_where_one_writes(desk: Desk, qtbot: QtBot) -> None:
    """However often the page is built again beside it, a form at another theme too."""
    form = "---\nid: a\n---\n# A\n## Evaluering: Dagen\n<!-- id: e | type: dag -->\n"
    form += "".join(f"### Fritekst: Hva {n}?\n<!-- id: f{n} | tema: T{n} -->\n\n" for n in range(3))
    editor = QLineEdit()
    qtbot.addWidget(editor)
    editor.show()
    editor.activateWindow()
    editor.setFocus()
    qtbot.waitUntil(editor.hasFocus, timeout=LONG)
    for line in (8, 14, 8):
        view = desk.show(line, a=form)
        desk.qtbot.waitUntil(lambda at=(line - 8) // 3, view=view: view.body.item(f"f{at}") is not None, timeout=LONG)
        assert editor.hasFocus()
    desk.show(11, a=form.replace("Hva 1?", "Hva egentlig 1?"))
    assert "Hva egentlig 1?" in words(desk.preview)
    assert editor.hasFocus()


def test_nothing_is_built_while_nobody_can_see_it(desk: Desk) -> None:
    """A preview behind another tab builds its page when it comes to the front."""
    desk.preview.hide()
    live = desk.looking.page(desk.folder, {}, "a.md", 5)
    assert live is not None
    desk.preview.show_page(live)
    desk.settle()
    assert desk.preview.view() is None
    desk.preview.show()
    desk.settle()
    view = desk.preview.view()
    assert view is not None
    assert view.ground.page.id == "a-en"


def test_a_reason_stands_where_there_is_no_page(desk: Desk) -> None:
    """And the page is back when there is one."""
    desk.show(5)
    desk.preview.show_nothing("Fila er ingen økt.")
    assert desk.preview.view() is None
    assert "Fila er ingen økt." in words(desk.preview)
    assert "Teksten på side én." in words(desk.show(5))


def test_only_the_newest_page_asked_for_is_shown(desk: Desk) -> None:
    """Pages asked for faster than they can be built leave nothing behind."""
    for number in range(6):
        live = desk.looking.page(desk.folder, {"a.md": A.replace("side én", f"side nummer {number}")}, "a.md", 5)
        assert live is not None
        desk.preview.show_page(live)
    desk.settle()
    assert "side nummer 5" in words(desk.preview)
    desk.qtbot.waitUntil(lambda: len(desk.preview.findChildren(PageView)) == 1, timeout=LONG)


def test_another_draft_begins_without_the_answers_of_the_one_before(desk: Desk, tmp_path: Path) -> None:
    """Two drafts of one course have the same ids."""
    answer(desk, desk.show(12), "q1")
    other = tmp_path / "annet"
    other.mkdir()
    for path in desk.folder.iterdir():
        (other / path.name).write_bytes(path.read_bytes())
    view = desk._replace(folder=other).show(12)
    assert question(view, "q1").response() is None


def test_the_words_of_a_faulty_item_say_what_is_wrong(desk: Desk) -> None:
    """The finding stands where the item would have been, as for participants."""
    view = desk.show(12, a=A.replace("- [x] Ja <!-- id: q1-a -->", "- [ ] Ja <!-- id: q1-a -->"))
    assert view.findChildren(FaultyBox)
