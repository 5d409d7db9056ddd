"""Words that may be misspelt are marked in the editor, and others are offered."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from kursapp.ui.author.editor import next_misspelt
from kursapp.ui.theme.theme import Theme
from tests.kept_worker import KeptWorker
from tests.ui.author.editor.writing import Writing

TEXT = """---
id: barnn
---
# Barn og ledelsse

```
kartt
```
En myndighetskart og kartt. `ringg` <!-- meldingg -->
▮"""


def marked(writing: Writing) -> list[str]:
    """Return the words with a wave under them, as they are painted."""
    found = []
    block = writing.editor.code.document().begin()
    while block.isValid():
        for made in block.layout().formats():
            if made.format.underlineStyle() is QTextCharFormat.UnderlineStyle.WaveUnderline:
                found.append(block.text()[made.start : made.start + made.length])
        block = block.next()
    return found


@pytest.fixture
def silent(qtbot: QtBot, theme: Theme, tmp_path: Path, kept_worker: KeptWorker) -> Iterator[Writing]:
    """Give an author on a machine without a dictionary."""
    made = Writing(qtbot, theme, tmp_path, kept_worker, dictionary=False)
    yield made
    made.close()


def test_misspelt_words_of_the_text_are_marked(writing: Writing) -> None:
    """Not those of code, comments and front matter; compounds are right."""
    writing.write(TEXT)
    writing.until(lambda: "ledelsse" in marked(writing))
    assert [word for word in marked(writing) if word in ("ledelsse", "kartt", "barnn", "ringg", "meldingg")] == [
        "ledelsse",
        "kartt",
    ]
    assert "myndighetskart" not in marked(writing)


def test_a_word_is_left_alone_while_it_is_typed(writing: Writing) -> None:
    """It is marked once one has gone on."""
    writing.write("# Barn\n\n▮")
    writing.settle()
    writing.type("ledelsse")
    writing.qtbot.wait(400)
    writing.settle()
    assert marked(writing) == []
    writing.type(" ")
    writing.until(lambda: marked(writing) == ["ledelsse"])


def test_the_menu_offers_other_words(writing: Writing) -> None:
    """The likeliest first; choosing one is one step to undo."""
    writing.write("# Barn\n\nledelsse kart\n▮")
    writing.until(lambda: marked(writing) == ["ledelsse"])
    cursor = writing.editor.code.textCursor()
    cursor.setPosition(writing.editor.text().index("ledelsse") + 3)
    menu = QMenu(writing.window)
    writing.aids.spelling.add_to_menu(menu, cursor)
    writing.until(lambda: "ledelse" in [action.text() for action in menu.actions()])
    next(action for action in menu.actions() if action.text() == "ledelse").trigger()
    assert writing.editor.text() == "# Barn\n\nledelse kart\n"
    writing.editor.code.undo()
    assert writing.editor.text() == "# Barn\n\nledelsse kart\n"


def test_a_word_can_be_taken_as_right(writing: Writing) -> None:
    """The mark goes, and the word stands in the author's own list on the disk."""
    writing.write("# Barn\n\nHavrøya\n▮")
    writing.until(lambda: marked(writing) == ["Havrøya"])
    cursor = writing.editor.code.textCursor()
    cursor.setPosition(writing.editor.text().index("Havrøya"))
    menu = QMenu(writing.window)
    writing.aids.spelling.add_to_menu(menu, cursor)
    next(action for action in menu.actions() if "ordlista" in action.text()).trigger()
    writing.until(lambda: marked(writing) == [])
    assert (writing.place / "data" / "author" / "words.txt").read_text("utf-8") == "Havrøya\n"


def test_a_right_word_has_no_menu(writing: Writing) -> None:
    """Only words that are marked are anybody's business."""
    writing.write("# Barn\n\nkart\n▮")
    writing.settle()
    menu = QMenu(writing.window)
    cursor = writing.editor.code.textCursor()
    cursor.setPosition(9)
    writing.aids.spelling.add_to_menu(menu, cursor)
    assert menu.isEmpty()


def test_without_a_dictionary_nothing_is_marked(silent: Writing) -> None:
    """Nothing is said about it either."""
    silent.write(TEXT)
    silent.qtbot.wait(400)
    silent.settle()
    assert marked(silent) == []
    assert silent.said == []


def test_a_dictionary_that_fails_is_told_once(writing: Writing, kept_worker: KeptWorker) -> None:
    """And writing goes on, without marks."""
    writing.write("# Barn ledelsse\n▮")
    writing.until(lambda: marked(writing) == ["ledelsse"])
    (writing.place / "ordbok" / "nb_NO.dic").unlink()
    writing.workbench.spell(lambda _speller: kept_worker.end())
    writing.write("# Barn ledelsse\n\nenn toe tree firee\n▮")
    writing.until(lambda: any("ordlista" in each.text.lower() for each in writing.said))
    writing.until(lambda: marked(writing) == [])
    assert len(writing.said) == 1


def chosen(writing: Writing) -> str:
    """Return what is chosen in the text."""
    return writing.editor.code.textCursor().selectedText()


def test_a_key_goes_from_word_to_word(writing: Writing, monkeypatch: pytest.MonkeyPatch) -> None:
    """Past what one sees and round to the beginning, whatever the search is cut into; code is passed over."""
    monkeypatch.setattr(next_misspelt, "LINES_AT_ONCE", 7)
    writing.write("▮# Barn\n\nkartt\n```\nringg\n```\n" + "barn\n" * 100 + "ledelsse\n")
    for expected in ("kartt", "ledelsse", "kartt"):
        writing.aids.next_misspelt.find()
        writing.until(lambda expected=expected: chosen(writing) == expected)


def test_the_only_misspelt_word_is_found_again(writing: Writing) -> None:
    """With the cursor behind it on its own line."""
    writing.write("# Barn\n\nkartt barn▮\n")
    writing.aids.next_misspelt.find()
    writing.until(lambda: chosen(writing) == "kartt")
    writing.aids.next_misspelt.find()
    writing.until(lambda: chosen(writing) == "kartt")


def test_where_nothing_is_misspelt_that_is_said(writing: Writing) -> None:
    """Nothing is chosen."""
    writing.write("# Barn\n\nkart▮\n")
    writing.aids.next_misspelt.find()
    writing.until(lambda: any("feilstavet" in each.text for each in writing.said))
    assert chosen(writing) == ""


def test_without_a_dictionary_the_key_says_how_to_get_one(silent: Writing) -> None:
    """With the names of the files and the folder they can be put in."""
    silent.write("# Barn\n\nkartt▮\n")
    silent.aids.next_misspelt.find()
    silent.until(lambda: bool(silent.said))
    assert "nb_NO.dic" in silent.said[-1].text
