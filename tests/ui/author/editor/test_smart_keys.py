"""Keys that know what they are typed into."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from kursapp.ui.author.editor.editor import MarkdownEditor
from tests.ui.author.editor.conftest import Hands, press, put

ENTER, TAB, BACK = Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Backspace
SHIFT_ENTER = (ENTER, Qt.KeyboardModifier.ShiftModifier)
BACKTAB = (Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
UNDO = (Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)


def test_a_question_is_written_without_typing_its_marks(hands: Hands) -> None:
    """Option, feedback, option, feedback, and out of the list: Enter and ``>`` are enough."""
    told = hands(
        "- [ ] Ringer foreldrene¦", ENTER, ">", "Vent.", ENTER, ENTER, "Ringer politiet", ENTER, ENTER, "Slutt"
    )
    assert told == "- [ ] Ringer foreldrene\n  > Vent.\n- [ ] Ringer politiet\n\nSlutt¦"


def test_enter_with_a_choice_puts_a_plain_line_in_its_place(hands: Hands) -> None:
    """Shift+Enter too: no line separator that only Qt knows comes into a file."""
    assert hands("- en ¦to¦ tre", ENTER) == "- en \n¦ tre"
    assert hands("- en ¦to¦ tre", SHIFT_ENTER) == "- en \n¦ tre"


def test_shift_and_enter_stays_in_the_item(hands: Hands) -> None:
    """A line of its own under its words."""
    assert hands("- [ ] en¦", SHIFT_ENTER, "to") == "- [ ] en\n  to¦"


def test_in_a_fence_letters_are_letters(hands: Hands) -> None:
    """Enter keeps the indent, and nothing more."""
    assert hands("```\n  - en¦\n```", ENTER) == "```\n  - en\n  ¦\n```"
    assert hands("```\n- [ ] ¦\n```", ">") == "```\n- [ ] >¦\n```"


def test_tab_puts_items_and_lines_in_and_shift_tab_out(hands: Hands) -> None:
    """In a line of words it goes to the next stop of two."""
    assert hands("- en¦", TAB) == "  - en¦"
    assert hands("  - en¦", BACKTAB) == "- en¦"
    assert hands("ord¦", TAB, "x") == "ord x¦"
    assert hands("¦en\n\nto¦\ntre", TAB) == "  en\n\n  to¦\ntre"
    assert hands("¦  en\n to¦\ntre", BACKTAB) == "en\nto¦\ntre"


def test_one_step_back_takes_a_whole_shift_back(editor: MarkdownEditor) -> None:
    """Several lines are one step."""
    put(editor, "¦en\nto¦")
    press(editor, TAB)
    press(editor, UNDO)
    assert editor.text() == "en\nto"


@pytest.mark.parametrize(
    ("text", "keys", "becomes"),
    [
        ("se ¦", "[lov](#lov)", "se [lov](#lov)¦"),
        ("¦", "[[én / 1]]", "[[én / 1]]¦"),
        ("¦", "- [ ] a", "- [ ] a¦"),
        ("¦", "<!--id: a", "<!-- id: a¦ -->"),
        ("¦", "<!-- id: a -->", "<!-- id: a -->¦"),
        ("¦", "<!-- id: a-->", "<!-- id: a-->¦"),
        ("¦", "«ja» (nei)", "«ja» (nei)¦"),
        ("et ¦ord¦ her", "(", "et (ord¦) her"),
        ("et ¦ord¦ her", "x", "et x¦ her"),
        ("et ¦😀¦ her", "«", "et «😀¦» her"),
    ],
)
def test_pairs(hands: Hands, text: str, keys: str, becomes: str) -> None:
    """What is written in full by somebody who knows nothing of pairs comes out as she typed it."""
    assert hands(text, keys) == becomes


def test_enter_goes_past_the_end_of_a_comment_that_is_done(hands: Hands) -> None:
    """Settings stand on a line of their own; Shift+Enter, and Enter further in, part them on two."""
    assert hands("¦", "<!-- poeng: 2", ENTER, "- [x] a") == "<!-- poeng: 2 -->\n- [x] a¦"
    assert hands("<!-- poeng: 2¦ -->", SHIFT_ENTER) == "<!-- poeng: 2\n¦-->"
    assert hands("<!-- a:¦ 2 -->", ENTER) == "<!-- a:\n¦2 -->"
    assert hands("- a¦ <!-- fast -->", ENTER) == "- a\n- ¦<!-- fast -->"


def test_backspace_takes_both_halves_of_an_empty_pair(hands: Hands) -> None:
    """And only one letter otherwise."""
    assert hands("a¦", "(", BACK) == "a¦"
    assert hands("(a¦)", BACK) == "(¦)"


def test_what_is_asked_first_may_keep_a_key(editor: MarkdownEditor) -> None:
    """A list of completions has Enter while it is open."""
    put(editor, "- en¦")
    taken: list[int] = []

    def take(event: object) -> bool:
        taken.append(event.key())  # type: ignore[attr-defined]
        return True

    editor.code.before_key.append(take)
    press(editor, ENTER)
    assert (taken, editor.text()) == ([ENTER], "- en")
