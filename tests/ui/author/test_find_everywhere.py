"""Finding and replacing in all files of the draft."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kursapp.ui.author.editor.searching import Everywhere, Query
from kursapp.ui.author.find_everywhere import HIT, FindEverywhere
from kursapp.ui.messages import Message, Messages
from kursapp.ui.theme.theme import Theme
from tests.ui.author.conftest import LONG, Desk
from tests.ui.conftest import sweep

FILES = {"a.md": "# A\n\nEn 😀 fugl og en fugl.\n", "b.md": "# B\n\nFugl.\n"}


@pytest.fixture
def said() -> list[Message]:
    """Hear what is said."""
    return []


@pytest.fixture
def panel(desk: Desk, theme: Theme, said: list[Message], qtbot: QtBot) -> Iterator[FindEverywhere]:
    """Show the panel at a draft with two files more."""
    for file, text in FILES.items():
        (desk.folder / file).write_text(text, "utf-8")
    desk.open()
    messages = Messages()
    messages.shown.connect(said.append)
    made = FindEverywhere(desk.draft, theme, messages)
    made.resize(600, 300)
    yield made
    made.close()
    made.deleteLater()
    sweep()


def look(panel: FindEverywhere, qtbot: QtBot, query: Query, instead: str | None = None) -> None:
    """Look for something, and wait until it is told."""
    panel.hide()
    panel.look_for(Everywhere(query, instead))
    qtbot.waitUntil(panel.isVisible, timeout=LONG)


def rows(panel: FindEverywhere) -> list[str]:
    """Return what the list says."""
    model = panel.list.model()
    found = []
    for at in range(model.rowCount()):
        file = model.index(at, 0)
        found.append(str(file.data()))
        found += [str(model.index(row, 0, file).data()) for row in range(model.rowCount(file))]
    return found


def test_places_are_listed_by_file(panel: FindEverywhere, qtbot: QtBot) -> None:
    """With the words around them, and how many there are."""
    look(panel, qtbot, Query("fugl"))
    assert rows(panel) == [
        "a.md, 2 treff",
        "3: En 😀 fugl og en fugl.",
        "3: En 😀 fugl og en fugl.",
        "b.md, 1 treff",
        "3: Fugl.",
    ]
    assert panel.told.text() == "«fugl» står 3 steder i 2 filer."
    assert not panel.all.isVisible()


def test_enter_goes_to_the_place(panel: FindEverywhere, qtbot: QtBot) -> None:
    """Its line and column, in characters; a file's own row leads nowhere."""
    look(panel, qtbot, Query("fugl"))
    with qtbot.waitSignal(panel.place_wanted) as told:
        QTest.keyClick(panel.list, Qt.Key.Key_Return)
    assert told.args == ["a.md", 3, 6]
    with qtbot.assertNotEmitted(panel.place_wanted):
        panel.list.clicked.emit(panel.list.model().index(0, 0))
    assert panel.list.model().index(0, 0).data(HIT) is None


def test_what_was_typed_a_moment_ago_is_found(panel: FindEverywhere, desk: Desk, qtbot: QtBot) -> None:
    """It is saved first."""
    desk.text_of("b.md")
    desk.draft.edit("b.md", "# B\n\nEn spurv.\n")
    look(panel, qtbot, Query("spurv"))
    assert rows(panel) == ["b.md, 1 treff", "3: En spurv."]


def test_nothing_found_says_so(panel: FindEverywhere, qtbot: QtBot) -> None:
    """And shows no list."""
    look(panel, qtbot, Query("elefant"))
    assert panel.told.text() == "«elefant» står ikke i noen fil."
    assert not panel.list.isVisible()


def test_replacing_changes_all_files_and_can_be_taken_back(
    panel: FindEverywhere, desk: Desk, qtbot: QtBot, said: list[Message]
) -> None:
    """As one step, told with *Angre*."""
    look(panel, qtbot, Query("fugl", case=True), "spurv")
    panel.all.click()
    qtbot.waitUntil(lambda: bool(said), timeout=LONG)
    assert desk.on_disk("a.md") == "# A\n\nEn 😀 spurv og en spurv.\n"
    assert desk.on_disk("b.md") == FILES["b.md"]
    assert said[-1].text == "«fugl» er erstattet i 1 fil."
    assert not panel.isVisible()
    assert said[-1].act is not None
    said[-1].act()
    desk.settle()
    assert desk.on_disk("a.md") == FILES["a.md"]


def test_a_pattern_that_cannot_be_read_is_told(panel: FindEverywhere, qtbot: QtBot) -> None:
    """As an error, in place of the list."""
    look(panel, qtbot, Query("(", pattern=True))
    assert panel.told.text().startswith("Mønsteret kan ikke leses")
    assert panel.told.property("role") == "error"


def test_an_answer_nobody_waits_for_is_not_shown(panel: FindEverywhere, desk: Desk, qtbot: QtBot) -> None:
    """The panel was closed meanwhile."""
    panel.look_for(Everywhere(Query("fugl")))
    panel.close_panel()
    desk.settle()
    qtbot.wait(20)
    assert not panel.isVisible()
