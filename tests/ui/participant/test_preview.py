"""The preview: the participant's own page of a draft, answered and thrown away."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from kursapp.services.clock import SystemClock
from kursapp.services.live_course import Looking
from kursapp.services.trial import Trial
from kursapp.ui.messages import Messages
from kursapp.ui.participant.page_view import PageView
from kursapp.ui.participant.preview import Preview
from kursapp.ui.tasks import Tasks
from kursapp.ui.theme.theme import Theme
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
    found = [label.text() for label in within.findChildren(QLabel) if label.isVisible()]
    found += [view.toPlainText() for view in within.findChildren(QWidget) if hasattr(view, "toPlainText")]
    return "\n".join(found)


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
