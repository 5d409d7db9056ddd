"""Completion in the editor: it comes by key or by itself, follows the letters, and writes one step to undo."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.author.editor.writing import Writing

QUESTION = "# T\n\n## Side\n### Spørsmål: Hva nå?\n▮\n- [x] A\n- [ ] B\n"


def offers(writing: Writing) -> list[str]:
    """Return what the list shows."""
    shown = writing.aids.completing.list
    return [shown.item(at).text() for at in range(shown.count())] if shown.isVisible() else []


def test_it_comes_by_itself_where_settings_begin(writing: Writing) -> None:
    """After ``<!--`` only settings can stand; a key that is chosen asks what it can be."""
    writing.write(QUESTION)
    writing.type("<!--")
    writing.until(lambda: offers(writing)[:2] == ["id: ", "poeng: "])
    writing.type("sto")
    writing.until(lambda: offers(writing) == ["stokk: "])
    writing.press(Qt.Key.Key_Tab)
    assert "<!-- stokk: " in writing.editor.text()
    writing.until(lambda: offers(writing) == ["ja", "nei"])
    writing.press(Qt.Key.Key_Down)
    writing.press(Qt.Key.Key_Return)
    assert "<!-- stokk: nei -->" in writing.editor.text()
    assert not writing.aids.completing.is_open


def test_what_was_chosen_is_one_step_to_undo(writing: Writing) -> None:
    """One step back, and what was typed stands there again."""
    writing.write(QUESTION.replace("▮", "<!-- sto▮"))
    writing.aids.completing.ask()
    writing.press(Qt.Key.Key_Return)
    assert "<!-- stokk: " in writing.editor.text()
    writing.editor.code.undo()
    assert "<!-- sto\n" in writing.editor.text()


def test_letters_widen_and_narrow_the_list(writing: Writing) -> None:
    """Taking a letter back brings more offers; going before where it began closes it."""
    writing.write(QUESTION.replace("▮", "<!-- ▮"))
    writing.aids.completing.ask()
    everything = offers(writing)
    writing.type("mi")
    assert offers(writing) == ["minutter: "]
    writing.press(Qt.Key.Key_Backspace)
    assert "mål: " in offers(writing)
    writing.press(Qt.Key.Key_Backspace)
    assert offers(writing) == everything
    writing.press(Qt.Key.Key_Backspace)
    writing.press(Qt.Key.Key_Backspace)
    assert offers(writing) == []


def test_keys_go_round_the_list_and_escape_closes_it(writing: Writing) -> None:
    """Up from the first is the last; a page stops at the end; Escape leaves the text as it is."""
    writing.write(QUESTION.replace("▮", "<!-- ▮"))
    before = writing.editor.text()
    writing.aids.completing.ask()
    shown = writing.aids.completing.list
    writing.press(Qt.Key.Key_Up)
    assert shown.currentRow() == shown.count() - 1
    writing.press(Qt.Key.Key_Down)
    writing.press(Qt.Key.Key_PageDown)
    assert shown.currentRow() == min(7, shown.count() - 1)
    writing.press(Qt.Key.Key_PageUp)
    assert shown.currentRow() == 0
    writing.press(Qt.Key.Key_Escape)
    assert offers(writing) == []
    assert writing.editor.text() == before


def test_a_click_takes_an_offer(writing: Writing) -> None:
    """The mouse does what Enter does, and the keyboard stays in the text."""
    writing.write(QUESTION.replace("▮", "<!-- ▮"))
    writing.aids.completing.ask()
    shown = writing.aids.completing.list
    place = shown.visualItemRect(shown.item(1)).center()
    QTest.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert "<!-- poeng: " in writing.editor.text()
    assert writing.editor.code.hasFocus()


def test_links_lead_to_the_files_of_the_draft(writing: Writing) -> None:
    """After ``](`` the files are offered, from where this one lies."""
    writing.write("# T\n\nSe [kurset]▮\n")
    writing.type("(")
    writing.until(lambda: "../kurs.md" in offers(writing))


def test_it_goes_with_the_cursor(writing: Writing) -> None:
    """On another line it has no meaning, and in prose it does not come by itself."""
    writing.write(QUESTION.replace("▮", "<!-- ▮"))
    writing.aids.completing.ask()
    writing.editor.go_to(1)
    assert not writing.aids.completing.is_open
    writing.write("# T\n\nEn setning▮\n")
    writing.type(" (")
    writing.qtbot.wait(30)
    assert not writing.aids.completing.is_open


def test_where_nothing_fits_nothing_is_shown(writing: Writing) -> None:
    """Asked for in a fence, there is nothing to offer."""
    writing.write("# T\n\n```\nkode▮\n```\n")
    writing.aids.completing.ask()
    assert not writing.aids.completing.is_open


def test_the_list_stays_inside_the_editor(writing: Writing) -> None:
    """At the bottom it opens upwards."""
    writing.write("# T\n" + "\n" * 60 + "<!-- ▮")
    writing.aids.completing.ask()
    shown = writing.aids.completing.list
    assert shown.isVisible()
    assert writing.editor.rect().contains(shown.geometry())


def test_an_emoji_before_it_changes_nothing(writing: Writing) -> None:
    """Letters of two units are one character to the list and two to the document."""
    writing.write("# T\n\n😀😀 [se](▮)\n")
    writing.aids.completing.ask()
    writing.press(Qt.Key.Key_Return)
    assert "😀😀 [se](" in writing.editor.text()
    assert "[se]()" not in writing.editor.text()


def test_it_stays_within_a_text_that_becomes_lower(writing: Writing) -> None:
    """As when findings come under it: the same offer is chosen, and all of the list is seen."""
    writing.write("\n" * 8 + QUESTION.replace("▮", "<!-- ▮"))
    writing.aids.completing.ask()
    writing.press(Qt.Key.Key_Down)
    shown, editor = writing.aids.completing.list, writing.editor
    chosen = shown.currentRow()
    writing.window.resize(960, 420)
    writing.until(lambda: shown.isVisible() and shown.geometry().bottom() <= editor.height())
    assert shown.currentRow() == chosen
